import { type Mark, type MarkSpec, type Node, Schema } from 'prosemirror-model';
import type { Block, Span } from './kind-blocks.ts';

const mark = (tag: string, ...others: readonly string[]): MarkSpec => ({
  parseDOM: [tag, ...others].map((each) => ({ tag: each })),
  toDOM: () => [tag, 0],
});

const SAFE = /^(?:https?:\/\/|mailto:)/;

/**
 * What the editor can hold is what the field can store. Whatever is pasted is read through this schema: everything else
 * becomes plain paragraphs or is left out.
 */
export const richTextSchema = new Schema({
  nodes: {
    doc: { content: 'block+' },
    paragraph: { group: 'block', content: 'text*', parseDOM: [{ tag: 'p' }, { tag: 'div' }], toDOM: () => ['p', 0] },
    heading: {
      group: 'block',
      content: 'text*',
      parseDOM: ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((tag) => ({ tag })),
      toDOM: () => ['h3', 0],
    },
    bullets: { group: 'block', content: 'item+', parseDOM: [{ tag: 'ul' }], toDOM: () => ['ul', 0] },
    numbers: { group: 'block', content: 'item+', parseDOM: [{ tag: 'ol' }], toDOM: () => ['ol', 0] },
    item: { content: 'paragraph', parseDOM: [{ tag: 'li' }], toDOM: () => ['li', 0] },
    text: {},
  },
  marks: {
    bold: mark('strong', 'b'),
    italic: mark('em', 'i'),
    underline: mark('u'),
    link: {
      attrs: { href: {} },
      inclusive: false,
      parseDOM: [
        {
          tag: 'a[href]',
          getAttrs: (element) => {
            const href = element.getAttribute('href') ?? '';
            return SAFE.test(href) ? { href } : false;
          },
        },
      ],
      toDOM: ({ attrs }) => ['a', { href: String(attrs.href), rel: 'noopener nofollow' }, 0],
    },
  },
});

const { nodes, marks } = richTextSchema;

function marksOf(span: Span): readonly Mark[] {
  return [
    ...(span.bold ? [marks.bold.create()] : []),
    ...(span.italic ? [marks.italic.create()] : []),
    ...(span.underline ? [marks.underline.create()] : []),
    ...(span.link === undefined ? [] : [marks.link.create({ href: span.link })]),
  ];
}

const texts = (spans: readonly Span[]): readonly Node[] =>
  spans.filter(({ text }) => text !== '').map((span) => richTextSchema.text(span.text, marksOf(span)));

function nodeOf(block: Block): Node {
  if ('spans' in block) return nodes[block.type].create(null, texts(block.spans));
  const items = block.items.map((spans) => nodes.item.create(null, nodes.paragraph.create(null, texts(spans))));
  return nodes[block.type].create(null, items);
}

/** What is stored, as the editor holds it; an empty document has one empty paragraph. */
export const documentOf = (blocks: readonly Block[]): Node =>
  nodes.doc.create(null, blocks.length === 0 ? nodes.paragraph.create() : blocks.map(nodeOf));

function spanOf(node: Node): Span {
  const has = (name: string): boolean => node.marks.some(({ type }) => type.name === name);
  const link = node.marks.find(({ type }) => type.name === 'link')?.attrs.href;
  return {
    text: node.text ?? '',
    ...(has('bold') && { bold: true as const }),
    ...(has('italic') && { italic: true as const }),
    ...(has('underline') && { underline: true as const }),
    ...(typeof link === 'string' && { link }),
  };
}

const spansIn = (node: Node): readonly Span[] => node.children.map(spanOf);

function blockOf(node: Node): Block {
  const { name } = node.type;
  if (name === 'bullets' || name === 'numbers')
    return { type: name, items: node.children.map((item) => item.children.flatMap(spansIn)) };
  return { type: name === 'heading' ? 'heading' : 'paragraph', spans: spansIn(node) };
}

/** What the editor holds, as it is stored; undefined when nothing is written. */
export function blocksIn(document: Node): readonly Block[] | undefined {
  return document.textContent.trim() === '' ? undefined : document.children.map(blockOf);
}
