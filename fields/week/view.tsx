import { controlProps, type FieldProps } from '../../site/src/fields/props.ts';
import { useFormStore, useToday, useValue } from '../../site/src/form/scope.tsx';
import { addDays, weekDays } from '../../site/src/i18n/civil.ts';
import { formWords } from '../../site/src/i18n/form.ts';
import { useWords } from '../../site/src/i18n/use-locale.tsx';

/** Half a year back and ahead. */
const REACH = 26;

/** The ISO week a day belongs to, `2026-W47`: the year of its Thursday decides. */
function weekOf(date: string): string {
  const weekday = (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;
  const thursday = addDays(date, 3 - weekday);
  const year = thursday.slice(0, 4);
  const days = (Date.parse(`${thursday}T00:00:00Z`) - Date.parse(`${year}-01-01T00:00:00Z`)) / 86_400_000;
  return `${year}-W${String(Math.floor(days / 7) + 1).padStart(2, '0')}`;
}

function weeksAround(today: string, value: string): readonly string[] {
  const weeks = Array.from({ length: REACH * 2 + 1 }, (_, index) => weekOf(addDays(today, (index - REACH) * 7)));
  return value === '' || weeks.includes(value) ? weeks : [...weeks, value].sort();
}

/** A list of weeks with their dates: nobody knows week numbers by heart. */
export function WeekView(props: FieldProps<'week'>) {
  const words = useWords(formWords);
  const store = useFormStore();
  const today = useToday();
  const value = useValue(props.place);
  const chosen = typeof value === 'string' ? value : '';
  return (
    <select
      {...controlProps(props)}
      className="input"
      value={chosen}
      onChange={({ target }) => store.set(props.place, target.value === '' ? undefined : target.value)}
      onBlur={() => store.leave(props.place)}
    >
      <option value="">{words.choose}</option>
      {weeksAround(today, chosen).map((week) => {
        const days = weekDays(week);
        return (
          <option key={week} value={week}>
            {words.week(Number(week.slice(6)), days?.start.slice(5) ?? '', days?.end.slice(5) ?? '')}
          </option>
        );
      })}
    </select>
  );
}
