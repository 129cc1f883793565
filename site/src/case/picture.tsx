import type {
  BlockNode,
  BranchView,
  PeopleView,
  PictureNode,
  ReasonView,
  SeatView,
  StepNode,
} from '../../../schemas/generated/api.ts';
import { DueChip } from '../components/chip.tsx';
import { Icon, type IconName } from '../components/icon.tsx';
import { useDirectoryVersion } from '../form/directory.ts';
import { useReadScope } from '../form/scope.tsx';
import { caseWords } from '../i18n/case.ts';
import { formatDate, formatSince } from '../i18n/format.ts';
import { pick } from '../i18n/locale.ts';
import { nodeStateWords, seatWords } from '../i18n/picture.ts';
import { useLocale, useWords } from '../i18n/use-locale.tsx';
import { serverNow, useSession, zoneOf } from '../session/session.ts';
import { durationText } from './duration-text.ts';
import { type Names, namesOf } from './names.ts';
import { reasonLines } from './reason-text.ts';
import { seatMarks } from './seat-marks.ts';
import { titlesOf } from './steps.ts';

export type PictureProps = { readonly nodes: readonly PictureNode[]; readonly people: PeopleView };

/** The whole process from top to bottom: who did what when, who is asked now, who is expected. */
export function Picture({ nodes, people }: PictureProps) {
  const locale = useLocale();
  const { directory } = useReadScope();
  useDirectoryVersion(directory);
  const names = namesOf({ people, forms: [], steps: titlesOf(nodes), directory }, locale);
  return <NodeList nodes={nodes} names={names} />;
}

const NodeList = ({ nodes, names }: { readonly nodes: readonly PictureNode[]; readonly names: Names }) => (
  <ol className="picture">
    {nodes.map((node) =>
      'branches' in node ? (
        <Block key={node.step} node={node} names={names} />
      ) : (
        <Step key={node.step} node={node} names={names} />
      ),
    )}
  </ol>
);

const marks: Readonly<Record<StepNode['state'], IconName | undefined>> = {
  done: 'check',
  open: 'clock',
  ahead: undefined,
  skipped: 'close',
};

function Step({ node, names }: { readonly node: StepNode; readonly names: Names }) {
  const locale = useLocale();
  const words = useWords(caseWords);
  const states = useWords(nodeStateWords);
  const { state } = node;
  const mark = node.passed ? 'right' : marks[state];
  return (
    <li className={`node node-${state}`} aria-current={state === 'open' ? 'step' : undefined}>
      <span className="node-mark" aria-hidden="true">
        {mark && <Icon name={mark} size={14} />}
      </span>
      <div className="node-body">
        <p className="node-title">
          <span>{node.title === undefined ? names.step(node.step) : pick(node.title, locale)}</span>
          <span className="unseen">{states[state]}</span>
          {node.round > 1 && <span className="node-round">{words.round(node.round)}</span>}
          {node.due !== undefined && state === 'open' && <DueChip due={node.due} />}
        </p>
        <StepDoing node={node} />
        {state !== 'skipped' && <StepNotes node={node} />}
        {state !== 'skipped' && <Seats node={node} names={names} />}
        {state === 'ahead' && node.dueIn !== undefined && (
          <p className="node-note">{words.dueIn(durationText(node.dueIn, locale))}</p>
        )}
      </div>
    </li>
  );
}

/** Seats somebody else has taken over, or that are not asked any more. */
const GONE: ReadonlySet<SeatView['status']> = new Set(['moved', 'cancelled', 'superseded']);

/** How its people decide together, and what happened to the step beside their decisions. */
function StepNotes({ node }: { readonly node: StepNode }) {
  const words = useWords(caseWords);
  const { votes, mode } = node;
  const deciders = node.seats.filter(
    ({ status, place }) => !GONE.has(status) && (place === undefined || place === 'parallel'),
  );
  const notes = [
    ...(votes !== undefined ? [words.votes(votes.agreed, votes.needed, votes.of)] : []),
    ...(votes !== undefined && votes.rejected + votes.abstained > 0
      ? [words.otherVotes(votes.rejected, votes.abstained)]
      : []),
    ...(deciders.length > 1 && typeof mode === 'string' ? [words.modes[mode]] : []),
    ...(node.passed === true ? [words.passedByJump] : []),
    ...(node.rejected === true ? [words.rejectedHere] : []),
    ...(node.stopped === undefined ? [] : [words.clockStopped]),
    ...(node.waits === undefined ? [] : [words.waitsForCases(node.waits)]),
  ];
  return notes.map((note) => (
    <p key={note} className="node-note">
      {note}
    </p>
  ));
}

/** What the system does by itself at a step nobody is asked at. */
function StepDoing({ node }: { readonly node: StepNode }) {
  const locale = useLocale();
  const words = useWords(caseWords);
  const title = (id: string | undefined, given: StepNode['processTitle']) =>
    given === undefined ? (id ?? '') : pick(given, locale);
  if (node.kind === 'start') {
    const process = title(node.process, node.processTitle);
    return (
      <p className="node-note">
        {node.every === undefined ? words.startsProcess(process) : words.startsEvery(process)}
        {node.next !== undefined && `，${words.nextStart(formatDate(node.next, locale))}`}
      </p>
    );
  }
  if (node.kind === 'ledger')
    return <p className="node-note">{words.writesLedger(title(node.ledger, node.ledgerTitle))}</p>;
  return node.kind === 'copy' ? <p className="node-note">{words.copies}</p> : null;
}

function Seats({ node, names }: { readonly node: StepNode; readonly names: Names }) {
  const locale = useLocale();
  const words = useWords(caseWords);
  const states = useWords(seatWords);
  const zone = zoneOf(useSession());
  if (node.seats.length === 0) return null;
  return (
    <ul className="seats">
      {node.seats.map((seat) => {
        const lines = reasonLines(seat.reason, names);
        return (
          <li key={`${seat.seat} ${seat.person}`} className={`seat seat-${seat.status}`}>
            <details>
              <summary>
                <span className="seat-name">{names.person(seat.person)}</span>
                <span className="seat-state">{states[seat.status]}</span>
                {seatMarks(seat, names).map((mark) => (
                  <span key={mark} className="seat-mark">
                    {mark}
                  </span>
                ))}
                {seat.at !== undefined && (
                  <time dateTime={seat.at}>{formatSince(seat.at, serverNow(), zone, locale)}</time>
                )}
                <Icon name="info" size={14} />
              </summary>
              <div className="seat-why">
                <p className="seat-why-title">{words.why(names.person(seat.person))}</p>
                {lines.map((line) => (
                  <p key={line}>{line}</p>
                ))}
                {seat.end !== undefined && <EndLines end={seat.end} names={names} />}
                {node.clause !== undefined && <p className="soft">{words.clause(node.clause)}</p>}
              </div>
            </details>
            {seat.auto === true && <p className="node-note">{words.autoAgreed}</p>}
            {seat.opinion !== undefined && seat.opinion !== '' && (
              <blockquote className="seat-opinion">{seat.opinion}</blockquote>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** Why a seat ended without a decision of its own. */
function EndLines({ end, names }: { readonly end: ReasonView; readonly names: Names }) {
  const words = useWords(caseWords);
  return (
    <>
      <p className="seat-why-title">{words.whyEnded}</p>
      {reasonLines(end, names).map((line) => (
        <p key={line}>{line}</p>
      ))}
    </>
  );
}

function Block({ node, names }: { readonly node: BlockNode; readonly names: Names }) {
  const locale = useLocale();
  const words = useWords(caseWords);
  const kind = node.kind === 'parallel' ? words.parallel : words.choose;
  const skipped = node.branches.every(({ state }) => state === 'skipped');
  return (
    <li className={`node node-block${skipped ? ' node-skipped' : ''}`}>
      <span className="node-mark node-mark-block" aria-hidden="true">
        <Icon name="branch" size={14} />
      </span>
      <div className="node-body">
        <p className="node-title">
          <span>{node.title === undefined ? kind : pick(node.title, locale)}</span>
          {node.title !== undefined && <span className="node-round">{kind}</span>}
        </p>
        <ul className="branches">
          {node.branches.map((branch, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: branches have no ids and never move
            <Branch key={index} branch={branch} number={index + 1} names={names} />
          ))}
        </ul>
      </div>
    </li>
  );
}

type BranchProps = { readonly branch: BranchView; readonly number: number; readonly names: Names };

function Branch({ branch, number, names }: BranchProps) {
  const locale = useLocale();
  const words = useWords(caseWords);
  const ahead = branch.expected === undefined ? words.aheadBranch : words.expectedBranch[branch.expected];
  const state = branch.rejected
    ? words.rejectedBranch
    : { taken: undefined, skipped: words.skippedBranch, ahead }[branch.state];
  return (
    <li className={`branch branch-${branch.expected === 'skipped' ? 'skipped' : branch.state}`}>
      <p className="branch-title">
        <span>{branch.title === undefined ? words.branch(number) : pick(branch.title, locale)}</span>
        {state !== undefined && <span className="branch-state">{state}</span>}
      </p>
      {branch.nodes.length > 0 && <NodeList nodes={branch.nodes} names={names} />}
    </li>
  );
}
