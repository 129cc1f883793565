import type { CaseLink, CaseView } from '../../../schemas/generated/api.ts';
import { StatusChip } from '../components/chip.tsx';
import { caseWords } from '../i18n/case.ts';
import { pick } from '../i18n/locale.ts';
import { page } from '../i18n/paths.ts';
import { useLocale, useWords } from '../i18n/use-locale.tsx';
import { Part } from './part.tsx';

/** The case this one came from and those it started. */
export function CaseLinks({ view }: { readonly view: CaseView }) {
  const words = useWords(caseWords);
  if (view.cause === undefined && view.children.length === 0) return null;
  return (
    <Part title={words.linksTitle}>
      <ul className="links">
        {view.cause !== undefined && <Link link={view.cause} how={words.cause} />}
        {view.children.map((link) => (
          <Link key={link.id} link={link} how={words.child} />
        ))}
      </ul>
    </Part>
  );
}

function Link({ link, how }: { readonly link: CaseLink; readonly how: string }) {
  const locale = useLocale();
  return (
    <li>
      <a className="card card-link link" href={page('/case/', locale, { id: link.id })}>
        <span className="soft small">
          {how} · {pick(link.title, locale)} <span className="mono">{link.number}</span>
        </span>
        <span className="link-subject">{link.subject}</span>
        <StatusChip status={link.status} />
      </a>
    </li>
  );
}
