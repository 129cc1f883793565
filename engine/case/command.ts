import type { Values } from '../form/value.ts';
import type { StepId, UserId } from '../shared/brand.ts';
import type { Cause } from './events.ts';

/**
 * What a person, or the schedule, asks of a case.
 *
 * `seen` is the digest of what the step showed when the person decided; a decision on other content is refused.
 * `values` are untrusted JSON: form to field to value.
 */
export type Command =
  | { readonly do: 'start'; readonly values: unknown }
  | { readonly do: 'open'; readonly starter: UserId; readonly values: Values; readonly cause: Cause }
  | { readonly do: 'submit'; readonly step: StepId; readonly seen?: string; readonly values: unknown }
  | {
      readonly do: 'agree';
      readonly step: StepId;
      readonly seen?: string;
      readonly values?: unknown;
      readonly opinion?: string;
    }
  | { readonly do: 'reject'; readonly step: StepId; readonly opinion: string }
  | { readonly do: 'return'; readonly step: StepId; readonly to: StepId; readonly opinion: string }
  | { readonly do: 'transfer'; readonly step: StepId; readonly to: string; readonly opinion: string }
  | { readonly do: 'withdraw'; readonly keep: boolean; readonly opinion: string }
  | { readonly do: 'comment'; readonly text: string }
  /** Lets happen whatever is due at `facts.now`. */
  | { readonly do: 'tick' };

export type CommandOf<Do extends Command['do']> = Extract<Command, { do: Do }>;
