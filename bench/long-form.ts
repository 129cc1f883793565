/** The fields of a form of any length: so many texts, then a price, a quantity and their product. */
export function longFields(count: number): Readonly<Record<string, object>> {
  const texts = Array.from({ length: count }, (_, index) => [`f${index}`, { type: 'text', title: `字段 ${index}` }]);
  return {
    ...Object.fromEntries(texts),
    price: { type: 'money', title: '单价' },
    quantity: { type: 'decimal', title: '数量' },
    total: { type: 'money', title: '合计', compute: 'round(form.price * form.quantity, 2)' },
  };
}

/** What `GET /api/processes/{id}` answers about a process that consists of such a form. */
export function longProcess(count: number) {
  const fields = longFields(count);
  return {
    id: `bench-${count}`,
    version: 1,
    digest: '',
    title: `${count}`,
    area: 'bench',
    mayStart: true,
    forms: [{ id: 'form', title: `${count}`, fields }],
    checks: [],
    picture: [],
    start: { step: 'draft', title: '填写', form: 'form', edit: Object.keys(fields).map((id) => `form.${id}`) },
    initial: {},
  };
}
