import type { FieldProps } from '../../site/src/fields/props.ts';
import { TypedBox } from '../../site/src/fields/typed-box.tsx';
import { writtenCodec } from '../../site/src/fields/written-codec.ts';
import { linkText } from './kind-text.ts';

const codec = writtenCodec(linkText);

export const LinkView = (props: FieldProps<'link'>) => (
  <TypedBox props={props} codec={codec} inputMode="url" autoComplete="url" placeholder="https://" />
);
