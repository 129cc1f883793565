import { plainText, type TextOf } from '../../site/src/fields/text-of.ts';

/** 138 0013 8000: in the groups people say it in; what has groups already stays. */
export const phoneGroups = (value: unknown): string =>
  plainText(value).replace(/^(1[3-9]\d)(\d{4})(\d{4})$/, '$1 $2 $3');

export const phoneText: TextOf<'phone'> = (value) => phoneGroups(value);
