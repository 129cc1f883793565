import type { Values } from '../form/value.ts';

/**
 * The values with one form replaced by what it has become. A form is settled when it is opened and handed in, never
 * later: what somebody agreed to must not change because a ledger or the day has moved on.
 */
export function onlyForm(before: Values, after: Values, form: string | undefined): Values {
  return form === undefined ? before : { ...before, [form]: after[form] ?? {} };
}
