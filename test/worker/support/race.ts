import type { ProcessDocument } from '../../../schemas/generated/process.ts';

const words = (text: string) => ({ 'zh-CN': text, 'zh-TW': text, en: text });

/** A check, two branches side by side, then a vote of four; every step can send the case back. */
export const race: ProcessDocument = {
  format: 'process/v1',
  id: 'race',
  title: words('竞态'),
  area: 'supervision',
  number: { format: 'R-{yyyy}-{seq:4}', reset: 'year' },
  subject: 'ask.what',
  calendar: 'cn-work',
  roles: {
    starter: { starter: true },
    left: { field: 'ask.left' },
    right: { field: 'ask.right' },
    voters: { field: 'ask.voters' },
  },
  rules: { nobody: { to: { post: 'platform-admin' } }, self: 'allow', repeat: 'ask' },
  forms: {
    ask: {
      title: words('事项'),
      fields: {
        what: { type: 'text', title: words('内容'), required: true },
        left: { type: 'person', title: words('左'), required: true },
        right: { type: 'person', title: words('右'), required: true },
        voters: { type: 'people', title: words('投票人'), required: true },
      },
    },
  },
  steps: [
    { draft: { fill: 'ask', by: 'starter', title: words('填写') } },
    { check: { approve: 'left', see: ['ask'], title: words('审核') } },
    {
      both: {
        title: words('会签'),
        parallel: [
          { steps: [{ a: { approve: 'left', see: ['ask'], title: words('甲'), return: { to: ['draft', 'check'] } } }] },
          { steps: [{ b: { approve: 'right', see: ['ask'], title: words('乙'), return: { to: ['draft'] } } }] },
        ],
      },
    },
    {
      vote: {
        approve: 'voters',
        mode: 'all',
        see: ['ask'],
        title: words('表决'),
        return: { to: ['draft'] },
        due: '1d',
        overdue: [{ copy: ['starter'] }],
      },
    },
  ],
  withdraw: { until: 'vote' },
};
