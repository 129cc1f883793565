import type { ReactNode } from 'react';
import type { CaseCard, PeopleView, TaskCard, UnitNames } from '../../../schemas/generated/api.ts';
import { Summary, Waiting } from '../components/case-summary.tsx';
import { Chip, DueChip, StatusChip } from '../components/chip.tsx';
import { Icon } from '../components/icon.tsx';
import { PersonName } from '../components/person.tsx';
import { formatInstant, formatSince } from '../i18n/format.ts';
import { pick } from '../i18n/locale.ts';
import { page } from '../i18n/paths.ts';
import { useLocale, useWords } from '../i18n/use-locale.tsx';
import { workbenchWords } from '../i18n/workbench.ts';
import { serverNow, useSession, zoneOf } from '../session/session.ts';

export interface TaskItemProps {
  readonly task: TaskCard;
  readonly people: PeopleView;
  readonly units: UnitNames;
}

/** One case that concerns me: what it is, what is asked, by when, and who else it waits for. */
export function TaskItem({ task, people, units }: TaskItemProps) {
  const locale = useLocale();
  const shown = task.case;
  if (shown === undefined) return null;
  const card = (
    <a className="card card-link task" href={page('/case/', locale, { id: shown.id })}>
      <span className="task-head">
        <span className="small soft">{pick(shown.title, locale)}</span>
        <span className="small soft tabular">{shown.number}</span>
        <span className="task-marks">
          <Marks task={task} shown={shown} />
        </span>
      </span>
      <span className="task-subject">{shown.subject}</span>
      <Summary fields={shown.summary} people={people} units={units} />
      <Foot task={task} shown={shown} people={people} />
    </a>
  );
  return task.copy === true ? <Copyable shown={shown}>{card}</Copyable> : card;
}

/** A case of mine, with the way to begin another one with its content. */
function Copyable({ shown, children }: { readonly shown: CaseCard; readonly children: ReactNode }) {
  const locale = useLocale();
  const words = useWords(workbenchWords);
  const name = words.copy(shown.subject || shown.number);
  return (
    <div className="draft">
      {children}
      <a
        className="button button-plain button-icon"
        href={page('/fill/', locale, { copy: shown.id })}
        title={name}
        aria-label={name}
      >
        <Icon name="copy" />
      </a>
    </div>
  );
}

function Marks({ task, shown }: { readonly task: TaskCard; readonly shown: CaseCard }) {
  const locale = useLocale();
  const words = useWords(workbenchWords);
  const mine = task.kind === 'fill' || task.kind === 'approve';
  const open = mine && task.outcome === undefined;
  const due = task.due ?? (task.kind === 'started' ? shown.waiting.find((waiting) => waiting.due)?.due : undefined);
  return (
    <>
      {task.unread === true && <Chip tone="note">{words.unread}</Chip>}
      {open && task.title !== undefined && <Chip tone="accent">{pick(task.title, locale)}</Chip>}
      {task.reminded !== undefined && <Chip tone="return">{words.reminded}</Chip>}
      {task.outcome !== undefined && task.outcome !== 'waiting' && (
        <Chip>{task.why === undefined ? words.outcomes[task.outcome] : words.ended[task.why]}</Chip>
      )}
      {!open && <StatusChip status={shown.status} />}
      {due && shown.status === 'open' && <DueChip due={due} />}
    </>
  );
}

interface FootProps extends Omit<TaskItemProps, 'units'> {
  readonly shown: CaseCard;
}

function Foot({ task, shown, people }: FootProps) {
  const locale = useLocale();
  const words = useWords(workbenchWords);
  const session = useSession();
  const zone = zoneOf(session);
  const at = task.since;
  const time = formatSince(at, serverNow(), zone, locale);
  const own = shown.starter === session?.person.id;
  const open = (task.kind === 'fill' || task.kind === 'approve') && task.outcome === undefined;
  return (
    <span className="task-foot">
      {!own && <PersonName id={shown.starter} people={people} avatar />}
      {!open && shown.status === 'open' && <Waiting waiting={shown.waiting} people={people} />}
      <time className="push" dateTime={at} title={formatInstant(at, zone, locale)}>
        {open ? words.since(time) : words.updated(time)}
      </time>
    </span>
  );
}
