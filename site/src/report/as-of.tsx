import { useState } from 'react';
import { FieldFrame } from '../components/field-frame.tsx';
import { formatPlainDate } from '../i18n/format.ts';
import { reportWords } from '../i18n/report.ts';
import { useLocale, useWords } from '../i18n/use-locale.tsx';
import { presetDays } from './periods.ts';

type AsOfProps = {
  readonly today: string;
  readonly day: string | undefined;
  readonly onChange: (day: string | undefined) => void;
};

const PRESETS = ['monthEnd', 'quarterEnd', 'yearEnd'] as const;
const TODAY = '';
const OTHER = 'other';

/** The day at whose end the report is looked at: today, the end of a period, or any other. */
export function AsOf({ today, day, onChange }: AsOfProps) {
  const locale = useLocale();
  const words = useWords(reportWords);
  const [other, setOther] = useState(false);
  const days = presetDays(today);
  const preset = PRESETS.find((each) => days[each] === day);
  const isOther = other || (day !== undefined && preset === undefined);
  const choose = (chosen: string) => {
    setOther(chosen === OTHER);
    if (chosen !== OTHER) onChange(chosen === TODAY ? undefined : chosen);
  };
  return (
    <>
      <FieldFrame label={words.asOf}>
        {(control) => (
          <select
            {...control}
            className="input"
            value={isOther ? OTHER : (day ?? TODAY)}
            onChange={({ target }) => choose(target.value)}
          >
            <option value={TODAY}>{`${words.today} ${formatPlainDate(today, locale)}`}</option>
            {PRESETS.map((each) => (
              <option key={each} value={days[each]}>
                {`${words[each]} ${formatPlainDate(days[each], locale)}`}
              </option>
            ))}
            <option value={OTHER}>{words.anyDay}</option>
          </select>
        )}
      </FieldFrame>
      {isOther && (
        <FieldFrame label={words.day}>
          {(control) => (
            <input
              {...control}
              className="input"
              type="date"
              max={today}
              value={day ?? today}
              onChange={({ target }) => {
                if (target.value !== '') onChange(target.value < today ? target.value : undefined);
              }}
            />
          )}
        </FieldFrame>
      )}
    </>
  );
}
