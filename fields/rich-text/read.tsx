import type { ReadProps } from '../../site/src/fields/read-line.tsx';
import { type Block, blocksOf, type Span } from './kind-blocks.ts';

/** Formatted text, drawn from data: nothing that was typed is ever read as HTML. */
export const ReadRichText = ({ value }: ReadProps<'richText'>) => (
  <div className="rich-text-read">
    {blocksOf(value).map((block, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: a stored text does not change while it is read
      <BlockView key={index} block={block} />
    ))}
  </div>
);

function BlockView({ block }: { readonly block: Block }) {
  if (block.type === 'heading') return <h4>{spans(block.spans)}</h4>;
  if ('spans' in block) return <p>{spans(block.spans)}</p>;
  const List = block.type === 'bullets' ? 'ul' : 'ol';
  return (
    <List>
      {block.items.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a stored text does not change while it is read
        <li key={index}>{spans(item)}</li>
      ))}
    </List>
  );
}

const spans = (list: readonly Span[]) =>
  // biome-ignore lint/suspicious/noArrayIndexKey: a stored text does not change while it is read
  list.map((span, index) => <SpanView key={index} span={span} />);

function SpanView({ span }: { readonly span: Span }) {
  const { text, bold, italic, underline, link } = span;
  const linked =
    link === undefined ? (
      text
    ) : (
      <a href={link} target="_blank" rel="noopener noreferrer nofollow">
        {text}
      </a>
    );
  const lined = underline ? <u>{linked}</u> : linked;
  const slanted = italic ? <em>{lined}</em> : lined;
  return bold ? <strong>{slanted}</strong> : slanted;
}
