import { createStore } from '../../site/src/api/store.ts';
import type { Locale } from '../../site/src/i18n/locale.ts';

export type Region = { readonly code: string; readonly names: Readonly<Record<Locale, string>> };
export type Province = Region & { readonly cities: readonly Region[] };

/** Fetched with the first region that is shown; 5 KB that few pages need. */
const provinces = createStore<readonly Province[]>([]);
let asked: Promise<void> | undefined;

function regionOf(province: string, line: string): Region {
  const [code = '', cn = '', tw = '', en = ''] = line.split('|');
  return { code: province + code, names: { 'zh-CN': cn, 'zh-TW': tw, en } };
}

async function fetchNames(): Promise<void> {
  const { REGION_NAMES } = await import('./names.ts');
  provinces.set(
    Object.entries(REGION_NAMES).flatMap(([id, lines]) => {
      const [province, ...cities] = lines.split(';').map((line) => regionOf(id, line));
      return province === undefined ? [] : [{ ...province, cities }];
    }),
  );
}

export const regions = {
  store: provinces,
  load(): Promise<void> {
    asked ??= fetchNames().catch(() => {
      asked = undefined;
    });
    return asked;
  },
};

export const provinceOf = (code: string): Province | undefined =>
  provinces.get().find((province) => province.code.slice(0, 2) === code.slice(0, 2));

/** 广东省 广州市; the code while the names are on their way. */
export function regionName(code: string, locale: Locale): string {
  const province = provinceOf(code);
  if (province === undefined) return code;
  const city = province.cities.find((each) => each.code === code);
  if (city === undefined) return province.code === code ? province.names[locale] : code;
  return locale === 'en' ? `${city.names.en}, ${province.names.en}` : `${province.names[locale]} ${city.names[locale]}`;
}
