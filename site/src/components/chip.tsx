import type { ReactNode } from 'react';
import type { DueView, Status } from '../../../schemas/generated/api.ts';
import { commonWords } from '../i18n/common.ts';
import { type DueTone, formatDeadline, formatDue } from '../i18n/format.ts';
import { useLocale, useWords } from '../i18n/use-locale.tsx';
import { serverNow, useSession, zoneOf } from '../session/session.ts';
import { Icon, type IconName } from './icon.tsx';

export type ChipTone = 'normal' | 'accent' | 'agree' | 'return' | 'reject' | 'note' | 'quiet';

export interface ChipProps {
  readonly tone?: ChipTone;
  readonly icon?: IconName;
  readonly title?: string;
  readonly children: ReactNode;
}

export const Chip = ({ tone = 'normal', icon, title, children }: ChipProps) => (
  <span className={tone === 'normal' ? 'chip' : `chip chip-${tone}`} title={title}>
    {icon && <Icon name={icon} size={14} />}
    <span>{children}</span>
  </span>
);

const statusTone = {
  open: 'accent',
  completed: 'agree',
  rejected: 'reject',
  withdrawn: 'normal',
  cancelled: 'normal',
  revoked: 'return',
} as const satisfies Record<Status, ChipTone>;

export function StatusChip({ status }: { readonly status: Status }) {
  const words = useWords(commonWords);
  return <Chip tone={statusTone[status]}>{words.status[status]}</Chip>;
}

const dueTone = { calm: 'normal', near: 'return', late: 'reject' } as const satisfies Record<DueTone, ChipTone>;

/** How much time is left; the full deadline is one hover or one tap on the case away. */
export function DueChip({ due }: { readonly due: DueView }) {
  const locale = useLocale();
  const words = useWords(commonWords);
  const zone = zoneOf(useSession());
  const { text, tone } = formatDue(due, serverNow(), zone, locale);
  const deadline = formatDeadline(due.at, zone, locale);
  return (
    <Chip
      tone={dueTone[tone]}
      icon={tone === 'late' ? 'alert' : 'clock'}
      title={due.provisional ? `${deadline} · ${words.provisionalHint}` : deadline}
    >
      {due.provisional ? `${text} · ${words.provisional}` : text}
    </Chip>
  );
}
