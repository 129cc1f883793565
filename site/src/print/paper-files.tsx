import { isDrawn } from '#engine';
import { useFileAddress } from '../../../fields/files/file-row.tsx';
import type { FileView } from '../../../schemas/generated/api.ts';
import { fileList } from '../fields/lists.ts';
import { formatSize } from '../i18n/format.ts';
import { printWords } from '../i18n/print.ts';
import { useWords } from '../i18n/use-locale.tsx';

/** As much of a digest as people compare by eye. */
const SHORT = 12;

/** Pictures small with their names under them, everything else by name; a piece of the digest tells versions apart. */
export function PaperFiles({ value }: { readonly value: unknown }) {
  const addressOf = useFileAddress();
  const files = fileList(value);
  const pictures = files.filter(({ type }) => isDrawn(type));
  const others = files.filter(({ type }) => !isDrawn(type));
  return (
    <>
      {pictures.length > 0 && (
        <ul className="sheet-pictures">
          {pictures.map((file) => (
            <li key={file.id}>
              <img src={addressOf(file, true)} alt="" />
              <FileName file={file} />
            </li>
          ))}
        </ul>
      )}
      {others.length > 0 && (
        <ol className="sheet-files">
          {others.map((file) => (
            <li key={file.id}>
              <FileName file={file} />
            </li>
          ))}
        </ol>
      )}
    </>
  );
}

function FileName({ file: { name, size, sha256 } }: { readonly file: FileView }) {
  const words = useWords(printWords);
  return (
    <>
      <span>{name}</span>{' '}
      <span className="sheet-small">
        {formatSize(size)} · {words.fingerprint(sha256.slice(0, SHORT))}
      </span>
    </>
  );
}
