import { useEffect, useState } from 'react';
import type { PublicLinkList } from '../../../schemas/generated/api.ts';
import { useLoad } from '../api/use-load.ts';
import { CardSkeletons, EmptyState, ErrorNote } from '../components/states.tsx';
import { linkWords } from '../i18n/links.ts';
import type { Locale } from '../i18n/locale.ts';
import { Speaking, useWords } from '../i18n/use-locale.tsx';
import { LinkCard } from './link-card.tsx';
import { MakeLink } from './make-link.tsx';

export const Links = ({ locale }: { readonly locale: Locale }) => (
  <Speaking locale={locale}>
    <LinksPage />
  </Speaking>
);

/** `?about=`: the case that a new link is about. */
function useAbout(): string | undefined {
  const [about, setAbout] = useState<string>();
  useEffect(() => setAbout(new URLSearchParams(location.search).get('about') ?? undefined), []);
  return about;
}

function LinksPage() {
  const words = useWords(linkWords);
  const about = useAbout();
  const { value, problem, reload } = useLoad<PublicLinkList>('/api/links');
  const makeable = value?.processes.filter((process) => (process.about === undefined) === (about === undefined)) ?? [];
  return (
    <>
      <div className="page-head">
        <h1>{words.title}</h1>
        <p className="page-sub">{words.intro}</p>
      </div>
      <section className="stack" aria-labelledby="links">
        <h2 id="links" className="unseen">
          {words.list}
        </h2>
        {makeable.length > 0 && <MakeLink processes={makeable} about={about} />}
        {value !== undefined &&
          about === undefined &&
          value.processes.some((process) => process.about !== undefined) && (
            <p className="soft small">{words.fromCase}</p>
          )}
        {problem && <ErrorNote problem={problem} onRetry={reload} />}
        {value === undefined && problem === undefined && <CardSkeletons count={2} />}
        {value?.items.length === 0 && <EmptyState icon="globe" title={words.emptyTitle} text={words.emptyText} />}
        {value !== undefined && value.items.length > 0 && (
          <ul className="stack">
            {value.items.map((link) => (
              <LinkCard key={link.id} link={link} mayRelease={value.mayRelease} />
            ))}
          </ul>
        )}
      </section>
    </>
  );
}
