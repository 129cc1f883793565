import { Capital, hasCapitals } from '../../site/src/fields/capital.tsx';
import { ReadLine, type ReadProps } from '../../site/src/fields/read-line.tsx';
import { useLocale } from '../../site/src/i18n/use-locale.tsx';

export function ReadMoney({ field, value }: ReadProps<'money'>) {
  const locale = useLocale();
  return (
    <>
      <ReadLine field={field} value={value} />{' '}
      {field.capital === true && hasCapitals(field, locale) && <Capital amount={String(value)} />}
    </>
  );
}
