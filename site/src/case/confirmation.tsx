import type { CaseView } from '../../../schemas/generated/api.ts';
import { IconButton } from '../components/button.tsx';
import { Note } from '../components/states.tsx';
import { caseWords } from '../i18n/case.ts';
import { pick } from '../i18n/locale.ts';
import { useLocale, useWords } from '../i18n/use-locale.tsx';
import type { Names } from './names.ts';
import { openSteps } from './steps.ts';
import type { Done } from './use-case.ts';

type ConfirmationProps = {
  readonly view: CaseView;
  readonly names: Names;
  readonly done: Done | undefined;
  readonly onDismiss: () => void;
};

/** After an action: that it is done, and who is next. */
export function Confirmation({ view, names, done, onDismiss }: ConfirmationProps) {
  const locale = useLocale();
  const words = useWords(caseWords);
  const steps = openSteps(view.picture);
  const next = steps.map((step) => {
    const people = step.seats.filter(({ status }) => status === 'open').map(({ person }) => person);
    return words.confirmedNext(names.people(people), step.title === undefined ? step.step : pick(step.title, locale));
  });
  return (
    <div role="status">
      {done !== undefined && (
        <Note tone="agree" icon="check">
          <p>
            <strong>{done === 'submit' ? words.confirmedTitle : words.doneTitle}</strong>
          </p>
          {next.map((line) => (
            <p key={line}>{line}</p>
          ))}
          {next.length === 0 && <p>{view.status === 'completed' ? words.confirmedEnd : words.ended}</p>}
          <IconButton icon="close" label={words.dismiss} className="note-close" onClick={onDismiss} />
        </Note>
      )}
    </div>
  );
}
