import { codeText } from '#engine';
import type { FieldProps } from '../../site/src/fields/props.ts';
import { TypedBox } from '../../site/src/fields/typed-box.tsx';
import { writtenCodec } from '../../site/src/fields/written-codec.ts';

const codec = writtenCodec(codeText);

export const CompanyCodeView = (props: FieldProps<'companyCode'>) => (
  <TypedBox props={props} codec={codec} autoCapitalize="characters" className="input-code" />
);
