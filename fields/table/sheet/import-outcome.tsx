import { Icon } from '../../../site/src/components/icon.tsx';
import { pick } from '../../../site/src/i18n/locale.ts';
import { tableWords } from '../../../site/src/i18n/table.ts';
import { useLocale, useWords } from '../../../site/src/i18n/use-locale.tsx';
import type { ImportState } from './use-import.ts';

/** Nobody reads more; the first ones tell what is wrong with the file. */
const MOST_LISTED = 50;

/** What would become of the import: how many rows, and what is wrong with which. */
export function ImportOutcome({ plan }: { readonly plan: ImportState }) {
  const words = useWords(tableWords);
  const { judged } = plan;
  if (judged === undefined) return <p role="status">{words.resolving}</p>;
  const { issues, tooMany, lost } = judged;
  const rows = new Set(issues.map(({ number }) => number)).size;
  return (
    <section className="stack">
      <div role="status" className="import-outcome">
        {tooMany !== undefined && <Wrong text={words.tooMany(tooMany)} />}
        {lost.length > 0 && <Wrong text={words.lost(lost.length)} />}
        {issues.length > 0 ? <Wrong text={words.issues(issues.length, rows)} /> : <p>{words.allFine}</p>}
        <p className="soft">{words.ready(plan.ready)}</p>
      </div>
      {issues.length > 0 && <Issues plan={plan} issues={issues} />}
    </section>
  );
}

const Wrong = ({ text }: { readonly text: string }) => (
  <p className="field-issue">
    <Icon name="alert" size={16} />
    <span>{text}</span>
  </p>
);

type IssuesProps = {
  readonly plan: ImportState;
  readonly issues: NonNullable<ImportState['judged']>['issues'];
};

function Issues({ plan, issues }: IssuesProps) {
  const words = useWords(tableWords);
  const locale = useLocale();
  const titleOf = (id: string | undefined): string => {
    const column = plan.columns.find((one) => one.id === id);
    return column === undefined ? '' : pick(column.field.title, locale);
  };
  return (
    <ul className="import-issues">
      {issues.slice(0, MOST_LISTED).map((issue) => (
        <li key={`${issue.number} ${issue.column} ${issue.issue.code}`}>
          <span className="import-where">
            {words.inRow(issue.number)} {titleOf(issue.column)}
          </span>
          <span>{plan.textOf(issue)}</span>
        </li>
      ))}
      {issues.length > MOST_LISTED && <li>{words.moreIssues(issues.length - MOST_LISTED)}</li>}
    </ul>
  );
}
