/** What a failed statement means. `taken` names the guard that refused it. */
export type Failure =
  | { readonly kind: 'transient' | 'overloaded' | 'other' }
  | {
      readonly kind: 'refused';
      readonly guard: 'entries' | 'ledger' | 'commands' | 'documents' | 'sums' | 'files' | 'other';
    };

/** D1 reports only text. Source: Cloudflare docs, D1 "Debug" and "Retry queries"; the outcome is unknown. */
const TRANSIENT = [
  'Network connection lost',
  'storage caused object to be reset',
  'reset because its code was updated',
  'Internal error while starting up D1 DB storage',
  'Cannot resolve D1 DB due to transient issue on remote node',
  "Can't read from request stream because client disconnected",
];
const OVERLOADED = ['D1 DB is overloaded', 'Requests queued for too long', 'Too many requests queued'];
/** Messages of our triggers and of the keys that are locks. */
const GUARDS = [
  ['entries: out of order', 'entries'],
  ['NOT NULL constraint failed: counters.n', 'entries'],
  ['ledger_changes: version taken', 'ledger'],
  ['UNIQUE constraint failed: commands.key', 'commands'],
  ['duty_excuses: excused', 'entries'],
  ['UNIQUE constraint failed: spent.id', 'commands'],
  ['UNIQUE constraint failed: receipts.hash', 'commands'],
  ['CHECK constraint failed: links_quota', 'commands'],
  ['documents: version taken', 'documents'],
  ['editions: out of order', 'documents'],
  ['workspace: out of order', 'documents'],
  ['sums: moved on', 'sums'],
  ['FOREIGN KEY constraint failed', 'files'],
] as const;

/** Classifies an error of D1; drizzle wraps the driver's own in `cause`. */
export function failureOf(error: unknown): Failure {
  const text = messages(error);
  const guard = GUARDS.find(([message]) => text.includes(message));
  if (guard) return { kind: 'refused', guard: guard[1] };
  if (text.includes('SQLITE_CONSTRAINT')) return { kind: 'refused', guard: 'other' };
  if (OVERLOADED.some((message) => text.includes(message))) return { kind: 'overloaded' };
  if (TRANSIENT.some((message) => text.includes(message))) return { kind: 'transient' };
  return { kind: 'other' };
}

/** Only what begins like an error of D1 counts: the words of a person could contain any of these. */
function messages(error: unknown): string {
  const found: string[] = [];
  for (let each = error; each instanceof Error; each = each.cause) {
    if (each.message.startsWith('D1_') || each.message.startsWith('Network connection lost')) found.push(each.message);
  }
  return found.join('\n');
}
