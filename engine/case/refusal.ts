import type { Issue } from '../form/issue.ts';
import type { StepId } from '../shared/brand.ts';

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
  | { readonly code: 'transfer-not-allowed'; readonly to: string }
  | { readonly code: 'withdraw-not-allowed' }
  | { readonly code: 'nobody'; readonly step: StepId; readonly role: string }
  | { readonly code: 'no-such-row'; readonly step: StepId; readonly ledger: string };
