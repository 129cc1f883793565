import { lazy, Suspense, useState } from 'react';
import type { PeopleView, TaskCard, UnitNames } from '../../../schemas/generated/api.ts';
import { Button } from '../components/button.tsx';
import { useWords } from '../i18n/use-locale.tsx';
import { workbenchWords } from '../i18n/workbench.ts';

/** Few people open it, so the workbench does not carry it. */
const BatchDialog = lazy(async () => ({ default: (await import('./batch-dialog.tsx')).BatchDialog }));

export interface BatchBarProps {
  readonly tasks: readonly TaskCard[];
  readonly people: PeopleView;
  readonly units: UnitNames;
  readonly onClear: () => void;
  /** Some were decided: the list is no longer what it was. */
  readonly onDone: () => void;
}

/** What can be done with the tasks that are ticked. */
export function BatchBar({ tasks, people, units, onClear, onDone }: BatchBarProps) {
  const words = useWords(workbenchWords);
  const [act, setAct] = useState<'agree' | 'reject'>();
  const close = (decided: boolean) => {
    setAct(undefined);
    if (decided) onDone();
  };
  return (
    <div className="batch-bar" role="toolbar" aria-label={words.batchLabel}>
      <span className="batch-count" aria-live="polite">
        {words.picked(tasks.length)}
      </span>
      <Button tone="plain" onClick={onClear}>
        {words.unpick}
      </Button>
      <Button tone="reject" onClick={() => setAct('reject')}>
        {words.batchReject}
      </Button>
      <Button tone="agree" onClick={() => setAct('agree')}>
        {words.batchAgree}
      </Button>
      {act !== undefined && (
        <Suspense>
          <BatchDialog act={act} tasks={tasks} people={people} units={units} onClose={close} />
        </Suspense>
      )}
    </div>
  );
}
