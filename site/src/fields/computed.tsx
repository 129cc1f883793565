import type { Field } from '../../../schemas/generated/process.ts';
import type { FieldKey } from '../form/keys.ts';
import { LiveText } from '../form/live-text.tsx';
import { useFormStore, useReadScope, useValue } from '../form/scope.tsx';
import { fieldText, isNumeric } from '../i18n/field-text.ts';
import { formWords } from '../i18n/form.ts';
import { useLocale, useWords } from '../i18n/use-locale.tsx';
import { hasCapitals, LiveCapital } from './capital.tsx';
import { ReadValue } from './read-value.tsx';

export type ComputedProps = {
  readonly field: Field;
  readonly place: FieldKey;
  readonly id: string;
  readonly label?: string | undefined;
};

/** Kinds that are more than a line of text. */
const RICH: ReadonlySet<Field['type']> = new Set(['table', 'files', 'reference', 'unit', 'longText', 'identityCode']);

/** A value the engine gives: it follows what it is computed from, key by key. */
export const ComputedView = (props: ComputedProps) =>
  RICH.has(props.field.type) ? <RichValue {...props} /> : <LiveValue {...props} />;

const RichValue = ({ field, place, id }: ComputedProps) => (
  <div className="computed computed-rich" id={id}>
    <ReadValue field={field} value={useValue(place)} />
  </div>
);

function LiveValue({ field, place, id, label }: ComputedProps) {
  const locale = useLocale();
  const words = useWords(formWords);
  const store = useFormStore();
  const { directory } = useReadScope();
  const text = () => fieldText(field, store.value(place), { locale, people: directory.people() }) || words.empty;
  const inCell = label !== undefined;
  return (
    <>
      <LiveText
        follows={place}
        text={text}
        id={id}
        className={isNumeric(field) ? 'computed computed-number' : 'computed'}
        label={label}
        labelledBy={inCell ? undefined : `${id}-label`}
        aloud={!inCell}
      />
      {!inCell && field.type === 'money' && hasCapitals(field, locale) && <LiveCapital place={place} />}
    </>
  );
}
