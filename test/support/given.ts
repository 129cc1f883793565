import { createHash } from 'node:crypto';
import { expect } from 'vitest';
import { decide } from '../../engine/case/decide.ts';
import type { Actor, CaseEvent, CaseEventOf, CaseEventType } from '../../engine/case/events.ts';
import { type Entry, evolve } from '../../engine/case/evolve.ts';
import { type Facts, rowAddress } from '../../engine/case/facts.ts';
import type { Refusal } from '../../engine/case/refusal.ts';
import type { CaseState } from '../../engine/case/state.ts';
import type { Definition } from '../../engine/definition/definition.ts';
import type { Instant, UserId } from '../../engine/shared/brand.ts';
import { civilDateOf } from '../../engine/shared/civil-date.ts';
import type { Result } from '../../engine/shared/result.ts';
import type { Act, Happening } from './acts.ts';
import { company } from './company.ts';

/** Beijing, without daylight saving. */
const OFFSET = 480;

/** A case with the world around it, as far as a story has gone. */
export type Told = {
  readonly definition: Definition;
  readonly state: CaseState | undefined;
  readonly entries: readonly Entry[];
  readonly facts: Facts;
};

const calendar = company.calendars.week;
if (calendar === undefined) throw new Error('no calendar');

/** Monday, 2 November 2026, nine o'clock in Beijing. */
const before: Facts = {
  now: '2026-11-02T01:00:00.000Z' as Instant,
  today: civilDateOf('2026-11-02T01:00:00.000Z' as Instant, OFFSET),
  by: 'system:schedule',
  case: { id: 'case-1', number: 'S-2026-001' },
  organisation: company.organisation,
  calendar,
  tables: company.tables,
  settings: company.settings,
  ledgers: company.ledgers,
  rows: {},
};

/** Given these happenings, when somebody acts, exactly those events are recorded or it is refused for that reason. */
export function given(definition: Definition, ...past: readonly Happening[]) {
  const told = past.reduce<Told>(happen, { definition, state: undefined, entries: [], facts: before });
  return {
    told,
    get state(): CaseState {
      return stateOf(told);
    },
    when: (act: Act) => outcomeOf(told, act),
  };
}

function outcomeOf(told: Told, act: Act) {
  const result = judge(told, act);
  const told2 = () => happen(told, act);
  return {
    records: (...events: readonly CaseEvent[]) => expect(result).toEqual({ ok: true, value: events }),
    refuses: (refusal: Refusal) => expect(result).toEqual({ ok: false, error: refusal }),
    /** The types of what is recorded, for stories in which the order is the point. */
    recordsTypes: (...types: readonly CaseEventType[]) =>
      expect(result.ok ? result.value.map(({ type }) => type) : result.error).toEqual(types),
    get events(): readonly CaseEvent[] {
      if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.error)}`);
      return result.value;
    },
    get state(): CaseState {
      return stateOf(told2());
    },
  };
}

function judge({ definition, state, facts }: Told, act: Act): Result<readonly CaseEvent[], Refusal> {
  return decide(definition, state, act.command, factsOf(facts, act));
}

function happen(told: Told, happening: Happening): Told {
  if (!('command' in happening)) return { ...told, facts: { ...told.facts, ...happening } };
  const decided = judge(told, happening);
  if (!decided.ok) throw new Error(`${happening.by} may not: ${JSON.stringify(decided.error)}`);
  if (decided.value.length === 0) return told;
  const facts = factsOf(told.facts, happening);
  const entry: Entry = { at: facts.now, by: facts.by, events: decided.value };
  const state = evolve(told.state, entry);
  return { ...told, state, entries: [...told.entries, entry], facts: { ...facts, rows: written(facts, entry) } };
}

function factsOf(facts: Facts, { by, at }: Act): Facts {
  const now = at === undefined ? facts.now : instant(at);
  return { ...facts, now, today: civilDateOf(now, OFFSET), by: by as Actor };
}

/** Beijing wall-clock time, `2026-11-02 09:00`, as the UTC instant. */
export const instant = (local: string): Instant =>
  new Date(`${local.replace(' ', 'T')}+08:00`).toISOString() as Instant;

function written({ rows }: Facts, { events }: Entry): Facts['rows'] {
  const writes = events.flatMap((event) => (event.type === 'LedgerWritten' ? [event.data] : []));
  const changed = writes.map(({ ledger, row, base, cells }) => [rowAddress(ledger, row), { version: base + 1, cells }]);
  return { ...rows, ...Object.fromEntries(changed) };
}

function stateOf({ state }: Told): CaseState {
  if (state === undefined) throw new Error('nothing happened yet');
  return state;
}

/** One event as it is recorded. */
export const event = <Type extends CaseEventType>(type: Type, data: CaseEventOf<Type>['data']): CaseEvent =>
  ({ type, v: 1, data }) as CaseEventOf<Type>;

/** Digest of what a step shows, worked out without the engine: `{ ask: { what: 'a pen' } }`. */
export const digest = (shown: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(sorted(shown)))
    .digest('hex');

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, member]) => [key, sorted(member)]),
  );
}

/** Who is asked at which open step of an open case. */
export function asked(state: CaseState): Readonly<Record<string, readonly UserId[]>> {
  const open = Object.entries(state.status === 'open' ? state.steps : {}).filter(([, step]) => step.status === 'open');
  return Object.fromEntries(
    open.map(([id, { seats }]) => [id, seats.filter(({ status }) => status === 'open').map(({ person }) => person)]),
  );
}
