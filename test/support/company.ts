import { compileWorkspace, type Workspace, type WorkspaceDocuments } from '../../engine/definition/workspace.ts';
import { compileOrganisation, type Organisation, type PersonEntry } from '../../engine/organisation/index.ts';

const people: Readonly<Record<string, PersonEntry>> = {
  ada: { name: 'Ada', posts: [{ post: 'clerk', unit: 'sales' }], manager: 'ben' },
  ben: { name: 'Ben', posts: [{ post: 'lead', unit: 'sales' }], manager: 'cleo' },
  cleo: { name: 'Cleo', posts: [{ post: 'boss', unit: 'hq' }] },
  dan: { name: 'Dan', posts: [{ post: 'lead', unit: 'hq' }], manager: 'cleo' },
  eve: { name: 'Eve', posts: [{ post: 'clerk', unit: 'hq' }], manager: 'dan', external: true },
  fay: { name: 'Fay', posts: [{ post: 'clerk', unit: 'sales' }], manager: 'ben', active: false },
};

/** The smallest company that every rule can be shown on: Eve is external, Fay has left. Working days end at weekends. */
const documents: WorkspaceDocuments = {
  organisation: {
    format: 'organisation/v1',
    id: 'tiny',
    title: 'Tiny',
    zone: 'Asia/Shanghai',
    roles: { admin: ['boss'], auditor: [] },
    units: {
      hq: { title: 'HQ', head: 'cleo' },
      sales: { title: 'Sales', parent: 'hq', head: 'ben' },
      shop: { title: 'Shop', parent: 'sales' },
    },
    posts: { clerk: { title: 'Clerk' }, lead: { title: 'Lead' }, boss: { title: 'Boss' } },
    people,
  },
  calendars: {
    week: {
      format: 'calendar/v1',
      id: 'week',
      title: 'Week',
      zone: 'Asia/Shanghai',
      offset: 480,
      hours: [['09:00', '17:00']],
      years: { '2026': { status: 'official', source: { title: 'Notice' }, off: [], on: [] } },
    },
  },
  areas: { format: 'areas/v1', id: 'areas', areas: [{ id: 'demo', title: 'Demo' }] },
  lists: { format: 'lists/v1', id: 'lists', lists: {} },
  tables: {
    authority: {
      format: 'table/v1',
      id: 'authority',
      title: 'Authority',
      hit: 'unique',
      inputs: { amount: { type: 'money', title: 'Amount' } },
      outputs: { post: { type: 'post', title: 'Post' } },
      rules: [
        // biome-ignore lint/suspicious/noThenProperty: the word of decision tables
        { when: { amount: '<= 1000' }, then: { post: 'lead' } },
        // biome-ignore lint/suspicious/noThenProperty: the word of decision tables
        { when: { amount: '(1000..5000]' }, then: { post: 'boss' } },
      ],
    },
  },
  ledgers: {
    requests: {
      format: 'ledger/v1',
      id: 'requests',
      title: 'Requests',
      key: 'case',
      columns: {
        what: { type: 'text', title: 'What' },
        amount: { type: 'money', title: 'Amount' },
        paid: { type: 'money', title: 'Paid' },
        open: { type: 'money', title: 'Open', compute: 'row.amount - row.paid' },
        state: { type: 'text', title: 'State' },
      },
      readers: ['everyone'],
    },
    lines: {
      format: 'ledger/v1',
      id: 'lines',
      title: 'Lines',
      key: 'case',
      columns: {
        thing: { type: 'text', title: 'Thing' },
        count: { type: 'integer', title: 'Count' },
        owner: { type: 'person', title: 'Owner' },
      },
      readers: ['everyone'],
    },
    plans: {
      format: 'ledger/v1',
      id: 'plans',
      title: 'Plans',
      key: 'case',
      columns: {
        thing: { type: 'text', title: 'Thing' },
        count: { type: 'integer', title: 'Count' },
        owner: { type: 'person', title: 'Owner' },
        day: { type: 'date', title: 'Day' },
      },
      readers: ['everyone'],
    },
    archive: {
      format: 'ledger/v1',
      id: 'archive',
      title: 'Archive',
      key: 'case',
      columns: {
        number: { type: 'text', title: 'Number' },
        process: { type: 'text', title: 'Process' },
        class: { type: 'text', title: 'Class' },
        title: { type: 'text', title: 'Title' },
        owner: { type: 'person', title: 'Owner' },
        closedOn: { type: 'date', title: 'Closed on' },
        keepUntil: { type: 'date', title: 'Kept until' },
        state: { type: 'text', title: 'State' },
      },
      readers: ['everyone'],
    },
    shelf: {
      format: 'ledger/v1',
      id: 'shelf',
      title: 'Shelf',
      key: ['thing', 'unit'],
      columns: {
        thing: { type: 'text', title: 'Thing' },
        unit: { type: 'unit', title: 'Unit' },
        had: { type: 'integer', title: 'Had' },
        taken: { type: 'integer', title: 'Taken' },
        left: { type: 'integer', title: 'Left', compute: 'row.had - row.taken' },
        note: { type: 'text', title: 'Note' },
      },
      limits: [{ that: 'empty(row.left) || row.left >= 0', else: 'No more than there is' }],
      readers: ['everyone'],
    },
    budget: {
      format: 'ledger/v1',
      id: 'budget',
      title: 'Budget',
      key: ['unit', 'year'],
      columns: {
        unit: { type: 'unit', title: 'Unit' },
        year: { type: 'integer', title: 'Year' },
        total: { type: 'money', title: 'Total' },
        spent: { type: 'money', title: 'Spent' },
        left: { type: 'money', title: 'Left', compute: 'row.total - row.spent' },
      },
      readers: ['everyone'],
    },
  },
  settings: { format: 'settings/v1', id: 'settings', settings: {} },
};

export const company: Workspace = compileWorkspace(documents);

/** The organisation with some people changed: `{ ben: { active: false } }`. */
export function peopleChanged(changes: Readonly<Record<string, Partial<PersonEntry>>>): Organisation {
  const changed = Object.entries(people).map(([id, person]) => [id, { ...person, ...changes[id] }]);
  return compileOrganisation({ ...documents.organisation, people: Object.fromEntries(changed) });
}
