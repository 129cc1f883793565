import { env } from 'cloudflare:workers';
import { createHash } from 'node:crypto';
import type { CreatedLink, PublicFormView } from '../../../schemas/generated/api.ts';
import { type Ask, ask, clock } from './api.ts';
import { agree, done } from './campaign.ts';

export const SERVICE = 'u31';

export const questions = [
  { id: 'q1', kind: 'rating', title: '您对产品质量满意吗？', required: true },
  {
    id: 'q2',
    kind: 'choices',
    title: '您最希望我们改进哪些方面？',
    options: [
      { id: 'o1', title: '款式' },
      { id: 'o2', title: '售后' },
    ],
  },
  { id: 'q3', kind: 'longText', title: '您的意见或建议' },
];

const plan = {
  name: '下半年满意度调查',
  period: '2026 下半年',
  dates: { start: '2026-12-01', end: '2026-12-20' },
  methods: ['questionnaire'],
  sample: [{ _row: 'r1', class: 'a', count: 30 }],
  questions,
};

/** A survey whose questionnaire was approved. */
export async function survey(): Promise<string> {
  const body = { process: 'satisfaction-survey', values: { plan } };
  const { id } = await done<{ id: string }>(ask('POST', '/api/cases', { as: SERVICE, body }));
  await agree(id, 'u26');
  return id;
}

export const link = (about: string, more: object = {}, as = SERVICE): Promise<Response> => {
  const wanted = { name: '门店海报', process: 'satisfaction-answer', about, opens: '2026-11-23', closes: '2026-12-31' };
  return ask('POST', '/api/links', { as, body: { ...wanted, ...more } });
};

export async function tokenOf(answer: Promise<Response>): Promise<string> {
  const { links } = await done<CreatedLink>(answer);
  return links[0]?.token ?? '';
}

let address = 0;
/** Each stranger comes from an address of their own, unless one is named. */
export function stranger(path: string, body: object, from?: string): Promise<Response> {
  address += 1;
  const headers = { 'CF-Connecting-IP': from ?? `10.${address >> 16}.${(address >> 8) & 255}.${address & 255}` };
  return ask('POST', path, { body, headers } satisfies Ask);
}

export const opened = (token: string): Promise<PublicFormView> => done(stranger('/api/public/form', { token }));

/** What a browser sends after some seconds: the ticket with its work done, and a receipt of its own. */
export async function filled(token: string, values: object, more: object = {}) {
  const { challenge, version } = await opened(token);
  clock.pass(challenge.wait);
  const receipt = crypto.randomUUID().replaceAll('-', '');
  const { ticket, bits } = challenge;
  return { token, ticket, solution: solve(ticket, bits), receipt, version, values, ...more };
}

export const send = (body: object, from?: string) => stranger('/api/public/submissions', body, from);

export const answers = (given: object, more: object = {}) => ({ sheet: { answers: { given }, ...more } });

/** By a hash of its own, so that the one under test is judged and not repeated. */
function solve(ticket: string, bits: number): string {
  const wanted = 2 ** (32 - bits);
  for (let solution = 0; ; solution += 1) {
    if (createHash('sha256').update(`${ticket}:${solution}`).digest().readUInt32BE(0) < wanted) return String(solution);
  }
}

export async function count(table: 'cases' | 'quarantine' | 'receipts', where = '1'): Promise<number> {
  const row = await env.DB.prepare(`SELECT count(*) AS n FROM ${table} WHERE ${where}`).first<{ n: number }>();
  return row?.n ?? 0;
}
