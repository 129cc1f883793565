import type { BookClauses, Words } from '../../../schemas/generated/api.ts';
import { useLoad } from '../api/use-load.ts';
import { CardSkeletons, ErrorNote } from '../components/states.tsx';
import { commonWords } from '../i18n/common.ts';
import { pick } from '../i18n/locale.ts';
import { page } from '../i18n/paths.ts';
import { ruleBookWords } from '../i18n/rule-book.ts';
import { useLocale, useWords } from '../i18n/use-locale.tsx';

type Carrier = BookClauses['items'][number]['processes'][number];

/** Each process once, with the steps of it that carry the clause. */
function carriersOf({ processes }: BookClauses['items'][number]) {
  const found = new Map<string, { readonly process: Carrier; readonly steps: Words[] }>();
  for (const process of processes) {
    const known = found.get(process.id) ?? { process, steps: [] };
    if (process.step !== undefined) known.steps.push(process.step);
    found.set(process.id, known);
  }
  return [...found.values()];
}

/** Every clause of the source documents, with what carries it. */
export function ClauseList() {
  const locale = useLocale();
  const say = useWords(ruleBookWords);
  const { listMark } = useWords(commonWords);
  const { value, problem, reload } = useLoad<BookClauses>('/api/rule-book/clauses');
  return (
    <>
      <p className="page-sub">{say.clausesIntro}</p>
      {problem && <ErrorNote problem={problem} onRetry={reload} />}
      {value === undefined && problem === undefined && <CardSkeletons count={3} />}
      {value?.documents.map((document) => (
        <section key={document.id} className="card book-process">
          <h2>{pick(document.title, locale)}</h2>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard (WCAG 2.1.1) */}
          <section className="table-box" tabIndex={0} aria-label={pick(document.title, locale)}>
            <table className="table book-table book-clauses">
              <thead>
                <tr>
                  <th scope="col">{say.clause}</th>
                  <th scope="col">{say.carriedBy}</th>
                </tr>
              </thead>
              <tbody>
                {value.items
                  .filter((item) => item.document === document.id)
                  .map((item) => (
                    <tr key={item.id} id={item.id}>
                      <th scope="row">
                        <span className="small soft">{item.id}</span> {pick(item.heading, locale)}
                        <span className="small soft book-does">{pick(item.text, locale)}</span>
                      </th>
                      <td>
                        <ul className="book-carriers">
                          {carriersOf(item).map(({ process, steps }) => (
                            <li key={process.id}>
                              <a href={`${page('/rule-book/', locale, { area: process.area })}#${process.id}`}>
                                {pick(process.title, locale)}
                              </a>
                              {steps.length > 0 && (
                                <span className="small soft book-does">
                                  {steps.map((step) => pick(step, locale)).join(listMark)}
                                </span>
                              )}
                            </li>
                          ))}
                          {item.covers.map((cover) => (
                            <li key={pick(cover, 'en')}>{pick(cover, locale)}</li>
                          ))}
                        </ul>
                      </td>
                    </tr>
                  ))}
              </tbody>
            </table>
          </section>
        </section>
      ))}
    </>
  );
}
