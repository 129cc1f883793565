/** Provinces, municipalities, autonomous regions and special administrative regions (GB/T 2260). */
const PROVINCES =
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82';
const provinces: ReadonlySet<string> = new Set(PROVINCES.split(' ').map((code) => `${code}0000`));

export const isProvince = (code: string): boolean => provinces.has(code);
export const isRegion = (code: string): boolean => provinces.has(`${code.slice(0, 2)}0000`);
