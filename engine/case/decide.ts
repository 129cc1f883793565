import type { Definition } from '../definition/definition.ts';
import { fail, ok, type Result } from '../shared/result.ts';
import { abstain } from './abstain.ts';
import { addSigners } from './add-signers.ts';
import { agree, submit } from './answer.ts';
import { cancel, terminate } from './cancel.ts';
import { changeDue } from './change-due.ts';
import { childEnded, childOpened, stop } from './children.ts';
import { claim, release } from './claim.ts';
import type { Command, CommandOf } from './command.ts';
import { consult, reply } from './consult.ts';
import { advise, delegate } from './delegate.ts';
import type { CaseEvent } from './events.ts';
import type { Facts } from './facts.ts';
import { hold, resume } from './hold.ts';
import { jump } from './jump.ts';
import { lapse } from './lapse.ts';
import { reassign } from './reassign.ts';
import { receive } from './receive.ts';
import { Recorder, Refused, refuse } from './recorder.ts';
import type { Refusal } from './refusal.ts';
import { reject } from './reject.ts';
import { removeSigner } from './remove-signer.ts';
import { reseat } from './reseat.ts';
import { revoke } from './revoke.ts';
import { requiredOpinion } from './seat.ts';
import { sendBack } from './send-back.ts';
import { open, start } from './start.ts';
import type { CaseState } from './state.ts';
import { takeBack } from './take-back.ts';
import { tick } from './tick.ts';
import { transfer } from './transfer.ts';
import { startTriggered } from './triggers.ts';
import { urge } from './urge.ts';
import { withdraw } from './withdraw.ts';

/**
 * Judges one command against the state of a case and says what is to be recorded. Pure: the same input gives the same
 * events, whenever and wherever it runs.
 *
 * @param state undefined for `start`, `open` and `receive`, which begin a case.
 * @param facts everything from outside; it holds at least the ledger rows that `needs` names.
 * @returns the events of one entry (none when a tick finds nothing due), or why the command is refused.
 */
export function decide(
  definition: Definition,
  state: CaseState | undefined,
  command: Command,
  facts: Facts,
): Result<readonly CaseEvent[], Refusal> {
  const recorder = new Recorder(definition, state, facts);
  try {
    obey(command, recorder, state);
    startTriggered(recorder);
    return ok(recorder.events);
  } catch (error) {
    if (error instanceof Refused) return fail(error.refusal);
    throw error;
  }
}

function obey(command: Command, recorder: Recorder, state: CaseState | undefined): void {
  const begins = BEGINNING.has(command.do);
  if (begins !== (state === undefined)) throw new Error(`${command.do} ${begins ? 'begins a case' : 'needs a case'}`);
  const bySystem = recorder.facts.by.startsWith('system:');
  if (SYSTEM.has(command.do) && !bySystem) throw new Error(`${command.do} is not a command of people`);
  if (state !== undefined && !ANY_TIME.has(command.do)) {
    if (state.status !== 'open') refuse({ code: 'not-open' });
    if (state.held !== undefined && !WHILE_HELD.has(command.do)) refuse({ code: 'held' });
  }
  // The table pairs each command with its own rule; the compiler cannot follow the pairing through the lookup.
  RULES[command.do](command as never, recorder);
}

const BEGINNING: ReadonlySet<Command['do']> = new Set(['start', 'open', 'receive']);
/** Commands of the schedule and of other cases; no person sends them. */
const SYSTEM: ReadonlySet<Command['do']> = new Set([
  'open',
  'receive',
  'tick',
  'reseat',
  'childOpened',
  'childEnded',
  'stop',
]);
/** What is possible after the end, too. */
const ANY_TIME: ReadonlySet<Command['do']> = new Set([
  'tick',
  'reseat',
  'childOpened',
  'childEnded',
  'stop',
  'comment',
  'reply',
  'revoke',
  'takeBack',
]);
/** A held case stands still but for these. */
const WHILE_HELD: ReadonlySet<Command['do']> = new Set([
  'resume',
  'lapse',
  'withdraw',
  'cancel',
  'terminate',
  'jump',
  'reassign',
]);

const RULES: { readonly [Do in Command['do']]: (command: CommandOf<Do>, recorder: Recorder) => void } = {
  start,
  open,
  receive,
  submit,
  agree,
  abstain,
  reject,
  return: sendBack,
  transfer,
  addSigners,
  removeSigner,
  delegate,
  advise,
  claim,
  release,
  urge,
  consult,
  reply,
  comment: ({ text }, recorder) => recorder.record('Commented', { text: requiredOpinion(text) }),
  withdraw,
  takeBack,
  cancel,
  hold,
  resume,
  terminate,
  jump,
  reassign,
  changeDue,
  revoke,
  tick: (_, recorder) => tick(recorder),
  reseat,
  childOpened,
  childEnded,
  stop,
  lapse,
};
