import { Icon } from '../components/icon.tsx';
import { formWords } from '../i18n/form.ts';
import { useWords } from '../i18n/use-locale.tsx';

type ChosenListProps = {
  readonly ids: readonly string[];
  readonly nameOf: (id: string) => string;
  readonly onChange: (ids: readonly string[]) => void;
};

/** What was chosen so far, each with the way to take it out again. */
export function ChosenList({ ids, nameOf, onChange }: ChosenListProps) {
  const words = useWords(formWords);
  if (ids.length === 0) return null;
  return (
    <ul className="people-chosen">
      {ids.map((id) => (
        <li key={id} className="chip chip-accent">
          <span>{nameOf(id)}</span>
          <button
            type="button"
            className="chip-remove"
            aria-label={`${words.remove} ${nameOf(id)}`}
            onClick={() => onChange(ids.filter((other) => other !== id))}
          >
            <Icon name="close" size={14} />
          </button>
        </li>
      ))}
    </ul>
  );
}
