import { type ReactNode, useId, useRef } from 'react';
import type { CaseView } from '../../../schemas/generated/api.ts';
import { Button, LinkButton } from '../components/button.tsx';
import { groupNamed } from '../fields/table-roles.ts';
import { caseWords } from '../i18n/case.ts';
import { page } from '../i18n/paths.ts';
import { useLocale, useWords } from '../i18n/use-locale.tsx';
import { type Act, actLook } from './actions.ts';

type ActionBarProps = {
  readonly view: CaseView;
  readonly acts: readonly Act[];
  readonly onAct: (act: Act) => void;
  /** The main action, and what became of the draft. */
  readonly main?: ReactNode;
  readonly status?: ReactNode;
};

/**
 * All one can do here. On a phone the main action and the first other stay in reach and the rest folds into a menu; on
 * a desk copying stands in the header and commenting under the comments.
 */
export function ActionBar({ view, acts, onAct, main, status }: ActionBarProps) {
  const locale = useLocale();
  const words = useWords(caseWords);
  const menuId = useId();
  const menu = useRef<HTMLDivElement>(null);
  const copy = view.may.includes('copy') && (
    <LinkButton href={page('/fill/', locale, { copy: view.id })} icon="copy">
      {words.copyAsNew}
    </LinkButton>
  );
  const buttonOf = (act: Act) => (
    <Button
      key={act}
      tone={actLook[act].tone}
      icon={actLook[act].icon}
      onClick={() => {
        menu.current?.hidePopover();
        onAct(act);
      }}
    >
      {words[act]}
    </Button>
  );
  const [first, ...rest] = acts;
  // Commenting and copying have their own places on a desk.
  const elsewhere = first === undefined || first === 'comment';
  const folded = rest.length > 0 || copy !== false;
  if (!main && first === undefined && copy === false) return null;
  return (
    <div
      className={main ? 'action-bar' : `action-bar action-bar-plain${elsewhere ? ' action-bar-elsewhere' : ''}`}
      {...groupNamed(words.actions)}
    >
      {status}
      {folded && (
        <>
          <button type="button" className="button action-more" popoverTarget={menuId}>
            {words.more}
          </button>
          <div ref={menu} id={menuId} popover="auto" className="action-menu">
            {rest.map(buttonOf)}
            {copy}
          </div>
        </>
      )}
      <div className="action-rest">
        {rest
          .filter((act) => act !== 'comment')
          .toReversed()
          .map(buttonOf)}
      </div>
      {first !== undefined && buttonOf(first)}
      {main}
    </div>
  );
}
