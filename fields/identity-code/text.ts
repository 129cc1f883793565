import { plainText, type TextOf } from '../../site/src/fields/text-of.ts';

const SHOWN = 4;

/** Region, birth date and the rest, apart: 110105 19491231 002X. */
export const identityGroups = (value: unknown): string =>
  plainText(value).replace(/^(\d{6})(\d{8})(\d{3}[\dX])$/, '$1 $2 $3');

/** The number of a person's card is theirs: on cards, in lists and in searches only its end is shown. Cards have no more. */
export const identityCodeText: TextOf<'identityCode'> = (value) => {
  const text = plainText(value);
  return text === '' ? '' : `…${text.slice(-SHOWN)}`;
};
