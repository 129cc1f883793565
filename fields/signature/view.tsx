import { useState } from 'react';
import { Button } from '../../site/src/components/button.tsx';
import { controlProps, type FieldProps, groupProps } from '../../site/src/fields/props.ts';
import { asGroup } from '../../site/src/fields/table-roles.ts';
import { type Codec, useTextInput } from '../../site/src/fields/use-text-input.ts';
import { useFormStore, useValue } from '../../site/src/form/scope.tsx';
import { formWords } from '../../site/src/i18n/form.ts';
import { pick } from '../../site/src/i18n/locale.ts';
import { useLocale, useWords } from '../../site/src/i18n/use-locale.tsx';
import { Pad } from './pad.tsx';
import { signatureOf } from './signature.ts';

const typedName: Codec = {
  show: (value) => {
    const signature = signatureOf(value);
    return signature !== undefined && 'typed' in signature ? signature.typed : '';
  },
  read: (text) => ({ value: text.trim() === '' ? undefined : { typed: text } }),
};

/** Signed by hand, or by typing the name: nobody needs a pointer to sign. */
export function SignatureView(props: FieldProps<'signature'>) {
  const { field, place } = props;
  const locale = useLocale();
  const words = useWords(formWords);
  const store = useFormStore();
  const signature = signatureOf(useValue(place));
  const [types, setTypes] = useState(signature !== undefined && 'typed' in signature);
  const drawn = signature === undefined || 'typed' in signature ? undefined : signature;
  const keep = (value: unknown) => {
    store.set(place, value);
    store.leave(place);
  };
  const undo = () => {
    const strokes = drawn?.strokes.slice(0, -1) ?? [];
    keep(strokes.length === 0 ? undefined : { ...drawn, strokes });
  };
  return (
    <div {...groupProps(props)} {...asGroup} className="signature">
      {types ? (
        <TypedName {...props} />
      ) : (
        <Pad drawn={drawn} label={pick(field.title, locale)} hint={words.signHere} onDraw={keep} />
      )}
      <div className="signature-tools">
        {drawn !== undefined && (
          <>
            <Button tone="plain" onClick={undo}>
              {words.undoStroke}
            </Button>
            <Button tone="plain" onClick={() => keep(undefined)}>
              {words.clear}
            </Button>
          </>
        )}
        <Button
          tone="plain"
          onClick={() => {
            store.set(place, undefined);
            setTypes(!types);
          }}
        >
          {types ? words.drawName : words.typeName}
        </Button>
      </div>
    </div>
  );
}

function TypedName(props: FieldProps<'signature'>) {
  const words = useWords(formWords);
  const box = useTextInput<HTMLInputElement>(props.place, typedName);
  return (
    <input
      {...controlProps({ ...props, id: `${props.id}-name`, label: words.yourName })}
      {...box}
      className="input signature-typed"
      type="text"
      autoComplete="name"
      maxLength={50}
    />
  );
}
