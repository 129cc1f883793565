import type { Cell } from '../definition/definition.ts';
import type { Formula } from '../form/model.ts';
import type { Grain } from './period.ts';
import type { Point } from './point.ts';
import type { ReminderSpan } from './reminders.ts';

/** Whom a duty is asked of. */
export type DutySubjects =
  | { readonly kind: 'people'; readonly posts: readonly string[] }
  | { readonly kind: 'units'; readonly units: readonly string[]; readonly post?: string }
  | { readonly kind: 'rows'; readonly ledger: string; readonly person: string; readonly where?: Formula };

/** A recurring duty of a process: one case for each period and subject. */
export type Duty = {
  readonly every: Grain;
  readonly open: Point;
  readonly due: Point;
  /** Absent: it can be handed in however late. */
  readonly close?: Point;
  readonly subjects: DutySubjects;
  readonly with: readonly Cell[];
  /** How long before it is due the missing are reminded. */
  readonly remind: readonly ReminderSpan[];
  /** How long after, `times` times, `after` apart. */
  readonly overdue: readonly { readonly after: ReminderSpan; readonly times: number }[];
};
