/** Where a value lives in the form: `plan.total`, or `plan.budget.r3.amount` for a cell. */
export type FieldKey = string;

export type KeyParts = {
  readonly form: string;
  readonly field: string;
  /** `plan.total` */
  readonly path: string;
  readonly row?: string;
  readonly column?: string;
};

export const cellKey = (table: FieldKey, row: string, column: string): FieldKey => `${table}.${row}.${column}`;

export function partsOf(key: FieldKey): KeyParts {
  const [form = '', field = '', row, column] = key.split('.');
  const path = `${form}.${field}`;
  return row === undefined || column === undefined ? { form, field, path } : { form, field, path, row, column };
}

/** The id of the control in the page; links of the error summary lead there. */
export const domId = (key: FieldKey): string => `field-${key.replaceAll('.', '-')}`;
