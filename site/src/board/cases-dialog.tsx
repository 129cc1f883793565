import { useCallback, useEffect, useState } from 'react';
import type { Problem, ReportRowPage } from '../../../schemas/generated/api.ts';
import { api } from '../api/api.ts';
import { Button } from '../components/button.tsx';
import { Dialog } from '../components/dialog.tsx';
import { CardSkeletons, ErrorNote } from '../components/states.tsx';
import { commonWords } from '../i18n/common.ts';
import { reportWords } from '../i18n/report.ts';
import { useWords } from '../i18n/use-locale.tsx';
import { RowTable } from '../report/row-table.tsx';
import { continued } from '../report/use-rows.ts';

/** A number that was pressed: what it is called and where its cases are. */
export type OpenedNumber = { readonly title: string; readonly path: string };
type CasesDialogProps = { readonly opened: OpenedNumber; readonly onClose: () => void };
type Shown = { readonly page?: ReportRowPage; readonly problem?: Problem; readonly busy: boolean };

/** The cases behind a number of a board, page by page; of those one may not open only how many they are. */
export function CasesDialog({ opened: { title, path }, onClose }: CasesDialogProps) {
  const say = useWords(reportWords);
  const common = useWords(commonWords);
  const [{ page, problem, busy }, setShown] = useState<Shown>({ busy: true });
  const load = useCallback(
    async (before?: ReportRowPage) => {
      setShown((old) => ({ ...(old.page && { page: old.page }), busy: true }));
      const query = before?.next === undefined ? {} : { cursor: before.next };
      const answer = await api.get<ReportRowPage>(path, { query });
      if (answer.ok) setShown({ page: before ? continued(before, answer.value) : answer.value, busy: false });
      else setShown((old) => ({ ...old, problem: answer.problem, busy: false }));
    },
    [path],
  );
  useEffect(() => void load(), [load]);
  const more = () => void load(page);
  return (
    <Dialog open title={title} onClose={onClose} wide>
      {problem && <ErrorNote problem={problem} onRetry={more} />}
      {page === undefined && problem === undefined && <CardSkeletons count={2} />}
      {page && (
        <>
          {page.items.length > 0 && (
            <p className="small soft">{say.rows(page.items.length, page.next !== undefined)}</p>
          )}
          {page.items.length > 0 ? <RowTable page={page} /> : <p>{page.unseen > 0 ? say.noneShown : say.noRows}</p>}
          {page.unseen > 0 && <p className="small soft">{say.unseen(page.unseen)}</p>}
          {page.next !== undefined && (
            <Button wide busy={busy} onClick={more}>
              {common.more}
            </Button>
          )}
        </>
      )}
    </Dialog>
  );
}
