import type { FieldProps } from '../../site/src/fields/props.ts';
import { TypedBox } from '../../site/src/fields/typed-box.tsx';
import { writtenCodec } from '../../site/src/fields/written-codec.ts';
import { emailText } from './kind-text.ts';

const codec = writtenCodec(emailText);

/** Not `type="email"`: browsers rewrite what is typed there before anybody can read it. */
export const EmailView = (props: FieldProps<'email'>) => (
  <TypedBox props={props} codec={codec} inputMode="email" autoComplete="email" />
);
