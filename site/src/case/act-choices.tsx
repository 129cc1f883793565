import type { CaseView } from '../../../schemas/generated/api.ts';
import { caseWords } from '../i18n/case.ts';
import { pick } from '../i18n/locale.ts';
import { useLocale, useWords } from '../i18n/use-locale.tsx';
import { type ActInput, type Missing, type Need, needsOf } from './act-input.ts';
import type { Act } from './actions.ts';
import { DueChoice } from './due-choice.tsx';
import type { Names } from './names.ts';
import { type Option, OptionChoice } from './option-choice.tsx';
import { PeopleChoice } from './people-choice.tsx';
import { PersonChoice } from './person-choice.tsx';
import { PlaceChoice } from './place-choice.tsx';
import { openSteps, pendingSeats } from './steps.ts';

export type ActChoicesProps = {
  readonly act: Act;
  readonly view: CaseView;
  readonly names: Names;
  readonly input: ActInput;
  readonly onInput: (input: ActInput) => void;
  readonly missing: readonly Missing[];
};

/** Whom, which seat, where to, until when: whatever an action has to be told beside words. */
export const ActChoices = (props: ActChoicesProps) => (
  <>
    {needsOf(props.act).map((need) => (
      <Choice key={need} need={need} {...props} />
    ))}
  </>
);

function Choice({ need, act, view, names, input, onInput, missing }: ActChoicesProps & { readonly need: Need }) {
  const locale = useLocale();
  const words = useWords(caseWords);
  const lacks = missing.includes(need);
  const titled = (list: CaseView['takeBack']): readonly Option[] =>
    list.map(({ step, title }) => ({ id: step, title: pick(title, locale) }));
  switch (need) {
    case 'person':
      return (
        <PersonChoice
          label={words.personLabel}
          value={input.to}
          missing={lacks}
          onChoose={(to) => onInput({ ...input, to })}
        />
      );
    case 'people':
      return (
        <>
          <PeopleChoice value={input.people} missing={lacks} onChoose={(people) => onInput({ ...input, people })} />
          <PlaceChoice value={input.place} onChoose={(place) => onInput({ ...input, place })} />
        </>
      );
    case 'seat':
      return (
        <OptionChoice
          label={words.seatLabel}
          options={seatOptions(act, view, names)}
          value={input.seat}
          missing={lacks ? words.seatMissing : undefined}
          onChoose={(seat) => onInput({ ...input, seat })}
        />
      );
    case 'target':
      return (
        <OptionChoice
          label={words.targetLabel}
          options={titled(view.jumpTo ?? [])}
          value={input.to}
          missing={lacks ? words.stepMissing : undefined}
          onChoose={(to) => onInput({ ...input, to })}
        />
      );
    case 'step':
      return (
        <OptionChoice
          label={words.stepLabel}
          options={act === 'takeBack' ? titled(view.takeBack) : dueOptions(view, names)}
          value={input.step}
          missing={lacks ? words.stepMissing : undefined}
          onChoose={(step) => onInput({ ...input, step })}
        />
      );
    case 'due':
      return <DueChoice value={input.due} missing={lacks} onChoose={(due) => onInput({ ...input, due })} />;
    case 'step-back':
      return null;
  }
}

/** Seats that can be taken away, or given to somebody else. */
function seatOptions(act: Act, view: CaseView, names: Names): readonly Option[] {
  const seats = act === 'removeSigner' ? view.removable : pendingSeats(view.picture);
  return seats.map(({ step, seat, person }) => ({
    id: `${step} ${seat}`,
    title: `${names.person(person)} · ${names.step(step)}`,
  }));
}

const dueOptions = ({ picture }: CaseView, names: Names): readonly Option[] =>
  openSteps(picture)
    .filter(({ due }) => due !== undefined)
    .map(({ step }) => ({ id: step, title: names.step(step) }));
