import { useEffect } from 'react';
import { listText } from '../../site/src/fields/list-text.ts';
import type { ReadProps } from '../../site/src/fields/read-line.tsx';
import { useDirectoryVersion } from '../../site/src/form/directory.ts';
import { useReadScope } from '../../site/src/form/scope.tsx';
import { pick } from '../../site/src/i18n/locale.ts';
import { useLocale } from '../../site/src/i18n/use-locale.tsx';

export function ReadUnits({ value }: ReadProps<'units'>) {
  const locale = useLocale();
  const { directory } = useReadScope();
  useDirectoryVersion(directory);
  useEffect(() => void directory.loadUnits(), [directory]);
  return listText(value, (id) => pick(directory.unit(String(id))?.title ?? String(id), locale), locale);
}
