import { ruleSpeaker } from '#engine';
import type { BookField, BookNamed, BookProcess, BookStep } from '../../../schemas/generated/api.ts';
import { commonWords } from '../i18n/common.ts';
import { pick } from '../i18n/locale.ts';
import { page } from '../i18n/paths.ts';
import { ruleBookWords } from '../i18n/rule-book.ts';
import { useLocale, useWords } from '../i18n/use-locale.tsx';
import { serverNow } from '../session/session.ts';
import { numberExample } from './number-example.ts';

/** One process: who does what by when, its forms, who reads it and what it leaves behind. */
export function ProcessPart({ process }: { readonly process: BookProcess }) {
  const locale = useLocale();
  const say = useWords(ruleBookWords);
  const rules = ruleSpeaker(locale);
  const { colon } = useWords(commonWords);
  const { duty } = process;
  return (
    <section className="card book-process" id={process.id}>
      <h2>{pick(process.title, locale)}</h2>
      {process.help !== undefined && <p>{pick(process.help, locale)}</p>}
      {process.clauses.length > 0 && (
        <p className="small soft">{`${say.source}${colon}${process.clauses.join(rules.and)}`}</p>
      )}
      {duty && <p className="small soft">{rules.duty(duty)}</p>}
      <h3>{say.flow}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard (WCAG 2.1.1) */}
      <section className="table-box" tabIndex={0} aria-label={`${pick(process.title, locale)} · ${say.flow}`}>
        <table className="table book-table book-flow">
          <thead>
            <tr>
              {[say.what, say.who, say.due, say.back, say.clause].map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {process.steps.map((step, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: steps of a published version keep their places
              <StepRow key={index} step={step} />
            ))}
          </tbody>
        </table>
      </section>
      <h3>{say.forms}</h3>
      {process.forms.map((form) => (
        <details key={form.id} className="book-form">
          <summary>{pick(form.title, locale)}</summary>
          <table className="table book-table">
            <thead>
              <tr>
                <th scope="col">{say.field}</th>
                <th scope="col">{say.required}</th>
              </tr>
            </thead>
            <tbody>
              {form.fields.map((field, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: fields of a published version keep their places
                <FieldRow key={index} field={field} />
              ))}
            </tbody>
          </table>
        </details>
      ))}
      <h3>{say.readers}</h3>
      <p>{process.readers.map(rules.who).join(rules.and) || say.none}</p>
      <h3>{say.records}</h3>
      <dl className="book-records">
        <Record name={say.number} text={process.number && numberExample(process.number, serverNow())} />
        <Record name={say.ledgers} named={process.ledgers} />
        <Record name={say.tables} named={process.tables} />
        <Record name={say.starts} named={process.starts} />
        <Record name={say.startedBy} named={process.startedBy} />
        {process.keep !== undefined && <Record name={say.keep} text={rules.length(process.keep)} />}
      </dl>
      <a className="book-start small" href={page('/fill/', locale, { process: process.id })}>
        {say.startIt}
      </a>
    </section>
  );
}

function StepRow({ step }: { readonly step: BookStep }) {
  const locale = useLocale();
  const rules = ruleSpeaker(locale);
  const { colon } = useWords(commonWords);
  const { branch, doing } = step;
  const condition = branch === undefined ? '' : branch === 'otherwise' ? rules.otherwise : pick(branch, locale);
  const does = rules.doing(doing);
  return (
    <tr>
      <th scope="row" style={{ paddingInlineStart: `${12 + step.depth * 20}px` }}>
        {condition !== '' && <span className="small soft">{`${condition}${colon}`}</span>}
        {step.title === undefined ? does : pick(step.title, locale)}
        {step.title !== undefined && does !== '' && <span className="small soft book-does">{does}</span>}
      </th>
      <td>{rules.people(doing)}</td>
      <td className="nowrap">{step.due === undefined ? '' : rules.length(step.due)}</td>
      <td>{step.returns.map((to) => pick(to, locale)).join(rules.and)}</td>
      <td className="nowrap small soft">{step.clause}</td>
    </tr>
  );
}

function FieldRow({ field }: { readonly field: BookField }) {
  const locale = useLocale();
  const rules = ruleSpeaker(locale);
  const columns = field.columns.map((column) => pick(column, locale)).join(rules.and);
  return (
    <tr>
      <th scope="row">
        {pick(field.title, locale)}
        {columns !== '' && <span className="small soft book-does">{rules.columns(columns)}</span>}
      </th>
      <td>{field.derived ? rules.derived : rules.required[field.required]}</td>
    </tr>
  );
}

type RecordProps = { readonly name: string; readonly text?: string; readonly named?: readonly BookNamed[] };

function Record({ name, text, named = [] }: RecordProps) {
  const locale = useLocale();
  const rules = ruleSpeaker(locale);
  const shown = text ?? named.map(({ title }) => pick(title, locale)).join(rules.and);
  if (shown === '') return null;
  return (
    <div>
      <dt className="small soft">{name}</dt>
      <dd>{shown}</dd>
    </div>
  );
}
