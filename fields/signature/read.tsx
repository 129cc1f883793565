import type { ReadProps } from '../../site/src/fields/read-line.tsx';
import { pick } from '../../site/src/i18n/locale.ts';
import { useLocale } from '../../site/src/i18n/use-locale.tsx';
import { Drawing } from './drawing.tsx';
import { signatureOf } from './signature.ts';

export function ReadSignature({ field, value }: ReadProps<'signature'>) {
  const locale = useLocale();
  const signature = signatureOf(value);
  return signature === undefined ? null : <Drawing signature={signature} label={pick(field.title, locale)} />;
}
