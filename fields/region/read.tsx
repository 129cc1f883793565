import { useEffect } from 'react';
import { useStore } from '../../site/src/api/store.ts';
import type { ReadProps } from '../../site/src/fields/read-line.tsx';
import { useLocale } from '../../site/src/i18n/use-locale.tsx';
import { regionName, regions } from './regions.ts';

export function ReadRegion({ value }: ReadProps<'region'>) {
  const locale = useLocale();
  useStore(regions.store, []);
  useEffect(() => void regions.load(), []);
  return regionName(String(value), locale);
}
