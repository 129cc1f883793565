import type { Values } from '../form/value.ts';
import { sameValue } from '../form/value.ts';
import type { Changed } from './events.ts';

/** Field path to new value for every field that differs; null where the value is gone. */
export function changesBetween(before: Values, after: Values): Changed {
  const changed: Record<string, unknown> = {};
  for (const form of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const [old, present] = [before[form] ?? {}, after[form] ?? {}];
    for (const field of new Set([...Object.keys(old), ...Object.keys(present)])) {
      if (!sameValue(old[field], present[field])) changed[`${form}.${field}`] = present[field] ?? null;
    }
  }
  return changed;
}
