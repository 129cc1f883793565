import { useEffect } from 'react';

/** The text of a CSS string. */
const quoted = (text: string): string =>
  `"${text.replaceAll(/["\\\n]/g, (mark) => `\\${mark.charCodeAt(0).toString(16)} `)}"`;

/** Stands where the browser counts pages. */
const COUNTER = '\n';

/**
 * What stands at the foot of every page: a text, and which page of how many. The margins of a page are drawn by the style
 * sheet alone, which takes the words from properties of the root.
 */
export function usePageFoot(text: string, pageOf: (page: string, pages: string) => string): void {
  const [before = '', between = '', after = ''] = pageOf(COUNTER, COUNTER).split(COUNTER);
  useEffect(() => {
    const { style } = document.documentElement;
    style.setProperty('--page-foot', quoted(text));
    style.setProperty('--page-before', quoted(before));
    style.setProperty('--page-between', quoted(between));
    style.setProperty('--page-after', quoted(after));
  }, [text, before, between, after]);
}
