import { NumberBox } from './number-box.tsx';
import { integerCodec } from './number-codec.ts';
import type { FieldProps } from './props.ts';

export const IntegerView = (props: FieldProps<'integer'>) => <NumberBox props={props} codec={integerCodec} whole />;
