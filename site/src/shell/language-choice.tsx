import { locales } from '../i18n/locale.ts';
import { page } from '../i18n/paths.ts';
import { useLocale } from '../i18n/use-locale.tsx';

/** Each language by its own name. */
const names = { 'zh-CN': '简体中文', 'zh-TW': '繁體中文', en: 'English' } as const;

/** The same page and query in another language. */
export function LanguageChoice({ path }: { readonly path: `/${string}` }) {
  const locale = useLocale();
  return (
    <div className="choices">
      {locales.map((other) => (
        <a
          key={other}
          href={page(path, other)}
          lang={other}
          hrefLang={other}
          aria-current={other === locale ? 'true' : undefined}
          onClick={(event) => {
            event.currentTarget.href = `${page(path, other)}${location.search}${location.hash}`;
          }}
        >
          {names[other]}
        </a>
      ))}
    </div>
  );
}
