/** Zeros that 万 stands for. */
export const TEN_THOUSAND_ZEROS = 4;

const PLAIN = /^-?\d+(?:\.\d+)?$/;

/** Moves the point of decimal text, exactly; what is no decimal stays as it is. */
function shifted(plain: string, places: number): string {
  if (!PLAIN.test(plain)) return plain;
  const sign = plain.startsWith('-') ? '-' : '';
  const [whole = '', fraction = ''] = plain.replace('-', '').split('.');
  const digits = whole.padStart(whole.length + Math.max(-places, 0), '0') + fraction.padEnd(Math.max(places, 0), '0');
  const point = digits.length - Math.max(fraction.length, Math.max(places, 0)) + places;
  const left = digits.slice(0, point).replace(/^0+(?=\d)/, '') || '0';
  const right = digits.slice(point).replace(/0+$/, '');
  return `${sign}${left}${right === '' ? '' : `.${right}`}`;
}

/** 元 alone would be ten thousand times less than what stands in 万元. */
const ONLY_YUAN = /[^万萬][元圆圓]$/;
const UNIT = /[万萬][元圆圓]?$/;

/** The amount before 万 or 万元; undefined for text that says it is in 元. */
export function withoutUnit(text: string): string | undefined {
  const bare = text.replaceAll(/\s/g, '');
  return ONLY_YUAN.test(bare) ? undefined : bare.replace(UNIT, '');
}

/** "12.5" 万元 are "125000" yuan. */
export const toYuan = (tenThousands: string): string => shifted(tenThousands, TEN_THOUSAND_ZEROS);

/** "125000.00" yuan are "12.5" 万元. */
export const fromYuan = (yuan: string): string => shifted(yuan, -TEN_THOUSAND_ZEROS);
