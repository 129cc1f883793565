import { beforeAll, describe, expect, test } from 'vitest';
import type { CommandOutcome, Problem, ReferenceList } from '../../schemas/generated/api.ts';
import type { ProcessDocument } from '../../schemas/generated/process.ts';
import { ask, clock } from './support/api.ts';
import { approved, done, viewOf } from './support/campaign.ts';
import { publishDemo, publishWith } from './support/workspace.ts';

const MINE = 'u08';
const STRANGER = 'u15';
const AUDITOR = 'u39';

const words = (text: string) => ({ 'zh-CN': text, 'zh-TW': text, en: text });

/** One form, filled in by whoever starts it: the case is completed at once. */
const remark = (id: string, fields: ProcessDocument['forms'][string]['fields']): ProcessDocument => ({
  format: 'process/v1',
  id,
  title: words('备忘'),
  area: 'supervision',
  number: { format: `${id.toUpperCase()}-{seq:4}`, reset: 'never' },
  subject: 'memo.what',
  calendar: 'cn-work',
  startable: true,
  roles: { writer: { starter: true } },
  rules: { nobody: { to: { post: 'platform-admin' } }, self: 'allow', repeat: 'ask' },
  forms: {
    memo: { title: words('备忘'), fields: { what: { type: 'text', title: words('内容'), required: true }, ...fields } },
  },
  steps: [{ write: { title: words('填写'), fill: 'memo', by: 'writer' } }],
});
const about: ProcessDocument['forms'][string]['fields'] = {
  about: { type: 'reference', title: words('关于'), to: { process: 'memo' } },
  again: { type: 'reference', title: words('另见'), to: { process: 'memo', state: 'any' } },
  called: { type: 'text', title: words('编号'), compute: 'memo.about.number' },
};

const row: ProcessDocument['forms'][string]['fields'] = {
  row: { type: 'reference', title: words('活动'), to: { ledger: 'campaigns' } },
};

beforeAll(async () => {
  clock.set('2026-11-23T01:00:00.000Z');
  await publishDemo();
  await publishWith(remark('memo', {}), remark('remark', about), remark('pointer', row));
});

const begin = (as: string, process: string, memo: Readonly<Record<string, unknown>>): Promise<Response> =>
  ask('POST', '/api/cases', { as, body: { process, values: { memo } } });
const began = (as: string, process: string, memo: Readonly<Record<string, unknown>>): Promise<CommandOutcome> =>
  done(begin(as, process, memo));
const offers = async (as: string, query = ''): Promise<ReferenceList['items']> =>
  (await done<ReferenceList>(ask('GET', `/api/processes/memo/references${query}`, { as }))).items;

describe('a field that points to a case', () => {
  test('offers cases that the person may read, by number and subject', async () => {
    const { id, number } = await began(MINE, 'memo', { what: '橱窗陈列' });
    expect(await offers(MINE)).toContainEqual({
      id,
      name: '橱窗陈列',
      cells: { number, subject: '橱窗陈列', state: 'completed' },
    });
    expect(await offers(MINE, '?q=%E9%99%88%E5%88%97')).toHaveLength(1);
    expect(await offers(MINE, `?q=${number}`)).toHaveLength(1);
    expect(await offers(MINE, '?status=open')).toEqual([]);
    expect(await offers(STRANGER)).toEqual([]);
  });

  test('is kept, computed with, named to readers, and shown from the other end', async () => {
    const { id, number } = await began(MINE, 'memo', { what: '会员日' });
    const pointing = await began(MINE, 'remark', { what: '补充', about: id });
    const view = await viewOf(pointing.id, MINE);
    expect(view.values.memo).toMatchObject({ about: id, called: number });
    expect(view.references).toEqual({ [id]: { number, subject: '会员日' } });
    expect((await viewOf(id, MINE)).referrers).toMatchObject([{ id: pointing.id, subject: '补充' }]);
    expect((await viewOf(id, AUDITOR)).referrers).toHaveLength(1);
  });

  test('takes no case that the person may not read, so that nobody learns a subject by pointing', async () => {
    const { id } = await began(MINE, 'memo', { what: '保密安排' });
    const refused = await begin(STRANGER, 'remark', { what: '打听', about: id });
    const text = await refused.text();
    expect(refused.status).toBe(422);
    expect(text).not.toContain('保密安排');
    expect((JSON.parse(text) as Problem).issues).toMatchObject([{ code: 'unknown-row', path: '/memo/about' }]);
    const asked = await done<{ references: unknown }>(
      ask('POST', '/api/lookups', {
        as: STRANGER,
        body: { process: 'remark', version: 1, values: { memo: { about: id } } },
      }),
    );
    expect(asked.references).toEqual({});
  });

  test('takes no case of another process and none that does not exist', async () => {
    const { id } = await began(MINE, 'remark', { what: '不是备忘' });
    for (const wrong of [id, 'nothing'])
      expect((await begin(MINE, 'remark', { what: '错', about: wrong })).status).toBe(422);
  });

  test('to a ledger row shows at the case that wrote the row', async () => {
    const { id } = await approved();
    const pointing = await done<CommandOutcome>(
      ask('POST', '/api/cases', {
        as: MINE,
        body: { process: 'pointer', values: { memo: { what: '跟进', row: id } } },
      }),
    );
    expect((await viewOf(id, MINE)).referrers).toMatchObject([{ id: pointing.id, subject: '跟进' }]);
  });
});
