import type { Command } from '../../engine/case/command.ts';
import { digestOf } from '../../engine/case/digest.ts';
import type { Actor } from '../../engine/case/events.ts';
import type { Refusal } from '../../engine/case/refusal.ts';
import type { Seat } from '../../engine/case/state.ts';
import { type AskingStep, asks } from '../../engine/definition/definition.ts';
import type { World, WorldCase } from '../../engine/scenario/world.ts';
import type { Instant, StepId, UserId } from '../../engine/shared/brand.ts';
import type { Result } from '../../engine/shared/result.ts';

/** Numbers from a test that decide what happens next. */
export type Dice = readonly [what: number, which: number, who: number, how: number];

/** What dice are thrown for: a company, what it can start, and values that fit a form at that moment. */
export type Table = {
  readonly people: readonly UserId[];
  readonly processes: readonly string[];
  readonly starters: readonly UserId[];
  readonly admins: readonly UserId[];
  readonly values: (
    world: World,
    process: string,
    form: string,
    present: WorldCase['state']['values'],
    n: number,
  ) => unknown;
};

/** What was tried, and how it came out; undefined when only time went by. */
export type Tried =
  | { readonly id?: string; readonly by: Actor; readonly command: Command; readonly result: Result<WorldCase, Refusal> }
  | undefined;

const HOUR = 3_600_000;
/** More cases than this make the dice fall on each of them too seldom. */
const MOST_CASES = 8;

const pick = <T>(list: readonly T[], n: number): T | undefined => list[n % Math.max(list.length, 1)];

/** Lets one thing happen: mostly what somebody is asked to do; else what anybody could try, or time goes by. */
export function throwDice(world: World, table: Table, [what, which, who, how]: Dice): Tried {
  const kind = what % 16;
  const cases = world.cases();
  if (cases.length === 0 || (kind === 0 && cases.length < MOST_CASES)) return begin(world, table, which, who);
  if (kind === 1) return wait(world, which);
  if (kind < 6) return anybody(world, table, which, who, how);
  const task = pick(tasksIn(world), which);
  return task === undefined
    ? wait(world, which)
    : send(world, task.target.id, doTask(world, table, task, who, how), task.by);
}

const send = (world: World, id: string, command: Command, by: Actor): Tried => ({
  id,
  by,
  command,
  result: world.command(id, command, by),
});

function wait(world: World, hours: number): Tried {
  const then = Date.parse(world.now) + ((hours % 150) + 1) * HOUR;
  world.waitUntil(new Date(then).toISOString() as Instant);
  return undefined;
}

function begin(world: World, table: Table, which: number, who: number): Tried {
  const process = pick(table.processes, which) ?? '';
  const by = pick(which % 7 === 0 ? table.people : table.starters, who) as UserId;
  const values = table.values(world, process, '', {}, who);
  return { by, command: { do: 'start', values }, result: world.start(process, by, values) };
}

type Task = { readonly target: WorldCase; readonly by: UserId; readonly step: AskingStep; readonly seat: Seat };

function tasksIn(world: World): readonly Task[] {
  return world.cases().flatMap((target) => (target.state.status === 'open' ? tasksOf(target) : []));
}

function tasksOf(target: WorldCase): readonly Task[] {
  return Object.entries(target.state.steps).flatMap(([id, { status, seats }]) => {
    const step = target.definition.steps.get(id as StepId);
    if (status !== 'open' || !asks(step)) return [];
    return seats.flatMap((seat) => (seat.status === 'open' ? [{ target, by: seat.person, step, seat }] : []));
  });
}

/** What the holder of a seat does: mostly hands in or agrees. */
function doTask(world: World, table: Table, { target, step, seat }: Task, who: number, how: number): Command {
  const { id } = step;
  const seen = how % 3 === 0 ? { seen: digestOf(step.rights, target.state.values) } : {};
  const opinion = how % 13 === 0 ? '' : '请看。';
  const other = pick(table.people, who) ?? '';
  if (seat.place === 'delegate' && how % 4 > 0) return { do: 'advise', step: id, opinion };
  switch (how % 26) {
    case 0:
      return { do: 'reject', step: id, opinion };
    case 1:
    case 2:
      return { do: 'return', step: id, to: pick(step.returnTo, who) ?? id, opinion };
    case 3:
      return { do: 'transfer', step: id, to: other, opinion };
    case 4:
      return { do: 'abstain', step: id, opinion, ...seen };
    case 5:
    case 6: {
      const place = pick(['before', 'after', 'parallel'] as const, who) ?? 'before';
      return { do: 'addSigners', step: id, place, people: [other], opinion, ...seen };
    }
    case 7:
      return { do: 'delegate', step: id, to: other, opinion };
    case 8:
      return { do: 'claim', step: id };
    case 9:
      return { do: 'release', step: id };
    case 10:
      return { do: 'consult', step: id, to: other, question: opinion };
    default: {
      const form = step.form ?? '';
      const values =
        form === '' || seat.place !== undefined
          ? {}
          : table.values(world, target.definition.id, form, target.state.values, who);
      const signed = how % 2 === 0 ? '同意。' : opinion;
      return step.kind === 'fill'
        ? { do: 'submit', step: id, values, ...seen }
        : { do: 'agree', step: id, values, opinion: signed, ...seen };
    }
  }
}

/** Anybody tries anything anywhere: the starter, an administrator, a stranger. */
function anybody(world: World, table: Table, which: number, who: number, how: number): Tried {
  const target = pick(world.cases(), which);
  if (target === undefined) return undefined;
  const { id, state, definition } = target;
  const stranger = pick(table.people, who) as UserId;
  const at = pick([...definition.steps.keys()], how) as StepId;
  const admin = pick(table.admins, who) as UserId;
  const someAdmin = how % 3 > 0 ? admin : stranger;
  const everySeat = seatsOf(target);
  const seat = pick(everySeat, who)?.id ?? 1;
  const added = everySeat.filter(({ from }) => from !== undefined);
  const removed = pick(how % 5 === 0 ? everySeat : added, which);
  const open = pick(openSeats(target), who);
  const asked = pick(state.consultations, which);
  const dated = Object.keys(state.steps).filter((id) => state.steps[id as StepId]?.due !== undefined) as StepId[];
  const timed = pick(dated, which);
  const mover = pick([state.starter, stranger, stranger], which) as UserId;
  const decider = pick(everySeat, how)?.person ?? stranger;
  const opinion = '理由。';
  const commands: readonly (readonly [Command, Actor])[] = [
    [{ do: 'withdraw', keep: who % 3 > 0, opinion }, mover],
    [{ do: 'comment', text: '知道了。' }, stranger],
    [{ do: 'tick' }, 'system:schedule'],
    [{ do: 'agree', step: at, seen: 'f'.repeat(64), values: {} }, stranger],
    [{ do: 'reject', step: at, opinion }, stranger],
    [{ do: 'return', step: at, to: at, opinion }, stranger],
    [{ do: 'takeBack', step: pick(Object.keys(state.steps), how) as StepId, opinion }, decider],
    [{ do: 'takeBack', step: at, opinion }, decider],
    [{ do: 'urge' }, mover],
    [{ do: 'removeSigner', step: stepOfSeat(target, removed?.id), seat: removed?.id ?? 0, opinion }, someAdmin],
    [{ do: 'hold', opinion }, someAdmin],
    [{ do: 'resume', opinion }, admin],
    [{ do: 'resume', opinion }, someAdmin],
    [{ do: 'cancel', opinion }, who % 4 === 0 ? someAdmin : stranger],
    [{ do: 'jump', to: at, opinion }, someAdmin],
    [{ do: 'reassign', step: stepOfSeat(target, seat), seat, to: pick(table.people, which) ?? '', opinion }, someAdmin],
    [{ do: 'changeDue', step: timed ?? at, due: '2027-03-01T18:00', opinion }, someAdmin],
    [{ do: 'reply', consultation: asked?.id ?? 1, text: '可以。' }, asked?.to ?? stranger],
    [{ do: 'reject', step: stepOfSeat(target, open?.id), opinion }, open?.person ?? stranger],
    [{ do: 'revoke', opinion }, state.starter],
    [{ do: 'reseat' }, 'system:schedule'],
    [{ do: 'release', step: at }, decider],
  ];
  const [command, by] = pick(commands, how) ?? [{ do: 'tick' } as const, 'system:schedule' as const];
  return send(world, id, command, by);
}

const seatsOf = ({ state }: WorldCase): readonly Seat[] => Object.values(state.steps).flatMap(({ seats }) => seats);
const openSeats = (target: WorldCase): readonly Seat[] => seatsOf(target).filter(({ status }) => status === 'open');

const stepOfSeat = ({ state }: WorldCase, seat: number | undefined): StepId =>
  (Object.entries(state.steps).find(([, { seats }]) => seats.some(({ id }) => id === seat))?.[0] ?? 'draft') as StepId;
