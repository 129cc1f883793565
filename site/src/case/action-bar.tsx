import type { ReactNode } from 'react';
import type { CaseView, TaskView } from '../../../schemas/generated/api.ts';
import { Button, LinkButton } from '../components/button.tsx';
import { groupNamed } from '../fields/table-roles.ts';
import { BAR_PLACE } from '../form/bar-place.ts';
import { caseWords } from '../i18n/case.ts';
import { page } from '../i18n/paths.ts';
import { useLocale, useWords } from '../i18n/use-locale.tsx';
import { useActName } from './act-texts.ts';
import { ActionMenu } from './action-menu.tsx';
import { type Act, actLook, decidingActs, minorActs, steeringActs } from './actions.ts';

type ActionBarProps = {
  readonly view: CaseView;
  readonly task: TaskView | undefined;
  readonly onAct: (act: Act) => void;
  /** The main action, and what became of the draft. */
  readonly main?: ReactNode;
  readonly status?: ReactNode;
};

const MOST_DIRECT = 2;

/**
 * All one can do here. The ways to decide stay in reach and the rest folds into a menu; what administrators do to keep
 * cases going has a menu of its own. Printing stands in the header, too; on a desk copying does so as well, and
 * commenting stands under the comments.
 */
export function ActionBar({ view, task, onAct, main, status }: ActionBarProps) {
  const locale = useLocale();
  const words = useWords(caseWords);
  const nameOf = useActName();
  const deciding = decidingActs(task);
  const minor = minorActs(view, task);
  // Without a task the little that is left needs no menu.
  const direct: readonly Act[] = main ? [] : minor.filter((act) => act !== 'comment').slice(0, MOST_DIRECT);
  const folded = minor.filter((act) => !direct.includes(act));
  const steering = steeringActs(view);
  const copies = view.may.includes('copy');
  const buttonOf = (act: Act) => (
    <Button key={act} tone={actLook[act].tone} icon={actLook[act].icon} onClick={() => onAct(act)}>
      {nameOf(act, task)}
    </Button>
  );
  // Commenting, copying and printing have their own places on a desk.
  const elsewhere = steering.length === 0 && deciding.length === 0 && minor.every((act) => act === 'comment');
  if (!main && deciding.length + minor.length + steering.length === 0 && !copies) return null;
  return (
    <div
      className={main ? 'action-bar' : `action-bar action-bar-plain${elsewhere ? ' action-bar-elsewhere' : ''}`}
      {...groupNamed(words.actions)}
    >
      {status}
      {steering.length > 0 && <ActionMenu name={words.steering}>{steering.map(buttonOf)}</ActionMenu>}
      <ActionMenu name={words.more} phoneOnly={folded.every((act) => act === 'comment')}>
        {folded.map(buttonOf)}
        {copies && (
          <LinkButton href={page('/fill/', locale, { copy: view.id })} icon="copy">
            {words.copyAsNew}
          </LinkButton>
        )}
        <LinkButton href={page('/print/', locale, { case: view.id })} icon="print">
          {words.print}
        </LinkButton>
      </ActionMenu>
      <div id={BAR_PLACE} className="form-bar" />
      {direct.map(buttonOf)}
      {deciding.toReversed().map(buttonOf)}
      {main}
    </div>
  );
}
