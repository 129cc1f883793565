import type { LedgerHistory, LedgerRowView } from '../../../schemas/generated/api.ts';
import { useLoad } from '../api/use-load.ts';
import { Dialog } from '../components/dialog.tsx';
import { CardSkeletons, ErrorNote } from '../components/states.tsx';
import { commonWords } from '../i18n/common.ts';
import { fieldText } from '../i18n/field-text.ts';
import { formatInstant } from '../i18n/format.ts';
import { ledgerWords } from '../i18n/ledger.ts';
import { pick } from '../i18n/locale.ts';
import { page } from '../i18n/paths.ts';
import { useLocale, useWords } from '../i18n/use-locale.tsx';
import { useSession, zoneOf } from '../session/session.ts';

type HistoryDialogProps = {
  readonly ledger: string;
  readonly row: LedgerRowView;
  readonly name: string;
  readonly onClose: () => void;
};

/** Where every value of a row comes from: each version with the entry of the case that wrote it, latest first. */
export function HistoryDialog({ ledger, row, name, onClose }: HistoryDialogProps) {
  const words = useWords(ledgerWords);
  const path = `/api/ledgers/${encodeURIComponent(ledger)}/rows/${encodeURIComponent(row.id)}`;
  const { value: history, problem, reload } = useLoad<LedgerHistory>(path);
  return (
    <Dialog open title={words.historyOf(name)} onClose={onClose} wide>
      {problem && <ErrorNote problem={problem} onRetry={reload} />}
      {history === undefined && problem === undefined && <CardSkeletons count={2} />}
      <ol className="row-versions">
        {history?.items.map((version) => (
          <li key={version.version} className="row-version">
            <Version history={history} version={version} />
          </li>
        ))}
      </ol>
      {history?.next !== undefined && <p className="small soft">{words.olderVersions}</p>}
    </Dialog>
  );
}

type VersionProps = { readonly history: LedgerHistory; readonly version: LedgerHistory['items'][number] };

function Version({ history, version }: VersionProps) {
  const locale = useLocale();
  const words = useWords(ledgerWords);
  const common = useWords(commonWords);
  const zone = zoneOf(useSession());
  const { case: writer, changed, cells, at } = version;
  const before = history.items.find((each) => each.version === version.version - 1)?.cells ?? {};
  const text = (column: string, from: Readonly<Record<string, unknown>>) => {
    const field = history.columns[column];
    if (field === undefined) return common.none;
    return fieldText(field, from[column], { locale, people: history.people, units: history.units }) || common.none;
  };
  const by = writer?.by === undefined ? undefined : history.people[writer.by];
  return (
    <>
      <p className="row-version-head">
        <strong>
          {writer === undefined ? (
            words.writtenElsewhere
          ) : (
            <a href={page('/case/', locale, { id: writer.id })}>{writer.number}</a>
          )}
        </strong>
        {writer?.step !== undefined && <span>{pick(writer.step, locale)}</span>}
        {by !== undefined && <span>{pick(by.name, locale)}</span>}
        <time className="small soft" dateTime={at}>
          {formatInstant(at, zone, locale)}
        </time>
      </p>
      <dl className="row-changes">
        {changed.map((column) => (
          <div key={column}>
            <dt className="small soft">{pick(history.columns[column]?.title ?? column, locale)}</dt>
            <dd>
              {Object.hasOwn(before, column) && (
                <>
                  <del className="soft">{text(column, before)}</del>
                  {' → '}
                </>
              )}
              {text(column, cells)}
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}
