import { useEffect, useState } from 'react';
import type { BookArea, BookContents } from '../../../schemas/generated/api.ts';
import { useLoad } from '../api/use-load.ts';
import { Button } from '../components/button.tsx';
import { Icon } from '../components/icon.tsx';
import { CardSkeletons, ErrorNote } from '../components/states.tsx';
import { type Locale, pick } from '../i18n/locale.ts';
import { page } from '../i18n/paths.ts';
import { ruleBookWords } from '../i18n/rule-book.ts';
import { Speaking, useLocale, useWords } from '../i18n/use-locale.tsx';
import { ClauseList } from './clause-list.tsx';
import { ProcessPart } from './process-part.tsx';

export const RuleBook = ({ locale }: { readonly locale: Locale }) => (
  <Speaking locale={locale}>
    <Book />
  </Speaking>
);

/** What the address opens: an area, the clauses, or the contents; undefined until the page is awake. */
function Book() {
  const [opened, setOpened] = useState<{ readonly area: string | null; readonly clauses: boolean }>();
  useEffect(() => {
    const asked = new URLSearchParams(location.search);
    setOpened({ area: asked.get('area'), clauses: asked.has('clauses') });
  }, []);
  if (opened === undefined) return <Head />;
  if (opened.clauses)
    return (
      <>
        <Head back />
        <ClauseList />
      </>
    );
  return opened.area === null ? <Contents /> : <Area id={opened.area} />;
}

function Head({ title, back = false }: { readonly title?: string; readonly back?: boolean }) {
  const locale = useLocale();
  const say = useWords(ruleBookWords);
  return (
    <div className="page-head">
      <div>
        {back && (
          <a className="back small" href={page('/rule-book/', locale)}>
            <Icon name="left" size={16} />
            {say.contents}
          </a>
        )}
        <h1>{title ?? (back ? say.clauses : say.title)}</h1>
      </div>
      {back && (
        <Button icon="print" onClick={() => print()}>
          {say.print}
        </Button>
      )}
      {!back && <p className="page-sub">{say.intro}</p>}
    </div>
  );
}

function Contents() {
  const locale = useLocale();
  const say = useWords(ruleBookWords);
  const { value, problem, reload } = useLoad<BookContents>('/api/rule-book');
  return (
    <>
      <Head />
      {problem && <ErrorNote problem={problem} onRetry={reload} />}
      {value === undefined && problem === undefined && <CardSkeletons count={4} />}
      <div className="book-contents">
        {value?.areas.map((area) => (
          <section key={area.id} className="card">
            <h2>
              <a href={page('/rule-book/', locale, { area: area.id })}>{pick(area.title, locale)}</a>
            </h2>
            <ul>
              {area.processes.map((process) => (
                <li key={process.id}>
                  <a href={`${page('/rule-book/', locale, { area: area.id })}#${process.id}`}>
                    {pick(process.title, locale)}
                  </a>
                </li>
              ))}
            </ul>
          </section>
        ))}
        {value !== undefined && value.clauses.all > 0 && (
          <section className="card">
            <h2>
              <a href={page('/rule-book/', locale, { clauses: '1' })}>
                {say.clausesShort(value.clauses.covered, value.clauses.all)}
              </a>
            </h2>
            <p className="small soft">{say.clausesIntro}</p>
          </section>
        )}
      </div>
    </>
  );
}

function Area({ id }: { readonly id: string }) {
  const locale = useLocale();
  const { value, problem, reload } = useLoad<BookArea>(`/api/rule-book/areas/${encodeURIComponent(id)}`);
  // What the address points to comes after the page.
  useEffect(() => {
    if (value !== undefined && location.hash !== '')
      document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView();
  }, [value]);
  return (
    <>
      <Head back title={value === undefined ? '' : pick(value.title, locale)} />
      {problem && <ErrorNote problem={problem} onRetry={reload} />}
      {value === undefined && problem === undefined && <CardSkeletons count={3} />}
      {value?.processes.map((process) => (
        <ProcessPart key={process.id} process={process} />
      ))}
    </>
  );
}
