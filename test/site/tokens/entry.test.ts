import { describe, expect, test } from 'vitest';
import type { PersonView } from '../../../schemas/generated/api.ts';
import { tokenWords } from '../../../site/src/i18n/tokens.ts';
import { bodyOf, type Entry, emptyEntry, issuesIn, missingIn } from '../../../site/src/tokens/entry.ts';

const ada: PersonView = { id: 'ada', name: 'Ada', posts: [] };
const entry: Entry = { name: ' ERP ', process: 'small', person: ada, expires: '2026-12-31' };

describe('a start token being asked for', () => {
  test('lacks everything at first, and a name of blanks is none', () => {
    expect(Object.keys(missingIn(emptyEntry, 'en'))).toEqual(['name', 'process', 'person', 'expires']);
    expect(missingIn({ ...entry, name: '  ' }, 'zh-CN')).toEqual({ name: tokenWords['zh-CN'].missing.name });
    expect(missingIn(entry, 'en')).toEqual({});
  });

  test('is sent with a trimmed name and the id of its person', () => {
    expect(bodyOf(entry)).toEqual({ name: 'ERP', process: 'small', person: 'ada', expires: '2026-12-31' });
  });

  test('shows what the server found wrong at the box it is about', () => {
    const problem = { type: '/problems/invalid-values', status: 422, code: 'invalid-values' };
    const issues = [{ code: 'not-startable', path: '/person' }];
    expect(issuesIn({ ...problem, issues }, 'en')).toEqual({ person: tokenWords.en.issues['not-startable'] });
    expect(issuesIn({ ...problem, issues: [{ code: 'too-long', path: '/name' }] }, 'en')).toBeUndefined();
    expect(issuesIn({ ...problem, code: 'conflict' }, 'en')).toBeUndefined();
  });
});
