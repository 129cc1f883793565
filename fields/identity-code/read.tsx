import type { ReadProps } from '../../site/src/fields/read-line.tsx';
import { identityGroups } from './text.ts';

/** Where the field itself is read, the whole number is. */
export const ReadIdentityCode = ({ value }: ReadProps<'identityCode'>) => (
  <span className="number">{identityGroups(value)}</span>
);
