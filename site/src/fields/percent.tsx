import { NumberBox } from './number-box.tsx';
import { decimalCodec } from './number-codec.ts';
import type { FieldProps } from './props.ts';

const codec = decimalCodec();

/** In points: 85 means 85 %. */
export const PercentView = (props: FieldProps<'percent'>) => <NumberBox props={props} codec={codec} after="%" />;
