import { type RefObject, useContext } from 'react';
import { Icon } from '../components/icon.tsx';
import { formWords } from '../i18n/form.ts';
import { useLocale, useWords } from '../i18n/use-locale.tsx';
import { goTo } from './go-to.ts';
import { ChecksContext } from './issue-list.tsx';
import { issueText, placeTitle } from './issue-text.ts';
import { domId } from './keys.ts';
import { useFormStore, useIssueCount } from './scope.tsx';

/** Everything that stands against submitting, with the way to each. Stays until all of it is settled. */
export function ErrorSummary({ box }: { readonly box: RefObject<HTMLDivElement | null> }) {
  const locale = useLocale();
  const words = useWords(formWords);
  const store = useFormStore();
  const checks = useContext(ChecksContext);
  useIssueCount();
  const issues = store.issues();
  return (
    <div ref={box} tabIndex={-1} className="error-summary-box" role="alert">
      {issues.length > 0 && (
        <div className="error-summary note note-reject">
          <Icon name="alert" />
          <div className="note-body">
            <h2>{issues.length === 1 ? words.summaryTitleOne : words.summaryTitle(issues.length)}</h2>
            <ul>
              {issues.map((issue) => {
                const text = issueText(issue, { model: store.model, checks, locale });
                return (
                  <li key={`${issue.key} ${issue.row ?? ''} ${text}`}>
                    <a
                      href={`#${domId(issue.key)}`}
                      onClick={(event) => {
                        event.preventDefault();
                        goTo(issue.key);
                      }}
                    >
                      {placeTitle(issue, store, locale)}
                    </a>
                    <span>{text}</span>
                  </li>
                );
              })}
            </ul>
          </div>
        </div>
      )}
    </div>
  );
}
