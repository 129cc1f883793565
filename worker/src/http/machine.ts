import { forgiveMachine, knockMachine } from '../store/token-store.ts';
import { SignedOut } from '../store/visit.ts';
import { ProblemError } from './problem.ts';
import type { Call } from './route.ts';

/** Lets a machine in as people are let in: whoever tries wrong tokens from one address has to wait longer and longer. */
export async function admitted(call: Call<'startCase'>, work: () => Promise<Response>): Promise<Response> {
  const { store, profile, request, now } = call;
  const address = profile.address(request);
  const seconds = await knockMachine(store, address, now);
  if (seconds !== undefined)
    throw new ProblemError('too-many-attempts', { params: { seconds }, headers: { 'Retry-After': String(seconds) } });
  let guessed = false;
  try {
    return await work();
  } catch (error) {
    guessed = error instanceof SignedOut;
    throw error;
  } finally {
    if (!guessed) await forgiveMachine(store, address, now);
  }
}
