import type { TaskCard, TaskList } from '../../../schemas/generated/api.ts';
import { useList } from '../api/use-list.ts';
import { LinkButton } from '../components/button.tsx';
import type { IconName } from '../components/icon.tsx';
import { ListStates } from '../components/list-states.tsx';
import { EmptyState } from '../components/states.tsx';
import { page } from '../i18n/paths.ts';
import { useLocale, useWords } from '../i18n/use-locale.tsx';
import { type Box, workbenchWords } from '../i18n/workbench.ts';
import { BatchBar } from './batch-bar.tsx';
import { DraftItem } from './draft-item.tsx';
import { type Picked, usePicked } from './picked.ts';
import { TaskItem } from './task-item.tsx';

const icons = {
  todo: 'check',
  started: 'send',
  done: 'inbox',
  copied: 'comment',
  drafts: 'draft',
} as const satisfies Record<Box, IconName>;

/** The items of one box, newest first as the server sends them. */
export function TaskBox({ box }: { readonly box: Box | undefined }) {
  const list = useList<TaskList>(box && '/api/tasks', { box });
  const picked = usePicked();
  const chosen = list.items.filter((task) => task.seen !== undefined && picked.ids.has(task.id));
  return (
    <div id="box" role="tabpanel" aria-labelledby={`tab-${box ?? 'todo'}`}>
      <ListStates list={list} empty={<EmptyBox box={box ?? 'todo'} />}>
        <ul className="stack tasks">
          {list.items.map((task) => (
            <li key={task.id} className={task.seen === undefined ? undefined : 'pickable'}>
              {task.seen !== undefined && <PickBox task={task} picked={picked} />}
              {task.draft && task.case === undefined ? (
                <DraftItem draft={task.draft} />
              ) : (
                <TaskItem task={task} people={list.people} units={list.units} />
              )}
            </li>
          ))}
        </ul>
        {chosen.length > 0 && (
          <BatchBar
            tasks={chosen}
            people={list.people}
            units={list.units}
            onClear={picked.clear}
            onDone={() => {
              picked.clear();
              list.reload();
            }}
          />
        )}
      </ListStates>
    </div>
  );
}

/** Ticks a task to be decided together with others. */
function PickBox({ task, picked }: { readonly task: TaskCard; readonly picked: Picked }) {
  const words = useWords(workbenchWords);
  return (
    <label className="pick">
      <input
        type="checkbox"
        checked={picked.ids.has(task.id)}
        aria-label={words.pick(task.case?.subject ?? '')}
        onChange={() => picked.toggle(task.id)}
      />
    </label>
  );
}

function EmptyBox({ box }: { readonly box: Box }) {
  const locale = useLocale();
  const words = useWords(workbenchWords);
  const starts = box === 'todo' || box === 'started' || box === 'drafts';
  return (
    <EmptyState icon={icons[box]} {...words.empty[box]}>
      {starts && <LinkButton href={page('/start/', locale)}>{words.startNew}</LinkButton>}
    </EmptyState>
  );
}
