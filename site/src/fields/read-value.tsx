import type { ReactNode } from 'react';
import { ReadTable } from '../../../fields/table/read.tsx';
import type { Field } from '../../../schemas/generated/process.ts';
import { isEmpty, ReadPlain } from './read-plain.tsx';

/** A value as it is read, not edited; nothing there is a dash. */
export function ReadValue({ field, value }: { readonly field: Field; readonly value: unknown }): ReactNode {
  if (field.type !== 'table') return <ReadPlain field={field} value={value} />;
  return isEmpty(value) ? <ReadPlain field={NOTHING} value={undefined} /> : <ReadTable field={field} value={value} />;
}

const NOTHING = { type: 'text', title: '' } as const;
