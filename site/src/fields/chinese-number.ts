const DIGITS = '〇一二三四五六七八九';

const digit = (text: string): number => (text === '' ? 0 : DIGITS.indexOf(text));

/** Whole numbers below 100 in Chinese numerals become figures: 二十三 is 23, 第四 is 第4. */
export const withFigures = (text: string): string =>
  text
    .replaceAll('零', '〇')
    .replaceAll('两', '二')
    .replaceAll('兩', '二')
    .replace(/([一二三四五六七八九]?)十([一二三四五六七八九]?)/g, (_, tens: string, ones: string) =>
      String((tens === '' ? 1 : digit(tens)) * 10 + digit(ones)),
    )
    .replace(/[〇一二三四五六七八九]/g, (one) => String(digit(one)));
