import type { FileView } from '../../../schemas/generated/api.ts';
import { isRecord } from '../api/record.ts';

export { isRecord };

/** The ids of a list value; whatever else it holds is not shown. */
export const textList = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];

const isFile = (value: unknown): value is FileView =>
  isRecord(value) && typeof value.id === 'string' && typeof value.name === 'string' && typeof value.size === 'number';

export const fileList = (value: unknown): readonly FileView[] => (Array.isArray(value) ? value.filter(isFile) : []);

export type DateRange = { readonly start?: string; readonly end?: string };

export function dateRange(value: unknown): DateRange {
  if (!isRecord(value)) return {};
  const { start, end } = value;
  return { ...(typeof start === 'string' ? { start } : {}), ...(typeof end === 'string' ? { end } : {}) };
}
