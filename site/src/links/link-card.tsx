import type { PublicLink } from '../../../schemas/generated/api.ts';
import { Chip, type ChipTone } from '../components/chip.tsx';
import { civilDate } from '../i18n/civil.ts';
import { formatDate } from '../i18n/format.ts';
import { linkWords } from '../i18n/links.ts';
import { pick } from '../i18n/locale.ts';
import { page } from '../i18n/paths.ts';
import { useLocale, useWords } from '../i18n/use-locale.tsx';
import { useSession, zoneOf } from '../session/session.ts';
import { Quarantine } from './quarantine.tsx';
import { RevokeLink } from './revoke-link.tsx';
import { RotateLink } from './rotate-link.tsx';

const tones = {
  waiting: 'note',
  open: 'agree',
  closed: 'normal',
  full: 'normal',
  revoked: 'reject',
} as const satisfies Record<PublicLink['state'], ChipTone>;

interface LinkCardProps {
  readonly link: PublicLink;
  readonly mayRelease: boolean;
}

/** One public link: what it leads to, when it is open, and how many came in by it. */
export function LinkCard({ link, mayRelease }: LinkCardProps) {
  const words = useWords(linkWords);
  const { name, state, kind, held, personal } = link;
  return (
    <li className="card stack">
      <div className="link-head">
        <h3>{name}</h3>
        <Chip tone={tones[state]}>{words.states[state]}</Chip>
        <Chip>{words.kinds[kind]}</Chip>
      </div>
      <Facts link={link} />
      {personal && <Personal people={personal} />}
      <div className="link-acts">
        {state !== 'revoked' && kind === 'open' && <RotateLink link={link} />}
        {state !== 'revoked' && <RevokeLink link={link} />}
        {mayRelease && held > 0 && <Quarantine link={link} />}
      </div>
    </li>
  );
}

function Facts({ link }: { readonly link: PublicLink }) {
  const locale = useLocale();
  const words = useWords(linkWords);
  const zone = zoneOf(useSession());
  const { process, owner, about, opensAt, closesAt, received, quota } = link;
  const first = formatDate(civilDate(Date.parse(opensAt), zone), locale);
  // It ends with the first moment of the day after.
  const last = formatDate(civilDate(Date.parse(closesAt) - 1, zone), locale);
  return (
    <dl className="link-facts">
      <div>
        <dt className="small soft">{words.process}</dt>
        <dd>
          {pick(process.title, locale)}
          {about && (
            <a className="small link-about" href={page('/case/', locale, { id: about.id })}>
              {words.about(about.number)}
            </a>
          )}
        </dd>
      </div>
      <div>
        <dt className="small soft">{words.received}</dt>
        <dd className="link-count">{words.count(received, quota)}</dd>
      </div>
      <div>
        <dt className="small soft">{words.window}</dt>
        <dd>{words.days(first, last)}</dd>
      </div>
      <div>
        <dt className="small soft">{words.owner}</dt>
        <dd>{pick(owner.name, locale)}</dd>
      </div>
    </dl>
  );
}

function Personal({ people }: { readonly people: NonNullable<PublicLink['personal']> }) {
  const words = useWords(linkWords);
  const used = people.filter(({ usedAt }) => usedAt !== undefined).length;
  return (
    <details>
      <summary>{words.usedBy(used, people.length)}</summary>
      <ul className="link-people">
        {people.map(({ note, usedAt }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: notes repeat, and their order never changes
          <li key={index}>
            <span>{note}</span>
            <Chip tone={usedAt === undefined ? 'normal' : 'agree'}>
              {usedAt === undefined ? words.unused : words.used}
            </Chip>
          </li>
        ))}
      </ul>
    </details>
  );
}
