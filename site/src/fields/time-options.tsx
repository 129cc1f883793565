type TimeOptionsProps = {
  readonly id: string;
  readonly min?: string | undefined;
  readonly max?: string | undefined;
  /** Minutes. */
  readonly step?: number | undefined;
};

const DAY = 24 * 60;
const HALF_HOUR = 30;

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
const timeOf = (minutes: number): string =>
  [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');

/** Times that are offered while one is typed; any other may be typed all the same. */
export function TimeOptions({ id, min = '00:00', max = '23:59', step = HALF_HOUR }: TimeOptionsProps) {
  const first = minutesOf(min);
  const count = Math.floor((Math.min(minutesOf(max), DAY - 1) - first) / step) + 1;
  const times = Array.from({ length: Math.max(count, 0) }, (_, index) => timeOf(first + index * step));
  return (
    <datalist id={id}>
      {times.map((time) => (
        <option key={time} value={time} />
      ))}
    </datalist>
  );
}
