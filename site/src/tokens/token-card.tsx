import type { StartTokenView } from '../../../schemas/generated/api.ts';
import { Chip, type ChipTone } from '../components/chip.tsx';
import { civilDate } from '../i18n/civil.ts';
import { formatDate, formatInstant } from '../i18n/format.ts';
import { pick } from '../i18n/locale.ts';
import { tokenWords } from '../i18n/tokens.ts';
import { useLocale, useWords } from '../i18n/use-locale.tsx';
import { useSession, zoneOf } from '../session/session.ts';
import { RevokeToken } from './revoke-token.tsx';

const tones = { valid: 'agree', expired: 'normal', revoked: 'reject' } as const satisfies Record<
  StartTokenView['state'],
  ChipTone
>;

/** One start token: what it starts, for whom, since when and until when. */
export function TokenCard({ token }: { readonly token: StartTokenView }) {
  const words = useWords(tokenWords);
  const { name, state } = token;
  return (
    <li className="card stack">
      <div className="token-head">
        <h3>{name}</h3>
        <Chip tone={tones[state]}>{words.states[state]}</Chip>
      </div>
      <Facts token={token} />
      {state === 'valid' && <RevokeToken token={token} />}
    </li>
  );
}

function Facts({ token }: { readonly token: StartTokenView }) {
  const locale = useLocale();
  const words = useWords(tokenWords);
  const zone = zoneOf(useSession());
  const { process, person, createdBy, createdAt, usedAt, expiresAt } = token;
  const at = (moment: string) => formatInstant(moment, zone, locale);
  const facts: readonly (readonly [string, string])[] = [
    [words.process, pick(process.title, locale)],
    [words.person, pick(person.name, locale)],
    [words.expires, formatDate(lastDay(expiresAt, zone), locale)],
    [words.used, usedAt === undefined ? words.neverUsed : at(usedAt)],
    [words.made, words.madeBy(pick(createdBy.name, locale), at(createdAt))],
  ];
  return (
    <dl className="token-facts">
      {facts.map(([label, text]) => (
        <div key={label}>
          <dt className="small soft">{label}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}

/** It ends with the first moment of the day after. */
const lastDay = (end: string, zone: string): string => civilDate(Date.parse(end) - 1, zone);
