import { controlProps, type FieldProps, groupProps } from '../../site/src/fields/props.ts';
import { useFormStore, useValue } from '../../site/src/form/scope.tsx';
import { formWords } from '../../site/src/i18n/form.ts';
import { useWords } from '../../site/src/i18n/use-locale.tsx';

const DEFAULT_MAX = 5;

/** Marks from 1 up; five of them have a word each. A cell has room for a list only. */
export const RatingView = (props: FieldProps<'rating'>) =>
  props.label === undefined ? <Marks {...props} /> : <MarkList {...props} />;

const useNames = (max: number): readonly (string | undefined)[] => {
  const words = useWords(formWords);
  return max === DEFAULT_MAX ? [words.rating1, words.rating2, words.rating3, words.rating4, words.rating5] : [];
};

const marksTo = (max: number): readonly number[] => Array.from({ length: max }, (_, index) => index + 1);

function MarkList(props: FieldProps<'rating'>) {
  const words = useWords(formWords);
  const store = useFormStore();
  const value = useValue(props.place);
  const max = props.field.max ?? DEFAULT_MAX;
  const names = useNames(max);
  return (
    <select
      {...controlProps(props)}
      className="input"
      value={typeof value === 'number' ? value : ''}
      onChange={({ target }) => store.set(props.place, target.value === '' ? undefined : Number(target.value))}
      onBlur={() => store.leave(props.place)}
    >
      <option value="">{words.choose}</option>
      {marksTo(max).map((mark) => (
        <option key={mark} value={mark}>
          {[mark, names[mark - 1]].join(' ')}
        </option>
      ))}
    </select>
  );
}

function Marks(props: FieldProps<'rating'>) {
  const store = useFormStore();
  const value = useValue(props.place);
  const max = props.field.max ?? DEFAULT_MAX;
  const names = useNames(max);
  return (
    <div {...groupProps(props)} role="radiogroup" className="rating" aria-required={props.required || undefined}>
      {marksTo(max).map((mark) => (
        <label className="rating-mark" key={mark}>
          <input
            type="radio"
            name={props.id}
            checked={value === mark}
            onChange={() => store.set(props.place, mark)}
            onBlur={() => store.leave(props.place)}
          />
          <span className="rating-number">{mark}</span>
          {names.length > 0 && <span className="rating-word">{names[mark - 1]}</span>}
        </label>
      ))}
    </div>
  );
}
