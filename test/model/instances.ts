import type { Field } from '../../schemas/generated/process.ts';

/** A small generator of its own (mulberry32), so that a seed always makes the same instances. */
export function diceOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export type Dice = ReturnType<typeof diceOf>;
export type World = {
  readonly people: readonly string[];
  readonly units: readonly string[];
  /** Row ids by ledger. */
  readonly rows: Readonly<Record<string, readonly string[]>>;
};

const pick = <T>(dice: Dice, list: readonly T[]): T | undefined => list[Math.floor(dice() * list.length)];
const whole = (dice: Dice, from: number, to: number): number => from + Math.floor(dice() * (to - from + 1));
const pad = (value: number, width = 2): string => String(value).padStart(width, '0');

const LETTERS = ['店', '活动', 'a', ' ', '7', '😀', '，', 'é', '\n', '促销', '_', '١', '𠮷'];
const textOf = (dice: Dice, most: number): string =>
  Array.from({ length: whole(dice, 1, Math.max(Math.min(most, 12), 1)) }, () => pick(dice, LETTERS) ?? 'x')
    .join('')
    .slice(0, most) || '店';

const day = (dice: Dice): string => `${whole(dice, 2026, 2027)}-${pad(whole(dice, 1, 12))}-${pad(whole(dice, 1, 28))}`;
const sha = 'ab'.repeat(32);

function decimalOf(dice: Dice, { min, max, scale }: { min?: unknown; max?: unknown; scale: number }): string {
  const low = Number(min ?? 0);
  const high = Number(max ?? 1_000_000);
  const number = pick(dice, [low, high, Math.floor(low + dice() * (high - low)), low + (high - low) / 2]) ?? low;
  return number.toFixed(scale > 0 && dice() < 0.5 ? scale : 0);
}

const optionsIn = (field: { readonly options: unknown }): readonly string[] =>
  Array.isArray(field.options) ? field.options.map(({ id }: { id: string }) => id) : [];

const some = <T>(dice: Dice, list: readonly T[], most: number): readonly T[] =>
  list.filter(() => dice() < 0.5).slice(0, Math.max(most, 1));

/** A value that a field takes as long as nothing but the field itself is looked at; undefined: leave it empty. */
export function valueFor(field: Field, dice: Dice, world: World): unknown {
  switch (field.type) {
    case 'text':
      return textOf(dice, field.max ?? 200);
    case 'longText':
      return textOf(dice, field.max ?? 4000);
    case 'integer':
      return Math.floor(Number(decimalOf(dice, { min: field.min, max: field.max, scale: 0 })));
    case 'decimal':
    case 'money':
    case 'percent':
      return decimalOf(dice, { min: field.min, max: field.max, scale: ('scale' in field && field.scale) || 2 });
    case 'rating':
      return whole(dice, 1, field.max ?? 5);
    case 'flag':
      return dice() < 0.5;
    case 'choice':
      return pick(dice, optionsIn(field));
    case 'choices':
      return some(dice, optionsIn(field), field.max ?? 9);
    case 'date':
      return day(dice);
    case 'dateRange': {
      const [start, end] = [day(dice), day(dice)].sort();
      return { start, end };
    }
    case 'week':
      return `${whole(dice, 2026, 2027)}-W${pad(whole(dice, 1, 52))}`;
    case 'month':
      return day(dice).slice(0, 7);
    case 'quarter':
      return `${whole(dice, 2026, 2027)}-Q${whole(dice, 1, 4)}`;
    case 'year':
      return whole(dice, 2026, 2027);
    case 'time':
      return `${pad(whole(dice, 0, 23))}:${pad(whole(dice, 0, 59))}`;
    case 'dateTime':
      return `${day(dice)}T${pad(whole(dice, 0, 23))}:${pad(whole(dice, 0, 59))}`;
    case 'person':
      return pick(dice, world.people);
    case 'people':
      return some(dice, world.people.slice(0, 8), field.max ?? 9);
    case 'unit':
      return pick(dice, world.units);
    case 'units':
      return some(dice, world.units.slice(0, 8), field.max ?? 9);
    case 'reference':
      return 'ledger' in field.to ? pick(dice, world.rows[field.to.ledger] ?? []) : undefined;
    case 'files':
      return [
        {
          id: `f${whole(dice, 1, 9)}`,
          name: '方案.pdf',
          size: whole(dice, 0, 9999),
          type: 'application/pdf',
          sha256: sha,
        },
      ];
    case 'table': {
      const count = whole(dice, field.minRows ?? 0, Math.min(field.maxRows ?? 4, (field.minRows ?? 0) + 3));
      return Array.from({ length: count }, (_, index) => rowFor(field, `r${index + 1}`, dice, world));
    }
    case 'questions':
      return questionsFor(dice, field.max ?? 9);
    case 'answers': {
      const questions = questionsFor(dice, 9);
      const given = questions.map(({ id, kind }) => [id, answerTo(kind, dice)] as const);
      return { questions, given: Object.fromEntries(given.filter(([, answer]) => answer !== undefined)) };
    }
    default:
      return undefined;
  }
}

const asked = [
  { kind: 'rating', required: true },
  { kind: 'scale' },
  { kind: 'text' },
  { kind: 'flag' },
  {
    kind: 'choice',
    options: [
      { id: 'o1', title: '门店' },
      { id: 'o2', title: '网店' },
    ],
  },
] as const;

const questionsFor = (dice: Dice, most: number) =>
  asked
    .filter((_, index) => index === 0 || dice() < 0.5)
    .slice(0, most)
    .map((question, index) => ({ id: `q${index + 1}`, title: `问题${index + 1}`, ...question }));

function answerTo(kind: (typeof asked)[number]['kind'], dice: Dice): unknown {
  if (kind !== 'rating' && dice() < 0.3) return undefined;
  if (kind === 'rating') return whole(dice, 1, 5);
  if (kind === 'scale') return whole(dice, 0, 10);
  if (kind === 'flag') return dice() < 0.5;
  return kind === 'choice' ? pick(dice, ['o1', 'o2']) : textOf(dice, 300);
}

function rowFor(field: Extract<Field, { type: 'table' }>, id: string, dice: Dice, world: World): object {
  const cells = Object.entries<Field>(field.columns)
    .filter(([, column]) => isWritten(column))
    .map(([column, declared]) => [column, valueFor(declared, dice, world)] as const);
  return { _row: id, ...Object.fromEntries(cells.filter(([, cell]) => cell !== undefined)) };
}

/** Whether anybody but the engine gives it a value. */
export const isWritten = (field: Field): boolean =>
  !('compute' in field && field.compute !== undefined) &&
  !('lookup' in field && field.lookup !== undefined) &&
  !('readonly' in field && field.readonly === true) &&
  field.type !== 'heading' &&
  field.type !== 'group';

/** Values that stand where something else belongs. */
const FOREIGN: readonly unknown[] = [
  true,
  0,
  -1,
  1.5,
  2 ** 53,
  '',
  ' ',
  'x',
  '1e3',
  '-0.001',
  '2026-02-30',
  '2026-W53',
  '9'.repeat(30),
  '字'.repeat(5000),
  'a\u0000b',
  '\ud800',
  'toString',
  [],
  ['x', 'x'],
  [null],
  {},
  { start: '2026-01-02', end: '2026-01-01' },
  { _row: 'r1' },
];

/** The body with one thing in it changed: a value that is foreign, missing or too many. */
export function broken(body: Readonly<Record<string, unknown>>, dice: Dice): Readonly<Record<string, unknown>> {
  const keys = Object.keys(body);
  const key = pick(dice, keys);
  if (key === undefined || dice() < 0.05) return { ...body, ghost: 1 };
  const value = body[key];
  if (Array.isArray(value) && value.length > 0 && dice() < 0.7) {
    const index = Math.floor(dice() * value.length);
    const inner: unknown = value[index];
    if (isRecord(inner) && dice() < 0.8) return { ...body, [key]: value.with(index, broken(inner, dice)) };
    return { ...body, [key]: dice() < 0.5 ? value.with(index, pick(dice, FOREIGN)) : [...value, inner] };
  }
  const { [key]: _, ...rest } = body;
  return dice() < 0.2 ? rest : { ...body, [key]: pick(dice, FOREIGN) };
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
