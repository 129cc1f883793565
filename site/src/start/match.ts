import type { ProcessCard, ProcessList } from '../../../schemas/generated/api.ts';
import { allTexts } from '../i18n/locale.ts';

const normal = (text: string) => text.normalize('NFKC').toLowerCase();

/** Whether every word of the search occurs in the name, the help, the area or the id, in whichever language. */
export function matches(process: ProcessCard, areas: ProcessList['areas'], search: string): boolean {
  const area = areas.find(({ id }) => id === process.area);
  const words = [process.title, process.help, area?.title].flatMap((each) =>
    each === undefined ? [] : allTexts(each),
  );
  const text = normal([process.id, ...words].join('\n'));
  return normal(search)
    .split(/\s+/)
    .every((word) => text.includes(word));
}
