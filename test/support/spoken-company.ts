import { type Instant, isObject } from '#engine';
import type { Scenario } from '../../schemas/generated/scenario.ts';

export type Said = { readonly status: number; readonly body: Readonly<Record<string, unknown>> };

/** A company that is spoken to through its API. */
export type Company = {
  readonly now: Instant;
  readonly get: (person: string, path: string) => Promise<Said>;
  readonly start: (person: string, process: string, values: unknown) => Promise<Said>;
  readonly act: (person: string, id: string, command: Readonly<Record<string, unknown>>) => Promise<Said>;
  readonly upload: (person: string, name: string, content: Uint8Array<ArrayBuffer>) => Promise<Said>;
  readonly waitUntil: (now: Instant) => Promise<void>;
  /** The least that time goes on at once when somebody waits, in milliseconds; half a day when absent. */
  readonly hop?: number;
  /** Rows that a story finds there. */
  readonly lay: (rows: NonNullable<Scenario['ledgers']>) => Promise<void>;
};

export type Fields = Readonly<Record<string, unknown>>;
export type Forms = Readonly<Record<string, Fields>>;
/** Cases by the names that a story gives them. */
export type Cast = Readonly<Record<string, string>>;

export type Task = { readonly step: string; readonly kind: string; readonly seen: string; readonly form?: string };
export type CaseLink = {
  readonly id: string;
  readonly process: string;
  readonly number: string;
  readonly status: string;
};
export type CaseSeen = {
  readonly id: string;
  readonly number: string;
  readonly status: string;
  readonly process: { readonly id: string };
  readonly cause?: CaseLink;
  readonly children: readonly CaseLink[];
  readonly referrers: readonly CaseLink[];
  readonly values: Forms;
  readonly tasks: readonly Task[];
  readonly picture: readonly unknown[];
};

export type StepSeen = {
  readonly step: string;
  readonly kind: string;
  readonly state: string;
  readonly seats: readonly { readonly person: string; readonly status: string }[];
};

export function stepsIn(node: unknown): readonly StepSeen[] {
  if (Array.isArray(node)) return node.flatMap(stepsIn);
  if (!isObject(node)) return [];
  if (typeof node.step === 'string' && Array.isArray(node.seats)) return [node as StepSeen];
  return Object.values(node).flatMap(stepsIn);
}

export const summary = (picture: unknown): string =>
  stepsIn(picture)
    .filter(({ state }) => state === 'open')
    .map(({ step, seats }) => `${step} ${seats.map(({ person, status }) => `${person}:${status}`).join(',')}`)
    .join('; ');

/** The steps at which somebody is asked. */
export const openIn = ({ picture }: CaseSeen): readonly StepSeen[] =>
  stepsIn(picture).filter(({ seats }) => seats.some(({ status }) => status === 'open'));

/** @throws Error when it was refused. */
export function accepted(what: string, said: Said): Said {
  if (said.status >= 300) throw new Error(`${what}: ${said.status} ${JSON.stringify(said.body)}`);
  return said;
}
