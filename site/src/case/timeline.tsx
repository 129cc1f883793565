import { useState } from 'react';
import type { EntryList, EntryView } from '../../../schemas/generated/api.ts';
import { Button } from '../components/button.tsx';
import { Chip } from '../components/chip.tsx';
import { Avatar } from '../components/person.tsx';
import { ReadValue } from '../fields/read-value.tsx';
import { caseWords } from '../i18n/case.ts';
import { eventWords } from '../i18n/events.ts';
import { formatInstant } from '../i18n/format.ts';
import { useLocale, useWords } from '../i18n/use-locale.tsx';
import { useSession, zoneOf } from '../session/session.ts';
import { type ChangeLine, changeLines } from './changes.ts';
import { consequencesOf } from './consequences.ts';
import type { Names } from './names.ts';

/** As many of the latest entries as are shown at first. */
const SHOWN = 12;

export type TimelineProps = { readonly list: EntryList; readonly names: Names; readonly auditor: boolean };

/** What happened, oldest first: who, what, when, why, and what it changed. */
export function Timeline({ list, names, auditor }: TimelineProps) {
  const words = useWords(caseWords);
  const [all, setAll] = useState(false);
  const { items } = list;
  const shown = all ? items : items.slice(-SHOWN);
  if (items.length === 0) return <p className="soft">{words.timelineEmpty}</p>;
  return (
    <>
      {shown.length < items.length && (
        <Button tone="plain" onClick={() => setAll(true)}>
          {words.showAll(items.length)}
        </Button>
      )}
      <ol className="timeline">
        {shown.map((entry) => (
          <Entry key={entry.seq} entry={entry} list={list} names={names} auditor={auditor} />
        ))}
      </ol>
    </>
  );
}

type Tone = 'normal' | 'agree' | 'return' | 'reject' | 'note';

const tones: Readonly<Record<string, Tone>> = {
  SeatAgreed: 'agree',
  CaseCompleted: 'agree',
  StepReturned: 'return',
  CaseWithdrawn: 'return',
  DeadlinePassed: 'reject',
  CaseRejected: 'reject',
  BranchRejected: 'reject',
  SeatRejected: 'reject',
  SeatReturned: 'return',
  SeatTakenBack: 'return',
  SeatsReopened: 'return',
  CaseCancelled: 'reject',
  CaseRevoked: 'reject',
  CaseHeld: 'return',
  CaseJumped: 'return',
  RowDeadlinePassed: 'reject',
  AskedFirstLate: 'reject',
  CaseStarted: 'note',
  StepSubmitted: 'note',
};

type EntryProps = TimelineProps & { readonly entry: EntryView };

function Entry({ entry, list, names, auditor }: EntryProps) {
  const locale = useLocale();
  const words = useWords(caseWords);
  const headings: Readonly<Record<string, string>> = useWords(eventWords);
  const zone = zoneOf(useSession());
  const name = names.person(entry.by);
  return (
    <li className="entry">
      <Avatar id={entry.by} name={name} />
      <div className="entry-body">
        <p className="entry-head">
          <strong>{name}</strong>
          {entry.as !== undefined && <span className="soft">{words.standsInFor(names.person(entry.as))}</span>}
          <Chip tone={tones[entry.what] ?? 'normal'}>{headings[entry.what] ?? entry.what}</Chip>
          {entry.forced === true && (
            <Chip tone="return" icon="shield">
              {words.steering}
            </Chip>
          )}
          {entry.step !== undefined && <span>{names.step(entry.step)}</span>}
          {entry.round !== undefined && entry.round > 1 && (
            <span className="soft small">{words.round(entry.round)}</span>
          )}
        </p>
        <p className="entry-time">
          <time dateTime={entry.at}>{formatInstant(entry.at, zone, locale)}</time>
        </p>
        {entry.opinion !== undefined && entry.opinion !== '' && (
          <blockquote className="entry-opinion">{entry.opinion}</blockquote>
        )}
        {entry.text !== undefined && <blockquote className="entry-opinion">{entry.text}</blockquote>}
        <ul className="entry-effects">
          {consequencesOf(entry, names, zone).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <Changes lines={changeLines(entry.changes, list.forms, locale)} />
        {auditor && <Fingerprints entry={entry} />}
      </div>
    </li>
  );
}

function Changes({ lines }: { readonly lines: readonly ChangeLine[] }) {
  const words = useWords(caseWords);
  if (lines.length === 0) return null;
  return (
    <details className="changes">
      <summary>{words.showChanges(lines.length)}</summary>
      <dl className="change-list">
        {lines.map((line) => (
          <div key={line.key} className="change">
            <dt>{line.title}</dt>
            <Side className="change-before" label={words.before} line={line} value={line.before} />
            <Side className="change-after" label={words.after} line={line} value={line.after} />
          </div>
        ))}
      </dl>
    </details>
  );
}

type SideProps = {
  readonly className: string;
  readonly label: string;
  readonly line: ChangeLine;
  readonly value: unknown;
};

const Side = ({ className, label, line: { field }, value }: SideProps) => (
  <dd className={className}>
    <span className="change-side">{label}</span>
    <span className="change-value">
      {field === undefined ? JSON.stringify(value ?? null) : <ReadValue field={field} value={value} />}
    </span>
  </dd>
);

const SHORT = 12;

/** For auditors: how the entry is tied to the one before, and what its author saw. */
function Fingerprints({ entry }: { readonly entry: EntryView }) {
  const words = useWords(caseWords);
  return (
    <dl className="prints" title={words.hashHint}>
      <div>
        <dt>
          #{entry.seq} {words.hash}
        </dt>
        <dd className="mono" title={entry.hash}>
          {entry.hash.slice(0, SHORT)}
        </dd>
      </div>
      <div>
        <dt>{words.previous}</dt>
        <dd className="mono" title={entry.previous}>
          {entry.previous.slice(0, SHORT) || '—'}
        </dd>
      </div>
      {entry.seen !== undefined && (
        <div>
          <dt>{words.seen}</dt>
          <dd className="mono" title={entry.seen}>
            {entry.seen.slice(0, SHORT)}
          </dd>
        </div>
      )}
    </dl>
  );
}
