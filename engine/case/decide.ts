import type { Definition } from '../definition/definition.ts';
import { assertNever, fail, ok, type Result } from '../shared/result.ts';
import { agree, submit } from './answer.ts';
import type { Command } from './command.ts';
import type { CaseEvent } from './events.ts';
import type { Facts } from './facts.ts';
import { Recorder, Refused, refuse } from './recorder.ts';
import type { Refusal } from './refusal.ts';
import { reject, sendBack } from './refuse-seat.ts';
import { requiredOpinion } from './seat.ts';
import { open, start } from './start.ts';
import type { CaseState } from './state.ts';
import { tick } from './tick.ts';
import { transfer } from './transfer.ts';
import { withdraw } from './withdraw.ts';

/**
 * Judges one command against the state of a case and says what is to be recorded. Pure: the same input gives the same
 * events, whenever and wherever it runs.
 *
 * @param state undefined for `start` and `open`, which begin a case.
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
    return ok(recorder.events);
  } catch (error) {
    if (error instanceof Refused) return fail(error.refusal);
    throw error;
  }
}

function obey(command: Command, recorder: Recorder, state: CaseState | undefined): void {
  const begins = command.do === 'start' || command.do === 'open';
  if (begins && state !== undefined) throw new Error(`${command.do} begins a case, and this one has begun`);
  if (command.do === 'start') start(command, recorder);
  else if (command.do === 'open') open(command, recorder);
  else if (state === undefined) throw new Error(`${command.do} needs a case`);
  else if (command.do === 'tick') tick(recorder);
  else if (command.do === 'comment') recorder.record('Commented', { text: requiredOpinion(command.text) });
  else if (state.status !== 'open') refuse({ code: 'not-open' });
  else obeyOpen(command, recorder);
}

/** Commands that only an open case takes. */
function obeyOpen(command: Exclude<Command, { do: 'start' | 'open' | 'tick' | 'comment' }>, recorder: Recorder): void {
  switch (command.do) {
    case 'submit':
      submit(command, recorder);
      break;
    case 'agree':
      agree(command, recorder);
      break;
    case 'reject':
      reject(command, recorder);
      break;
    case 'return':
      sendBack(command, recorder);
      break;
    case 'transfer':
      transfer(command, recorder);
      break;
    case 'withdraw':
      withdraw(command, recorder);
      break;
    default:
      assertNever(command);
  }
}
