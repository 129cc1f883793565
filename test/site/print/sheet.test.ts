import { describe, expect, test } from 'vitest';
import type { CaseView, EntryView, FormView, SeatView, StepNode } from '../../../schemas/generated/api.ts';
import type { Field } from '../../../schemas/generated/process.ts';
import { sheetOf } from '../../../site/src/print/sheet.ts';
import type { SheetRow } from '../../../site/src/print/sheet-forms.ts';
import { environment } from '../form/plan-form.ts';

const reason = { rule: 'post', params: { post: 'boss' } } as const;
const seat = (person: string, status: SeatView['status'], more: Partial<SeatView> = {}): SeatView => ({
  seat: 1,
  person,
  status,
  reason,
  ...more,
});
const node = (step: string, kind: StepNode['kind'], state: StepNode['state'], ...seats: SeatView[]): StepNode => ({
  kind,
  step,
  state,
  round: 1,
  seats,
});

const plan: FormView = {
  id: 'plan',
  title: '方案',
  sections: [{ title: '基本信息', fields: ['name', 'kind', 'content', 'day', 'secret'] }],
  fields: {
    name: { type: 'text', title: '主题' },
    kind: { type: 'text', title: '类型' },
    content: { type: 'longText', title: '内容' },
    day: { type: 'date', title: '日期' },
    secret: { type: 'text', title: '内部备注' },
    rows: {
      type: 'table',
      title: '明细',
      columns: { item: { type: 'text', title: '项目' }, cost: { type: 'money', title: '金额' } },
    },
  },
};
const review: FormView = {
  id: 'review',
  title: '审核',
  fields: { mark: { type: 'rating', title: '评分' }, sign: { type: 'signature', title: '签名' } },
};
const signed = { width: 100, height: 40, strokes: [[1, 2, 3, 4]] };

/** A completed case, except for what a test says. */
const caseOf = (more: Partial<CaseView> = {}): CaseView => ({
  id: 'c1',
  number: 'N-1',
  version: 3,
  status: 'completed',
  process: { id: 'p', version: 1, digest: '', title: '申请', area: 'a', latest: 1 },
  subject: '主题',
  starter: 'u1',
  startedAt: '2026-11-02T01:00:00.000Z',
  children: [],
  referrers: [],
  forms: [plan, review],
  checks: [],
  environment,
  values: {
    plan: {
      name: '促销',
      kind: '门店',
      content: '长文',
      day: '2026-11-02',
      secret: 'x',
      rows: [{ item: '礼品', cost: '1' }],
    },
    review: { mark: 4, sign: signed },
  },
  references: {},
  picture: [
    node('draft', 'fill', 'done', seat('u1', 'submitted')),
    node('check', 'approve', 'done', seat('u2', 'agreed', { opinion: '可行', for: 'u9' })),
  ],
  tasks: [],
  may: [],
  comments: [],
  people: {},
  takeBack: [],
  interventions: [],
  consultations: [],
  copies: [],
  filledAt: { plan: ['draft'], review: ['check'] },
  removable: [],
  ...more,
});

const everything = () => true;
const sheet = (more: Partial<CaseView> = {}) => sheetOf(caseOf(more), [], everything);
const idsOf = (rows: readonly SheetRow[] = []): readonly (string | readonly string[])[] =>
  rows.map((row) => (row.kind === 'pair' ? row.cells.map(({ id }) => id) : row.kind === 'wide' ? row.cell.id : row.id));

describe('the grid', () => {
  test('puts narrow fields beside each other and gives long ones the whole width, in their order', () => {
    const [form] = sheet().forms;
    expect(form?.bands.map(({ title }) => title)).toEqual(['基本信息', undefined]);
    expect(idsOf(form?.bands[0]?.rows)).toEqual([
      ['plan.name', 'plan.kind'],
      'plan.content',
      ['plan.day', 'plan.secret'],
    ]);
    expect(idsOf(form?.bands[1]?.rows)).toEqual(['plan.rows']);
  });

  test('leaves out what the process omits: fields, columns and whole forms', () => {
    const { forms } = sheet({ print: { omit: ['plan.secret', 'plan.rows.cost', 'review.mark', 'review.sign'] } });
    expect(forms.map(({ id }) => id)).toEqual(['plan']);
    expect(JSON.stringify(forms)).not.toContain('plan.secret');
    const table = forms[0]?.bands[1]?.rows[0];
    expect(table?.kind === 'table' && Object.keys(table.field.columns)).toEqual(['item']);
  });

  test('leaves out what does not apply and tables without rows keep a line of their own', () => {
    const { forms } = sheetOf(caseOf({ values: { plan: { name: '促销' } } }), [], (_, field) => field !== 'kind');
    expect(idsOf(forms[0]?.bands[0]?.rows)).toEqual([['plan.name'], 'plan.content', ['plan.day', 'plan.secret']]);
    expect(forms[0]?.bands[1]?.rows[0]?.kind).toBe('wide');
  });

  test('prints the title of a group over its members, and neither when nothing of it applies', () => {
    const { plan: values = {} } = caseOf().values;
    const place: Field = { type: 'group', title: '地点', members: ['day', 'secret'] };
    const fields = { ...plan.fields, place };
    const grouped: FormView = { id: 'plan', title: '方案', sections: [{ title: '一', fields: ['place'] }], fields };
    const view = caseOf({ forms: [grouped], values: { plan: values } });
    const [band] = sheetOf(view, [], everything).forms[0]?.bands ?? [];
    expect(idsOf(band?.rows)).toEqual(['plan.place', ['plan.day', 'plan.secret']]);
    const bare = sheetOf(view, [], (_, field) => field !== 'day' && field !== 'secret').forms[0]?.bands ?? [];
    expect(bare.some(({ title }) => title === '一')).toBe(false);
  });

  test('shows a form only once a step that fills it in is over', () => {
    const waiting = [node('draft', 'fill', 'open', seat('u1', 'open')), node('check', 'approve', 'ahead')];
    expect(sheet({ status: 'open', picture: waiting }).forms.map(({ id }) => id)).toEqual(['plan']);
  });
});

describe('the opinions', () => {
  test('stand step by step with who spoke for whom, without the application itself', () => {
    const [first, ...others] = sheet().opinions;
    expect(others).toEqual([]);
    expect(first).toMatchObject({ step: 'check', signs: true, seats: [{ person: 'u2', opinion: '可行', for: 'u9' }] });
  });

  test('carry the signature of the form that their step fills in, which then is not in the grid', () => {
    const { opinions, forms } = sheet();
    expect(opinions[0]?.signature).toEqual({ path: 'review.sign', drawn: signed });
    expect(JSON.stringify(forms)).not.toContain('review.sign');
  });

  test('leave the signature in the grid when several people spoke', () => {
    const picture = [
      node('draft', 'fill', 'done', seat('u1', 'submitted')),
      node('check', 'approve', 'done', seat('u2', 'agreed'), seat('u3', 'agreed', { seat: 2 })),
    ];
    const { opinions, forms } = sheet({ picture });
    expect(opinions[0]?.signature).toBeUndefined();
    expect(JSON.stringify(forms)).toContain('review.sign');
  });

  test('have a line to sign on only where the process wants one', () => {
    expect(sheet({ print: { signatures: [] } }).opinions[0]?.signs).toBe(false);
    expect(sheet({ print: { signatures: ['check'] } }).opinions[0]?.signs).toBe(true);
  });

  test('leave out seats that were not used and steps that nobody reached', () => {
    const picture = [
      node('draft', 'fill', 'done', seat('u1', 'submitted')),
      node('check', 'approve', 'open', seat('u2', 'cancelled'), seat('u3', 'open', { seat: 2 })),
      node('last', 'approve', 'ahead', seat('u4', 'expected')),
    ];
    const { opinions } = sheet({ status: 'open', picture });
    expect(opinions.map(({ step, seats }) => [step, seats.map(({ person }) => person)])).toEqual([['check', ['u3']]]);
  });
});

describe('the heading', () => {
  test('takes title, company, layout and footer from the process, and does without', () => {
    expect(sheet()).toMatchObject({ title: '申请', layout: 'portrait' });
    const print = { title: '审批表', letterhead: '分公司', layout: 'landscape', footer: '一式两份' } as const;
    expect(sheet({ print })).toMatchObject(print);
  });

  test('turns the sheet for a table that is too wide for it', () => {
    const columns = Object.fromEntries(
      Array.from({ length: 12 }, (_, at) => [`c${at}`, { type: 'date', title: 'x' } as const]),
    );
    const wide: FormView = { id: 'plan', title: '方案', fields: { rows: { type: 'table', title: '明细', columns } } };
    expect(sheet({ forms: [wide] }).layout).toBe('landscape');
  });

  test.each([
    ['rejected', 'rejected'],
    ['withdrawn', 'withdrawn'],
    ['cancelled', 'cancelled'],
    ['revoked', 'revoked'],
    ['completed', undefined],
    ['open', 'unfinished'],
  ] as const)('says of a case that is %s: %s', (status, mark) => {
    expect(sheet({ status }).mark).toBe(mark);
  });

  test('calls a case a draft while its application is open, and says that it is on hold', () => {
    const picture = [node('draft', 'fill', 'open', seat('u1', 'open'))];
    expect(sheet({ status: 'open', picture }).mark).toBe('draft');
    const held = { by: 'u3', at: '2026-11-03T01:00:00.000Z' };
    expect(sheet({ status: 'open', picture, held }).mark).toBe('held');
  });
});

test('the record keeps every round and leaves out what only passed by', () => {
  const entry = (seq: number, what: string): EntryView => ({
    seq,
    at: '2026-11-02T01:00:00.000Z',
    by: 'u1',
    what,
    changes: [],
    events: [],
    hash: '',
    previous: '',
  });
  const entries = [entry(1, 'CaseStarted'), entry(2, 'StepReturned'), entry(3, 'Reminded'), entry(4, 'SeatAgreed')];
  expect(sheetOf(caseOf(), entries, everything).record.map(({ seq }) => seq)).toEqual([1, 2, 4]);
});
