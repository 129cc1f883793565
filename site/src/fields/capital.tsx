import { useEffect, useState } from 'react';
import type { MoneyField } from '../../../schemas/generated/process.ts';
import type { FieldKey } from '../form/keys.ts';
import { LiveText } from '../form/live-text.tsx';
import { useFormStore } from '../form/scope.tsx';
import { formWords } from '../i18n/form.ts';
import type { Locale } from '../i18n/locale.ts';
import { useLocale, useWords } from '../i18n/use-locale.tsx';

type Spell = (amount: string, locale: Locale) => string | undefined;

const isAmount = (value: unknown): boolean => /[1-9]/.test(String(value));

const fetchSpell = async (): Promise<Spell> => (await import('../form/capital.ts')).capitalAmount;

/** Only yuan are written in capital numerals, and only in Chinese. */
export const hasCapitals = ({ currency = 'CNY' }: MoneyField, locale: Locale): boolean =>
  currency === 'CNY' && locale !== 'en';

/** The amount of a control in capital numerals; how to write them is fetched with the first amount. */
export function LiveCapital({ place }: { readonly place: FieldKey }) {
  const locale = useLocale();
  const words = useWords(formWords);
  const store = useFormStore();
  const [spell, setSpell] = useState<Spell>();
  useEffect(() => {
    if (spell !== undefined) return;
    const look = () => {
      if (isAmount(store.value(place))) void fetchSpell().then((fetched) => setSpell(() => fetched));
    };
    look();
    return store.subscribe(place, look);
  }, [store, place, spell]);
  if (spell === undefined) return null;
  const text = () => spell(String(store.value(place)), locale) ?? '';
  return <LiveText follows={place} text={text} className="capital" label={words.capital} />;
}

/** A stored amount in capital numerals. */
export function Capital({ amount }: { readonly amount: string }) {
  const locale = useLocale();
  const [spell, setSpell] = useState<Spell>();
  useEffect(() => {
    if (isAmount(amount)) void fetchSpell().then((fetched) => setSpell(() => fetched));
  }, [amount]);
  return <span className="read-capital">{spell?.(amount, locale)}</span>;
}
