import type { TaskList } from '../../../schemas/generated/api.ts';
import { useList } from '../api/use-list.ts';
import { LinkButton } from '../components/button.tsx';
import type { IconName } from '../components/icon.tsx';
import { ListStates } from '../components/list-states.tsx';
import { EmptyState } from '../components/states.tsx';
import { page } from '../i18n/paths.ts';
import { useLocale, useWords } from '../i18n/use-locale.tsx';
import { type Box, workbenchWords } from '../i18n/workbench.ts';
import { DraftItem } from './draft-item.tsx';
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
  return (
    <div id="box" role="tabpanel" aria-labelledby={`tab-${box ?? 'todo'}`}>
      <ListStates list={list} empty={<EmptyBox box={box ?? 'todo'} />}>
        <ul className="stack tasks">
          {list.items.map((task) => (
            <li key={task.id}>
              {task.draft && task.case === undefined ? (
                <DraftItem draft={task.draft} />
              ) : (
                <TaskItem task={task} people={list.people} units={list.units} />
              )}
            </li>
          ))}
        </ul>
      </ListStates>
    </div>
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
