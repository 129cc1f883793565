import { type Instant, visibleValues } from '#engine';
import type { LedgerDocument } from '../../../schemas/generated/ledger.ts';
import type { ReportDocument } from '../../../schemas/generated/report.ts';
import { attachmentsIn, idsOf } from '../cases/attachments.ts';
import { excusesDuty, type OfDuty, seesDuty } from '../cases/duty-rights.ts';
import { columnsAnywhere, ledgerSight } from '../cases/ledger-sight.ts';
import { seesAsAuditorOnly, sightOn } from '../cases/sight.ts';
import { unitsAround } from '../cases/units-around.ts';
import type { StoredCase } from '../store/case-store.ts';
import type { Template } from '../store/template-store.ts';
import type { Visit } from '../store/visit.ts';
import { ProblemError } from './problem.ts';

type OfCase = { readonly case: StoredCase; readonly now: Instant };
/** What somebody wants to do, and to what. */
export type Ask =
  | ({ readonly may: 'read-case' | 'act-on-case' } & OfCase)
  | { readonly may: 'list-all-cases' | 'hand-over' | 'read-incidents' | 'retry-incident' | 'keep-tokens' }
  | { readonly may: 'read-rules' | 'change-rules' }
  | { readonly may: 'keep-absence'; readonly of: string }
  | { readonly may: 'keep-link'; readonly link: { readonly owner: string } }
  | { readonly may: 'judge-quarantine' }
  | { readonly may: 'use-template' | 'change-template'; readonly template: Pick<Template, 'person' | 'unit'> }
  | { readonly may: 'share-template'; readonly unit: string }
  | ({ readonly may: 'see-duty' | 'excuse-duty' } & OfDuty)
  | { readonly may: 'read-ledger'; readonly ledger: LedgerDocument }
  | { readonly may: 'read-report'; readonly report: Pick<ReportDocument, 'readers'> }
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
    case 'use-template':
      return ask.template.person === person.id || isAround(ask.template.unit, { person, workspace });
    case 'change-template':
      return ask.template.person === person.id;
    case 'share-template':
      return workspace.organisation.hasRole(person.id, 'admin') && isAround(ask.unit, { person, workspace });
    case 'read-rules':
    case 'read-incidents':
      return (['admin', 'auditor'] as const).some((role) => workspace.organisation.hasRole(person.id, role));
    case 'change-rules':
    case 'retry-incident':
    case 'keep-tokens':
    case 'judge-quarantine':
    case 'hand-over':
      return workspace.organisation.hasRole(person.id, 'admin');
    case 'keep-link':
      return ask.link.owner === person.id || workspace.organisation.hasRole(person.id, 'admin');
    case 'keep-absence':
      return ask.of === person.id || workspace.organisation.hasRole(person.id, 'admin');
    case 'read-ledger':
      return columnsAnywhere(ledgerSight(ask.ledger, { person, workspace })).size > 0;
    case 'read-report':
      return (
        workspace.organisation.hasRole(person.id, 'auditor') ||
        ask.report.readers.some(
          (reader) => reader === 'everyone' || person.posts.some(({ post }) => post === reader.post),
        )
      );
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

const isAround = (unit: string | null, who: Pick<Visit, 'person' | 'workspace'>): boolean =>
  unit !== null && unitsAround(who).includes(unit);

/** @throws ProblemError `not-found`: what one may not see looks exactly like what does not exist. */
export function permit(visit: Visit, ask: Ask): void {
  if (!authorize(visit, ask)) throw new ProblemError('not-found');
}
