import { compileOrganisation, type Organisation, type PersonEntry } from '../../engine/organisation/index.ts';

/** Leads `l1` to `l<count>`; helpers `h1` to `h9`, who are clerks; Ada, a clerk too; the boss administers. */
export function crowd(count: number): Organisation {
  const people = [
    entry('ada', 'clerk'),
    entry('boss', 'boss'),
    ...numbered('l', count).map((id) => entry(id, 'lead')),
    ...numbered('h', 9).map((id) => entry(id, 'clerk')),
  ];
  return compileOrganisation({
    format: 'organisation/v1',
    id: 'crowd',
    title: 'Crowd',
    zone: 'Asia/Shanghai',
    roles: { admin: ['boss'], auditor: [] },
    units: { hq: { title: 'HQ', head: 'boss' } },
    posts: { clerk: { title: 'Clerk' }, lead: { title: 'Lead' }, boss: { title: 'Boss' } },
    people: Object.fromEntries(people),
  });
}

const entry = (id: string, post: string): [string, PersonEntry] => [id, { name: id, posts: [{ post, unit: 'hq' }] }];

const numbered = (letter: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `${letter}${index + 1}`);
