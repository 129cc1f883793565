import { createContext, useContext } from 'react';
import type { CheckRule } from '../../../schemas/generated/api.ts';
import { Icon } from '../components/icon.tsx';
import { useLocale } from '../i18n/use-locale.tsx';
import type { PlacedIssue } from './issue-places.ts';
import { issueText } from './issue-text.ts';
import { useFormStore } from './scope.tsx';

/** The checks of the definition: a failed one has its own words. */
export const ChecksContext = createContext<readonly CheckRule[]>([]);

/** What is wrong with the control above; the control names it by `id`. */
export function IssueList({ id, issues }: { readonly id: string; readonly issues: readonly PlacedIssue[] }) {
  const locale = useLocale();
  const { model } = useFormStore();
  const checks = useContext(ChecksContext);
  if (issues.length === 0) return null;
  const texts = new Set(issues.map((issue) => issueText(issue, { model, checks, locale })));
  return (
    <div id={id} className="field-issues">
      {[...texts].map((text) => (
        <p key={text} className="field-issue">
          <Icon name="alert" size={16} />
          <span>{text}</span>
        </p>
      ))}
    </div>
  );
}
