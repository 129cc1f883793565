import type { DutyStanding } from '../../../schemas/generated/api.ts';
import { Chip, type ChipTone } from '../components/chip.tsx';
import type { IconName } from '../components/icon.tsx';
import { dutyWords } from '../i18n/duties.ts';
import { useWords } from '../i18n/use-locale.tsx';

const looks = {
  open: { tone: 'normal', icon: 'inbox' },
  filed: { tone: 'agree', icon: 'check' },
  late: { tone: 'return', icon: 'clock' },
  overdue: { tone: 'reject', icon: 'alert' },
  missed: { tone: 'reject', icon: 'close' },
  excused: { tone: 'note', icon: 'info' },
} as const satisfies Record<DutyStanding, { readonly tone: ChipTone; readonly icon: IconName }>;

/** Every standing, in the order of the legend. */
export const standings: readonly DutyStanding[] = ['filed', 'late', 'open', 'overdue', 'missed', 'excused'];

export function StandingChip({ standing, count }: { readonly standing: DutyStanding; readonly count?: number }) {
  const words = useWords(dutyWords);
  const { tone, icon } = looks[standing];
  const text = words.standing[standing];
  return (
    <Chip tone={tone} icon={icon}>
      {count === undefined ? text : `${text} ${count}`}
    </Chip>
  );
}
