import { sha256Hex, type Values } from '#engine';
import { isRecord } from '../fields/lists.ts';

/** The name of what is kept says nothing of the secret. `shape`: what the form began with; another one is another form. */
const keyOf = (token: string): string => `formloop.public.${sha256Hex(token).slice(0, 16)}`;
export const shapeOf = (initial: unknown): string => sha256Hex(JSON.stringify(initial)).slice(0, 16);

/** What was typed into this form on this device, where it fits the form as it is now. */
export function recallTyped(token: string, shape: string): Values | undefined {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(token)) ?? 'null');
    return isRecord(kept) && kept.shape === shape && isRecord(kept.values) ? (kept.values as Values) : undefined;
  } catch {
    return undefined;
  }
}

export function keepTyped(token: string, shape: string, values: Values): void {
  try {
    localStorage.setItem(keyOf(token), JSON.stringify({ shape, values }));
  } catch {
    // Without storage the form is filled in at one go.
  }
}

export function forgetTyped(token: string): void {
  try {
    localStorage.removeItem(keyOf(token));
  } catch {
    // Nothing was kept.
  }
}
