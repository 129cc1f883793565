import type { CaseCommandBody, Problem, StartCase, Words } from '../../../schemas/generated/api.ts';
import { isRecord } from '../api/record.ts';

/** What a queued delivery is about, in words for its list and ids for its pages. */
export type About = {
  readonly act: CaseCommandBody['do'] | 'start';
  readonly title: Words;
  /** What the case or form is called; empty when it has no name yet. */
  readonly subject: string;
  readonly case?: string;
  readonly draft?: string;
};

/** One intention that could not be delivered yet, as this browser keeps it. */
export type QueueItem = {
  /** Its Idempotency-Key: the server carries it out once, however often it is delivered. */
  readonly key: string;
  /** Who meant it. It is never delivered for anybody else. */
  readonly person: string;
  readonly path: string;
  readonly body: StartCase | CaseCommandBody;
  /** What was delivered under this key before, where that was something else. */
  readonly first?: StartCase | CaseCommandBody;
  readonly about: About;
  readonly at: string;
  /** A delivery has left this browser without an answer: it may have arrived. */
  readonly tried: boolean;
  /** Why the server turned it down; absent while it waits. */
  readonly problem?: Problem;
};

export const isWaiting = ({ problem }: QueueItem): boolean => problem === undefined;

export const isItem = (value: unknown): value is QueueItem =>
  isRecord(value) &&
  ['key', 'person', 'path', 'at'].every((name) => typeof value[name] === 'string') &&
  isRecord(value.body) &&
  isRecord(value.about);
