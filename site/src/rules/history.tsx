import type { RuleEdition } from '../../../schemas/generated/api.ts';
import { Button } from '../components/button.tsx';
import { Chip, type ChipTone } from '../components/chip.tsx';
import { formatInstant } from '../i18n/format.ts';
import { pick } from '../i18n/locale.ts';
import { rulesWords } from '../i18n/rules.ts';
import { useLocale, useWords } from '../i18n/use-locale.tsx';
import { useSession, zoneOf } from '../session/session.ts';

export interface HistoryProps {
  readonly editions: readonly RuleEdition[];
  /** What an edition says otherwise than the one in force, in words. */
  readonly changesOf: (edition: RuleEdition) => readonly string[];
  /** Takes an earlier edition up again; absent for those who only read. */
  readonly onUse?: ((edition: RuleEdition) => void) | undefined;
}

const TONES = { 'in-force': 'agree', past: 'normal', waiting: 'return' } as const satisfies Record<
  RuleEdition['state'],
  ChipTone
>;

/** All editions, latest first: who, when, why, and how each differs from what is in force. */
export function History({ editions, changesOf, onUse }: HistoryProps) {
  const locale = useLocale();
  const words = useWords(rulesWords);
  const zone = zoneOf(useSession());
  const states = { 'in-force': words.inForce, past: words.pastEdition, waiting: words.waitingEdition };
  return (
    <section className="stack" aria-label={words.history}>
      <h2>{words.history}</h2>
      <ol className="rule-editions">
        {editions.map((each) => {
          const { edition, state, by, at, reason, origin } = each;
          const changes = state === 'in-force' ? [] : changesOf(each);
          return (
            <li key={edition} className="card stack rule-edition">
              <p className="row">
                <strong>{words.edition(edition)}</strong>
                <Chip tone={TONES[state]}>{states[state]}</Chip>
                <span className="small soft">
                  {by === undefined ? words.delivered : pick(by.name, locale)} · {formatInstant(at, zone, locale)}
                </span>
              </p>
              {origin === 'made' && <p>{reason}</p>}
              {state !== 'in-force' && (
                <>
                  <p className="small soft">{changes.length === 0 ? words.same : words.compared}</p>
                  {changes.length > 0 && (
                    <ul className="rule-changes">
                      {changes.map((text) => (
                        <li key={text}>{text}</li>
                      ))}
                    </ul>
                  )}
                  {onUse && (
                    <div>
                      <Button icon="back" onClick={() => onUse(each)}>
                        {words.takeUp(edition)}
                      </Button>
                    </div>
                  )}
                </>
              )}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
