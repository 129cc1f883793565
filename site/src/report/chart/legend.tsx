import { colourClass } from './colour.ts';
import type { Series } from './grid.ts';

/** Which colour and pattern stands for what; nothing to say about a single one. */
export function Legend({ series }: { readonly series: readonly Pick<Series, 'id' | 'title'>[] }) {
  if (series.length < 2) return null;
  return (
    <ul className="chart-legend">
      {series.map(({ id, title }, at) => (
        <li key={id}>
          <span className={`chart-swatch ${colourClass(at)}`} aria-hidden="true" />
          {title}
        </li>
      ))}
    </ul>
  );
}
