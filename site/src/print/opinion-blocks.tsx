import { Drawing } from '../../../fields/signature/drawing.tsx';
import type { SeatView, VotesView } from '../../../schemas/generated/api.ts';
import type { Names } from '../case/names.ts';
import { pick } from '../i18n/locale.ts';
import { printWords } from '../i18n/print.ts';
import { useLocale, useWords } from '../i18n/use-locale.tsx';
import { useSession, zoneOf } from '../session/session.ts';
import { paperTime } from './paper-time.ts';
import type { SheetOpinion } from './sheet-opinions.ts';

type OpinionBlocksProps = { readonly opinions: readonly SheetOpinion[]; readonly names: Names };

/** What was said at each step, by whom and when. */
export function OpinionBlocks({ opinions, names }: OpinionBlocksProps) {
  const words = useWords(printWords);
  if (opinions.length === 0) return null;
  return (
    <section className="sheet-opinions">
      <h2 className="sheet-band">{words.opinions}</h2>
      {opinions.map((opinion) => (
        <Block key={opinion.step} opinion={opinion} names={names} />
      ))}
    </section>
  );
}

type BlockProps = { readonly opinion: SheetOpinion; readonly names: Names };

function Block({ opinion, names }: BlockProps) {
  const locale = useLocale();
  const { step, title, seats, votes } = opinion;
  return (
    <section className="sheet-opinion">
      <h3>{title === undefined ? names.step(step) : pick(title, locale)}</h3>
      <div>
        {votes !== undefined && <Votes votes={votes} />}
        {seats.map((seat) => (
          <Said key={seat.seat} seat={seat} opinion={opinion} names={names} />
        ))}
      </div>
    </section>
  );
}

function Votes({ votes: { needed, of, agreed, rejected, abstained } }: { readonly votes: VotesView }) {
  const words = useWords(printWords);
  return <p className="sheet-small">{words.votes(needed, of, agreed, rejected, abstained)}</p>;
}

function Said({ seat, opinion, names }: BlockProps & { readonly seat: SeatView }) {
  const locale = useLocale();
  const words = useWords(printWords);
  const zone = zoneOf(useSession());
  const { person, status, at, opinion: said, auto } = seat;
  const name = names.person(person);
  return (
    <div className="sheet-said">
      <p>
        <strong>{auto === true ? words.automatic : words.verdicts[status]}</strong>
        {said !== undefined && said !== '' && <span className="sheet-text">{said}</span>}
      </p>
      <dl className="sheet-signed">
        <div>
          <dt>{words.handler}</dt>
          <dd>
            {name}
            {seat.for !== undefined && words.standsInFor(names.person(seat.for))}
          </dd>
        </div>
        {opinion.signs && (
          <div>
            <dt>{words.signature}</dt>
            <dd className="sheet-sign">
              {opinion.signature && <Drawing signature={opinion.signature.drawn} label={words.signatureOf(name)} />}
            </dd>
          </div>
        )}
        <div>
          <dt>{words.date}</dt>
          <dd className="sheet-date">{at !== undefined && <time dateTime={at}>{paperTime(at, zone, locale)}</time>}</dd>
        </div>
      </dl>
    </div>
  );
}
