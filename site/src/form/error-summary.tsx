import { type RefObject, useContext } from 'react';
import { Icon } from '../components/icon.tsx';
import { formWords } from '../i18n/form.ts';
import { useLocale, useWords } from '../i18n/use-locale.tsx';
import { ChecksContext } from './issue-list.tsx';
import { issueText, placeTitle } from './issue-text.ts';
import { domId } from './keys.ts';
import { useFormStore, useIssueCount } from './scope.tsx';

/** Takes the reader to a control, wherever in it the focus belongs. */
export function goTo(id: string) {
  const target = document.getElementById(id);
  const control = target?.matches('input, select, textarea')
    ? target
    : (target?.querySelector<HTMLElement>('input:not([type="file"]), select, textarea, button') ?? target);
  control?.focus();
  control?.scrollIntoView({ block: 'center' });
}

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
                const id = domId(issue.key);
                return (
                  <li key={`${issue.key} ${issue.row ?? ''} ${text}`}>
                    <a
                      href={`#${id}`}
                      onClick={(event) => {
                        event.preventDefault();
                        goTo(id);
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
