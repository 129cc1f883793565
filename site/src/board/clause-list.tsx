import type { CoverageProcess, CoveredClauseView } from '../../../schemas/generated/api.ts';
import { boardWords } from '../i18n/board.ts';
import { pick } from '../i18n/locale.ts';
import { page } from '../i18n/paths.ts';
import { useLocale, useWords } from '../i18n/use-locale.tsx';
import type { OpenedNumber } from './cases-dialog.tsx';
import { StageNumbers } from './stage-numbers.tsx';
import type { BoardLook } from './use-board.ts';

type ClauseListProps = {
  readonly clauses: readonly CoveredClauseView[];
  readonly processes: readonly CoverageProcess[];
  readonly look: BoardLook;
  readonly onOpen: (opened: OpenedNumber) => void;
};

const TONES = { lived: 'chip chip-agree', idle: 'chip chip-return', beside: 'chip chip-quiet' } as const;

/** Clauses of one document, with what carries them and the cases of that. */
export function ClauseList({ clauses, processes, look, onOpen }: ClauseListProps) {
  const locale = useLocale();
  const say = useWords(boardWords);
  const known = new Map(processes.map((process) => [process.id, process]));
  return (
    <ul className="clause-list">
      {clauses.map((clause) => (
        <li key={clause.id} className={clause.state === 'idle' ? 'clause clause-idle' : 'clause'}>
          <div>
            <h3>
              <span className="small soft">{clause.id}</span> {pick(clause.heading, locale)}
            </h3>
            <p className="small soft">{pick(clause.text, locale)}</p>
          </div>
          <ul className="clause-carriers" aria-label={say.carriedBy}>
            {clause.carriers.map(({ process, steps }) => (
              <Carrier key={process} id={process} process={known.get(process)} steps={steps} {...{ look, onOpen }} />
            ))}
            {clause.covers.map((because) => (
              <li key={pick(because, 'en')}>{pick(because, locale)}</li>
            ))}
          </ul>
          <span className={TONES[clause.state]}>{say.clauseStates[clause.state]}</span>
        </li>
      ))}
    </ul>
  );
}

type CarrierProps = Pick<ClauseListProps, 'look' | 'onOpen'> & {
  readonly id: string;
  readonly process: CoverageProcess | undefined;
  readonly steps: CoveredClauseView['carriers'][number]['steps'];
};

/** A process that carries a clause, by these of its steps. */
function Carrier({ id, process, steps, look, onOpen }: CarrierProps) {
  const locale = useLocale();
  const say = useWords(boardWords);
  const title = pick(process?.title ?? id, locale);
  return (
    <li>
      <a href={`${page('/rule-book/', locale, { area: process?.area })}#${id}`}>{title}</a>
      {steps.length > 0 && (
        <span className="small soft clause-steps">{steps.map((step) => pick(step, locale)).join(say.and)}</span>
      )}
      {process && <StageNumbers stage={process} name={title} look={look} onOpen={onOpen} />}
    </li>
  );
}
