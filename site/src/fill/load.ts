import { initialValues } from '#engine';
import type {
  CaseView,
  DraftView,
  Problem,
  ProcessView,
  SessionView,
  TemplateView,
} from '../../../schemas/generated/api.ts';
import { type Answer, localProblem } from '../api/answer.ts';
import { api } from '../api/api.ts';
import { newKey } from '../api/client.ts';
import { fetchViews } from '../fields/rare-views.ts';
import { createDirectory, type Directory } from '../form/directory.ts';
import { createDraftKeeper, type DraftKeeper } from '../form/draft-keeper.ts';
import { factsOf } from '../form/facts.ts';
import { withFirstRows } from '../form/first-rows.ts';
import { fetchLayout } from '../form/form-sections.tsx';
import { mergeValues } from '../form/merge-values.ts';
import { buildModel } from '../form/model.ts';
import { createFormStore, type FormStore } from '../form/store.ts';
import { type LocalCopy, readCopy } from '../session/local-copy.ts';
import { serverNow } from '../session/session.ts';

/** Everything the fill page needs, ready. */
export type Filling = {
  readonly process: ProcessView;
  readonly store: FormStore;
  readonly keeper: DraftKeeper;
  readonly directory: Directory;
  readonly draft: string;
  readonly opened: Opened;
};

/** Where the values on the page came from. */
export type Opened =
  | { readonly from: 'new' }
  | { readonly from: 'draft'; readonly at: string; readonly newer: boolean }
  | { readonly from: 'copy'; readonly number: string }
  | { readonly from: 'template'; readonly name: string; readonly left: TemplateView['left'] }
  | { readonly from: 'local'; readonly at: string };

export type LoadOutcome =
  | { readonly kind: 'ready'; readonly filling: Filling }
  | { readonly kind: 'failed'; readonly problem: Problem }
  | { readonly kind: 'case'; readonly id: string };

type Source = { readonly draft: DraftView | undefined; readonly copy: LocalCopy | undefined };
/** What a new form begins with instead of nothing. */
type Model = { readonly case?: CaseView; readonly template?: TemplateView };

/** Opens `?process=`, `?draft=`, `?copy=` (a case whose content begins a new one) or `?template=`. */
export async function loadFilling(query: URLSearchParams, session: SessionView): Promise<LoadOutcome> {
  const wanted = query.get('draft');
  const found = wanted === null ? NO_SOURCE : await findDraft(wanted, session.person.id);
  if ('status' in found) return { kind: 'failed', problem: found };
  const about = found.draft ?? found.copy;
  if (about?.case !== undefined) return { kind: 'case', id: about.case };
  const begun = await findModel(query);
  if (!begun.ok) return { kind: 'failed', problem: begun.problem };
  const original = begun.value;
  const id = about?.process ?? original.case?.process.id ?? original.template?.process ?? query.get('process');
  if (id === null) return { kind: 'failed', problem: localProblem('not-readable', 404) };
  const process = await api.get<ProcessView>(`/api/processes/${id}`);
  if (!process.ok) return { kind: 'failed', problem: process.problem };
  const mine = process.value.forms.filter((form) => form.id === process.value.start.form);
  const [views] = await Promise.all([fetchViews(mine), fetchLayout(mine)]);
  if (!views) return { kind: 'failed', problem: localProblem('no-answer') };
  return {
    kind: 'ready',
    filling: prepare(process.value, session, wanted ?? newKey(), found, original),
  };
}

const NO_SOURCE: Source = { draft: undefined, copy: undefined };

/** Without a network and without a copy here, nobody knows whether there is such a draft. */
async function findDraft(id: string, person: string): Promise<Source | Problem> {
  const answer = await api.get<DraftView>(`/api/drafts/${id}`);
  const copy = readCopy(id, person);
  if (!answer.ok && answer.problem.status !== 404 && copy === undefined) return answer.problem;
  return { draft: answer.ok ? answer.value : undefined, copy };
}

async function findModel(query: URLSearchParams): Promise<Answer<Model>> {
  const copied = query.get('copy');
  const template = query.get('template');
  if (copied !== null) {
    const answer = await api.get<CaseView>(`/api/cases/${copied}`);
    return answer.ok ? { ...answer, value: { case: answer.value } } : answer;
  }
  if (template === null) return { ok: true, value: {}, etag: undefined };
  const answer = await api.get<TemplateView>(`/api/templates/${template}`);
  return answer.ok ? { ...answer, value: { template: answer.value } } : answer;
}

function prepare(process: ProcessView, session: SessionView, draft: string, source: Source, original: Model): Filling {
  const { form } = process.start;
  const model = buildModel(process.forms, process.checks, process.environment);
  const facts = factsOf({ environment: process.environment, today: session.today, starter: session.person.id });
  const typed = source.copy?.values ?? source.draft?.values ?? valuesOf(original, form);
  const editable = new Set(process.start.edit);
  const opened = initialValues(model, form, mergeValues(process.initial, typed), facts);
  const begun = source.copy !== undefined || source.draft !== undefined;
  const values = begun ? opened : withFirstRows(model, form, opened, facts, editable);
  const store = createFormStore({ model, values, facts, editable });
  const keeper = createDraftKeeper({
    id: draft,
    person: session.person.id,
    client: api,
    about: { process: process.id, version: process.version },
    values: () => store.writable(process.initial),
    revision: source.copy?.revision ?? source.draft?.revision,
    now: serverNow,
  });
  const directory = createDirectory(api, process.people);
  return { process, store, keeper, directory, draft, opened: openedFrom(process, source, original) };
}

const valuesOf = ({ case: copied, template }: Model, form: string): CaseView['values'] =>
  template?.values ?? (copied === undefined ? {} : { [form]: copied.values[form] ?? {} });

function openedFrom(process: ProcessView, { draft, copy }: Source, original: Model): Opened {
  if (copy !== undefined) return { from: 'local', at: copy.typedAt };
  if (draft !== undefined) return { from: 'draft', at: draft.savedAt, newer: draft.version !== process.version };
  const { case: copied, template } = original;
  if (template !== undefined) return { from: 'template', name: template.name, left: template.left };
  return copied === undefined ? { from: 'new' } : { from: 'copy', number: copied.number };
}
