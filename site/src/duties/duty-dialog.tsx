import type { ReactNode } from 'react';
import type { DutyCell, DutyMatrix, DutyRowView } from '../../../schemas/generated/api.ts';
import { Dialog } from '../components/dialog.tsx';
import { nameOf } from '../components/person.tsx';
import { dutyWords } from '../i18n/duties.ts';
import { formatDeadline, formatInstant } from '../i18n/format.ts';
import { page } from '../i18n/paths.ts';
import { periodName } from '../i18n/period-name.ts';
import { useLocale, useWords } from '../i18n/use-locale.tsx';
import { useSession, zoneOf } from '../session/session.ts';
import { ExcuseForm } from './excuse-form.tsx';
import { StandingChip } from './standing-chip.tsx';
import { subjectName } from './subject-name.ts';

export interface DutyDialogProps {
  readonly matrix: DutyMatrix;
  readonly row: DutyRowView;
  readonly cell: DutyCell;
  readonly onClose: () => void;
}

/** Everything about one duty, and the form that excuses it for those who may. */
export function DutyDialog({ matrix, row, cell, onClose }: DutyDialogProps) {
  const locale = useLocale();
  const title = `${subjectName(row, matrix, locale)} · ${periodName(cell.period, locale)}`;
  return (
    <Dialog open title={title} onClose={onClose}>
      <p>
        <StandingChip standing={cell.standing} />
      </p>
      <Facts matrix={matrix} cell={cell} />
      {cell.mayExcuse && (
        <ExcuseForm process={matrix.process} period={cell.period} subject={row.subject} onDone={onClose} />
      )}
    </Dialog>
  );
}

function Facts({ matrix, cell }: { readonly matrix: DutyMatrix; readonly cell: DutyCell }) {
  const locale = useLocale();
  const words = useWords(dutyWords);
  const zone = zoneOf(useSession());
  const moment = (at: string) => formatInstant(at, zone, locale);
  const { due, closes, filedAt, case: link, excuse, reminded } = cell;
  return (
    <dl className="duty-facts">
      <Fact name={words.person}>{nameOf(cell.person, matrix.people, locale)}</Fact>
      <Fact name={words.opened}>{moment(cell.opens)}</Fact>
      <Fact name={words.due}>
        {formatDeadline(due.at, zone, locale)}
        {due.provisional && ` · ${words.provisional}`}
        {due.provisional && <span className="small soft">{words.provisionalHint}</span>}
      </Fact>
      {closes !== undefined && <Fact name={words.closes}>{formatDeadline(closes, zone, locale)}</Fact>}
      {filedAt !== undefined && <Fact name={words.filedAt}>{moment(filedAt)}</Fact>}
      {link !== undefined && (
        <Fact name={words.case}>
          <a href={page('/case/', locale, { id: link.id })}>{link.number}</a>
        </Fact>
      )}
      <Fact name={words.reminded}>
        {reminded.length === 0 ? words.notReminded : reminded.map((at) => <span key={at}>{moment(at)}</span>)}
      </Fact>
      {excuse !== undefined && (
        <>
          <Fact name={words.excusedBy}>{nameOf(excuse.by, matrix.people, locale)}</Fact>
          <Fact name={words.excusedAt}>{moment(excuse.at)}</Fact>
          <Fact name={words.reason}>{excuse.reason}</Fact>
        </>
      )}
    </dl>
  );
}

const Fact = ({ name, children }: { readonly name: string; readonly children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);
