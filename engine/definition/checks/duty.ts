import type { DutySubjects } from '../../../schemas/generated/process.ts';
import type { Calendar } from '../../calendar/index.ts';
import type { Duty } from '../../duty/duty.ts';
import { type DutyPeriod, dutyPeriods } from '../../duty/occurrence.ts';
import type { CivilDate } from '../../shared/brand.ts';
import { firstStep } from '../definition.ts';
import type { Finding } from '../finding.ts';
import type { CheckingCompiled } from './checking.ts';
import { error, known } from './report.ts';

/** A recurring duty asks posts and units that are there, always finds somebody, and opens, is due and closes in order. */
export function checkDuty(checking: CheckingCompiled): readonly Finding[] {
  const { document, definition, workspace } = checking;
  const { duty } = document;
  if (duty === undefined || definition.duty === undefined) return [];
  const calendar = workspace.calendars[document.calendar];
  const periods = calendar ? periodsOf(definition.duty, calendar) : [];
  const wrong = periods.find((period) => !inOrder(period));
  return [
    ...checkSubjects(duty.for, checking),
    ...('starter' in document.rules.nobody.to ? [error('duty-nobody', ['rules', 'nobody', 'to'])] : []),
    ...(wrong ? [error('duty-order', ['duty', 'due'], { period: wrong.id })] : []),
    ...checkValues(checking, Object.keys(duty.with ?? {})),
  ];
}

function checkSubjects(subjects: DutySubjects, { workspace: { documents } }: CheckingCompiled): readonly Finding[] {
  const { posts, units } = documents.organisation;
  if ('posts' in subjects)
    return subjects.posts.flatMap((post, at) => known('unknown-post', ['duty', 'for', 'posts', at], post, posts));
  if (!('units' in subjects)) return [];
  return [
    ...subjects.units.flatMap((unit, at) => known('unknown-unit', ['duty', 'for', 'units', at], unit, units)),
    ...(subjects.post === undefined ? [] : known('unknown-post', ['duty', 'for', 'post'], subjects.post, posts)),
  ];
}

/** Every period of the years the calendar knows: holidays move working days about, so each can be out of order. */
function periodsOf(duty: Duty, calendar: Calendar): readonly DutyPeriod[] {
  const years = [...calendar.statuses.keys()].sort((a, b) => a - b);
  const [first, last] = [years[0], years.at(-1)];
  if (first === undefined || last === undefined) return [];
  return dutyPeriods(duty, `${first}-01-01` as CivilDate, `${last}-12-31` as CivilDate, calendar);
}

const inOrder = ({ opens, due, closes }: DutyPeriod): boolean =>
  opens < due.at && (closes === undefined || due.at <= closes);

function checkValues({ definition }: CheckingCompiled, targets: readonly string[]): readonly Finding[] {
  const { form } = firstStep(definition);
  return targets
    .filter((target) => target.split('.')[0] !== form)
    .map((name) => error('not-in-first-form', ['duty', 'with', name], { name, form, process: definition.id }));
}
