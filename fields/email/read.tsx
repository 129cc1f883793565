import type { ReadProps } from '../../site/src/fields/read-line.tsx';

/** Everything but the address itself is encoded, so that it cannot add a subject or other receivers. */
export const ReadEmail = ({ value }: ReadProps<'email'>) => (
  <a className="read-address" href={`mailto:${encodeURIComponent(String(value)).replaceAll('%40', '@')}`}>
    {String(value)}
  </a>
);
