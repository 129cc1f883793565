/** A table of eight columns: texts, a choice, a date, and an amount that its row computes and the form adds up. */
const columns = {
  item: { type: 'text', title: '项目', required: true },
  group: {
    type: 'choice',
    title: '类别',
    options: [
      { id: 'ads', title: '广告' },
      { id: 'goods', title: '物料' },
    ],
  },
  day: { type: 'date', title: '日期' },
  quantity: { type: 'decimal', title: '数量' },
  price: { type: 'money', title: '单价' },
  amount: { type: 'money', title: '金额', compute: 'round(row.price * row.quantity, 2)' },
  done: { type: 'flag', title: '完成' },
  note: { type: 'text', title: '备注' },
} as const;

const row = (index: number) => ({
  _row: `r${index + 1}`,
  item: `项目 ${index + 1}`,
  group: 'ads',
  day: '2026-11-22',
  quantity: '2',
  price: '12.5',
  amount: '25',
});

/** What `GET /api/processes/{id}` answers about a process with such a table of so many rows. */
export function tableProcess(rows: number) {
  const paths = Object.keys(columns).map((column) => `form.items.${column}`);
  return {
    id: `bench-table${rows}`,
    version: 1,
    digest: '',
    title: `${rows}`,
    area: 'bench',
    mayStart: true,
    forms: [
      {
        id: 'form',
        title: `${rows}`,
        fields: {
          items: { type: 'table', title: '明细', maxRows: 2000, columns, totals: ['amount'] },
          total: { type: 'money', title: '合计', compute: 'sum(form.items.amount)' },
        },
      },
    ],
    checks: [],
    picture: [],
    start: { step: 'draft', title: '填写', form: 'form', edit: ['form.items', ...paths] },
    initial: { form: { items: Array.from({ length: rows }, (_, index) => row(index)) } },
  };
}
