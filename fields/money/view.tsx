import type { MoneyField } from '../../schemas/generated/process.ts';
import { hasCapitals, LiveCapital } from '../../site/src/fields/capital.tsx';
import { NumberBox } from '../../site/src/fields/number-box.tsx';
import { decimalCodec } from '../../site/src/fields/number-codec.ts';
import type { FieldProps } from '../../site/src/fields/props.ts';
import type { Codec } from '../../site/src/fields/use-text-input.ts';
import { formWords } from '../../site/src/i18n/form.ts';
import { useLocale, useWords } from '../../site/src/i18n/use-locale.tsx';
import { fromYuan, toYuan, withoutUnit } from './ten-thousand.ts';

const yuan = decimalCodec(2);
const plain = decimalCodec();

const tenThousand: Codec = {
  show: (value) => plain.show(typeof value === 'string' ? fromYuan(value) : value),
  read: (text) => {
    const amount = withoutUnit(text);
    const reading = amount === undefined ? { typed: text } : plain.read(amount);
    if ('typed' in reading) return { typed: text };
    return { value: typeof reading.value === 'string' ? toYuan(reading.value) : undefined };
  },
};

const symbols = { CNY: '¥', TWD: 'NT$', USD: '$' } as const satisfies Record<
  NonNullable<MoneyField['currency']>,
  string
>;

/** Cells have no room for the sign; their column says what it is. */
export function MoneyView(props: FieldProps<'money'>) {
  const locale = useLocale();
  const words = useWords(formWords);
  const { field, place, id, label, describedBy } = props;
  const inCell = label !== undefined;
  const inTenThousands = field.unit === 'tenThousand';
  const unit = (
    <span className="affix-word" id={`${id}-unit`}>
      {words.tenThousand}
    </span>
  );
  return (
    <>
      <NumberBox
        props={
          inTenThousands ? { ...props, describedBy: [describedBy, `${id}-unit`].filter(Boolean).join(' ') } : props
        }
        codec={inTenThousands ? tenThousand : yuan}
        before={inCell ? undefined : symbols[field.currency ?? 'CNY']}
        after={inTenThousands ? unit : undefined}
      />
      {!inCell && field.capital === true && hasCapitals(field, locale) && <LiveCapital place={place} />}
    </>
  );
}
