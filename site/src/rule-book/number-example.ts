/** The first number of a month as its pattern has it: `FA-{yyyy}-{seq:4}` is FA-2026-0001. */
export function numberExample(pattern: string, now: number): string {
  const day = new Date(now);
  return pattern
    .replaceAll('{yyyy}', String(day.getFullYear()))
    .replaceAll('{mm}', String(day.getMonth() + 1).padStart(2, '0'))
    .replace(/\{seq(?::(\d+))?\}/, (_, digits = '1') => '1'.padStart(Number(digits), '0'));
}
