import { defaultLocale, type Locale, locales } from './locale.ts';

/** A page of the site in a language: `page('/case/', 'en', { id })` is `/en/case/?id=…`. */
export function page(path: `/${string}`, locale: Locale, query: Readonly<Record<string, string | undefined>> = {}) {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined && value !== '') search.set(name, value);
  const prefix = locale === defaultLocale ? '' : `/${locale}`;
  return `${prefix}${path}${search.size === 0 ? '' : `?${search}`}`;
}

/** The path without its language prefix. */
export function plainPath(pathname: string): `/${string}` {
  const [, first, ...rest] = pathname.split('/');
  const prefixed = locales.some((locale) => locale === first && locale !== defaultLocale);
  return `/${(prefixed ? rest : [first, ...rest]).join('/')}`;
}

/** Where to go after signing in: a path of this site, or the workbench when the address was tampered with. */
export function returnPath(back: string | null, locale: Locale): string {
  const safe = back !== null && /^\/(?![/\\])[^\p{Cc}]*$/u.test(back) && !plainPath(back).startsWith('/sign-in');
  return safe ? back : page('/', locale);
}
