import type { ReadProps } from '../../site/src/fields/read-line.tsx';
import { formWords } from '../../site/src/i18n/form.ts';
import { useWords } from '../../site/src/i18n/use-locale.tsx';

const isWeb = (address: string): boolean => /^https?:\/\//.test(address);

/** A draft may hold anything: only an address of the web leads anywhere. */
export function ReadLink({ value }: ReadProps<'link'>) {
  const words = useWords(formWords);
  const address = String(value);
  if (!isWeb(address)) return <span className="read-address">{address}</span>;
  return (
    <a className="read-address" href={address} target="_blank" rel="noopener noreferrer nofollow">
      {address}
      <span className="unseen">{words.newWindow}</span>
    </a>
  );
}
