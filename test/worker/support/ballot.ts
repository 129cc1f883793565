import type { ProcessDocument } from '../../../schemas/generated/process.ts';

const words = (text: string) => ({ 'zh-CN': text, 'zh-TW': text, en: text });
const byHalf = { approve: 'voters', mode: { pass: '1/2' } } as const;

/** A task of a pool, then two votes by half: in the first abstentions count, in the second the votes shrink by them. */
export const ballot: ProcessDocument = {
  format: 'process/v1',
  id: 'ballot',
  title: words('票决'),
  area: 'supervision',
  number: { format: 'V-{yyyy}-{seq:4}', reset: 'year' },
  subject: 'ask.what',
  calendar: 'cn-work',
  roles: {
    starter: { starter: true },
    pool: { field: 'ask.pool' },
    voters: { field: 'ask.voters' },
    guard: { field: 'ask.guard' },
  },
  rules: { nobody: { to: { post: 'platform-admin' } }, self: 'allow', repeat: 'ask' },
  readers: [{ by: 'guard', see: ['ask'] }],
  cancel: { by: ['guard'] },
  forms: {
    ask: {
      title: words('事项'),
      fields: {
        what: { type: 'text', title: words('内容'), required: true },
        pool: { type: 'people', title: words('受理人'), required: true },
        voters: { type: 'people', title: words('投票人'), required: true },
        guard: { type: 'person', title: words('监督人'), required: true },
      },
    },
  },
  steps: [
    { draft: { fill: 'ask', by: 'starter', title: words('填写') } },
    { take: { approve: 'pool', claim: true, see: ['ask'], title: words('受理') } },
    { counted: { ...byHalf, see: ['ask'], abstain: 'count', title: words('初次表决') } },
    { shrunk: { ...byHalf, see: ['ask'], abstain: 'shrink', title: words('再次表决') } },
  ],
};
