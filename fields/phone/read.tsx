import type { ReadProps } from '../../site/src/fields/read-line.tsx';
import { phoneGroups } from './text.ts';

/** An extension is dialled after a pause. */
const dialled = (number: string): string => number.replace(/^(0\d{2,3}-\d+)-(\d+)$/, '$1,$2');

/** On a phone one touch dials. */
export const ReadPhone = ({ value }: ReadProps<'phone'>) => (
  <a className="number" href={`tel:${dialled(String(value))}`}>
    {phoneGroups(value)}
  </a>
);
