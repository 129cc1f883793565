import { fetched } from '../components/fetched.tsx';

/** What only those see who have something queued: fetched then, and ahead by the pages on which it can happen. */
export const QueuedNote = fetched(async () => (await import('./queued-note.tsx')).QueuedNote);
export const QueueBar = fetched(async () => (await import('./queue-bar.tsx')).QueueBar);
