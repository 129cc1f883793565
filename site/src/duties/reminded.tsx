import { dutyWords } from '../i18n/duties.ts';
import { formatInstant, formatSince } from '../i18n/format.ts';
import { useLocale, useWords } from '../i18n/use-locale.tsx';
import { serverNow, useSession, zoneOf } from '../session/session.ts';

/** How often somebody was reminded, and when last; all times are one hover away. */
export function Reminded({ reminded }: { readonly reminded: readonly string[] }) {
  const locale = useLocale();
  const words = useWords(dutyWords);
  const zone = zoneOf(useSession());
  const last = reminded.at(-1);
  if (last === undefined) return <span className="small soft">{words.notReminded}</span>;
  const times = reminded.map((at) => formatInstant(at, zone, locale)).join('\n');
  return (
    <span className="small soft" title={times}>
      {words.remindedTimes(reminded.length)} · {words.remindedLast(formatSince(last, serverNow(), zone, locale))}
    </span>
  );
}
