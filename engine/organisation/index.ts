export { checkOrganisation, type OrganisationIssue, type OrganisationIssueCode } from './check.ts';
export type {
  OrganisationDocument,
  PersonEntry,
  PlatformRole,
  PostEntry,
  PostSeat,
  UnitEntry,
  Words,
} from './document.ts';
export { compileOrganisation, type Organisation, type Person } from './organisation.ts';
