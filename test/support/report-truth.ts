import type { CivilDate, Workspace } from '#engine';
import type { ReportPart, ReportView } from '../../schemas/generated/api.ts';
import type { Part, ReportDocument } from '../../schemas/generated/report.ts';
import type { Past } from './past.ts';
import { type PlainGroup, type PlainPart, plainPart } from './plain-report.ts';

/** How reports are fetched: as somebody, by a path of the API. */
export type Fetch = (person: string, path: string) => Promise<{ readonly status: number; readonly body: unknown }>;
export type Company = {
  readonly workspace: Workspace;
  readonly areas: Readonly<Record<string, string | undefined>>;
  readonly past: Past;
  readonly fetch: Fetch;
};
export type TruthLook = { readonly person: string; readonly day: CivilDate; readonly unit?: string };
/** How many parts and numbers agreed, and where one did not. */
export type Truth = { parts: number; numbers: number; rows: number; readonly wrong: string[] };

/** Every part of every report that somebody may open, beside what it comes to when every row is looked at. */
export async function compareReports(company: Company, look: TruthLook): Promise<Truth> {
  const truth: Truth = { parts: 0, numbers: 0, rows: 0, wrong: [] };
  for (const { document } of Object.values(company.workspace.reports)) {
    const unitFilter = Object.entries(document.filters ?? {}).find(([, { type }]) => type === 'unit')?.[0];
    if (look.unit !== undefined && unitFilter === undefined) continue;
    const filters = look.unit === undefined ? {} : { filters: JSON.stringify({ [unitFilter ?? '']: [look.unit] }) };
    const query = new URLSearchParams({ asOf: look.day, ...filters });
    const { status, body } = await company.fetch(look.person, `/api/reports/${document.id}?${query}`);
    if (status === 404) continue;
    if (status !== 200) truth.wrong.push(`${document.id}: ${status} ${JSON.stringify(body)}`);
    else for (const part of (body as ReportView).parts) comparePart(company, look, { document, part, truth });
  }
  return truth;
}

type Compared = { readonly document: ReportDocument; readonly part: ReportPart; readonly truth: Truth };

function comparePart({ workspace, areas, past }: Company, look: TruthLook, { document, part, truth }: Compared): void {
  const source: Part | undefined = document.parts[part.id];
  const person = workspace.organisation.person(look.person);
  if (source === undefined || person === undefined) throw new Error(`no part ${part.id} for ${look.person}`);
  const { day, unit } = look;
  const plain = plainPart(document, source, {
    workspace,
    areas,
    past,
    person,
    day,
    ...(unit !== undefined && { unit }),
  });
  const name = `${document.id}.${part.id} ${look.person} ${day} ${unit ?? ''}`;
  const wrong = (what: string): void => void truth.wrong.push(`${name}: ${what}`);
  truth.parts += 1;
  if (part.state !== plain.state) wrong(`${part.state}, not ${plain.state}`);
  else if ('rows' in plain) truth.rows += compareRows(part, plain.rows, wrong);
  else if ('groups' in plain) truth.numbers += compareGroups(part, plain, wrong);
}

type Wrong = (what: string) => void;

/** Of cases only those that may be opened are listed: what is listed has to be among the rows that count. */
function compareRows(part: ReportPart, rows: ReadonlySet<string>, wrong: Wrong): number {
  const items = part.rows?.items ?? [];
  for (const { id } of items) if (!rows.has(id)) wrong(`lists ${id}`);
  const isOfCases = ['cases', 'steps', 'duties', 'successors'].includes(part.source.id);
  const all = items.length + part.left;
  if (!isOfCases && all !== Math.min(rows.size, 500)) wrong(`${all} rows, not ${rows.size}`);
  return items.length;
}

function compareGroups(part: ReportPart, plain: PlainPart & { groups: readonly PlainGroup[] }, wrong: Wrong): number {
  const found = new Map(part.groups.map(({ keys, values }) => [JSON.stringify(keys), values]));
  const expected = new Map(plain.groups.map(({ keys, values }) => [JSON.stringify(keys), values]));
  const totals = 'totals' in plain && plain.totals ? [['total', part.totals, plain.totals] as const] : [];
  const groups = [...found].map(([key, values]) => [key, values, expected.get(key)] as const);
  let numbers = 0;
  for (const [key, values, right] of [...totals, ...groups]) {
    if (right === undefined) {
      wrong(`group ${key} ${JSON.stringify(values)} counts nothing`);
      continue;
    }
    for (const id of new Set([...Object.keys(right), ...Object.keys(values)])) {
      numbers += 1;
      if ((values[id] ?? null) !== (right[id] ?? null)) wrong(`${key} ${id}: ${values[id]}, not ${right[id]}`);
    }
  }
  if (part.groups.length + part.left !== expected.size)
    wrong(`${part.groups.length} groups and ${part.left} more, not ${expected.size}`);
  return numbers;
}
