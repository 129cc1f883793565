import type { Refusal } from '#engine';
import type { CaseView, IssueView, Problem } from '../../../schemas/generated/api.ts';

/** What can be wrong with a request before anything is decided, and with us. */
type EdgeCode =
  | 'malformed-json'
  | 'duplicate-key'
  | 'inexact-number'
  | 'invalid-query'
  | 'missing-idempotency-key'
  | 'signed-out'
  | 'wrong-credentials'
  | 'cross-site'
  | 'not-found'
  | 'method-not-allowed'
  | 'conflict'
  | 'stale'
  | 'draft-conflict'
  | 'too-many-drafts'
  | 'too-many-templates'
  | 'too-many-views'
  | 'read-only'
  | 'too-large'
  | 'not-json'
  | 'encoded-body'
  | 'unsupported-file'
  | 'disguised-file'
  | 'upload-limit'
  | 'too-deep'
  | 'forbidden-key'
  | 'ill-formed-text'
  | 'invalid-body'
  | 'idempotency-mismatch'
  | 'too-many-attempts'
  | 'duty-filed'
  | 'duty-excused'
  | 'duty-own'
  | 'duty-not-open'
  | 'busy'
  | 'link-closed'
  | 'link-full'
  | 'bad-ticket'
  | 'already-sent'
  | 'unexpected'
  | 'unavailable';

export type ProblemCode = EdgeCode | Refusal['code'];

/** Every code the API can send and its status: a new refusal of the engine does not compile until it is listed. */
export const statusOf = {
  'malformed-json': 400,
  'duplicate-key': 400,
  'inexact-number': 400,
  'invalid-query': 400,
  'missing-idempotency-key': 400,
  'signed-out': 401,
  'wrong-credentials': 401,
  'cross-site': 403,
  'read-only': 403,
  'not-found': 404,
  'method-not-allowed': 405,
  conflict: 409,
  stale: 409,
  'draft-conflict': 409,
  'too-many-drafts': 409,
  'too-many-templates': 409,
  'too-many-views': 409,
  'duty-filed': 409,
  'duty-excused': 409,
  'duty-not-open': 409,
  'duty-own': 403,
  'too-large': 413,
  'not-json': 415,
  'encoded-body': 415,
  'unsupported-file': 415,
  'disguised-file': 415,
  'upload-limit': 429,
  'too-deep': 422,
  'forbidden-key': 422,
  'ill-formed-text': 422,
  'invalid-body': 422,
  'idempotency-mismatch': 422,
  'too-many-attempts': 429,
  busy: 429,
  'link-closed': 410,
  'link-full': 429,
  'bad-ticket': 422,
  'already-sent': 409,
  unexpected: 500,
  unavailable: 503,
  'not-startable': 403,
  'not-open': 409,
  'step-moved': 409,
  'not-your-task': 403,
  'content-changed': 409,
  'invalid-values': 422,
  'opinion-required': 422,
  'reject-not-allowed': 422,
  'return-not-allowed': 422,
  'return-limit': 422,
  'transfer-not-allowed': 422,
  'withdraw-not-allowed': 422,
  'overlapping-edit': 409,
  'not-allowed': 403,
  held: 409,
  'add-not-allowed': 422,
  'delegate-not-allowed': 422,
  taken: 409,
  'urged-lately': 422,
  'bad-due': 422,
  nobody: 422,
  'no-such-row': 422,
  'ledger-limit': 422,
} as const satisfies Record<ProblemCode, number>;

export type ProblemDetails = {
  readonly issues?: readonly IssueView[];
  readonly params?: Readonly<Record<string, unknown>>;
  /** The case as it is now, when the request was based on an older one. */
  readonly present?: CaseView;
  readonly headers?: Readonly<Record<string, string>>;
};

/** Ends a request with a problem document; thrown where a value would only be handed up. */
export class ProblemError extends Error {
  readonly code: ProblemCode;
  readonly details: ProblemDetails;

  constructor(code: ProblemCode, details: ProblemDetails = {}) {
    super(code);
    this.code = code;
    this.details = details;
  }
}

/** RFC 9457 problem document. Carries codes and parameters, never prose: the site owns the words. */
export function problem(code: ProblemCode, { issues, params, present, headers }: ProblemDetails = {}): Response {
  const status = statusOf[code];
  const body: Problem = {
    type: `/problems/${code}`,
    status,
    code,
    ...(issues && { issues: [...issues] }),
    ...(params && { params }),
    ...(present && { present }),
  };
  return Response.json(body, { status, headers: { ...headers, 'Content-Type': 'application/problem+json' } });
}
