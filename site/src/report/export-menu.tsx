import type { ReportView } from '../../../schemas/generated/api.ts';
import { ActionMenu } from '../case/action-menu.tsx';
import { Icon } from '../components/icon.tsx';
import { reportWords } from '../i18n/report.ts';
import { useLocale, useWords } from '../i18n/use-locale.tsx';
import { exportAddress, FORMATS } from './export-address.ts';
import type { Look } from './look.ts';

type ExportMenuProps = { readonly view: ReportView; readonly look: Look };

/** The whole report as a file: every part a sheet, or one after the other. */
export function ExportMenu({ view, look }: ExportMenuProps) {
  const locale = useLocale();
  const words = useWords(reportWords);
  return (
    <ActionMenu name={words.export}>
      {FORMATS.map((format) => (
        <a key={format} className="button button-plain" href={exportAddress(view.id, look, format, locale)} download>
          <Icon name="download" size={18} />
          {`${words.exportWhole} ${format.toUpperCase()}`}
        </a>
      ))}
    </ActionMenu>
  );
}
