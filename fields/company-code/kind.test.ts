import { describe, expect, test } from 'vitest';
import { accepted, judge, modelOf } from '../../test/engine/form/fixture.ts';

const field = { type: 'companyCode', title: '统一社会信用代码' } as const;
const GOOD = '91350100M000100Y43';

describe('a social credit code', () => {
  test('is told from every other that differs in one place', () => {
    for (let at = 0; at < GOOD.length; at += 1)
      for (const letter of '0123456789ABCDEFGHJKLMNPQRTUWXY') {
        if (letter === GOOD.charAt(at)) continue;
        const other = GOOD.slice(0, at) + letter + GOOD.slice(at + 1);
        expect([other, judge(field, other).length]).toEqual([other, 1]);
      }
  });

  test('has exactly one check character', () => {
    const checked = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'].filter(
      (check) => judge(field, `9144030071526726X${check}`).length === 0,
    );
    expect(checked).toEqual(['G']);
  });

  test('is kept in capitals, without the hyphens and spaces it is grouped by', () => {
    const model = modelOf({ f: { x: field } });
    expect(accepted(model, {}, { f: { x: ' 91350100-m000100y43 ' } })).toEqual({ f: { x: GOOD } });
  });
});
