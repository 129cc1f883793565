import { ReadValue } from '../fields/read-value.tsx';
import { pick } from '../i18n/locale.ts';
import { useLocale } from '../i18n/use-locale.tsx';
import type { Difference } from './differences.ts';

type DifferenceListProps = {
  readonly list: readonly Difference[];
  /** What the two sides are called. */
  readonly before: string;
  readonly after: string;
};

/** Field by field, both values. */
export function DifferenceList({ list, before, after }: DifferenceListProps) {
  const locale = useLocale();
  return (
    <dl className="differences">
      {list.map(({ path, field, before: old, after: now }) => (
        <div key={path} className="difference">
          <dt>{pick(field.title, locale)}</dt>
          <dd>
            <span className="difference-side">{before}</span>
            <ReadValue field={field} value={old} />
          </dd>
          <dd>
            <span className="difference-side">{after}</span>
            <ReadValue field={field} value={now} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
