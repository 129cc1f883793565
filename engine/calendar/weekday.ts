export const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
export type WeekdayName = (typeof WEEKDAYS)[number];

/** 1 Monday to 7 Sunday, as in ISO 8601. */
export const weekdayNumber = (name: WeekdayName): number => WEEKDAYS.indexOf(name) + 1;

export const isWeekdayName = (text: string): text is WeekdayName => WEEKDAYS.some((name) => name === text);
