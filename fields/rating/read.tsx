import type { ReadProps } from '../../site/src/fields/read-line.tsx';
import { formWords } from '../../site/src/i18n/form.ts';
import { useWords } from '../../site/src/i18n/use-locale.tsx';

export function ReadRating({ field, value }: ReadProps<'rating'>) {
  const words = useWords(formWords);
  const names = [words.rating1, words.rating2, words.rating3, words.rating4, words.rating5];
  const max = field.max ?? names.length;
  const name = max === names.length ? names[Number(value) - 1] : undefined;
  return (
    <>
      <span className="number">{words.ratingOf(Number(value), max)}</span>
      {name !== undefined && ` ${name}`}
    </>
  );
}
