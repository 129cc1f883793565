import type { ReportPart, ReportView } from '../../../schemas/generated/api.ts';
import { Button, LinkButton } from '../components/button.tsx';
import { Dialog } from '../components/dialog.tsx';
import { CardSkeletons, ErrorNote } from '../components/states.tsx';
import { commonWords } from '../i18n/common.ts';
import { formatPlainDate } from '../i18n/format.ts';
import { type Locale, pick } from '../i18n/locale.ts';
import { page } from '../i18n/paths.ts';
import { reportWords } from '../i18n/report.ts';
import { useLocale, useWords } from '../i18n/use-locale.tsx';
import { isBuiltIn } from './built-in.ts';
import type { Opened } from './look.ts';
import { keyText } from './names.ts';
import { RowTable } from './row-table.tsx';
import type { Looking } from './use-look.ts';
import { type Rows, useRows } from './use-rows.ts';

type BehindDialogProps = { readonly view: ReportView; readonly looking: Looking; readonly opened: Opened };

/** The rows behind a number, as they were on its day. */
export function BehindDialog({ view, looking, opened }: BehindDialogProps) {
  const locale = useLocale();
  const words = useWords(reportWords);
  const rows = useRows(view.id, looking.look);
  const part = view.parts.find(({ id }) => id === opened.part);
  return (
    <Dialog open title={words.behind(titleOf(part, opened, view, locale))} onClose={looking.close} wide>
      <Behind rows={rows} />
    </Dialog>
  );
}

/** The part, the group and the measure that were pressed. */
function titleOf(part: ReportPart | undefined, { measure, keys }: Opened, view: ReportView, locale: Locale): string {
  const said = part?.measures.find(({ id }) => id === measure)?.title ?? part?.title ?? view.title;
  const of = (keys ?? []).flatMap((key, at) => {
    const dimension = part?.dimensions[at];
    return dimension === undefined ? [] : [keyText(dimension, key, view, locale)];
  });
  return [...of, pick(said, locale)].join(' · ');
}

function Behind({ rows }: { readonly rows: Rows }) {
  const locale = useLocale();
  const words = useWords(reportWords);
  const common = useWords(commonWords);
  const { page: shown, busy, problem, more, reload } = rows;
  if (shown === undefined) {
    return problem ? <ErrorNote problem={problem} onRetry={reload} /> : <CardSkeletons count={2} />;
  }
  const { items, next, unseen, source, asOf } = shown;
  const nothing = unseen > 0 ? words.noneShown : words.noRows;
  return (
    <>
      <p className="small soft">
        {[
          pick(source.title, locale),
          words.endOf(formatPlainDate(asOf, locale)),
          ...(items.length > 0 ? [words.rows(items.length, next !== undefined)] : []),
        ].join(' · ')}
      </p>
      {items.length > 0 ? <RowTable page={shown} numbersFirst /> : <p>{nothing}</p>}
      {unseen > 0 && <p className="small soft">{words.unseen(unseen)}</p>}
      {problem && <ErrorNote problem={problem} onRetry={more} />}
      {next !== undefined && (
        <Button wide busy={busy} onClick={more}>
          {common.more}
        </Button>
      )}
      {!isBuiltIn(source) && (
        <div className="report-ledger">
          <LinkButton href={page('/ledger/', locale, { id: source.id })} icon="book">
            {words.openLedger(pick(source.title, locale))}
          </LinkButton>
        </div>
      )}
    </>
  );
}
