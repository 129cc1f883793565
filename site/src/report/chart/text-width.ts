const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/g;

/** How much room a text takes, in widths of a digit: a Chinese character takes two. */
export const textWidth = (text: string): number => text.length + (text.match(WIDE)?.length ?? 0);

/** The room that the widest of some texts takes, as CSS. */
export const widthOf = (texts: readonly string[]): string => `${Math.max(1, ...texts.map(textWidth)) + 1}ch`;
