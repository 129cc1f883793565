import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { accepted, modelOf } from '../../test/engine/form/fixture.ts';
import { phoneText } from './kind-text.ts';

const model = modelOf({ f: { x: { type: 'phone', title: '电话' } } });

describe('one number is written one way', () => {
  test.each([
    [
      '13800138000',
      ['138 0013 8000', '138-0013-8000', '+86 138 0013 8000', '008613800138000', '１３８００１３８０００'],
    ],
    ['010-88888888', ['01088888888', '(010) 8888 8888', '010-8888-8888', '+86 10 8888 8888', '+86-10-88888888']],
    ['0571-8765432-1', ['0571 8765432 转 1', '0571-8765432-1', '(0571)8765432 ext. 1', '0571-8765432分机1']],
    ['400-810-8888', ['4008108888', '400 810 8888']],
    ['+886912345678', ['+886 912-345-678', '00886 912 345 678']],
  ])('%s', (written, spellings) => {
    for (const spelling of spellings)
      expect(accepted(model, {}, { f: { x: spelling } })).toEqual({ f: { x: written } });
  });

  test('white space alone clears it', () => {
    expect(accepted(model, { f: { x: '95588' } }, { f: { x: ' \u3000' } })).toEqual({ f: {} });
  });

  test('writing it once more changes nothing', () => {
    const part = fc.constantFrom(
      '138',
      '0013',
      '8000',
      '010',
      '0571',
      '88888888',
      '+86',
      '00',
      '-',
      ' ',
      '(',
      '转',
      '1',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
        const once = phoneText(parts.join(''));
        expect(phoneText(once)).toBe(once);
      }),
      { numRuns: 2000 },
    );
  });
});
