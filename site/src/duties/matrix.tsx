import { useState } from 'react';
import type { DutyCell, DutyMatrix, DutyRowView } from '../../../schemas/generated/api.ts';
import { useLoad } from '../api/use-load.ts';
import { Button } from '../components/button.tsx';
import { CardSkeletons, EmptyState, ErrorNote } from '../components/states.tsx';
import { useWide } from '../components/use-wide.ts';
import { addDays } from '../i18n/civil.ts';
import { dutyWords } from '../i18n/duties.ts';
import { formatDeadline, formatInstant } from '../i18n/format.ts';
import { periodName } from '../i18n/period-name.ts';
import { useLocale, useWords } from '../i18n/use-locale.tsx';
import { useSession, zoneOf } from '../session/session.ts';
import { DutyCards } from './duty-cards.tsx';
import { DutyDialog } from './duty-dialog.tsx';
import { DutyTable } from './duty-table.tsx';
import { MissingList } from './missing-list.tsx';
import { StandingChip, standings } from './standing-chip.tsx';

/** Wide enough for a name and a few periods beside it. */
const TABLE_FROM = 720;

/** One duty: who has filed for which period. */
export function Matrix({ process }: { readonly process: string }) {
  const words = useWords(dutyWords);
  const [ends, setEnds] = useState<readonly string[]>([]);
  const to = ends.at(-1);
  const query = to === undefined ? '' : `?${new URLSearchParams({ to })}`;
  const { value, problem, reload } = useLoad<DutyMatrix>(`/api/duties/${encodeURIComponent(process)}${query}`);
  if (value === undefined)
    return problem === undefined ? <CardSkeletons count={2} /> : <ErrorNote problem={problem} onRetry={reload} />;
  return (
    <div className="stack">
      <div className="duty-tools">
        <Legend counts={value.counts} />
        <div className="duty-range">
          <Button icon="left" onClick={() => setEnds([...ends, addDays(value.from, -1)])}>
            {words.earlier}
          </Button>
          <Button icon="right" disabled={ends.length === 0} onClick={() => setEnds(ends.slice(0, -1))}>
            {words.later}
          </Button>
        </div>
      </div>
      <Next next={value.next} />
      {value.rows.length === 0 ? (
        <EmptyState icon="clock" title={words.noneTitle} text={words.noneText} />
      ) : (
        <Filled matrix={value} />
      )}
    </div>
  );
}

function Legend({ counts }: Pick<DutyMatrix, 'counts'>) {
  const words = useWords(dutyWords);
  return (
    <ul className="duty-legend" aria-label={words.legend}>
      {standings.map((standing) => (
        <li key={standing}>
          <StandingChip standing={standing} count={counts[standing]} />
        </li>
      ))}
    </ul>
  );
}

/** When it goes on: the period that opens next. */
function Next({ next: { period, opens, due } }: Pick<DutyMatrix, 'next'>) {
  const locale = useLocale();
  const words = useWords(dutyWords);
  const zone = zoneOf(useSession());
  const deadline = formatDeadline(due.at, zone, locale);
  return (
    <p className="small soft">
      {words.next(periodName(period.id, locale), formatInstant(opens, zone, locale), deadline)}
      {due.provisional && <span title={words.provisionalHint}> · {words.provisional}</span>}
    </p>
  );
}

function Filled({ matrix }: { readonly matrix: DutyMatrix }) {
  const isWide = useWide(TABLE_FROM);
  const [opened, setOpened] = useState<{ readonly row: DutyRowView; readonly cell: DutyCell }>();
  const open = (row: DutyRowView, cell: DutyCell) => setOpened({ row, cell });
  return (
    <>
      {isWide ? <DutyTable matrix={matrix} onOpen={open} /> : <DutyCards matrix={matrix} onOpen={open} />}
      <MissingList matrix={matrix} />
      {opened && <DutyDialog matrix={matrix} {...opened} onClose={() => setOpened(undefined)} />}
    </>
  );
}
