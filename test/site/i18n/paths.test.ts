import { describe, expect, test } from 'vitest';
import { page, plainPath, returnPath } from '../../../site/src/i18n/paths.ts';

describe('addresses', () => {
  test('zh-CN has no prefix, the others do', () => {
    expect(page('/', 'zh-CN')).toBe('/');
    expect(page('/case/', 'en', { id: 'a b', step: undefined })).toBe('/en/case/?id=a+b');
  });

  test('a path loses its language and nothing else', () => {
    expect(plainPath('/zh-TW/ledgers/')).toBe('/ledgers/');
    expect(plainPath('/en/')).toBe('/');
    expect(plainPath('/')).toBe('/');
    expect(plainPath('/enterprise/')).toBe('/enterprise/');
  });
});

describe('the way back after signing in', () => {
  test('leads to the page one came from', () => {
    expect(returnPath('/en/case/?id=7#history', 'en')).toBe('/en/case/?id=7#history');
  });

  test.each([
    null,
    '',
    'https://evil.example/',
    '//evil.example/',
    '/\\evil.example',
    '/\t/evil.example',
    'javascript:alert(1)',
    '/sign-in/',
    '/en/sign-in/?back=x',
  ])('leads to the workbench when the address is %j', (back) => expect(returnPath(back, 'en')).toBe('/en/'));
});
