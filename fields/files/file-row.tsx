import { type ReactNode, useState } from 'react';
import { isDrawn } from '#engine';
import type { FileView } from '../../schemas/generated/api.ts';
import { fetched } from '../../site/src/components/fetched.tsx';
import { useReadScope } from '../../site/src/form/scope.tsx';
import { formWords } from '../../site/src/i18n/form.ts';
import { formatSize } from '../../site/src/i18n/format.ts';
import { useWords } from '../../site/src/i18n/use-locale.tsx';

const Lightbox = fetched(async () => (await import('./lightbox.tsx')).Lightbox);

/** Where a file is; within a case, for those who may read the case. */
export function useFileAddress(): (file: FileView, inline?: boolean) => string {
  const { caseId } = useReadScope();
  return ({ id }, inline = false) => {
    const query = new URLSearchParams({ ...(caseId && { case: caseId }), ...(inline && { inline: '1' }) });
    return `/api/files/${id}${query.size === 0 ? '' : `?${query}`}`;
  };
}

/** Files with their pictures in small; a press on one shows them large, one after the other. */
export function FileRows({
  files,
  actions,
}: {
  readonly files: readonly FileView[];
  readonly actions?: (file: FileView) => ReactNode;
}) {
  const addressOf = useFileAddress();
  const words = useWords(formWords);
  const [open, setOpen] = useState<string>();
  const [wasOpen, setWasOpen] = useState(false);
  const show = (id: string) => {
    setOpen(id);
    setWasOpen(true);
  };
  const pictures = files.filter(({ type }) => isDrawn(type));
  return (
    <>
      <ul className="files">
        {files.map((file) => (
          <li key={file.id} className="file">
            {isDrawn(file.type) ? <Thumbnail file={file} onOpen={() => show(file.id)} /> : <Tile name={file.name} />}
            <span className="file-what">
              <a className="file-name" href={addressOf(file)} title={words.download(file.name)} download={file.name}>
                {file.name}
              </a>
              <span className="soft small number">{formatSize(file.size)}</span>
            </span>
            {actions?.(file)}
          </li>
        ))}
      </ul>
      {wasOpen && (
        <Lightbox
          pictures={pictures}
          open={open}
          addressOf={addressOf}
          onOpen={show}
          onClose={() => setOpen(undefined)}
        />
      )}
    </>
  );
}

function Thumbnail({ file, onOpen }: { readonly file: FileView; readonly onOpen: () => void }) {
  const addressOf = useFileAddress();
  const words = useWords(formWords);
  const [broken, setBroken] = useState(false);
  if (broken) return <Tile name={file.name} />;
  return (
    <button type="button" className="file-picture" aria-label={words.viewPicture(file.name)} onClick={onOpen}>
      <img src={addressOf(file, true)} alt="" loading="lazy" decoding="async" onError={() => setBroken(true)} />
    </button>
  );
}

/** What a file is, by the ending of its name. */
export const Tile = ({ name }: { readonly name: string }) => (
  <span className="file-tile" aria-hidden="true">
    {/\.(\w{1,4})$/.exec(name)?.[1]?.toUpperCase() ?? ''}
  </span>
);
