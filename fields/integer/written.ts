import { integerCodec } from '../../site/src/fields/number-codec.ts';
import type { Reading } from '../../site/src/fields/use-text-input.ts';

/** A spreadsheet shows whole numbers with zeros after the point: 12.00. */
export const readInteger = (text: string): Reading => {
  const reading = integerCodec.read(text.replace(/[.．]0+$/, ''));
  return 'typed' in reading ? { typed: text } : reading;
};
