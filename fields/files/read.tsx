import { Icon } from '../../site/src/components/icon.tsx';
import { fileList } from '../../site/src/fields/lists.ts';
import type { ReadProps } from '../../site/src/fields/read-line.tsx';
import { useReadScope } from '../../site/src/form/scope.tsx';
import { formWords } from '../../site/src/i18n/form.ts';
import { formatSize } from '../../site/src/i18n/format.ts';
import { useWords } from '../../site/src/i18n/use-locale.tsx';

export function ReadFiles({ value }: ReadProps<'files'>) {
  const { caseId } = useReadScope();
  const words = useWords(formWords);
  return (
    <ul className="files">
      {fileList(value).map((file) => (
        <li key={file.id} className="file">
          <Icon name="file" />
          <a
            href={`/api/files/${file.id}${caseId === undefined ? '' : `?case=${caseId}`}`}
            title={words.download(file.name)}
            download={file.name}
          >
            {file.name}
          </a>
          <span className="soft small number">{formatSize(file.size)}</span>
        </li>
      ))}
    </ul>
  );
}
