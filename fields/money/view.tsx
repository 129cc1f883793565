import type { MoneyField } from '../../schemas/generated/process.ts';
import { NumberBox } from '../../site/src/fields/number-box.tsx';
import { decimalCodec } from '../../site/src/fields/number-codec.ts';
import type { FieldProps } from '../../site/src/fields/props.ts';

const codec = decimalCodec(2);

const symbols = { CNY: '¥', TWD: 'NT$', USD: '$' } as const satisfies Record<
  NonNullable<MoneyField['currency']>,
  string
>;

/** Cells have no room for the sign; their column says what it is. */
export function MoneyView(props: FieldProps<'money'>) {
  const sign = symbols[props.field.currency ?? 'CNY'];
  return <NumberBox props={props} codec={codec} before={props.label === undefined ? sign : undefined} />;
}
