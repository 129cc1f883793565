/** Separators people type or paste between digits: comma, full-width comma, Chinese enumeration comma, any space. */
const SEPARATORS = /[,，、'’\s]/g;
const CURRENCY = /^(?:¥|￥|\$|NT\$|US\$|RMB|CNY|TWD|USD)|(?:元|圆|圓)$/gi;
const PLAIN = /^-?\d+(?:\.\d*)?$|^-?\.\d+$/;

/**
 * What somebody typed as a number, as plain decimal text: full-width digits, currency signs, thousands separators and
 * leading zeros are normalised away ("￥１２，０００．５" becomes "12000.5"). Undefined for text that is not a number
 * ("1e3", "1.2万"): it is never guessed.
 */
export function plainNumber(typed: string): string | undefined {
  const text = typed.normalize('NFKC').replace(SEPARATORS, '').replace(CURRENCY, '').replace(/^[−–]/, '-');
  if (!PLAIN.test(text)) return undefined;
  const negative = text.startsWith('-');
  const [whole = '', fraction = ''] = text.replace('-', '').split('.');
  const digits = whole.replace(/^0+(?=\d)/, '') || '0';
  const plain = fraction === '' ? digits : `${digits}.${fraction}`;
  return negative && /[1-9]/.test(plain) ? `-${plain}` : plain;
}

/** Plain decimal text with thousands separators and, where given, at least `places` digits after the point. */
export function groupNumber(plain: string, places = 0): string {
  const negative = plain.startsWith('-');
  const [whole = '0', fraction = ''] = plain.replace('-', '').split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  const digits = fraction.padEnd(places, '0');
  return `${negative ? '-' : ''}${grouped}${digits === '' ? '' : `.${digits}`}`;
}
