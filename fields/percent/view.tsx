import { NumberBox } from '../../site/src/fields/number-box.tsx';
import { decimalCodec } from '../../site/src/fields/number-codec.ts';
import type { FieldProps } from '../../site/src/fields/props.ts';

const codec = decimalCodec();

/** In points: 85 means 85 %. */
export const PercentView = (props: FieldProps<'percent'>) => <NumberBox props={props} codec={codec} after="%" />;
