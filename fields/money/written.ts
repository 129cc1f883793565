import { type ReadWritten, readingOf } from '../../site/src/fields/written-of.ts';
import { readDecimal } from '../decimal/written.ts';
import { toYuan, withoutUnit } from './ten-thousand.ts';

/** In the unit of its column: a column in 万元 takes no amount that says it is in 元, nor the other way round. */
export const readMoney: ReadWritten<'money'> = (text, _context, { unit }) => {
  if (unit !== 'tenThousand') return readDecimal(text);
  const amount = withoutUnit(text);
  const reading = amount === undefined ? { typed: text } : readDecimal(amount);
  const isAmount = 'value' in reading && typeof reading.value === 'string';
  return readingOf(isAmount ? toYuan(String(reading.value)) : undefined, text);
};
