import * as fc from 'fast-check';
import type { ApproveStep, Field, ProcessDocument, Rules, StepEntry } from '../../schemas/generated/process.ts';
import { formsOf } from './small-process.ts';

const forms: Readonly<Record<string, Readonly<Record<string, Field>>>> = {
  ask: {
    what: { type: 'text', title: 'What', required: true },
    amount: { type: 'money', title: 'Amount' },
    urgent: { type: 'flag', title: 'Urgent' },
    kind: {
      type: 'choice',
      title: 'Kind',
      required: true,
      options: [
        { id: 'a', title: 'A' },
        { id: 'b', title: 'B' },
      ],
    },
  },
  note: { text: { type: 'text', title: 'Text', required: true } },
  more: { text: { type: 'text', title: 'Text' } },
};

const CONDITIONS = [
  "ask.kind == 'a'",
  "ask.kind == 'b'",
  'ask.amount > 10',
  'ask.amount <= 100',
  'ask.urgent',
  "note.text == 'yes'",
  'filled(more.text)',
  "outcome.s2 == 'rejected'",
];
const ROLES = ['starter', 'clerk', 'lead', 'boss', 'above', 'head'];
const condition = fc.constantFrom(...CONDITIONS);
const role = fc.constantFrom(...ROLES);

/** A step before it has an id: ids are given top to bottom, so that it is known which steps come earlier. */
type Sprout = (next: () => string) => StepEntry;

const named =
  (step: StepEntry[string]): Sprout =>
  (next) => ({ [next()]: step });

const fill = fc
  .record({ form: fc.constantFrom('note', 'more'), by: role })
  .map(({ form, by }): Sprout => named({ fill: form, by, title: form }));

/** How votes are counted, with or without rejection; some of it only fits inside a parallel block. */
const votes: fc.Arbitrary<Pick<ApproveStep, 'mode' | 'reject'>> = fc.constantFrom(
  { mode: 'any' },
  { mode: 'any', reject: { by: 'all' } },
  { mode: 'all' },
  { mode: 'all', reject: false },
  { mode: 'sequential' },
  { mode: { pass: '2/3' } },
  { mode: { pass: 2, fail: 'any' } },
  { mode: 'any', reject: { ends: 'branch' } },
);

const approve = fc
  .record({
    role,
    votes,
    form: fc.option(fc.constantFrom('note', 'more'), { nil: undefined, freq: 4 }),
    least: fc.option(fc.constant(2), { nil: undefined, freq: 5 }),
    allow: fc.boolean(),
    back: fc.option(fc.nat(9), { nil: undefined, freq: 2 }),
    abstain: fc.option(fc.constantFrom('count' as const, 'shrink' as const), { nil: undefined, freq: 4 }),
  })
  .map(
    ({ role: who, votes: counted, form, least, allow, back, abstain }): Sprout =>
      (next) => {
        const id = next();
        const before = Number(id.slice(1)) - 1;
        const step: ApproveStep = {
          approve: who,
          see: ['ask'],
          title: who,
          ...counted,
          ...(form === undefined ? {} : { form }),
          ...(least === undefined ? {} : { least }),
          ...(allow ? { self: 'allow' } : {}),
          ...(back === undefined ? {} : { return: { to: [`s${1 + (back % before)}`] } }),
          ...(abstain === undefined ? {} : { abstain }),
        };
        return { [id]: step };
      },
  );

const effect: fc.Arbitrary<Sprout> = fc.constantFrom(
  named({ copy: ['lead'], see: ['ask'] }),
  named({ ledger: 'requests', insert: { what: 'ask.what', amount: 'ask.amount' } }),
  named({ ledger: 'requests', update: { state: 'note.text' } }),
  named({ start: 'child', as: 'starter', with: { 'plan.text': 'ask.what' }, wait: true }),
  named({ start: 'child', as: 'lead', with: { 'plan.text': 'ask.what' } }),
);

const sprouts = fc.letrec<{ step: Sprout; list: readonly Sprout[] }>((tie) => ({
  list: fc.array(tie('step'), { minLength: 1, maxLength: 3 }),
  step: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    { weight: 4, arbitrary: approve },
    { weight: 2, arbitrary: fill },
    { weight: 2, arbitrary: effect },
    { weight: 3, arbitrary: choice(tie('list')) },
    { weight: 2, arbitrary: parallel(tie('list')) },
  ),
}));

const grown = (list: readonly Sprout[], next: () => string): [StepEntry, ...StepEntry[]] => {
  const [first, ...rest] = list.map((sprout) => sprout(next));
  if (first === undefined) throw new Error('a list without steps');
  return [first, ...rest];
};

function choice(list: fc.Arbitrary<readonly Sprout[]>): fc.Arbitrary<Sprout> {
  const branch = fc.record({ when: condition, list });
  return fc.record({ first: branch, second: branch, hasElse: fc.boolean() }).map(
    ({ first, second, hasElse }): Sprout =>
      (next) => {
        const taken = { when: first.when, steps: grown(first.list, next) };
        const other = hasElse
          ? { else: grown(second.list, next) }
          : { when: second.when, steps: grown(second.list, next) };
        return { [next()]: { choose: [taken, other] } };
      },
  );
}

function parallel(list: fc.Arbitrary<readonly Sprout[]>): fc.Arbitrary<Sprout> {
  return fc.record({ first: list, second: list, when: fc.option(condition, { nil: undefined }) }).map(
    ({ first, second, when }): Sprout =>
      (next) => {
        const steps = [grown(first, next), grown(second, next)] as const;
        return {
          [next()]: { parallel: [{ ...(when === undefined ? {} : { when }), steps: steps[0] }, { steps: steps[1] }] },
        };
      },
  );
}

const rules: fc.Arbitrary<Rules> = fc.record({
  nobody: fc.constantFrom('lead', 'boss', 'clerk').map((post) => ({ to: { post } })),
  self: fc.constantFrom<Rules['self']>('allow', { to: { managerOf: 'self' } }),
  repeat: fc.constantFrom('ask', 'skip-unchanged'),
});

const HEAD = {
  format: 'process/v1',
  area: 'demo',
  number: { format: 'S-{yyyy}-{seq:3}', reset: 'year' },
  calendar: 'week',
} as const;

/** Small processes of every shape, good and bad. Step ids are s1, s2, … in the order in which cases come by them. */
export const smallProcess: fc.Arbitrary<ProcessDocument> = fc
  .record({ rules, list: fc.array(sprouts.step, { minLength: 1, maxLength: 3 }), apart: fc.boolean() })
  .map(({ rules: asked, list, apart }) => {
    let count = 1;
    const next = () => {
      count += 1;
      return `s${count}`;
    };
    return {
      ...HEAD,
      id: 'small',
      title: 'Small',
      subject: 'ask.what',
      rules: { ...asked, ...(apart ? { apart: [['starter', 'boss']] } : {}) },
      roles: {
        starter: { starter: true },
        clerk: { post: 'clerk' },
        lead: { post: 'lead' },
        boss: { post: 'boss' },
        above: { managerOf: 'starter' },
        head: { managerOf: 'lead' },
      },
      forms: formsOf(forms),
      steps: [{ s1: { fill: 'ask', by: 'starter', title: 'Ask' } }, ...grown(list, next)],
      withdraw: { until: 's2' },
    };
  });

/** The process that those start. */
export const childProcess: ProcessDocument = {
  ...HEAD,
  id: 'child',
  title: 'Child',
  subject: 'plan.text',
  rules: { nobody: { to: { post: 'lead' } }, self: 'allow', repeat: 'ask' },
  roles: { starter: { starter: true }, lead: { post: 'lead' } },
  forms: formsOf({ plan: { text: { type: 'text', title: 'Text' } } }),
  steps: [
    { c1: { fill: 'plan', by: 'starter', title: 'Plan' } },
    { c2: { approve: 'lead', see: ['plan'], title: 'Agree' } },
  ],
};
