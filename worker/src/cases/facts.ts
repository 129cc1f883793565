import {
  type Actor,
  type Calendar,
  civilDateOf,
  type Definition,
  type Facts,
  type Instant,
  type LedgerRow,
  type RowAddress,
  type UserId,
  type Values,
  type Workspace,
} from '#engine';
import type { PresentWorkspace } from '../store/workspace.ts';

/** What a decision on one case is made from, but for the ledger rows it turns out to need. */
export type Setting = {
  readonly workspace: Workspace & Partial<Pick<PresentWorkspace, 'absences'>>;
  readonly definition: Definition;
  readonly now: Instant;
  readonly by: Actor;
  readonly case: { readonly id: string; readonly number?: string };
  /** The present versions of all processes that rows of a ledger start. */
  readonly triggered?: readonly Definition[];
  /** Who has opened the case since the actor decided. */
  readonly viewedSince?: readonly UserId[];
  /** Values of the latest case that each series started. */
  readonly last?: Readonly<Record<string, Values>>;
};

/** The same with what a decision needs beside: every process that exists. */
export type DecisionSetting = Setting & { readonly workspace: PresentWorkspace };

export function factsOf(setting: Setting, rows: Readonly<Record<RowAddress, LedgerRow>>): Facts {
  const { workspace, definition, now, by, triggered, viewedSince, last } = setting;
  const { organisation, tables, settings, ledgers } = workspace;
  const calendar = calendarOf(workspace, definition);
  return {
    now,
    today: civilDateOf(now, calendar.offset),
    by,
    case: setting.case,
    organisation,
    calendar,
    tables,
    settings,
    ledgers,
    rows,
    ...(workspace.absences && { absences: workspace.absences }),
    ...(triggered && { triggered }),
    ...(viewedSince && { viewedSince }),
    ...(last && { last }),
  };
}

/** @throws Error when the calendar is gone: publishing rules that out. */
export function calendarOf({ calendars }: Workspace, { document }: Definition): Calendar {
  const calendar = calendars[document.calendar];
  if (!calendar) throw new Error(`no calendar ${document.calendar}`);
  return calendar;
}
