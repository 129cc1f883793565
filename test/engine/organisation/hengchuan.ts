import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { compileOrganisation, type OrganisationDocument } from '../../../engine/organisation/index.ts';

const file = join(import.meta.dirname, '../../../process-defs/organisation.yaml');

export const document: OrganisationDocument = parse(readFileSync(file, 'utf8'));
export const organisation = compileOrganisation(document);

/** The demo company with some people changed: `{ u18: { active: false } }`. */
export function withPeople(changes: Readonly<Record<string, object>>): OrganisationDocument {
  const people = Object.entries(document.people).map(([id, person]) => [id, { ...person, ...changes[id] }]);
  return { ...document, people: Object.fromEntries(people) };
}
