import { isEmpty } from '../fields/read-plain.tsx';
import { ReadValue } from '../fields/read-value.tsx';
import { PaperFiles } from './paper-files.tsx';
import type { SheetCell } from './sheet-forms.ts';

/** A value as it stands on paper: nothing to press, nothing cut off. */
export function PaperValue({ field, value }: Pick<SheetCell, 'field' | 'value'>) {
  if (field.type === 'files' && !isEmpty(value)) return <PaperFiles value={value} />;
  return <ReadValue field={field} value={value} />;
}
