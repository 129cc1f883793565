import { type CivilDate, isCivilDate } from '#engine';
import type { BoardReport } from '../../../schemas/generated/links.ts';
import type { BoardLook } from '../cases/board-counts.ts';
import { BOARD_PERIODS, type BoardPeriod, monthsOf } from '../cases/board-period.ts';
import { type Visit, visit } from '../store/visit.ts';
import { authorize } from './authorize.ts';
import { ProblemError } from './problem.ts';
import type { Call } from './route.ts';
import { today } from './today.ts';

/** How a board is looked at. */
export const BOARD_LOOK = { asOf: { pattern: '^\\d{4}-\\d{2}-\\d{2}$' }, period: { enum: BOARD_PERIODS } } as const;

/** Boards, as they stand among the reports. */
export type BoardName = 'loops' | 'clauses';
export type Looking = { readonly who: Visit; readonly report: BoardReport; readonly look: BoardLook } & {
  readonly period: BoardPeriod;
};

/** The boards that somebody may open. */
export const boardsFor = (who: Visit): readonly (readonly [BoardName, BoardReport])[] => {
  const { links, clauses } = who.workspace.documents;
  const all = [
    ['loops', links?.report],
    ['clauses', clauses?.report],
  ] as const;
  return all.flatMap(([name, report]) =>
    report && authorize(who, { may: 'read-report', report }) ? [[name, report] as const] : [],
  );
};

/** @throws ProblemError `not-found` when this reader may open none of these boards. */
export async function lookingAtBoard(
  { store, ticket, query, now }: Call,
  names: readonly BoardName[],
): Promise<Looking> {
  const { visit: who } = await visit(store, ticket);
  const { boards } = who.workspace;
  const [, report] = boardsFor(who).find(([name]) => names.includes(name)) ?? [];
  if (report === undefined || boards === undefined) throw new ProblemError('not-found');
  const present = today(who.workspace, now);
  const asked = query.asOf ?? present;
  if (!isCivilDate(asked)) throw new ProblemError('invalid-query', { params: { parameter: 'asOf' } });
  const day = asked < present ? asked : undefined;
  const period = BOARD_PERIODS.find((each) => each === query.period) ?? 'year';
  return { who, report, period, look: { sums: boards, months: monthsOf(period, day ?? present), today: present, day } };
}

/** What every board says of how it is looked at. */
export const frameOf = ({ report, look, period }: Looking, filling: boolean) => ({
  number: report.number,
  asOf: look.day ?? look.today,
  today: look.today,
  period,
  from: `${look.months[0] ?? ''}-01`,
  filling,
});

/** The day at whose end a board is looked at. */
export const dayOf = ({ day, today: present }: BoardLook): CivilDate => day ?? present;
