import { describe, expect, test } from 'vitest';
import type { PersonView } from '../../../schemas/generated/api.ts';
import { bodyOf, type Entry, emptyEntry, issuesIn, missingIn } from '../../../site/src/absence/entry.ts';
import { absenceWords } from '../../../site/src/i18n/absence.ts';

const person = (id: string): PersonView => ({ id, name: id, posts: [] });
const entry: Entry = { ...emptyEntry, proxy: person('ben'), from: '2026-11-23', until: '2026-11-25' };
const words = absenceWords['zh-CN'];

describe('an absence being entered', () => {
  test('lacks a proxy and both days at first, and a process where some are meant', () => {
    expect(Object.keys(missingIn(emptyEntry, 'en'))).toEqual(['proxy', 'from', 'until']);
    expect(missingIn({ ...entry, processes: [] }, 'zh-CN')).toEqual({ processes: words.missingProcesses });
    expect(missingIn(entry, 'en')).toEqual({});
  });

  test('is sent without the parts that say nothing', () => {
    expect(bodyOf(entry)).toEqual({ proxy: 'ben', from: '2026-11-23', until: '2026-11-25' });
    expect(bodyOf({ ...entry, person: person('ada'), processes: ['small'] })).toEqual({
      person: 'ada',
      proxy: 'ben',
      from: '2026-11-23',
      until: '2026-11-25',
      processes: ['small'],
    });
  });

  test('shows what the server found wrong at the box it is about', () => {
    const problem = { type: '/problems/invalid-values', status: 422, code: 'invalid-values' };
    const issues = [{ code: 'overlap', path: '/from' }];
    expect(issuesIn({ ...problem, issues }, 'zh-CN')).toEqual({ from: words.issues.overlap });
    expect(issuesIn({ ...problem, issues: [{ code: 'too-long', path: '/from' }] }, 'zh-CN')).toBeUndefined();
    expect(issuesIn({ ...problem, code: 'not-found' }, 'zh-CN')).toBeUndefined();
  });
});
