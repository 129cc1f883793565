import type { CaseLink, CaseView } from '../../../schemas/generated/api.ts';
import { StatusChip } from '../components/chip.tsx';
import { isRecord } from '../fields/lists.ts';
import { type CaseWords, caseWords } from '../i18n/case.ts';
import { pick } from '../i18n/locale.ts';
import { page } from '../i18n/paths.ts';
import { useLocale, useWords } from '../i18n/use-locale.tsx';
import { Part } from './part.tsx';

/** The case this one came from, those it started, and those that point to it. */
export function CaseLinks({ view }: { readonly view: CaseView }) {
  const words = useWords(caseWords);
  const { referrers } = view;
  if (view.cause === undefined && view.children.length + referrers.length === 0) return null;
  return (
    <Part title={words.linksTitle}>
      <ul className="links">
        {view.cause !== undefined && <Link link={view.cause} how={words.cause} />}
        {view.children.map((link) => (
          <Link key={link.id} link={link} how={childLabel(link, view, words)} />
        ))}
        {referrers.map((link) => (
          <Link key={`referrer ${link.id}`} link={link} how={words.referrer} />
        ))}
      </ul>
    </Part>
  );
}

/** Which row a started case stands for, and whether this one waits for it. */
function childLabel({ row, waits }: CaseLink, { values }: CaseView, words: CaseWords): string {
  const index = row === undefined ? -1 : indexOfRow(row, values);
  const parts = [words.child, ...(index < 0 ? [] : [words.ofRow(index + 1)]), ...(waits ? [words.childAwaited] : [])];
  return parts.join(' · ');
}

function indexOfRow(row: string, values: CaseView['values']): number {
  const tables = Object.values(values).flatMap((fields) => Object.values(fields).filter(Array.isArray));
  const indices = tables.map((rows) => rows.findIndex((each) => isRecord(each) && each._row === row));
  return indices.find((index) => index >= 0) ?? -1;
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
