import { expect, test } from 'vitest';
import type { FormView } from '../../../schemas/generated/api.ts';
import { factsOf } from '../../../site/src/form/facts.ts';
import { buildModel } from '../../../site/src/form/model.ts';
import { createFormStore } from '../../../site/src/form/store.ts';
import { environment, plan } from './plan-form.ts';

test('an expression over fields I may not see is left to the server, the rest of the form works', () => {
  const form = {
    ...plan,
    fields: {
      ...plan.fields,
      secret: { type: 'money' as const, title: '余额', compute: 'hidden.balance - plan.total' },
      extra: { type: 'text' as const, title: '补充', visible: 'hidden.flag' },
    },
  };
  const model = buildModel([form], [{ that: 'hidden.score > 60', at: 'plan.note', else: '不足' }], environment);
  expect(model.nodes.get('plan.total')?.compute).toBeDefined();
  expect(model.nodes.get('plan.secret')?.compute).toBeUndefined();
  expect(model.nodes.get('plan.secret')?.readonly).toBe(true);
  expect(model.nodes.get('plan.extra')?.visible).toBeUndefined();
  expect(model.checks.get('plan.note')).toBeUndefined();
});

test('a limit in working days counts holidays and make-up days while one types', () => {
  const dates: FormView = {
    id: 'dates',
    title: '日期',
    fields: {
      soon: { type: 'date', title: '近', min: 'today + 5wd' },
      later: { type: 'date', title: '远', min: 'today + 5d' },
    },
  };
  const model = buildModel([dates], [], environment);
  const facts = factsOf({ environment, today: '2026-11-22', starter: 'u08' });
  const store = createFormStore({
    model,
    values: { dates: {} },
    facts,
    editable: new Set(['dates.soon', 'dates.later']),
  });
  const flawsOf = (key: string, date: string) => {
    store.set(key, date);
    store.leave(key);
    return store.status(key).issues.map(({ code, params }) => ({ code, ...params }));
  };
  // From Sunday the 22nd: 23, 24, 25, 28 (made up), 30 November.
  expect(flawsOf('dates.soon', '2026-11-29')).toEqual([{ code: 'too-early', min: '2026-11-30' }]);
  expect(flawsOf('dates.soon', '2026-11-30')).toEqual([]);
  expect(flawsOf('dates.later', '2026-11-26')).toEqual([{ code: 'too-early', min: '2026-11-27' }]);
});
