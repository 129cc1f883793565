import { expect, test } from 'vitest';
import { accepted, judge, modelOf } from '../../test/engine/form/fixture.ts';

const field = { type: 'email', title: '邮箱' } as const;
const model = modelOf({ f: { x: field } });

test('the domain of an address is written small, the mailbox as it was typed', () => {
  for (const typed of [' Li.Lei@Example.COM ', 'Ｌｉ.Ｌｅｉ＠example.com'])
    expect(accepted(model, {}, { f: { x: typed } })).toEqual({ f: { x: 'Li.Lei@example.com' } });
});

test('an address that would keep a careless pattern busy for ever is simply refused', () => {
  for (const hostile of [`${'a'.repeat(1999)}@`, `a@${'a-'.repeat(120)}`, `a@${'a.'.repeat(120)}!`])
    expect(judge(field, hostile)).toMatchObject([{ code: 'not-an-email' }]);
});
