/**
 * Codes of GB/T 2260, edition of 2023 as the National Bureau of Statistics publishes it. Of each province its prefectures, and the counties that
 * no prefecture stands above with all four digits. A municipality has none: it is chosen as a whole.
 */
const CITIES: Readonly<Record<string, string>> = {
  13: '01 02 03 04 05 06 07 08 09 10 11',
  14: '01 02 03 04 05 06 07 08 09 10 11',
  15: '01 02 03 04 05 06 07 08 09 22 25 29',
  21: '01 02 03 04 05 06 07 08 09 10 11 12 13 14',
  22: '01 02 03 04 05 06 07 08 24',
  23: '01 02 03 04 05 06 07 08 09 10 11 12 27',
  32: '01 02 03 04 05 06 07 08 09 10 11 12 13',
  33: '01 02 03 04 05 06 07 08 09 10 11',
  34: '01 02 03 04 05 06 07 08 10 11 12 13 15 16 17 18',
  35: '01 02 03 04 05 06 07 08 09',
  36: '01 02 03 04 05 06 07 08 09 10 11',
  37: '01 02 03 04 05 06 07 08 09 10 11 13 14 15 16 17',
  41: '01 02 03 04 05 06 07 08 09 10 11 12 13 14 15 16 17 9001',
  42: '01 02 03 05 06 07 08 09 10 11 12 13 28 9004 9005 9006 9021',
  43: '01 02 03 04 05 06 07 08 09 10 11 12 13 31',
  44: '01 02 03 04 05 06 07 08 09 12 13 14 15 16 17 18 19 20 51 52 53',
  45: '01 02 03 04 05 06 07 08 09 10 11 12 13 14',
  46: '01 02 03 04 9001 9002 9005 9006 9007 9021 9022 9023 9024 9025 9026 9027 9028 9029 9030',
  51: '01 03 04 05 06 07 08 09 10 11 13 14 15 16 17 18 19 20 32 33 34',
  52: '01 02 03 04 05 06 23 26 27',
  53: '01 03 04 05 06 07 08 09 23 25 26 28 29 31 33 34',
  54: '01 02 03 04 05 06 25',
  61: '01 02 03 04 05 06 07 08 09 10',
  62: '01 02 03 04 05 06 07 08 09 10 11 12 29 30',
  63: '01 02 22 23 25 26 27 28',
  64: '01 02 03 04 05',
  65: '01 02 04 05 23 27 28 29 30 31 32 40 42 43 9001 9002 9003 9004 9005 9006 9007 9008 9009 9010 9011 9012',
};
const WHOLE = ['11', '12', '31', '50', '71', '81', '82'] as const;
const FULL = 4;

const cities: ReadonlySet<string> = new Set(
  Object.entries(CITIES).flatMap(([province, list]) =>
    list.split(' ').map((part) => province + part.padEnd(FULL, '0')),
  ),
);
const provinces: ReadonlySet<string> = new Set([...Object.keys(CITIES), ...WHOLE].map((code) => `${code}0000`));
const whole: ReadonlySet<string> = new Set(WHOLE.map((code) => `${code}0000`));

export const isProvince = (code: string): boolean => provinces.has(code);
/** A city, or a province that has none below it. */
export const isCity = (code: string): boolean => cities.has(code) || whole.has(code);
