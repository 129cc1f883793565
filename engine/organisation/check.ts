import { suggest } from '../expression/suggest.ts';
import { chain } from './chain.ts';
import type { OrganisationDocument, PersonEntry, UnitEntry, Words } from './document.ts';

export type OrganisationIssueCode =
  | 'unknown-unit'
  | 'unknown-post'
  | 'unknown-person'
  | 'unit-cycle'
  | 'manager-cycle'
  | 'seat-without-unit'
  | 'post-without-holder'
  | 'missing-translation';

/** One finding. `path` leads to the value in the document; `params` fill the sentence that the reader's language has. */
export type OrganisationIssue = {
  readonly code: OrganisationIssueCode;
  readonly severity: 'error' | 'warning';
  readonly path: readonly (string | number)[];
  readonly params: Readonly<Record<string, string>>;
  /** The id most likely meant. */
  readonly suggestion?: string;
};

type Path = OrganisationIssue['path'];

/** Judges what a schema cannot: that ids exist, that chains end, that posts are held and words complete. */
export function checkOrganisation(document: OrganisationDocument): readonly OrganisationIssue[] {
  return [
    ...checkRoles(document),
    ...Object.entries(document.units).flatMap(([id, unit]) => checkUnit(document, id, unit)),
    ...Object.entries(document.people).flatMap(([id, person]) => checkPerson(document, id, person)),
    ...checkCycles(document),
    ...checkHolders(document),
    ...checkWords(document),
  ];
}

function checkRoles({ roles, posts }: OrganisationDocument): OrganisationIssue[] {
  return Object.entries(roles).flatMap(([role, held]) =>
    held.flatMap((post, at) => known(posts, post, 'unknown-post', ['roles', role, at])),
  );
}

function checkUnit({ units, people }: OrganisationDocument, id: string, unit: UnitEntry): OrganisationIssue[] {
  return [
    ...known(units, unit.parent, 'unknown-unit', ['units', id, 'parent']),
    ...known(people, unit.head, 'unknown-person', ['units', id, 'head']),
  ];
}

function checkPerson(document: OrganisationDocument, id: string, person: PersonEntry): OrganisationIssue[] {
  const seats = person.posts.flatMap((seat, at): OrganisationIssue[] => {
    const path = ['people', id, 'posts', at];
    return [
      ...known(document.posts, seat.post, 'unknown-post', [...path, 'post']),
      ...known(document.units, seat.unit, 'unknown-unit', [...path, 'unit']),
      ...(seat.unit === undefined && !person.external ? [error('seat-without-unit', path, { post: seat.post })] : []),
    ];
  });
  return [...seats, ...known(document.people, person.manager, 'unknown-person', ['people', id, 'manager'])];
}

function checkCycles({ units, people }: OrganisationDocument): OrganisationIssue[] {
  const parent = (id: string) => units[id]?.parent;
  const manager = (id: string) => people[id]?.manager;
  return [
    ...Object.keys(units)
      .filter((id) => returnsTo(id, parent))
      .map((id) => error('unit-cycle', ['units', id, 'parent'], { id })),
    ...Object.keys(people)
      .filter((id) => returnsTo(id, manager))
      .map((id) => error('manager-cycle', ['people', id, 'manager'], { id })),
  ];
}

function checkHolders({ posts, people }: OrganisationDocument): OrganisationIssue[] {
  const active = Object.values(people).filter((person) => person.active !== false);
  const held = new Set(active.flatMap((person) => person.posts.map((seat) => seat.post)));
  return Object.keys(posts)
    .filter((id) => !held.has(id))
    .map((id) => ({ code: 'post-without-holder', severity: 'warning', path: ['posts', id], params: { id } }));
}

function checkWords({ title, units, posts, people }: OrganisationDocument): OrganisationIssue[] {
  return [
    ...missingWords(title, ['title']),
    ...Object.entries(units).flatMap(([id, unit]) => missingWords(unit.title, ['units', id, 'title'])),
    ...Object.entries(posts).flatMap(([id, post]) => missingWords(post.title, ['posts', id, 'title'])),
    ...Object.entries(people).flatMap(([id, person]) => missingWords(person.name, ['people', id, 'name'])),
  ];
}

function known(
  entries: Readonly<Record<string, unknown>>,
  id: string | undefined,
  code: OrganisationIssueCode,
  path: Path,
): OrganisationIssue[] {
  if (id === undefined || Object.hasOwn(entries, id)) return [];
  const suggestion = suggest(id, Object.keys(entries));
  return [{ ...error(code, path, { id }), ...(suggestion === undefined ? {} : { suggestion }) }];
}

/** True when the walk comes back to its start; an id above a cycle but outside it is not blamed. */
function returnsTo(id: string, next: (id: string) => string | undefined): boolean {
  const above = chain(id, next);
  return next(above.at(-1) ?? id) === id;
}

function missingWords(words: Words, path: Path): OrganisationIssue[] {
  const texts = typeof words === 'string' ? { 'zh-CN': words } : words;
  const missing = (['zh-CN', 'zh-TW', 'en'] as const).filter((locale) => !texts[locale]);
  return missing.map((locale) => error('missing-translation', path, { locale }));
}

function error(code: OrganisationIssueCode, path: Path, params: Readonly<Record<string, string>>): OrganisationIssue {
  return { code, severity: 'error', path, params };
}
