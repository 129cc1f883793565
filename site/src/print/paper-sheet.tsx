import type { CaseView, EntryList, SessionView } from '../../../schemas/generated/api.ts';
import type { Names } from '../case/names.ts';
import { pick } from '../i18n/locale.ts';
import { printWords } from '../i18n/print.ts';
import { useLocale, useWords } from '../i18n/use-locale.tsx';
import { FormGrid } from './form-grid.tsx';
import { OpinionBlocks } from './opinion-blocks.tsx';
import { usePageFoot } from './page-foot.ts';
import { paperTime } from './paper-time.ts';
import { usePrintTime } from './print-time.ts';
import { RecordTable } from './record-table.tsx';
import type { PrintSettings } from './settings.ts';
import type { Sheet } from './sheet.ts';
import { SheetHead } from './sheet-head.tsx';

type PaperSheetProps = {
  readonly sheet: Sheet;
  readonly view: CaseView;
  readonly entries: EntryList;
  readonly session: SessionView;
  readonly names: Names;
  readonly settings: PrintSettings;
};

/** The whole sheet, as it comes out of the printer. */
export function PaperSheet({ sheet, view, entries, session, names, settings }: PaperSheetProps) {
  const locale = useLocale();
  const words = useWords(printWords);
  const printed = words.printedBy(names.person(session.person.id), paperTime(usePrintTime(), session.zone, locale));
  usePageFoot(`${view.number}　${printed}`, words.pageOf);
  const layout = settings.paper === 'auto' ? sheet.layout : settings.paper;
  return (
    <article className={`sheet sheet-${layout} sheet-${settings.size}`}>
      <SheetHead sheet={sheet} view={view} session={session} names={names} />
      {sheet.forms.map((form) => (
        <FormGrid key={form.id} form={form} />
      ))}
      <OpinionBlocks opinions={sheet.opinions} names={names} />
      {settings.record && <RecordTable entries={sheet.record} integrity={entries.integrity} names={names} />}
      <footer className="sheet-end">
        {sheet.footer !== undefined && <p>{pick(sheet.footer, locale)}</p>}
        <p className="sheet-small">{words.part}</p>
        <p className="sheet-small sheet-screen">{printed}</p>
      </footer>
    </article>
  );
}
