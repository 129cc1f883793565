import { useEffect } from 'react';
import type { ReadProps } from '../../site/src/fields/read-line.tsx';
import { useDirectoryVersion } from '../../site/src/form/directory.ts';
import { useReadScope } from '../../site/src/form/scope.tsx';
import { pick } from '../../site/src/i18n/locale.ts';
import { useLocale } from '../../site/src/i18n/use-locale.tsx';

export function ReadUnit({ value }: ReadProps<'unit'>) {
  const locale = useLocale();
  const { directory } = useReadScope();
  useDirectoryVersion(directory);
  useEffect(() => void directory.loadUnits(), [directory]);
  const unit = directory.unit(String(value));
  return unit === undefined ? String(value) : pick(unit.title, locale);
}
