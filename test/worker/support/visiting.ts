import type { CommandOutcome } from '../../../schemas/generated/api.ts';
import type { Field, PrefillRule, ProcessDocument } from '../../../schemas/generated/process.ts';
import { ask } from './api.ts';
import { agree, done } from './campaign.ts';
import { publishWith } from './workspace.ts';

const words = (text: string) => ({ 'zh-CN': text, 'zh-TW': text, en: text });
const title = words;

const fields: Readonly<Record<string, Field>> = {
  what: { type: 'text', title: title('拜访内容'), required: true },
  city: { type: 'text', title: title('城市') },
  costs: {
    type: 'table',
    title: title('费用'),
    columns: {
      item: { type: 'text', title: title('项目') },
      amount: { type: 'money', title: title('金额') },
    },
  },
  total: { type: 'money', title: title('合计'), compute: 'sum(visit.costs.amount)' },
  photos: { type: 'files', title: title('照片') },
  score: { type: 'integer', title: title('内部评分'), readonly: true },
};

/** Customer visits: whoever starts one writes all of it but the score; managers read a part. */
export const visiting = (prefill?: PrefillRule, more: Readonly<Record<string, Field>> = fields): ProcessDocument => ({
  format: 'process/v1',
  id: 'visiting',
  title: words('客户拜访'),
  area: 'supervision',
  number: { format: 'V-{seq:4}', reset: 'never' },
  subject: 'visit.what',
  calendar: 'cn-work',
  starters: [
    { post: 'brand-promotion-supervisor' },
    { post: 'brand-director' },
    { post: 'platform-admin' },
    { post: 'supervision-manager' },
    { post: 'flagship-store-manager' },
  ],
  roles: { starter: { starter: true }, checker: { post: 'supervision-manager' } },
  rules: { nobody: { to: { post: 'platform-admin' } }, self: 'allow', repeat: 'ask' },
  readers: [{ by: { post: 'brand-director' }, see: ['visit.what', 'visit.costs.item'] }],
  forms: { visit: { title: words('拜访'), fields: { ...more } } },
  ...(prefill && { prefill }),
  steps: [
    { draft: { fill: 'visit', by: 'starter', title: words('填写') } },
    { check: { approve: 'checker', see: ['visit'], title: words('审核') } },
  ],
});

export const withoutCity = (): ProcessDocument => {
  const { city: _, ...rest } = fields;
  return visiting(undefined, rest);
};

export const publishVisiting = (prefill?: PrefillRule): Promise<void> => publishWith(visiting(prefill));

/** A visit that is over. */
export async function visited(as: string, visit: Readonly<Record<string, unknown>>): Promise<CommandOutcome> {
  const body = { process: 'visiting', values: { visit } };
  const outcome = await done<CommandOutcome>(ask('POST', '/api/cases', { as, body }));
  await agree(outcome.id, 'u18');
  return outcome;
}
