import type { FieldProps } from '../../site/src/fields/props.ts';
import { TypedBox } from '../../site/src/fields/typed-box.tsx';
import { writtenCodec } from '../../site/src/fields/written-codec.ts';
import { phoneText } from './kind-text.ts';
import { phoneGroups } from './text.ts';

const codec = writtenCodec(phoneText, phoneGroups);

export const PhoneView = (props: FieldProps<'phone'>) => (
  <TypedBox props={props} codec={codec} type="tel" autoComplete="tel" className="input-code" />
);
