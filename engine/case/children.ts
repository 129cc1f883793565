import { advance } from './advance.ts';
import { resultsOf } from './child-results.ts';
import type { CommandOf } from './command.ts';
import type { Recorder } from './recorder.ts';
import { reopenChanged } from './reopen.ts';
import { undoneByRevocation } from './revoke.ts';
import { openSeats } from './seat.ts';
import { stopChildren } from './stop-children.ts';
import { undoWrites } from './undo.ts';

/** A case that this one asked for is there now. */
export function childOpened({ key, case: id, number }: CommandOf<'childOpened'>, recorder: Recorder): void {
  const child = recorder.state.children[key];
  if (child === undefined || child.number !== undefined) return;
  recorder.record('ChildOpened', { key, case: id, number });
}

/**
 * A case that this one asked for has ended, well or not. What it hands back is written, approvals of what changed are
 * asked again, and the case goes on once the last one it waits for has ended. Told twice, or told of a case that was
 * stopped meanwhile, nothing happens.
 */
export function childEnded(command: CommandOf<'childEnded'>, recorder: Recorder): void {
  const { key, case: id, status } = command;
  const child = recorder.state.children[key];
  if (child === undefined || child.ended !== undefined) return;
  const revokes = recorder.state.revocation === key;
  const given = revokes ? {} : resultsOf(child, command, recorder);
  recorder.record('ChildEnded', { key, case: id, status, given });
  if (revokes) undoneByRevocation(command, recorder);
  else if (recorder.state.status === 'open') goOn(recorder);
}

/** A held case stands still: it goes on when it is resumed. */
function goOn(recorder: Recorder): void {
  reopenChanged(recorder);
  if (recorder.state.held === undefined) advance(recorder);
}

/** The case that started this one went back or ended: this one ends, too, and what it wrote is undone as declared. */
export function stop({ opinion }: CommandOf<'stop'>, recorder: Recorder): void {
  if (recorder.state.status !== 'open') return;
  undoWrites(recorder);
  stopChildren(recorder);
  recorder.record('CaseCancelled', { opinion, cancelled: openSeats(recorder.state) });
}
