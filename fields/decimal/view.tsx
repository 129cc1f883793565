import { NumberBox } from '../../site/src/fields/number-box.tsx';
import { decimalCodec } from '../../site/src/fields/number-codec.ts';
import type { FieldProps } from '../../site/src/fields/props.ts';

const codec = decimalCodec();

export const DecimalView = (props: FieldProps<'decimal'>) => <NumberBox props={props} codec={codec} />;
