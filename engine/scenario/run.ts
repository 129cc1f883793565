import type { Action, ExpectAction, Scenario, ScenarioDocument } from '../../schemas/generated/scenario.ts';
import type { Calendar } from '../calendar/index.ts';
import { addWorkingDays } from '../calendar/index.ts';
import type { Refusal } from '../case/refusal.ts';
import { sameValue } from '../form/value.ts';
import type { CivilDate, Instant, UserId } from '../shared/brand.ts';
import { addDays, civilDateOf, instantOf } from '../shared/civil-date.ts';
import type { Result } from '../shared/result.ts';
import { type Acting, commandOf } from './act.ts';
import { type Mismatch, mismatches } from './expect.ts';
import type { World, WorldCase } from './world.ts';

/** One thing in a story that did not come true. `action` is its index in `do`. */
export type Failure = { readonly action: number } & Mismatch;

/** What the runner needs: a fresh world at an instant, and the calendar local times are written in. */
export type Stage = { readonly world: (now: Instant) => World; readonly calendar: Calendar };

/** Plays one story in a fresh world and says what did not come true; it stops at an action that could not be played. */
export function runScenario(document: ScenarioDocument, scenario: Scenario, stage: Stage): readonly Failure[] {
  const world = stage.world(localInstant(scenario.clock, stage.calendar));
  for (const [ledger, rows] of Object.entries(scenario.ledgers ?? {}))
    for (const row of rows) world.addRow(ledger, row);
  const failures: Failure[] = [];
  for (const [index, action] of scenario.do.entries()) {
    const found = play(action, document, world, stage.calendar);
    failures.push(...found.map((mismatch) => ({ action: index, ...mismatch })));
    if (found.length > 0 && !('expect' in action)) break;
  }
  return failures;
}

function play(action: Action, document: ScenarioDocument, world: World, calendar: Calendar): readonly Mismatch[] {
  if ('wait' in action) {
    world.waitUntil(after(world.now, action.wait, calendar));
    return [];
  }
  if ('expect' in action) return expectation(action, world, calendar);
  if ('absent' in action) {
    world.addAbsence({
      person: action.absent as UserId,
      proxy: action.proxy as UserId,
      from: action.from as CivilDate,
      until: action.until as CivilDate,
    });
    return [];
  }
  const by = action.by as UserId;
  if ('start' in action) {
    const process = action.start === true ? document.process : action.start;
    return outcome(action, world.start(process, by, valuesOf(action, document)));
  }
  if ('receive' in action) {
    const process = action.receive === true ? document.process : action.receive;
    const about = caseOf(action.in, world)?.state.values ?? {};
    return outcome(
      action,
      world.receive(process, by, valuesOf(action, document), { fixed: action.fixed ?? {}, about }),
    );
  }
  const target = caseOf(action.in, world);
  if (target === undefined) return [{ what: 'case', expected: action.in ?? 'main', actual: null }];
  return outcome(action, world.command(target.id, commandOf(action, target, valuesOf(action, document)), by));
}

/** Named values with the action's own on top, field by field. */
function valuesOf(action: Acting, document: ScenarioDocument): unknown {
  const base = 'use' in action && action.use !== undefined ? (document.values?.[action.use] ?? {}) : {};
  const own = ('values' in action ? action.values : undefined) ?? {};
  const forms = new Set([...Object.keys(base), ...Object.keys(own)]);
  return Object.fromEntries([...forms].map((form) => [form, { ...base[form], ...own[form] }]));
}

function outcome(action: Acting, result: Result<WorldCase, Refusal>): readonly Mismatch[] {
  if (action.refuse === undefined) {
    return result.ok ? [] : [{ what: 'refused', expected: null, actual: told(result.error) }];
  }
  if (result.ok) return [{ what: 'refused', expected: action.refuse, actual: null }];
  const issues = result.error.code === 'invalid-values' ? result.error.issues : [];
  const codes = [result.error.code, ...issues.map((issue) => issue.code)];
  const at = `/${(action.at ?? '').replaceAll('.', '/')}`;
  const placed =
    action.at === undefined || issues.some((issue) => issue.path === at || issue.path.startsWith(`${at}/`));
  return codes.some((code) => code === action.refuse) && placed
    ? []
    : [{ what: 'refused', expected: { refuse: action.refuse, at: action.at ?? null }, actual: told(result.error) }];
}

/** A refusal in the form a story expects it: for wrong values the code and the path of each. */
const told = (refusal: Refusal): unknown =>
  refusal.code === 'invalid-values'
    ? refusal.issues.map(({ code, path, params }) => ({
        refuse: code,
        at: path.slice(1).replaceAll('/', '.'),
        ...(Object.keys(params).length === 0 ? {} : { params }),
      }))
    : refusal;

function expectation(action: ExpectAction, world: World, calendar: Calendar): readonly Mismatch[] {
  const target = caseOf(action.in, world);
  if (target === undefined) return [{ what: 'case', expected: action.in ?? 'main', actual: null }];
  return mismatches(action.expect, target, world, calendar).filter(
    ({ expected, actual }) => !sameValue(expected, actual),
  );
}

/** `main` is the first case of the story, `<process>/<n>` the nth case of a process. */
function caseOf(name: string | undefined, world: World): WorldCase | undefined {
  if (name === undefined || name === 'main') return world.cases()[0];
  const [process = '', n = '1'] = name.split('/');
  return world.cases(process)[Number(n) - 1];
}

function after(now: Instant, wait: string, calendar: Calendar): Instant {
  const [, digits, unit] = /^(\d+)(d|wd|h)$/.exec(wait) ?? [];
  if (digits === undefined) return localInstant(wait, calendar);
  const count = Number(digits);
  if (unit === 'h') return moved(now, count * 3_600_000);
  const today = civilDateOf(now, calendar.offset);
  const day: CivilDate = unit === 'd' ? addDays(today, count) : addWorkingDays(today, count, calendar);
  return moved(now, Date.parse(`${day}T00:00:00Z`) - Date.parse(`${today}T00:00:00Z`));
}

const moved = (now: Instant, milliseconds: number): Instant =>
  new Date(Date.parse(now) + milliseconds).toISOString() as Instant;

function localInstant(local: string, calendar: Calendar): Instant {
  const [date = '', time = '00:00'] = local.split('T');
  return instantOf(date as CivilDate, time, calendar.offset);
}
