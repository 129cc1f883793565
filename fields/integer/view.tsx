import { NumberBox } from '../../site/src/fields/number-box.tsx';
import { integerCodec } from '../../site/src/fields/number-codec.ts';
import type { FieldProps } from '../../site/src/fields/props.ts';

export const IntegerView = (props: FieldProps<'integer'>) => <NumberBox props={props} codec={integerCodec} whole />;
