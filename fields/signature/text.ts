import type { TextOf } from '../../site/src/fields/text-of.ts';
import { formatWords } from '../../site/src/i18n/format-words.ts';
import { signatureOf } from './signature.ts';

export const signatureText: TextOf<'signature'> = (value, { locale }) => {
  const signature = signatureOf(value);
  if (signature === undefined) return '';
  return 'typed' in signature ? signature.typed : formatWords[locale].signed;
};
