import type { Command } from '../../engine/case/command.ts';
import { digestOf } from '../../engine/case/digest.ts';
import type { Actor } from '../../engine/case/events.ts';
import type { Refusal } from '../../engine/case/refusal.ts';
import { type AskingStep, asks } from '../../engine/definition/definition.ts';
import { rowsOf } from '../../engine/form/value.ts';
import { World, type WorldCase } from '../../engine/scenario/world.ts';
import type { Instant, UserId } from '../../engine/shared/brand.ts';
import { addDays, civilDateOf } from '../../engine/shared/civil-date.ts';
import type { Result } from '../../engine/shared/result.ts';
import { step } from './acts.ts';
import { instant } from './given.ts';
import { definitions, openingRows, shipped, toldValues, workspace } from './shipped.ts';

/** Numbers from a test that decide what happens next. */
export type Dice = readonly [number, number, number, number];
/** What somebody tried: a case, by whom, and how it came out. Undefined when only time went by. */
export type Tried =
  | { readonly id?: string; readonly by: Actor; readonly command: Command; readonly result: Result<WorldCase, Refusal> }
  | undefined;

const HOUR = 3_600_000;
const people = workspace.organisation.people().map(({ id }) => id);
const told = Object.fromEntries(Object.keys(definitions).map((process) => [process, toldValues(process)]));
const pick = <T>(list: readonly T[], number: number): T | undefined => list[number % Math.max(list.length, 1)];

/**
 * The demo company on Monday, 2 November 2026, with the budgets it opens with.
 *
 * @param processes those it runs, with what they start; all when not given. The duties of the others would take the
 *   most time.
 */
export function openCompany(processes: readonly string[] = Object.keys(definitions)): World {
  const known = Object.fromEntries([...withStarted(processes)].map((process) => [process, shipped(process)]));
  const world = new World(known, workspace, instant('2026-11-02 09:00'));
  for (const { ledger, rows } of openingRows()) for (const row of rows) world.addRow(ledger, row);
  return world;
}

/** These processes and those that they start, one after the other. */
function withStarted(processes: readonly string[]): ReadonlySet<string> {
  const all = new Set(processes);
  for (const process of all) {
    const { steps, revoke } = shipped(process);
    for (const each of steps.values()) if (each.kind === 'start') all.add(each.process);
    if (revoke !== undefined) all.add(revoke.process);
  }
  return all;
}

/**
 * Lets one thing happen that the dice name: mostly what somebody is asked to do, filled in as the stories do; else
 * what nobody may do, or time goes by.
 */
export function happen(world: World, [what, which, who, how]: Dice): Tried {
  const kind = what % 20;
  if (kind === 0 || world.cases().length === 0) return started(world, which, who);
  if (kind === 1) {
    world.waitUntil(new Date(Date.parse(world.now) + ((which % 200) + 1) * HOUR).toISOString() as Instant);
    return undefined;
  }
  if (kind < 5) return astray(world, which, who, how);
  const seat = pick(openSeats(world), which);
  return seat === undefined
    ? started(world, which, who)
    : tried(world, seat.target.id, answer(world, seat, who, how), seat.by);
}

const tried = (world: World, id: string, command: Command, by: Actor): Tried => ({
  id,
  by,
  command,
  result: world.command(id, command, by),
});

function started(world: World, which: number, who: number): Tried {
  const process =
    pick(['campaign-approval', 'campaign-approval', 'campaign-issue', 'campaign-weekly-report'], which) ?? '';
  const by = (which % 5 === 0 ? pick(people, who) : pick(['u08', 'u18', 'u27', 'u40'], who)) as UserId;
  const first = [...(definitions[process]?.steps.values() ?? [])].find(asks);
  const values = first === undefined ? {} : valuesFor(world, process, first, {}, who);
  return { by, command: { do: 'start', values }, result: world.start(process, by, values) };
}

type OpenSeat = { readonly target: WorldCase; readonly by: UserId; readonly step: AskingStep };

function openSeats(world: World): readonly OpenSeat[] {
  return world.cases().flatMap((target) =>
    [...target.definition.steps.values()].filter(asks).flatMap((asking) => {
      const { status } = target.state;
      const present = target.state.steps[asking.id];
      const seats = status === 'open' && present?.status === 'open' ? present.seats : [];
      return seats.flatMap((seat) => (seat.status === 'open' ? [{ target, by: seat.person, step: asking }] : []));
    }),
  );
}

/** What the holder of a seat does: mostly hands in or agrees. */
function answer(world: World, { target, step: asking }: OpenSeat, who: number, how: number): Command {
  const { id, returnTo } = asking;
  const seen = how % 3 === 0 ? { seen: digestOf(asking.rights, target.state.values) } : {};
  const opinion = how % 11 === 0 ? '' : '请看。';
  switch (how % 16) {
    case 0:
      return { do: 'reject', step: id, opinion };
    case 1:
    case 2:
      return { do: 'return', step: id, to: pick(returnTo, who) ?? step('draft'), opinion };
    case 3:
      return { do: 'transfer', step: id, to: pick(people, who) ?? '', opinion };
    default: {
      const values = valuesFor(world, target.definition.id, asking, target.state.values, who);
      return asking.kind === 'fill'
        ? { do: 'submit', step: id, values, ...seen }
        : { do: 'agree', step: id, values, ...seen };
    }
  }
}

/** Anybody does anything anywhere. */
function astray(world: World, which: number, who: number, how: number): Tried {
  const target = pick(world.cases(), which);
  const by = pick(people, who);
  if (target === undefined || by === undefined) return undefined;
  const at = pick([...target.definition.steps.keys()], how) ?? step('draft');
  const { id, state } = target;
  switch (how % 9) {
    case 0:
      return tried(world, id, { do: 'withdraw', keep: who % 3 > 0, opinion: '重写。' }, state.starter);
    case 1:
      return tried(world, id, { do: 'withdraw', keep: false, opinion: '不是我的。' }, by);
    case 2:
      return tried(world, id, { do: 'comment', text: '知道了。' }, by);
    case 3:
      return tried(world, id, { do: 'tick' }, 'system:schedule');
    case 4:
      return tried(world, id, { do: 'submit', step: at, values: { plan: { colour: 'red' } } }, by);
    case 5:
      return tried(world, id, { do: 'agree', step: at, seen: 'f'.repeat(64), values: { plan: { name: '别的' } } }, by);
    case 6:
      return tried(world, id, { do: 'reject', step: at, opinion: '不。' }, by);
    case 7:
      return tried(world, id, { do: 'transfer', step: at, to: 'u20', opinion: '代。' }, by);
    default:
      return tried(world, id, { do: 'return', step: at, to: at, opinion: '退。' }, by);
  }
}

/** The same for dice that name the form; the first form of the process when it is empty. */
export function shippedValues(
  world: World,
  process: string,
  form: string,
  present: WorldCase['state']['values'],
  who: number,
): unknown {
  const first = [...(definitions[process]?.steps.values() ?? [])].find(asks);
  const asked =
    form === ''
      ? first
      : [...(definitions[process]?.steps.values() ?? [])].find((step) => asks(step) && step.form === form);
  return asks(asked) ? valuesFor(world, process, asked, present, who) : {};
}

/** Values for the form of a step, as some story has them, at home in the present. */
function valuesFor(
  world: World,
  process: string,
  { form = '' }: AskingStep,
  present: WorldCase['state']['values'],
  who: number,
) {
  const values = pick(told[process]?.[form] ?? [], who);
  return values === undefined ? {} : { [form]: { ...values, ...athome(world, form, values, present) } };
}

function athome(world: World, form: string, values: object, present: WorldCase['state']['values']): object {
  const today = civilDateOf(world.now, 480);
  if (form === 'plan') return { dates: { start: addDays(today, 9), end: addDays(today, 30) } };
  if (form === 'meeting') return { day: today };
  if (form === 'issue') return { campaign: world.cases('campaign-approval').at(-1)?.id ?? 'none' };
  if (form === 'solution' && 'actions' in values) {
    return { actions: rowsOf(values.actions).map((row) => ({ ...row, due: addDays(today, 5) })) };
  }
  if (form !== 'report') return {};
  const rows = (field: string, cells: object) =>
    rowsOf(present.report?.[field]).map(({ _row }) => ({ _row, ...cells }));
  return {
    steps: rows('steps', { progress: '40', status: 'in-progress' }),
    results: rows('results', { actual: '900' }),
  };
}
