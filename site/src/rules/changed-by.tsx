import type { PersonView } from '../../../schemas/generated/api.ts';
import { formatInstant } from '../i18n/format.ts';
import { pick } from '../i18n/locale.ts';
import { rulesWords } from '../i18n/rules.ts';
import { useLocale, useWords } from '../i18n/use-locale.tsx';
import { useSession, zoneOf } from '../session/session.ts';

export interface ChangedByProps {
  readonly by: PersonView | undefined;
  readonly at: string;
}

/** Who made what is in force, and when; or that nobody ever changed it. */
export function ChangedBy({ by, at }: ChangedByProps) {
  const locale = useLocale();
  const words = useWords(rulesWords);
  const zone = zoneOf(useSession());
  return (
    <span className="small soft">
      {by === undefined ? words.asDelivered : words.changedBy(pick(by.name, locale), formatInstant(at, zone, locale))}
    </span>
  );
}
