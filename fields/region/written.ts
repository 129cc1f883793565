import { folded, type ReadWritten, readingOf } from '../../site/src/fields/written-of.ts';
import { type Region, regions } from './regions.ts';

const namesOf = ({ names }: Region): readonly string[] => Object.values(names).map(folded);

/** A city or province by name in any language, the city also after its province: 广东省广州市. By its code too. */
export const readRegion: ReadWritten<'region'> = (text, _context, { level = 'city' }) => {
  const wanted = folded(text).replace(/[-/·、,]/g, '');
  const all = regions.store.get();
  const cities =
    level === 'province' ? [] : all.flatMap((province) => province.cities.map((city) => ({ province, city })));
  const whole = cities.filter(({ province, city }) =>
    namesOf(city).some((name) => wanted === name || namesOf(province).some((before) => wanted === before + name)),
  );
  const [found, other] = [...whole.map(({ city }) => city), ...all.filter((one) => namesOf(one).includes(wanted))];
  return readingOf(other === undefined ? (found?.code ?? codeIn(text)) : undefined, text);
};

const codeIn = (text: string): string | undefined => (/^\d{6}$/.test(text) ? text : undefined);
