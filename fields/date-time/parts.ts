/** A day and a time of day as they stand in their boxes; together they are a value once both are complete. */
export type Parts = { readonly date: string; readonly time: string };

/** What stands for a date somebody began and did not finish: the box itself keeps its parts. */
export const UNFINISHED = '?';

export function partsOf(text: string): Parts {
  const at = text.indexOf('T');
  return at < 0 ? { date: text, time: '' } : { date: text.slice(0, at), time: text.slice(at + 1) };
}

export const isComplete = ({ date, time }: Parts): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(date) && /^\d\d:\d\d$/.test(time);

export const joined = ({ date, time }: Parts): string => `${date}T${time}`;
