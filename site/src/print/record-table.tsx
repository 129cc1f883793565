import type { EntryView, IntegrityView } from '../../../schemas/generated/api.ts';
import type { Names } from '../case/names.ts';
import { eventWords } from '../i18n/events.ts';
import { printWords } from '../i18n/print.ts';
import { useLocale, useWords } from '../i18n/use-locale.tsx';
import { useSession, zoneOf } from '../session/session.ts';
import { paperTime } from './paper-time.ts';

const SHORT = 16;

type RecordTableProps = {
  readonly entries: readonly EntryView[];
  readonly integrity: IntegrityView;
  readonly names: Names;
};

/** Everything that was done to the case, earlier rounds included, a line each. */
export function RecordTable({ entries, integrity, names }: RecordTableProps) {
  const words = useWords(printWords);
  const { recordHead } = words;
  return (
    <section className="sheet-record">
      <table className="sheet-table">
        <caption>{words.record}</caption>
        <thead>
          <tr>
            {[recordHead.at, recordHead.step, recordHead.by, recordHead.what, recordHead.said].map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <Line key={entry.seq} entry={entry} names={names} />
          ))}
        </tbody>
      </table>
      <p className="sheet-small sheet-chain">
        {integrity.state === 'intact'
          ? words.chain(integrity.entries, integrity.head.slice(0, SHORT))
          : words.broken(integrity.at ?? '?')}
      </p>
    </section>
  );
}

function Line({ entry, names }: { readonly entry: EntryView; readonly names: Names }) {
  const locale = useLocale();
  const words = useWords(printWords);
  const headings: Readonly<Record<string, string>> = useWords(eventWords);
  const zone = zoneOf(useSession());
  const { at, step, round, by, as, what, to } = entry;
  return (
    <tr>
      <td className="sheet-short">{paperTime(at, zone, locale)}</td>
      <td>
        {step !== undefined && names.step(step)}
        {round !== undefined && round > 1 && <span className="sheet-small"> {words.round(round)}</span>}
      </td>
      <td className="sheet-short">
        {names.person(by)}
        {as !== undefined && words.standsInFor(names.person(as))}
      </td>
      <td>{withTarget(headings[what] ?? what, to, names, words.toStep)}</td>
      <td className="sheet-text">{entry.opinion ?? entry.text}</td>
    </tr>
  );
}

/** Where a return leads, or to whom a seat went. */
function withTarget(
  what: string,
  to: string | undefined,
  names: Names,
  sentence: (what: string, to: string) => string,
): string {
  if (to === undefined) return what;
  const step = names.step(to);
  return sentence(what, step === to ? names.person(to) : step);
}
