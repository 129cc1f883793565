declare const brand: unique symbol;
/** A primitive that cannot be mistaken for another one of the same primitive type. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };

export type CaseId = Brand<string, 'CaseId'>;
export type StepId = Brand<string, 'StepId'>;
export type UserId = Brand<string, 'UserId'>;
/** UTC, ISO-8601 with milliseconds: `2026-11-22T04:14:00.000Z`. */
export type Instant = Brand<string, 'Instant'>;
/** A calendar day without a time zone: `2026-11-22`, years 0001 to 9999. */
export type CivilDate = Brand<string, 'CivilDate'>;
