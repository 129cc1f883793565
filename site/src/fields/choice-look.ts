import type { ChoiceField } from '../../../schemas/generated/process.ts';
import { optionsOf } from './options.ts';

/** As many as fit in sight at once. */
const RADIO_LIMIT = 5;
/** More than anybody likes to look through. */
const SELECT_LIMIT = 30;

/** How the options of a choice are shown, where the definition does not say. */
export function choiceLook({ show, options }: ChoiceField): NonNullable<ChoiceField['show']> {
  if (show !== undefined) return show;
  const count = optionsOf(options).length;
  return count <= RADIO_LIMIT ? 'radio' : count <= SELECT_LIMIT ? 'select' : 'search';
}
