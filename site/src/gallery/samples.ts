import { examples } from '../../../fields/examples.ts';
import type { Column, Field } from '../../../schemas/generated/process.ts';
import type { FieldKind } from '../fields/props.ts';

/** One field of the examples with a value it takes and one it refuses. */
export type Sample = {
  readonly id: string;
  readonly kind: FieldKind;
  readonly name: string;
  readonly field: Field;
  readonly takes: unknown;
  readonly refuses: unknown;
};

const KINDS: readonly FieldKind[] = Object.keys(examples).filter((kind): kind is FieldKind => kind in examples);

/** Only what a form can hold while it is filled in: values of another shape are refused at the door. */
const SHAPES: ReadonlySet<string> = new Set([
  'wrong-type',
  'unknown-field',
  'ill-formed-text',
  'not-writable',
  'not-a-date',
  'not-a-date-time',
]);

function samplesOf(kind: FieldKind): readonly Sample[] {
  const { fields, takes, refuses } = examples[kind];
  const all: Readonly<Record<string, Field>> = fields;
  const [first] = Object.keys(all);
  return Object.entries(all).map(([name, field]) => ({
    id: `${kind}_${name}`,
    kind,
    name,
    field,
    takes: takes[name]?.[0],
    refuses: refuses.find((each) => (each.field ?? first) === name && !SHAPES.has(each.code))?.value,
  }));
}

export const samples: readonly Sample[] = KINDS.flatMap(samplesOf);

const COLUMNS: ReadonlySet<string> = new Set([
  'text',
  'longText',
  'integer',
  'decimal',
  'money',
  'percent',
  'rating',
  'flag',
  'choice',
  'date',
  'time',
  'dateTime',
  'week',
  'month',
  'quarter',
  'year',
  'person',
  'unit',
  'region',
  'phone',
  'email',
  'link',
  'identityCode',
  'companyCode',
  'reference',
] satisfies readonly Column['type'][]);

export const isColumn = (field: Field): field is Column => COLUMNS.has(field.type);
