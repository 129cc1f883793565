import type { DutyCell, DutyMatrix, DutyRowView } from '../../../schemas/generated/api.ts';
import { dutyWords } from '../i18n/duties.ts';
import { periodName } from '../i18n/period-name.ts';
import { useLocale, useWords } from '../i18n/use-locale.tsx';
import { StandingChip } from './standing-chip.tsx';
import { subjectName } from './subject-name.ts';

export interface DutyButtonProps {
  readonly row: DutyRowView;
  readonly cell: DutyCell | undefined;
  readonly matrix: DutyMatrix;
  readonly onOpen: (row: DutyRowView, cell: DutyCell) => void;
}

/** How one duty stands; pressing it shows the rest. */
export function DutyButton({ row, cell, matrix, onOpen }: DutyButtonProps) {
  const locale = useLocale();
  const words = useWords(dutyWords);
  if (cell === undefined)
    return (
      <span className="duty-none">
        <span aria-hidden="true">{words.nothing}</span>
        <span className="unseen">{words.noDuty}</span>
      </span>
    );
  const subject = subjectName(row, matrix, locale);
  const label = words.details(subject, periodName(cell.period, locale), words.standing[cell.standing]);
  return (
    <button type="button" className="duty-button" aria-label={label} onClick={() => onOpen(row, cell)}>
      <StandingChip standing={cell.standing} />
    </button>
  );
}
