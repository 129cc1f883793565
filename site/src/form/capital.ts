import type { Locale } from '../i18n/locale.ts';

type Script = { readonly digits: string; readonly groups: readonly string[]; readonly minus: string };

const UNITS = ['', '拾', '佰', '仟'];
const HANS: Script = { digits: '零壹贰叁肆伍陆柒捌玖', groups: ['', '万', '亿', '万亿'], minus: '负' };
const HANT: Script = { digits: '零壹貳參肆伍陸柒捌玖', groups: ['', '萬', '億', '萬億'], minus: '負' };
const AMOUNT = /^(-?)(\d{1,16})(?:\.(\d{1,2}))?$/;

/** Four digits in capitals, zeros joined: "1005" becomes 壹仟零伍. */
function groupText(group: string, { digits }: Script): string {
  const parts = [...group].map((digit, index) =>
    digit === '0' ? '零' : `${digits[Number(digit)]}${UNITS[group.length - 1 - index]}`,
  );
  return parts.join('').replace(/零+/g, '零').replace(/零$/, '');
}

function wholeText(whole: string, script: Script): string {
  const groups = whole.replace(/\B(?=(?:\d{4})+$)/g, ',').split(',');
  let text = '';
  groups.forEach((group, index) => {
    const value = groupText(group, script);
    if (value === '' || value === '零') return;
    const gap = text !== '' && group.startsWith('0') && !value.startsWith('零') ? '零' : '';
    text += `${gap}${value}${script.groups[groups.length - 1 - index]}`;
  });
  return text.replace(/零+/g, '零');
}

function fractionText(fraction: string, hasWhole: boolean, { digits }: Script): string {
  const [tenths = '0', hundredths = '0'] = fraction.padEnd(2, '0');
  if (tenths === '0' && hundredths === '0') return '整';
  const first = tenths === '0' ? (hasWhole ? '零' : '') : `${digits[Number(tenths)]}角`;
  return `${first}${hundredths === '0' ? '整' : `${digits[Number(hundredths)]}分`}`;
}

/**
 * An amount in the capital numerals Chinese vouchers use (大写金额); undefined in English, for nothing, for text
 * that is not an amount, and beyond 16 digits. Source: 支付结算办法 附件一 正确填写票据和结算凭证的基本规定.
 */
export function capitalAmount(amount: string, locale: Locale): string | undefined {
  const match = AMOUNT.exec(amount);
  if (locale === 'en' || match === null || !/[1-9]/.test(amount)) return undefined;
  const [, sign = '', whole = '0', fraction = ''] = match;
  const script = locale === 'zh-TW' ? HANT : HANS;
  const value = wholeText(whole.replace(/^0+(?=\d)/, ''), script);
  const minus = sign === '-' ? script.minus : '';
  const yuan = value === '' ? '' : `${value}元`;
  return `${minus}${yuan}${fractionText(fraction, value !== '', script)}`;
}
