import { COLUMNS, type Size } from './form-spec.ts';

/** A library with its page, and how to find in it what every form has. */
export type Target = {
  readonly id: string;
  readonly title: string;
  /** Where the form opens. */
  readonly address: (size: Size, filled: boolean) => string;
  /** The box of a field. */
  readonly box: (field: string) => string;
  /** The box of a cell of the table. */
  readonly cell: (row: number, column: string) => string;
  /** Rows of the table that are drawn before anybody scrolls; all of them unless said. */
  readonly drawn?: number;
  /** Where the total is read. */
  readonly total: string;
  readonly send: string;
};

const LAST_FIELDS: Readonly<Record<Size, string>> = { s30: 'f29', s200: 'f199', t100: 'f39' };

const bundled = (name: string) => (size: Size, filled: boolean) =>
  `/${name}.html?form=${size}${filled ? '&filled' : ''}`;

/** Where cells have no names of their own. */
function inTable(row: number, column: string): string {
  const place = COLUMNS.findIndex(({ id }) => id === column);
  return `table tbody tr:nth-child(${row + 1}) td:nth-child(${place + 1}) input`;
}

const inFormloop = {
  box: (field: string) => `#field-form-${field}`,
  cell: (row: number, column: string) => `#field-form-table-r${row}-${column}`,
  total: '#field-form-sum',
  drawn: 12,
};

export const TARGETS: readonly Target[] = [
  { id: 'form', title: 'Formloop, form alone', address: bundled('formloop'), ...inFormloop, send: '#send' },
  {
    id: 'page',
    title: 'Formloop, whole page',
    address: (size, filled) => `/en/fill/?process=bench-${size}${filled ? 'filled' : ''}`,
    ...inFormloop,
    send: '.action-bar button[type=submit]',
  },
  {
    id: 'rjsf',
    title: 'RJSF',
    address: bundled('rjsf'),
    box: (field) => `#root_${field}`,
    cell: (row, column) => `#root_table_${row}_${column}`,
    total: '#total',
    send: 'button[type=submit]',
  },
  {
    id: 'json-forms',
    title: 'JSON Forms',
    address: bundled('json-forms'),
    box: (field) => `[id="#/properties/${field}-input"]`,
    cell: inTable,
    total: '#total',
    send: '#send',
  },
  {
    id: 'form-js',
    title: 'form-js',
    address: bundled('form-js'),
    box: (field) => `[id$="-${field}"]`,
    cell: (row, column) => `[id$="-${column}_${row}"]`,
    total: '.fjs-form-field-text',
    send: 'button[type=submit]',
  },
  {
    id: 'survey-js',
    title: 'SurveyJS',
    address: bundled('survey-js'),
    box: (field) => `[data-name="${field}"] :is(input, textarea, [role=combobox])`,
    cell: inTable,
    total: '[data-name="sum"]',
    send: '.sd-navigation__complete-btn',
  },
];

/** What is there once all of the form is there. */
export const lastOf = (target: Target, size: Size): string =>
  size === 't100' ? target.cell((target.drawn ?? 100) - 1, 'note') : target.box(LAST_FIELDS[size]);

/** Where keys are pressed: the second text of the form. */
export const textOf = ({ box }: Target): string => box('f1');
/** And an amount in the table, which the total follows. */
export const amountOf = ({ cell }: Target): string => cell(10, 'amount');
