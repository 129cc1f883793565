import type { Words } from '../../schemas/generated/process.ts';
import type { Issue } from '../form/issue.ts';
import type { Instant, StepId, UserId } from '../shared/brand.ts';

/** Why a well-formed command was turned down. Codes are public API: the site has the words, the worker the status. */
export type Refusal =
  | { readonly code: 'not-startable' }
  | { readonly code: 'not-open' }
  | { readonly code: 'step-moved'; readonly step: StepId }
  | { readonly code: 'not-your-task'; readonly step: StepId }
  | { readonly code: 'content-changed'; readonly step: StepId; readonly seen: string }
  | { readonly code: 'invalid-values'; readonly issues: readonly Issue[] }
  | { readonly code: 'opinion-required' }
  | { readonly code: 'reject-not-allowed'; readonly step: StepId }
  | { readonly code: 'return-not-allowed'; readonly step: StepId; readonly to: StepId }
  | { readonly code: 'return-limit'; readonly step: StepId; readonly max: number }
  | { readonly code: 'transfer-not-allowed'; readonly to: string; readonly why: WhyNotPerson }
  | { readonly code: 'withdraw-not-allowed' }
  | { readonly code: 'overlapping-edit'; readonly step: StepId; readonly fields: readonly Overlap[] }
  | { readonly code: 'not-allowed'; readonly action: string; readonly why: NotAllowed }
  | { readonly code: 'held' }
  | { readonly code: 'add-not-allowed'; readonly to: string; readonly why: WhyNotPerson | 'too-deep' }
  | { readonly code: 'delegate-not-allowed'; readonly to: string; readonly why: WhyNotPerson }
  | { readonly code: 'taken'; readonly step: StepId; readonly person: UserId }
  | { readonly code: 'urged-lately'; readonly until: Instant }
  | { readonly code: 'bad-due'; readonly due: string }
  | { readonly code: 'nobody'; readonly step: StepId; readonly role: string }
  | { readonly code: 'no-such-row'; readonly step: StepId; readonly ledger: string }
  /** What would be written breaks the limit with this number; the ledger has the words. */
  | {
      readonly code: 'ledger-limit';
      readonly step: StepId;
      readonly ledger: string;
      readonly row: string;
      readonly limit: number;
      readonly words: Words;
    };

/** Why somebody cannot take a seat: rights and rules are checked for whoever is named, by whomever. */
export type WhyNotPerson = 'unknown' | 'left' | 'external' | 'has-a-seat' | 'starter' | 'apart';

/** Why an action is not open to the person now. */
export type NotAllowed =
  | 'not-yours'
  | 'not-in-this-process'
  | 'not-an-administrator'
  | 'acted-upon'
  | 'viewed'
  | 'too-late'
  | 'decided-automatically'
  | 'nothing-open'
  | 'not-held'
  | 'not-claimed'
  | 'not-completed'
  | 'already-asked'
  | 'the-last-one';

/** One field that two people changed at the same time, with both values. */
export type Overlap = { readonly path: string; readonly mine: unknown; readonly theirs: unknown };
