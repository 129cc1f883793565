import type { Setting, SettingsDocument } from '../../../schemas/generated/settings.ts';
import { parseDuration } from '../../calendar/index.ts';
import { parsePoint } from '../../duty/point.ts';
import { parseDecimal } from '../../shared/decimal.ts';
import type { Finding } from '../finding.ts';
import { error } from './report.ts';

/** Every setting has a value of its type. */
export const checkSettings = ({ settings }: SettingsDocument): readonly Finding[] =>
  Object.entries(settings).flatMap(([id, { type, value }]) => {
    const kind = formatOf(type);
    if (READS[kind](String(value))) return [];
    return [error('bad-format', ['settings', id, 'value'], { value: String(value), kind })];
  });

/** Whether a text is a value of the type: whole numbers stay whole. */
export const readsAs = (type: Setting['type'], text: string): boolean =>
  READS[formatOf(type)](text) && (type !== 'integer' || /^-?\d{1,9}$/.test(text));

const formatOf = (type: Setting['type']) => (type === 'duration' || type === 'point' ? type : 'number');

const READS = {
  duration: (text: string) => parseDuration(text).ok,
  point: (text: string) => parsePoint(text) !== undefined,
  number: (text: string) => parseDecimal(text) !== undefined,
};
