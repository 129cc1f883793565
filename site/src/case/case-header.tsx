import type { CaseView } from '../../../schemas/generated/api.ts';
import { LinkButton } from '../components/button.tsx';
import { StatusChip } from '../components/chip.tsx';
import { Icon } from '../components/icon.tsx';
import { caseWords } from '../i18n/case.ts';
import { formatInstant } from '../i18n/format.ts';
import { pick } from '../i18n/locale.ts';
import { page } from '../i18n/paths.ts';
import { useLocale, useWords } from '../i18n/use-locale.tsx';
import { useSession, zoneOf } from '../session/session.ts';
import type { Names } from './names.ts';

/** What case this is, where it stands, who began it and when. */
export function CaseHeader({ view, names }: { readonly view: CaseView; readonly names: Names }) {
  const locale = useLocale();
  const words = useWords(caseWords);
  const zone = zoneOf(useSession());
  const { process } = view;
  const when = (at: string) => formatInstant(at, zone, locale);
  return (
    <header className="case-head">
      <p className="case-number">
        <span className="mono">{view.number}</span>
        <span>{pick(process.title, locale)}</span>
      </p>
      <div className="case-subject">
        <h1>{view.subject || view.number}</h1>
        <StatusChip status={view.status} />
        <span className="case-tools">
          {view.may.includes('copy') && (
            <LinkButton href={page('/fill/', locale, { copy: view.id })} tone="plain" icon="copy">
              {words.copyAsNew}
            </LinkButton>
          )}
          <a className="button button-plain case-print" href={page('/print/', locale, { case: view.id })}>
            <Icon name="print" size={18} />
            {words.print}
          </a>
        </span>
      </div>
      <p className="soft small case-facts">
        <span>{words.startedBy(names.person(view.starter), when(view.startedAt))}</span>
        {view.endedAt !== undefined && <span>{words.endedAt(when(view.endedAt))}</span>}
        <span>
          {process.latest > process.version
            ? words.newerVersion(process.latest, process.version)
            : words.version(process.version)}
        </span>
        <span>{zone}</span>
      </p>
    </header>
  );
}
