import { NumberBox } from './number-box.tsx';
import { decimalCodec } from './number-codec.ts';
import type { FieldProps } from './props.ts';

const codec = decimalCodec();

export const DecimalView = (props: FieldProps<'decimal'>) => <NumberBox props={props} codec={codec} />;
