/** How often a year's work that somebody begins by hand comes up in a month; what is not named comes less than once. */
export const MONTHLY: Readonly<Record<string, number>> = {
  'customer-ticket': 14,
  'expense-claim': 14,
  'intelligence-tip': 5,
  'customer-care': 3,
  'customer-record': 5,
  'order-delivery': 6,
  'material-request': 2.5,
  'after-sales-service': 4,
  'sales-contract': 5,
  'group-order-registration': 4.5,
  'group-order-progress': 1,
  'group-contract': 0.5,
  'campaign-approval': 4,
  'campaign-issue': 3,
  'dept-coordination': 3,
  rectification: 1.5,
  'improvement-proposal': 2,
  'incident-report': 2,
  'target-breakdown': 0.3,
  'target-adjustment': 0.8,
  'marketing-strategy': 0.5,
  'annual-sales-plan': 0.3,
  'annual-marketing-plan': 0.2,
  'annual-budget': 0.4,
  'kpi-scheme': 0.3,
  'brand-communication-plan': 0.4,
  'branch-manager-appointment': 0.2,
  'partner-onboarding': 4,
  'survey-run': 1,
  'research-project': 2,
  'channel-violation': 2.5,
  'conduct-violation': 2.5,
};
export const USUALLY = 0.7;

/** How busy each month is; the third quarter is weak, the fourth recovers. */
export const SEASON: readonly number[] = [0.9, 0.7, 1.1, 1.1, 1.1, 1, 0.75, 0.7, 0.75, 1.15, 1.25, 1.1];
/** When customers complain, and goods come back: first and foremost in the third quarter. */
const TROUBLE: readonly number[] = [0.4, 0.4, 0.5, 0.6, 0.6, 0.6, 2.4, 2.6, 2.2, 0.7, 0.5, 0.4];
const TROUBLED = new Set(['customer-ticket', 'after-sales-service', 'incident-report']);

/** How often work of a process begins in a month, as far as the month has to do with it. */
export const seasonOf = (process: string, month: number): number =>
  (TROUBLED.has(process) ? TROUBLE : SEASON)[month - 1] ?? 1;

/** Shares of approvals that are returned or rejected; the third quarter is worse. */
export const shares = (month: number) =>
  isWeak(month) ? { returned: 0.11, rejected: 0.05 } : { returned: 0.06, rejected: 0.02 };

/** The share of tasks that somebody does not look at for long: people differ, always in the same way. */
export const forgetful = (person: string, month: number): number => {
  const own = numberOf(person) % 7 === 3 ? 0.08 : 0.02;
  return isWeak(month) ? own * 2 : own;
};

/** The chance that somebody gets to a task within half a day. */
export const speedOf = (person: string): number => 0.45 + ((numberOf(person) * 37) % 50) / 100;

const isWeak = (month: number): boolean => month >= 7 && month <= 9;

const numberOf = (person: string): number => Number(person.slice(1));
