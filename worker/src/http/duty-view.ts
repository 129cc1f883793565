import { type Definition, type DutyStanding, type Instant, periodNamed, standingOf, type UserId } from '#engine';
import type { DutyCell, DutyMatrix, DutyRowView, DutyTask } from '../../../schemas/generated/api.ts';
import { readsWhatIsFiled } from '../cases/duty-rights.ts';
import { type KeptDuty, recordOf } from '../store/duty-reads.ts';
import type { Visit } from '../store/visit.ts';
import { authorize } from './authorize.ts';
import { dueView } from './case-view.ts';

/** What the visitor may do with the duties of each person, judged once a person. */
export type DutyViewer = {
  readonly now: Instant;
  readonly sees: (person: UserId) => boolean;
  readonly reads: (person: UserId) => boolean;
  readonly excuses: (person: UserId) => boolean;
};

export function dutyViewer(visit: Visit, definition: Definition, now: Instant): DutyViewer {
  const { workspace, person: viewer } = visit;
  const of = (person: UserId) => ({ duty: { person }, definition, now });
  return {
    now,
    sees: once((person) => authorize(visit, { may: 'see-duty', ...of(person) })),
    reads: once((person) => person === viewer.id || readsWhatIsFiled(of(person), workspace, viewer.id)),
    excuses: once((person) => authorize(visit, { may: 'excuse-duty', ...of(person) })),
  };
}

function once(judge: (person: UserId) => boolean): (person: UserId) => boolean {
  const known = new Map<UserId, boolean>();
  return (person) => {
    const answer = known.get(person) ?? judge(person);
    known.set(person, answer);
    return answer;
  };
}

/** One row for each subject, its cells in the order of the periods. */
export function matrixRows(duties: readonly KeptDuty[], viewer: DutyViewer): DutyRowView[] {
  const bySubject = Map.groupBy(duties, ({ subject }) => subject);
  return [...bySubject].map(([subject, own]) => {
    const { kind = 'person', title = null } = own.at(-1) ?? {};
    return { subject, kind, ...(title !== null && { title }), cells: own.map((duty) => cellOf(duty, viewer)) };
  });
}

/** The periods anything was owed for, earliest first. */
export function periodsIn(duties: readonly KeptDuty[]): DutyMatrix['periods'] {
  const ids = [...new Set(duties.map(({ period }) => period))];
  return ids.flatMap((id) => periodNamed(id) ?? []);
}

export function countsOf(rows: readonly DutyRowView[]): DutyMatrix['counts'] {
  const cells = rows.flatMap((row) => row.cells);
  const count = (standing: DutyStanding) => cells.filter((cell) => cell.standing === standing).length;
  return {
    open: count('open'),
    filed: count('filed'),
    late: count('late'),
    overdue: count('overdue'),
    missed: count('missed'),
    excused: count('excused'),
  };
}

function cellOf(duty: KeptDuty, { now, reads, excuses }: DutyViewer): DutyCell {
  const { period, person, opens, closes, filedAt, excuse, reminded } = duty;
  const standing = standingOf(recordOf(duty), now);
  const mayBeExcused = standing === 'open' || standing === 'overdue' || standing === 'missed';
  return {
    period,
    person,
    standing,
    opens,
    due: dueOf(duty, now),
    ...(closes !== null && { closes }),
    ...(filedAt !== null && { filedAt }),
    ...(reads(person) && caseOf(duty)),
    ...(excuse !== undefined && { excuse }),
    reminded: [...reminded],
    ...(mayBeExcused && excuses(person) && { mayExcuse: true }),
  };
}

const dueOf = ({ due, provisional }: KeptDuty, now: Instant) =>
  dueView({ at: due, provisional: provisional === 1 }, now);

const caseOf = ({ caseId, caseNumber }: KeptDuty) =>
  caseId === null || caseNumber === null ? {} : { case: { id: caseId, number: caseNumber } };

/** What the visitor owes, as the workbench says it. */
export function dutyTask(duty: KeptDuty, { workspace }: Visit, now: Instant): DutyTask[] {
  const { process, period, subject, kind, title, reminded } = duty;
  const named = periodNamed(period);
  const words = workspace.processes[process]?.title;
  if (named === undefined || words === undefined) return [];
  return [
    {
      process,
      title: words,
      period: named,
      subject,
      kind,
      ...(title !== null && { name: title }),
      standing: standingOf(recordOf(duty), now),
      due: dueOf(duty, now),
      ...caseOf(duty),
      reminded: [...reminded],
    },
  ];
}
