import { expect, test } from 'vitest';
import { checkOrganisation, type OrganisationDocument } from '../../../engine/organisation/index.ts';
import { document, withPeople } from './hengchuan.ts';

const findings = (changed: OrganisationDocument) =>
  checkOrganisation(changed).map(({ code, severity, path }) => `${severity} ${path.join('.')} ${code}`);

test('the demo company has no findings', () => {
  expect(checkOrganisation(document)).toEqual([]);
});

test.each<[string, OrganisationDocument, string[]]>([
  [
    'a role given to an unknown post',
    { ...document, roles: { admin: ['platform-admin'], auditor: ['internal-auditor', 'archangel'] } },
    ['error roles.auditor.1 unknown-post'],
  ],
  [
    'a unit under an unknown unit',
    { ...document, units: { ...document.units, log: { ...words('物流部'), parent: 'moon' } } },
    ['error units.log.parent unknown-unit'],
  ],
  [
    'a unit led by a stranger',
    { ...document, units: { ...document.units, log: { ...words('物流部'), parent: 'dmc', head: 'u99' } } },
    ['error units.log.head unknown-person'],
  ],
  [
    'units above each other in a circle, without blaming those below',
    { ...document, units: { ...document.units, hq: { ...words('公司本部'), parent: 'mgmt' } } },
    ['error units.hq.parent unit-cycle', 'error units.mgmt.parent unit-cycle'],
  ],
  [
    'a seat in an unknown post and unit',
    withPeople({
      u20: {
        posts: [
          { post: 'legal-counsel', unit: 'moon' },
          { post: 'archangel', unit: 'law' },
        ],
      },
    }),
    ['error people.u20.posts.0.unit unknown-unit', 'error people.u20.posts.1.post unknown-post'],
  ],
  [
    'a seat without a unit',
    withPeople({ u20: { posts: [{ post: 'legal-counsel' }] } }),
    ['error people.u20.posts.0 seat-without-unit'],
  ],
  ['an unknown manager', withPeople({ u20: { manager: 'u99' } }), ['error people.u20.manager unknown-person']],
  ['a person who manages himself', withPeople({ u01: { manager: 'u01' } }), ['error people.u01.manager manager-cycle']],
  [
    'two persons who manage each other',
    withPeople({ u01: { manager: 'u02' } }),
    ['error people.u01.manager manager-cycle', 'error people.u02.manager manager-cycle'],
  ],
  [
    'a post whose only holder has left',
    withPeople({ u20: { active: false } }),
    ['warning posts.legal-counsel post-without-holder'],
  ],
])('%s is found', (_, changed, expected) => {
  expect(findings(changed)).toEqual(expected);
});

test('each missing language is named', () => {
  const name = { 'zh-CN': '陆正', 'zh-TW': '陸正' };
  const changed = { ...withPeople({ u20: { name } }), title: '衡川服饰集团' };
  expect(checkOrganisation(changed).map(({ code, path, params }) => [code, path, params.locale])).toEqual([
    ['missing-translation', ['title'], 'zh-TW'],
    ['missing-translation', ['title'], 'en'],
    ['missing-translation', ['people', 'u20', 'name'], 'en'],
  ]);
});

function words(text: string) {
  return { title: { 'zh-CN': text, 'zh-TW': text, en: text } };
}
