import { createContext, type ReactNode, useContext } from 'react';
import { type Catalogue, defaultLocale, type Locale } from './locale.ts';

const LocaleContext = createContext<Locale>(defaultLocale);

/** Wraps an island: everything under it speaks the language of the page. */
export const Speaking = ({ locale, children }: { readonly locale: Locale; readonly children: ReactNode }) => (
  <LocaleContext value={locale}>{children}</LocaleContext>
);

export const useLocale = (): Locale => useContext(LocaleContext);

/** The words of one area in the language of the page. */
export const useWords = <T,>(catalogue: Catalogue<T>): T => catalogue[useContext(LocaleContext)];
