/** The content security policies a page is sent with. `none` leaves it to the page itself. */
export const POLICIES = {
  none: '',
  script: "script-src 'self'",
  default: "default-src 'self'",
} as const;

export type Policy = keyof typeof POLICIES;
