import type { Values } from '../form/value.ts';
import type { StepId, UserId } from '../shared/brand.ts';
import type { Cause, Changed, DutyCause, RowCause } from './events.ts';
import type { CaseStatus } from './state.ts';

/**
 * What a person, or the schedule, asks of a case.
 *
 * `seen` is the digest of what the step showed when the person decided; a decision on other content is refused.
 * `values` are untrusted JSON: form to field to value. With `changed`, the values that others have changed since the
 * form was opened (field path to the value it had then), edits of different fields merge.
 */
export type Command =
  /** `via`: the name of the start token when a machine starts it for the person. */
  | { readonly do: 'start'; readonly values: unknown; readonly via?: string }
  | {
      readonly do: 'open';
      readonly starter: UserId;
      readonly values: Values;
      readonly cause?: Cause;
      readonly duty?: DutyCause;
      readonly row?: RowCause;
    }
  /** Somebody without an account sends the first form by a link, which says `fixed`. */
  | {
      readonly do: 'receive';
      readonly starter: UserId;
      readonly values: unknown;
      readonly fixed: Values;
      readonly link: string;
    }
  /** A recurring duty was excused before it was handed in; who may excuse is judged where the excuse is kept. */
  | { readonly do: 'lapse'; readonly opinion: string }
  | {
      readonly do: 'submit';
      readonly step: StepId;
      readonly seen?: string;
      readonly changed?: Changed;
      readonly values: unknown;
    }
  | {
      readonly do: 'agree';
      readonly step: StepId;
      readonly seen?: string;
      readonly changed?: Changed;
      readonly values?: unknown;
      readonly opinion?: string;
    }
  | { readonly do: 'reject'; readonly step: StepId; readonly opinion: string }
  | { readonly do: 'return'; readonly step: StepId; readonly to: StepId; readonly opinion: string }
  | { readonly do: 'transfer'; readonly step: StepId; readonly to: string; readonly opinion: string }
  | { readonly do: 'withdraw'; readonly keep: boolean; readonly opinion: string }
  | { readonly do: 'comment'; readonly text: string }
  | { readonly do: 'abstain'; readonly step: StepId; readonly seen?: string; readonly opinion?: string }
  | {
      readonly do: 'addSigners';
      readonly step: StepId;
      readonly place: 'before' | 'after' | 'parallel';
      readonly people: readonly string[];
      readonly opinion: string;
      /** `after` agrees with the same command. */
      readonly seen?: string;
      readonly values?: unknown;
    }
  | { readonly do: 'removeSigner'; readonly step: StepId; readonly seat: number; readonly opinion: string }
  | { readonly do: 'delegate'; readonly step: StepId; readonly to: string; readonly opinion: string }
  | { readonly do: 'advise'; readonly step: StepId; readonly opinion: string }
  | { readonly do: 'claim'; readonly step: StepId }
  | { readonly do: 'release'; readonly step: StepId }
  | { readonly do: 'urge'; readonly text?: string }
  | { readonly do: 'consult'; readonly step: StepId; readonly to: string; readonly question: string }
  | { readonly do: 'reply'; readonly consultation: number; readonly text: string }
  | { readonly do: 'takeBack'; readonly step: StepId; readonly opinion: string }
  | { readonly do: 'cancel'; readonly opinion: string }
  | { readonly do: 'hold'; readonly opinion: string }
  | { readonly do: 'resume'; readonly opinion: string }
  /** Administrators only: ends, moves, re-seats; marked for everybody to see. */
  | { readonly do: 'terminate'; readonly opinion: string }
  | { readonly do: 'jump'; readonly to: StepId; readonly opinion: string }
  | {
      readonly do: 'reassign';
      readonly step: StepId;
      readonly seat: number;
      readonly to: string;
      readonly opinion: string;
      /** Part of the hand-over of somebody who leaves. */
      readonly leaver?: true;
    }
  /** `due`: local wall-clock time, `2026-11-30T18:00`. */
  | { readonly do: 'changeDue'; readonly step: StepId; readonly due: string; readonly opinion: string }
  | { readonly do: 'revoke'; readonly opinion: string }
  /** The system only: seats of people who have left or are absent go to whom the rules name instead. */
  | { readonly do: 'reseat' }
  | { readonly do: 'childOpened'; readonly key: string; readonly case: string; readonly number: string }
  | {
      readonly do: 'childEnded';
      readonly key: string;
      readonly case: string;
      readonly status: CaseStatus;
      readonly values: Values;
    }
  /** The case that started this one went back or ended. */
  | { readonly do: 'stop'; readonly opinion: string }
  /** Lets happen whatever is due at `facts.now`. */
  | { readonly do: 'tick' };

export type CommandOf<Do extends Command['do']> = Extract<Command, { do: Do }>;
