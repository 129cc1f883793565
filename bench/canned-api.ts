/** What the API would say, so that the built pages can be measured without a server behind them. */

const person = { id: 'u08', name: '罗子墨', posts: [] };

const session = {
  person,
  roles: [],
  company: '衡川服饰集团',
  zone: 'Asia/Shanghai',
  now: '2026-11-22T04:00:00.000Z',
  today: '2026-11-22',
  expiresAt: '2026-11-23T04:00:00.000Z',
  development: false,
  counts: { todo: 0, copied: 0, drafts: 0 },
};

export const environment = {
  settings: {},
  ledgers: {},
  calendar: { format: 'calendar/v1', id: 'week', title: '', zone: session.zone, offset: 480, hours: [], years: {} },
};

export type CannedAnswer = { readonly status: number; readonly body: object };

/** Answers about processes whose id is `bench-` and a name that `processOf` knows, and nothing else. */
export function cannedAnswer(pathname: string, processOf: (name: string) => object): CannedAnswer {
  const [, name] = /^\/api\/processes\/bench-(\w+)$/.exec(pathname) ?? [];
  if (name !== undefined) return { status: 200, body: { ...processOf(name), environment, people: { u08: person } } };
  if (pathname === '/api/session') return { status: 200, body: session };
  return { status: 404, body: { type: '', status: 404, code: 'not-found' } };
}
