import { useEffect } from 'react';
import { IconButton } from '../components/button.tsx';
import { isComposing } from '../components/composing.ts';
import { Icon } from '../components/icon.tsx';
import { goTo } from '../form/go-to.ts';
import { useFormStore, useIssueCount } from '../form/scope.tsx';
import type { FormSection } from '../form/sections.ts';
import { longFormWords } from '../i18n/long-form.ts';
import { useWords } from '../i18n/use-locale.tsx';
import { nextWrong, wrongKeys } from './error-walk.ts';

type ErrorStepsProps = { readonly form: string; readonly sections: readonly FormSection[] };

/** How many places are wrong, and the way from each to the next: by button, or F8 and Shift+F8. */
export function ErrorSteps({ form, sections }: ErrorStepsProps) {
  const words = useWords(longFormWords);
  const store = useFormStore();
  const count = useIssueCount();
  const go = (by: 1 | -1) => {
    const key = nextWrong(wrongKeys(store, form, sections), document.activeElement, by, store.rowList);
    if (key !== undefined) goTo(key);
  };
  useErrorKeys(count > 0, go);
  if (count === 0) return null;
  return (
    <span className="error-steps">
      <Icon name="alert" size={18} />
      <span className="contents-short" aria-hidden="true">
        {count}
      </span>
      <span className="error-steps-words">{words.wrong(count)}</span>
      <IconButton
        icon="up"
        label={words.previousWrong}
        aria-keyshortcuts="Shift+F8"
        onPointerDown={keepFocus}
        onClick={() => go(-1)}
      />
      <IconButton
        icon="down"
        label={words.nextWrong}
        aria-keyshortcuts="F8"
        onPointerDown={keepFocus}
        onClick={() => go(1)}
      />
    </span>
  );
}

/** The next error is counted from the field somebody is in: pressing the button must not leave it first. */
const keepFocus = (event: { preventDefault: () => void }) => event.preventDefault();

function useErrorKeys(on: boolean, go: (by: 1 | -1) => void) {
  useEffect(() => {
    if (!on) return;
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'F8' || isComposing(event) || document.querySelector('dialog[open]') !== null) return;
      event.preventDefault();
      go(event.shiftKey ? -1 : 1);
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  });
}
