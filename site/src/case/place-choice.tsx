import { caseWords } from '../i18n/case.ts';
import { useWords } from '../i18n/use-locale.tsx';
import type { SignerPlace } from './act-input.ts';
import { OptionChoice } from './option-choice.tsx';

const PLACES: readonly SignerPlace[] = ['before', 'parallel', 'after'];
const isPlace = (text: string): text is SignerPlace => PLACES.some((place) => place === text);

type PlaceChoiceProps = { readonly value: SignerPlace; readonly onChoose: (place: SignerPlace) => void };

/** When added signers decide, and what that means for the one who adds them. */
export function PlaceChoice({ value, onChoose }: PlaceChoiceProps) {
  const words = useWords(caseWords);
  const options = PLACES.map((id) => ({ id, ...words.signerPlaces[id] }));
  return (
    <OptionChoice
      label={words.placeLabel}
      options={options}
      value={value}
      onChoose={(id) => isPlace(id) && onChoose(id)}
    />
  );
}
