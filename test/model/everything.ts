import { compileDefinition, digestOfPublished } from '../../engine/definition/compile.ts';
import type { Definition } from '../../engine/definition/definition.ts';
import type { World } from '../../engine/scenario/world.ts';
import { addDays, civilDateOf } from '../../engine/shared/civil-date.ts';
import type { Field, Forms, ProcessDocument, StepEntry } from '../../schemas/generated/process.ts';
import { workspace } from '../support/shipped.ts';

const ask: Readonly<Record<string, Field>> = {
  what: { type: 'text', title: 'What', required: true },
  amount: { type: 'integer', title: 'Amount' },
  people: { type: 'people', title: 'People', required: true },
  one: { type: 'person', title: 'One', required: true },
  rows: {
    type: 'table',
    title: 'Rows',
    columns: {
      task: { type: 'text', title: 'Task' },
      due: { type: 'date', title: 'Due' },
      result: { type: 'text', title: 'Result' },
    },
  },
};
const note: Readonly<Record<string, Field>> = { text: { type: 'text', title: 'Text' } };
const forms = (fields: Readonly<Record<string, Readonly<Record<string, Field>>>>): Forms =>
  Object.fromEntries(Object.entries(fields).map(([id, own]) => [id, { title: id, fields: own }]));

type Parts = Pick<ProcessDocument, 'id'> & Partial<ProcessDocument> & { readonly steps: StepEntry[] };

const documentOf = ({ id, rules, ...parts }: Parts): ProcessDocument => ({
  format: 'process/v1',
  id,
  title: id,
  area: 'supervision',
  number: { format: `${id}-{seq:4}`, reset: 'never' },
  subject: 'ask.what',
  calendar: 'cn-work',
  roles: {
    starter: { starter: true },
    many: { field: 'ask.people' },
    one: { field: 'ask.one' },
    boss: { managerOf: 'starter' },
    desk: { post: 'compliance-officer' },
  },
  forms: forms({ ask, note }),
  rules: {
    nobody: { to: { post: 'platform-admin' } },
    self: { to: { managerOf: 'self' } },
    repeat: 'skip-unchanged',
    ...rules,
  },
  withdraw: { until: 'last' },
  ...parts,
});

const last: StepEntry = { last: { approve: 'boss', see: ['ask'], title: 'last', return: { to: ['draft'] } } };

/** Every way to vote, pools, signers, and returns that come straight back. */
const votes = documentOf({
  id: 'model-votes',
  rules: {
    nobody: { to: { post: 'platform-admin' } },
    self: { to: { managerOf: 'self' } },
    repeat: 'skip-unchanged',
    apart: [['desk', 'boss']],
  },
  steps: [
    { draft: { fill: 'ask', by: 'starter', title: 'draft' } },
    { pool: { fill: 'note', by: 'many', title: 'pool', see: ['ask'], claim: true, return: { to: ['draft'] } } },
    {
      any: {
        approve: 'many',
        see: ['ask'],
        title: 'any',
        claim: true,
        reject: { by: 'all' },
        return: { to: ['draft'] },
      },
    },
    {
      share: {
        approve: 'many',
        mode: { pass: '2/3' },
        abstain: 'count',
        see: ['ask', 'note'],
        title: 'share',
        return: { to: ['draft', 'pool'], when: 'afterAll' },
      },
    },
    {
      first: {
        approve: 'many',
        mode: { pass: '33.4%', fail: 'any' },
        abstain: 'shrink',
        see: ['ask.what'],
        title: 'first',
      },
    },
    { desk: { approve: 'desk', see: ['ask'], title: 'desk', opinion: 'required', return: { to: ['draft'] } } },
    { all: { approve: 'many', mode: 'all', form: 'note', see: ['ask'], title: 'all' } },
    {
      line: {
        approve: 'many',
        mode: 'sequential',
        see: ['ask'],
        title: 'line',
        // biome-ignore lint/suspicious/noThenProperty: the word of the language
        return: { to: ['draft', 'share'], then: 'straightBack', max: 5 },
      },
    },
    last,
  ],
});

/** Branches that end alone, deadlines that act, rows with a day of their own. */
const branches = documentOf({
  id: 'model-branches',
  cancel: { by: ['boss'] },
  steps: [
    { draft: { fill: 'ask', by: 'starter', title: 'draft' } },
    {
      both: {
        return: { to: ['draft'] },
        parallel: [
          {
            steps: [
              {
                law: {
                  approve: 'many',
                  mode: 'all',
                  reject: { ends: 'branch' },
                  see: ['ask'],
                  title: 'law',
                  due: '2wd',
                  remind: ['4wh', '1d'],
                  overdue: [{ after: '1wd', times: 3, remind: true, copy: ['boss'] }],
                },
              },
              {
                more: {
                  approve: 'one',
                  see: ['ask'],
                  title: 'more',
                  due: '1d',
                  overdue: [{ escalate: 'boss' }, { after: '1wd', escalate: 'desk' }],
                },
              },
            ],
          },
          {
            when: 'ask.amount > 10',
            steps: [
              {
                money: {
                  approve: 'one',
                  see: ['ask.amount'],
                  title: 'money',
                  due: '8wh',
                  // biome-ignore lint/suspicious/noThenProperty: the word of the language
                  overdue: [{ after: '4h', then: { do: 'agree', because: 'Nothing was said.' } }],
                },
              },
            ],
          },
          {
            steps: [
              {
                work: {
                  fill: 'note',
                  by: 'one',
                  see: ['ask'],
                  title: 'work',
                  due: '3d',
                  rows: {
                    table: 'ask.rows',
                    due: 'due',
                    remind: ['1d'],
                    overdue: [{ copy: ['boss'] }, { after: '1d', remind: true }],
                  },
                },
              },
            ],
          },
        ],
      },
    },
    {
      size: {
        choose: [
          {
            when: 'ask.amount > 100',
            steps: [
              // biome-ignore lint/suspicious/noThenProperty: the word of the language
              { big: { approve: 'boss', see: ['ask'], title: 'big', return: { to: ['draft'], then: 'straightBack' } } },
            ],
          },
          { else: [] },
        ],
      },
    },
    last,
  ],
});

/** Cases of others, one for each row, waited for and stopped. */
const parent = documentOf({
  id: 'model-parent',
  revoke: { process: 'model-undo', within: '30d' },
  steps: [
    { draft: { fill: 'ask', by: 'starter', title: 'draft' } },
    {
      each: {
        start: 'model-child',
        as: 'one',
        wait: true,
        each: 'ask.rows',
        with: { 'ask.what': 'ask.what', 'ask.people': 'ask.people', 'ask.one': 'ask.one' },
        result: { 'ask.rows.result': 'child.note.text' },
      },
    },
    {
      also: {
        start: 'model-child',
        as: 'one',
        with: { 'ask.what': 'ask.what', 'ask.people': 'ask.people', 'ask.one': 'ask.one' },
        onReturn: 'detach',
      },
    },
    last,
  ],
});
const child = documentOf({
  id: 'model-child',
  steps: [
    { draft: { fill: 'ask', by: 'starter', title: 'draft' } },
    { last: { approve: 'one', form: 'note', see: ['ask'], title: 'last', return: { to: ['draft'] } } },
  ],
});
const undo = documentOf({ id: 'model-undo', steps: [{ draft: { fill: 'ask', by: 'starter', title: 'draft' } }, last] });

const documents = [votes, branches, parent, child, undo];
const foreign = Object.fromEntries(documents.map(({ id, forms: own }) => [id, own]));

/** Small processes that use everything the language offers, to be played with at random. */
export const everything: Readonly<Record<string, Definition>> = Object.fromEntries(
  documents.map((document) => {
    const published = { document, foreign };
    const compiled = compileDefinition(published, workspace, { version: 1, digest: digestOfPublished(published) });
    if (!compiled.ok) throw new Error(`${document.id}: ${JSON.stringify(compiled.error)}`);
    return [document.id, compiled.value];
  }),
);

/** Values that fit, by form; numbers make them differ. */
export function everyValue(world: World, form: string, n: number): unknown {
  if (form === 'note') return { note: { text: `note ${n % 3}` } };
  const people = ['u18', 'u19', 'u20', 'u15', 'u02', 'u27'];
  const some = people.slice(n % 3, (n % 3) + 1 + (n % 4));
  const today = civilDateOf(world.now, 480);
  const rows = Array.from({ length: n % 3 }, (_, row) => ({
    _row: `r${row + 1}`,
    task: `task ${row}`,
    due: addDays(today, row + 1),
  }));
  return { ask: { what: `matter ${n % 4}`, amount: (n % 5) * 40, people: some, one: people[n % people.length], rows } };
}
