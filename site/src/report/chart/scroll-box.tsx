import { chartWords } from '../../i18n/report-chart.ts';
import { useLocale, useWords } from '../../i18n/use-locale.tsx';
import { type Drawing, titleOf } from './drawing.ts';

/** A table that is wider than its room. */
export function ScrollBox({ drawing, children }: { readonly drawing: Drawing; readonly children: React.ReactNode }) {
  const locale = useLocale();
  const words = useWords(chartWords);
  const label = `${titleOf(drawing, locale)} · ${words.scroll}`;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard (WCAG 2.1.1)
    <section className="table-box chart-table" tabIndex={0} aria-label={label}>
      {children}
    </section>
  );
}
