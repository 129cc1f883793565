import { codeText } from '#engine';
import type { FieldProps } from '../../site/src/fields/props.ts';
import { TypedBox } from '../../site/src/fields/typed-box.tsx';
import { writtenCodec } from '../../site/src/fields/written-codec.ts';
import { identityGroups } from './text.ts';

const codec = writtenCodec(codeText, identityGroups);

/** The last place may be an X, so it is no number keyboard. */
export const IdentityCodeView = (props: FieldProps<'identityCode'>) => (
  <TypedBox props={props} codec={codec} autoCapitalize="characters" className="input-code" />
);
