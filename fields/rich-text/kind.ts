import { TEXT } from '../../engine/expression/type.ts';
import { type Flaws, flaw } from '../../engine/form/issue.ts';
import type { Kind, Limits, Shape } from '../../engine/form/kinds/kind.ts';
import { type JsonSchema, objectSchema } from '../../engine/form/kinds/schema-parts.ts';
import { isLongerThan, textShape } from '../../engine/form/kinds/text-shape.ts';
import { isObject } from '../../engine/form/value.ts';
import type { RichTextField } from '../../schemas/generated/process.ts';
import { plainText, RICH_LINK } from './kind-blocks.ts';

const RICH_TEXT_MAX = 4000;
const MAX_BLOCKS = 500;
const MAX_LINK = 2000;
const MARKS = ['bold', 'italic', 'underline'] as const;

type Members = Readonly<Record<string, Shape>>;

const marked: Shape = (value) => (value === true ? undefined : flaw('wrong-type'));
const link: Shape = (value) =>
  typeof value === 'string' && value.length <= MAX_LINK && RICH_LINK.test(value) ? undefined : flaw('not-a-link');
const SPAN: Members = { text: textShape, link, ...Object.fromEntries(MARKS.map((mark) => [mark, marked])) };

function members(value: unknown, shapes: Members): Flaws {
  if (!isObject(value)) return flaw('wrong-type');
  for (const [key, held] of Object.entries(value)) {
    const judge = Object.hasOwn(shapes, key) ? shapes[key] : undefined;
    const flaws = judge ? judge(held) : flaw('unknown-field');
    if (flaws) return flaws;
  }
  return undefined;
}

const spans = eachOf(
  (span) => members(span, SPAN) ?? (isObject(span) && 'text' in span ? undefined : flaw('wrong-type')),
);

const BLOCKS: Readonly<Record<string, { readonly key: string; readonly shape: Shape }>> = {
  paragraph: { key: 'spans', shape: spans },
  heading: { key: 'spans', shape: spans },
  bullets: { key: 'items', shape: eachOf(spans) },
  numbers: { key: 'items', shape: eachOf(spans) },
};

function block(value: unknown): Flaws {
  const type = isObject(value) && typeof value.type === 'string' ? value.type : '';
  const rule = Object.hasOwn(BLOCKS, type) ? BLOCKS[type] : undefined;
  if (!rule || !isObject(value) || Object.keys(value).length !== 2) return flaw('wrong-type');
  return rule.shape(value[rule.key]);
}

function eachOf(judge: Shape): Shape {
  return (value) => {
    if (!Array.isArray(value)) return flaw('wrong-type');
    if (value.length > MAX_BLOCKS) return flaw('too-many', { max: MAX_BLOCKS });
    for (const [index, item] of value.entries()) {
      const flaws = judge(item);
      if (flaws) return flaws.map((found) => ({ ...found, under: `/${index}${found.under}` }));
    }
    return undefined;
  };
}

const limits =
  ({ max = RICH_TEXT_MAX }: RichTextField): Limits =>
  (value) =>
    isLongerThan(plainText(value), max) ? flaw('too-long', { max }) : undefined;

const SPANS: JsonSchema = {
  type: 'array',
  maxItems: MAX_BLOCKS,
  items: {
    type: 'object',
    properties: {
      text: { type: 'string' },
      link: { type: 'string', maxLength: MAX_LINK, pattern: RICH_LINK.source },
      ...Object.fromEntries(MARKS.map((mark) => [mark, { const: true }])),
    },
    required: ['text'],
    additionalProperties: false,
  },
};

/** Text of a safe subset, as data: what is not listed here cannot be stored, so nothing has to be cleaned. */
export const richText: Kind<RichTextField> = {
  exprType: () => TEXT,
  isEmpty: (value) => plainText(value).trim() === '',
  shape: () => eachOf(block),
  limits,
  seen: plainText,
  jsonSchema: (_field, required) => ({
    type: 'array',
    ...(required ? { minItems: 1 } : {}),
    maxItems: MAX_BLOCKS,
    items: {
      oneOf: [
        objectSchema({ type: { enum: ['paragraph', 'heading'] }, spans: SPANS }),
        objectSchema({
          type: { enum: ['bullets', 'numbers'] },
          items: { type: 'array', maxItems: MAX_BLOCKS, items: SPANS },
        }),
      ],
    },
  }),
};
