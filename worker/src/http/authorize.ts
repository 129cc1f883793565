import { type Instant, visibleValues } from '#engine';
import type { LedgerDocument } from '../../../schemas/generated/ledger.ts';
import { attachmentsIn, idsOf } from '../cases/attachments.ts';
import { excusesDuty, type OfDuty, seesDuty } from '../cases/duty-rights.ts';
import { seesAsAuditorOnly, sightOn } from '../cases/sight.ts';
import type { StoredCase } from '../store/case-store.ts';
import type { Visit } from '../store/visit.ts';
import { ProblemError } from './problem.ts';

type OfCase = { readonly case: StoredCase; readonly now: Instant };
/** What somebody wants to do, and to what. */
export type Ask =
  | ({ readonly may: 'read-case' | 'act-on-case' } & OfCase)
  | { readonly may: 'list-all-cases' | 'hand-over' | 'read-incidents' | 'retry-incident' | 'keep-tokens' }
  | { readonly may: 'keep-absence'; readonly of: string }
  | ({ readonly may: 'see-duty' | 'excuse-duty' } & OfDuty)
  | { readonly may: 'read-ledger'; readonly ledger: LedgerDocument }
  | { readonly may: 'read-own-file'; readonly file: { readonly person: string } }
  | ({ readonly may: 'read-file-in-case'; readonly file: { readonly id: string } } & OfCase);

/** The one place that says who may do what. Whatever it does not name is denied. */
export function authorize({ person, workspace }: Visit, ask: Ask): boolean {
  switch (ask.may) {
    case 'read-case':
      return sightOn(ask.case, workspace, ask.now, person.id) !== undefined;
    case 'act-on-case':
      return !seesAsAuditorOnly(ask.case, workspace, person.id);
    case 'list-all-cases':
      return workspace.organisation.hasRole(person.id, 'auditor');
    case 'see-duty':
      return seesDuty(ask, workspace, person.id);
    case 'excuse-duty':
      return excusesDuty(ask, workspace, person.id);
    case 'read-incidents':
      return (['admin', 'auditor'] as const).some((role) => workspace.organisation.hasRole(person.id, role));
    case 'retry-incident':
    case 'keep-tokens':
    case 'hand-over':
      return workspace.organisation.hasRole(person.id, 'admin');
    case 'keep-absence':
      return ask.of === person.id || workspace.organisation.hasRole(person.id, 'admin');
    case 'read-ledger':
      return readableColumns(ask.ledger, { person, workspace }).length > 0;
    case 'read-own-file':
      return ask.file.person === person.id;
    case 'read-file-in-case': {
      const sight = sightOn(ask.case, workspace, ask.now, person.id) ?? new Set<string>();
      return idsOf(attachmentsIn(visibleValues(sight, ask.case.state.values))).includes(ask.file.id);
    }
    default:
      return false;
  }
}

/** @throws ProblemError `not-found`: what one may not see looks exactly like what does not exist. */
export function permit(visit: Visit, ask: Ask): void {
  if (!authorize(visit, ask)) throw new ProblemError('not-found');
}

/** The columns of a ledger that one of its readers' lines grants: none when nobody let this person in. */
export function readableColumns(
  { readers, columns }: LedgerDocument,
  { person, workspace }: Pick<Visit, 'person' | 'workspace'>,
): readonly string[] {
  const all = Object.keys(columns);
  if (workspace.organisation.hasRole(person.id, 'auditor')) return all;
  const granted = readers.flatMap((reader) => {
    if (reader === 'everyone') return all;
    return person.posts.some(({ post }) => post === reader.post) ? (reader.columns ?? all) : [];
  });
  return all.filter((column) => granted.includes(column));
}
