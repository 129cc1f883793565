import { fileList } from '../../site/src/fields/lists.ts';
import type { ReadProps } from '../../site/src/fields/read-line.tsx';
import { FileRows } from './file-row.tsx';

/** Files to look at and to download. */
export const ReadFiles = ({ value }: ReadProps<'files'>) => <FileRows files={fileList(value)} />;
