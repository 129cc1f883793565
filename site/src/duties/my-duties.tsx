import type { DutyList, DutyTask } from '../../../schemas/generated/api.ts';
import { useLoad } from '../api/use-load.ts';
import { DueChip } from '../components/chip.tsx';
import { Icon } from '../components/icon.tsx';
import { dutyWords } from '../i18n/duties.ts';
import { pick } from '../i18n/locale.ts';
import { page } from '../i18n/paths.ts';
import { periodName } from '../i18n/period-name.ts';
import { useLocale, useWords } from '../i18n/use-locale.tsx';
import { Reminded } from './reminded.tsx';
import { unitName } from './subject-name.ts';

/** What the calendar asks of the person at work, soonest first; nothing at all when it asks nothing. */
export function MyDuties() {
  const words = useWords(dutyWords);
  const { value } = useLoad<DutyList>('/api/duties');
  if (value === undefined || value.mine.length === 0) return null;
  return (
    <section className="card stack" aria-labelledby="my-duties">
      <h2 id="my-duties">{words.mineTitle}</h2>
      <ul className="my-duties">
        {value.mine.map((task) => (
          <li key={`${task.process} ${task.period.id} ${task.subject}`}>
            <Task task={task} units={value.units} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Task({ task, units }: { readonly task: DutyTask; readonly units: DutyList['units'] }) {
  const locale = useLocale();
  const words = useWords(dutyWords);
  const { subject, kind, name } = task;
  const about = kind === 'unit' ? [unitName(subject, units, locale)] : kind === 'row' ? [name ?? subject] : [];
  const title = pick(task.title, locale);
  return (
    <>
      <span className="my-duty">
        <strong>{title}</strong>
        <span className="small soft">{[...about, periodName(task.period.id, locale)].join(' · ')}</span>
        <span className="my-duty-facts">
          <DueChip due={task.due} />
          <Reminded reminded={task.reminded} />
        </span>
      </span>
      {task.case === undefined ? (
        <span className="small soft">{words.preparing}</span>
      ) : (
        <a
          className="button"
          href={page('/case/', locale, { id: task.case.id })}
          aria-label={`${words.fill} · ${[title, ...about, periodName(task.period.id, locale)].join(' · ')}`}
        >
          <Icon name="edit" size={18} />
          {words.fill}
        </a>
      )}
    </>
  );
}
