import type { LedgerDocument } from '../../schemas/generated/ledger.ts';
import type { Field, HeadRole, ProcessDocument, RoleRule, Step, Words } from '../../schemas/generated/process.ts';
import { type PlacedStep, placeSteps, stepBranches, withInner } from '../definition/placed-steps.ts';
import type { WorkspaceDocuments } from '../definition/workspace.ts';
import { own } from '../shared/own.ts';
import { trafficOf } from './traffic.ts';

type Documents = Readonly<Record<string, ProcessDocument>>;

/** Something with an id and what people call it. */
export type Named = { readonly id: string; readonly title: Words };

/** Who a rule finds: a kind with what it is about. */
export type Who =
  | { readonly kind: 'starter' | 'nobody' }
  | { readonly kind: 'post'; readonly post: Named; readonly unit?: Words }
  | { readonly kind: 'managerOf'; readonly of: Who }
  | { readonly kind: 'headOf' | 'field'; readonly field: Words }
  | { readonly kind: 'headOf'; readonly unit: Words }
  | { readonly kind: 'table'; readonly table: Named };

/** What happens at a step, with what it is about. */
export type Doing =
  | { readonly kind: 'fill'; readonly form: Words; readonly who: Who }
  | { readonly kind: 'approve'; readonly who: Who; readonly mode: string; readonly form?: Words }
  | { readonly kind: 'choose' | 'parallel' }
  | { readonly kind: 'start'; readonly process: Named; readonly each: boolean; readonly waits: boolean }
  | { readonly kind: 'write'; readonly ledger: Named; readonly each: boolean }
  | { readonly kind: 'copy'; readonly who: readonly Who[] };

export type BookStep = {
  /** How many blocks it stands in. */
  readonly depth: number;
  /** The branch it begins; `otherwise` for the one without a condition. */
  readonly branch?: Words | 'otherwise';
  readonly title?: Words;
  readonly doing: Doing;
  readonly due?: Words;
  readonly returns: readonly Words[];
  readonly clause?: string;
};

export type BookField = {
  readonly title: Words;
  readonly kind: Field['type'];
  /** `sometimes`: it depends on other answers. */
  readonly required: 'always' | 'sometimes' | 'no';
  /** Nobody types it. */
  readonly derived: boolean;
  readonly columns: readonly Words[];
};

export type BookProcess = Named & {
  readonly help?: Words;
  readonly clauses: readonly string[];
  readonly number: string;
  readonly steps: readonly BookStep[];
  readonly forms: readonly (Named & { readonly fields: readonly BookField[] })[];
  readonly readers: readonly Who[];
  readonly ledgers: readonly Named[];
  readonly tables: readonly Named[];
  readonly starts: readonly Named[];
  readonly startedBy: readonly Named[];
  readonly duty?: { readonly every: string; readonly open: string; readonly due: string };
  readonly keep?: string;
};

export type RuleBook = { readonly areas: readonly (Named & { readonly processes: readonly BookProcess[] })[] };

/** The rules of a company as a book: area by area, process by process, in the order of the areas and of the ids. */
export function ruleBook(workspace: WorkspaceDocuments, documents: Documents): RuleBook {
  const sorted = Object.values(documents).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const areas = workspace.areas.areas.map(({ id, title }) => ({
    id,
    title,
    processes: sorted
      .filter(({ area }) => area === id)
      .map((process) => bookProcess(process, { workspace, documents })),
  }));
  return { areas: areas.filter(({ processes }) => processes.length > 0) };
}

type Library = { readonly workspace: WorkspaceDocuments; readonly documents: Documents };
type Chapter = Library & { readonly process: ProcessDocument };

function bookProcess(process: ProcessDocument, library: Library): BookProcess {
  const chapter: Chapter = { ...library, process };
  const { id, title, help, number, source = [], steps, forms, readers = [], duty, archive } = process;
  const traffic = trafficOf(process);
  const startedBy = Object.values(library.documents).filter((other) => trafficOf(other).starts.has(id));
  return {
    id,
    title,
    ...(help === undefined ? {} : { help }),
    clauses: source.map(({ clause }) => clause),
    number: number.format,
    steps: bookSteps(placeSteps(steps), chapter, 0),
    forms: Object.entries(forms).map(([form, { title: name, fields }]) => ({
      id: form,
      title: name,
      fields: Object.values(fields).flatMap(bookField),
    })),
    readers: readers.map(({ by }) => (typeof by === 'string' ? whoOf(by, chapter) : whoOfRule(by, chapter))),
    ledgers: [...traffic.writes].map((ledger) => ledgerNamed(ledger, chapter)),
    tables: tablesOf(process, library.workspace),
    starts: [...traffic.starts].map((other) => processNamed(other, chapter)),
    startedBy: startedBy.map((other) => ({ id: other.id, title: other.title })),
    ...(duty === undefined ? {} : { duty: { every: duty.every, open: duty.open, due: duty.due } }),
    ...(archive === undefined ? {} : { keep: archive.keep }),
  };
}

function bookSteps(placed: readonly PlacedStep[], chapter: Chapter, depth: number): readonly BookStep[] {
  return placed.flatMap((step) => [
    bookStep(step.source, chapter, depth),
    ...stepBranches(step).flatMap((branch, index) => {
      const [first, ...rest] = bookSteps(branch.steps, chapter, depth + 1);
      const title = branch.isElse ? 'otherwise' : branchTitle(step.source, index);
      return first === undefined ? [] : [{ ...first, ...(title === undefined ? {} : { branch: title }) }, ...rest];
    }),
  ]);
}

function branchTitle(source: Step, index: number): Words | undefined {
  if ('choose' in source) return source.choose[index]?.title;
  return 'parallel' in source ? source.parallel[index]?.title : undefined;
}

function bookStep(source: Step, chapter: Chapter, depth: number): BookStep {
  const { title, clause } = source;
  const due = 'due' in source ? source.due : undefined;
  const back = 'return' in source ? (source.return?.to ?? []) : [];
  return {
    depth,
    ...(title === undefined ? {} : { title }),
    doing: doingOf(source, chapter),
    ...(due === undefined ? {} : { due: typeof due === 'string' ? due : fieldTitle(due.field, chapter) }),
    returns: back.map((id) => stepTitle(id, chapter)),
    ...(clause === undefined ? {} : { clause }),
  };
}

function doingOf(source: Step, chapter: Chapter): Doing {
  const { process } = chapter;
  const formTitle = (id: string): Words => own(process.forms, id)?.title ?? id;
  if ('fill' in source) return { kind: 'fill', form: formTitle(source.fill), who: whoOf(source.by, chapter) };
  if ('approve' in source) {
    const mode = typeof source.mode === 'object' ? String(source.mode.pass) : (source.mode ?? 'any');
    const form = source.form === undefined ? {} : { form: formTitle(source.form) };
    return { kind: 'approve', who: whoOf(source.approve, chapter), mode, ...form };
  }
  if ('choose' in source) return { kind: 'choose' };
  if ('parallel' in source) return { kind: 'parallel' };
  if ('start' in source) {
    const waits = source.wait === true || source.result !== undefined;
    return { kind: 'start', process: processNamed(source.start, chapter), each: source.each !== undefined, waits };
  }
  if ('copy' in source) return { kind: 'copy', who: source.copy.map((role) => whoOf(role, chapter)) };
  return { kind: 'write', ledger: ledgerNamed(source.ledger, chapter), each: source.each !== undefined };
}

function whoOf(role: string, chapter: Chapter): Who {
  const rule = own(chapter.process.roles, role);
  return rule === undefined ? { kind: 'nobody' } : whoOfRule(rule, chapter);
}

function whoOfRule(rule: RoleRule, chapter: Chapter): Who {
  if ('starter' in rule) return { kind: 'starter' };
  if ('post' in rule) {
    const title = own(chapter.workspace.organisation.posts, rule.post)?.title ?? rule.post;
    const unit = rule.unit === undefined ? {} : { unit: fieldTitle(rule.unit, chapter) };
    return { kind: 'post', post: { id: rule.post, title }, ...unit };
  }
  if ('managerOf' in rule) {
    const of = rule.managerOf === 'self' ? ({ kind: 'starter' } as const) : whoOf(rule.managerOf, chapter);
    return { kind: 'managerOf', of };
  }
  if ('headOf' in rule) return headOf(rule.headOf, chapter);
  if ('field' in rule) return { kind: 'field', field: fieldTitle(rule.field, chapter) };
  return {
    kind: 'table',
    table: { id: rule.table, title: own(chapter.workspace.tables, rule.table)?.title ?? rule.table },
  };
}

function headOf(unit: HeadRole['headOf'], chapter: Chapter): Who {
  if (typeof unit === 'string') return { kind: 'headOf', field: fieldTitle(unit, chapter) };
  return { kind: 'headOf', unit: own(chapter.workspace.organisation.units, unit.unit)?.title ?? unit.unit };
}

/** The title of a field or column, by its path. */
function fieldTitle(path: string, { process }: Chapter): Words {
  const [form = '', id = '', column] = path.split('.');
  const field = own(own(process.forms, form)?.fields ?? {}, id);
  if (field === undefined) return path;
  const inside = column !== undefined && field.type === 'table' ? own(field.columns, column) : undefined;
  return inside?.title ?? field.title;
}

function stepTitle(id: string, { process }: Chapter): Words {
  const placed = withInner(placeSteps(process.steps)).find((step) => step.id === id);
  return placed?.source.title ?? id;
}

function bookField(field: Field): readonly BookField[] {
  if (field.type === 'heading' || field.type === 'group') return [];
  const { title, type: kind, required } = field;
  const derived = ['compute', 'lookup', 'decide'].some((key) => Reflect.get(field, key) !== undefined);
  return [
    {
      title,
      kind,
      required: required === true ? 'always' : typeof required === 'string' ? 'sometimes' : 'no',
      derived,
      columns: field.type === 'table' ? Object.values(field.columns).map((column) => column.title) : [],
    },
  ];
}

const ledgerNamed = (id: string, { workspace }: Chapter): Named => ({ id, title: titleOf(workspace.ledgers, id) });
const processNamed = (id: string, { documents }: Chapter): Named => ({ id, title: titleOf(documents, id) });
const titleOf = (all: Readonly<Record<string, LedgerDocument | ProcessDocument>>, id: string): Words =>
  own(all, id)?.title ?? id;

/** Decision tables of its roles and fields. */
function tablesOf(process: ProcessDocument, { tables }: WorkspaceDocuments): readonly Named[] {
  const text = JSON.stringify(process);
  return Object.values(tables)
    .filter(({ id }) => text.includes(`"table":"${id}"`))
    .map(({ id, title }) => ({ id, title }));
}
