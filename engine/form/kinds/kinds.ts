import { table } from '../../../fields/table/kind.ts';
import type { Field } from '../../../schemas/generated/process.ts';
import type { Kind } from './kind.ts';
import { plainKinds } from './plain-kinds.ts';

export type FieldKind = Field['type'];

/** A kind added to the schema does not compile until it is here. */
const kinds = { ...plainKinds, table } satisfies { [K in FieldKind]: Kind<Extract<Field, { type: K }>> };

export const kindOf = (field: Field): Kind<Field> => kinds[field.type];
