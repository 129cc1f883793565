import { isObject } from '../../engine/form/value.ts';

/** A run of letters that look alike. */
export type Span = {
  readonly text: string;
  readonly bold?: true;
  readonly italic?: true;
  readonly underline?: true;
  /** http, https or mailto. */
  readonly link?: string;
};
export type Block =
  | { readonly type: 'paragraph' | 'heading'; readonly spans: readonly Span[] }
  | { readonly type: 'bullets' | 'numbers'; readonly items: readonly (readonly Span[])[] };

/** Only what a browser may open safely. */
export const RICH_LINK = /^(?:https?:\/\/[^\s/?#@\\]+(?:[/?#][^\s\\]*)?|mailto:[^\s\\]+)$/;

const spansOf = (block: Block): readonly (readonly Span[])[] => ('items' in block ? block.items : [block.spans]);

/** The blocks of a value that passed its shape. */
export const blocksOf = (value: unknown): readonly Block[] =>
  Array.isArray(value) ? value.filter((block): block is Block => isObject(block)) : [];

/** Only the words, a line a paragraph: what expressions, searches and lists see. */
export const plainText = (value: unknown): string =>
  blocksOf(value)
    .flatMap((block) => spansOf(block).map((spans) => spans.map(({ text }) => text).join('')))
    .join('\n');
