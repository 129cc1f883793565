import { describe, expect, test } from 'vitest';
import { compileOrganisation } from '../../../engine/organisation/index.ts';
import { document, organisation, withPeople } from './hengchuan.ts';

describe('a post is held', () => {
  test.each([
    ['by one person', 'supervision-manager', undefined, ['u18']],
    ['by several persons, in the order of their ids', 'region-manager', undefined, ['u26', 'u36', 'u38']],
    ['in the unit itself', 'region-manager', 'south', ['u36']],
    ['in the unit above', 'region-manager', 'hn01', ['u36']],
    ['two units above', 'region-manager', 'flag', ['u26']],
    ['at the top', 'president', 'flag', ['u02']],
    ['by nobody above the unit', 'supervision-manager', 'east', []],
    ['by nobody at all', 'archangel', undefined, []],
    ['by nobody in an unknown unit', 'region-manager', 'moon', []],
    ['by an outside party', 'franchisee', undefined, ['x01']],
  ])('%s', (_, post, unit, holders) => {
    expect(organisation.holders(post, unit)).toEqual(holders);
  });

  test('by those alone who have not left', () => {
    const changed = compileOrganisation(withPeople({ u36: { active: false } }));
    expect(changed.holders('region-manager')).toEqual(['u26', 'u38']);
    expect(changed.holders('region-manager', 'south')).toEqual([]);
  });

  test('in the same order whatever the order of the document', () => {
    const people = Object.fromEntries(Object.entries(document.people).toReversed());
    const turned = compileOrganisation({ ...document, people });
    expect(turned.holders('senior-management')).toEqual(['u01', 'u02', 'u03']);
    expect(turned.people()).toEqual(organisation.people());
  });
});

describe('the line manager', () => {
  test('is the one the person names', () => {
    expect(organisation.managerOf('u30')).toBe('u29');
  });

  test('is missing at the top and for a stranger', () => {
    expect(organisation.managerOf('u01')).toBeUndefined();
    expect(organisation.managerOf('u99')).toBeUndefined();
  });

  test('is the next one up when the named one has left', () => {
    const changed = compileOrganisation(withPeople({ u29: { active: false }, u26: { active: false } }));
    expect(changed.managerOf('u30')).toBe('u04');
  });
});

describe('the head of a unit', () => {
  const headless = { ...document, units: { ...document.units, brand: { title: '品牌管理部', parent: 'dmc' } } };

  test.each([
    ['is the one it names', 'sup', 'u18'],
    ['leads the unit above when it has none of its own', 'hd02', 'u26'],
    ['leads the region when a department of it is empty', 'south-mkt', 'u36'],
    ['is missing for an unknown unit', 'moon', undefined],
  ])('%s', (_, unit, head) => {
    expect(organisation.headOf(unit)).toBe(head);
  });

  test('is the manager of the other members when none is named', () => {
    expect(compileOrganisation(headless).headOf('brand')).toBe('u06');
  });

  test('is found above when the named one has left and the rest have no common manager among them', () => {
    expect(compileOrganisation(withPeople({ u06: { active: false } })).headOf('brand')).toBe('u04');
  });

  test('is never the only member left', () => {
    expect(compileOrganisation(withPeople({ u18: { active: false } })).headOf('sup')).toBe('u02');
  });
});

describe('units, persons and roles', () => {
  test('the units above are listed nearest first', () => {
    expect(organisation.ancestorsOf('flag')).toEqual(['hd01', 'east', 'dmc', 'mgmt', 'hq']);
    expect(organisation.ancestorsOf('hq')).toEqual([]);
  });

  test('units above each other in a circle end the walk', () => {
    const units = { ...document.units, hq: { title: '公司本部', parent: 'dmc' } };
    expect(compileOrganisation({ ...document, units }).ancestorsOf('dmc')).toEqual(['mgmt', 'hq']);
  });

  test('the people of a unit are those in it and below, without outside parties and those who have left', () => {
    expect(organisation.peopleIn('hn01')).toEqual(['u37']);
    expect(organisation.peopleIn('moon')).toEqual([]);
    const south = organisation.peopleIn('south');
    expect(south).toEqual(expect.arrayContaining(['u36', 'u37']));
    expect(compileOrganisation(withPeople({ u36: { active: false } })).peopleIn('south')).toEqual(
      south.filter((id) => id !== 'u36'),
    );
  });

  test('a person with two posts in one unit belongs to it once', () => {
    expect(organisation.unitsOf('u19')).toEqual(['sup']);
    expect(organisation.unitsOf('x01')).toEqual([]);
  });

  test('a person is read with names, posts and state', () => {
    expect(organisation.person('u18')).toEqual({
      id: 'u18',
      name: { 'zh-CN': '沈慧', 'zh-TW': '沈慧', en: 'Shen Hui' },
      posts: [{ post: 'supervision-manager', unit: 'sup' }],
      active: true,
      external: false,
    });
    expect(organisation.person('x02')?.external).toBe(true);
    expect(organisation.person('constructor')).toBeUndefined();
  });

  test('roles come from posts and end with the person', () => {
    expect(organisation.hasRole('u40', 'admin')).toBe(true);
    expect(organisation.hasRole('u40', 'auditor')).toBe(false);
    expect(organisation.hasRole('u39', 'auditor')).toBe(true);
    expect(organisation.hasRole('u01', 'admin')).toBe(false);
    expect(compileOrganisation(withPeople({ u40: { active: false } })).hasRole('u40', 'admin')).toBe(false);
  });
});
