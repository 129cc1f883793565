import { initialValues } from '#engine';
import type { CaseView, DraftView, Problem, ProcessView, SessionView } from '../../../schemas/generated/api.ts';
import { localProblem } from '../api/answer.ts';
import { api } from '../api/api.ts';
import { newKey } from '../api/client.ts';
import { fetchViews } from '../fields/rare-views.ts';
import { createDirectory, type Directory } from '../form/directory.ts';
import { createDraftKeeper, type DraftKeeper } from '../form/draft-keeper.ts';
import { factsOf } from '../form/facts.ts';
import { withFirstRows } from '../form/first-rows.ts';
import { type LocalCopy, readCopy } from '../form/local-copy.ts';
import { mergeValues } from '../form/merge-values.ts';
import { buildModel } from '../form/model.ts';
import { createFormStore, type FormStore } from '../form/store.ts';
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
  | { readonly from: 'local'; readonly at: string };

export type LoadOutcome =
  | { readonly kind: 'ready'; readonly filling: Filling }
  | { readonly kind: 'failed'; readonly problem: Problem }
  | { readonly kind: 'case'; readonly id: string };

type Source = { readonly draft: DraftView | undefined; readonly copy: LocalCopy | undefined };

/** Opens `?process=`, `?draft=` or `?copy=` (a case whose content begins a new one). */
export async function loadFilling(query: URLSearchParams, session: SessionView): Promise<LoadOutcome> {
  const wanted = query.get('draft');
  const source = wanted === null ? { draft: undefined, copy: undefined } : await findDraft(wanted);
  const about = source.draft ?? source.copy;
  if (about?.case !== undefined) return { kind: 'case', id: about.case };
  const copied = query.get('copy');
  const original = copied === null ? undefined : await api.get<CaseView>(`/api/cases/${copied}`);
  if (original?.ok === false) return { kind: 'failed', problem: original.problem };
  const id = about?.process ?? original?.value.process.id ?? query.get('process');
  if (id === null) return { kind: 'failed', problem: localProblem('not-readable', 404) };
  const process = await api.get<ProcessView>(`/api/processes/${id}`);
  if (!process.ok) return { kind: 'failed', problem: process.problem };
  const mine = process.value.forms.filter((form) => form.id === process.value.start.form);
  if (!(await fetchViews(mine))) return { kind: 'failed', problem: localProblem('no-answer') };
  return {
    kind: 'ready',
    filling: prepare(process.value, session, wanted ?? newKey(), source, original?.value),
  };
}

async function findDraft(id: string): Promise<Source> {
  const answer = await api.get<DraftView>(`/api/drafts/${id}`);
  return { draft: answer.ok ? answer.value : undefined, copy: readCopy(id) };
}

function prepare(
  process: ProcessView,
  session: SessionView,
  draft: string,
  source: Source,
  original: CaseView | undefined,
): Filling {
  const { form } = process.start;
  const model = buildModel(process.forms, process.checks, process.environment);
  const facts = factsOf({ environment: process.environment, today: session.today, starter: session.person.id });
  const typed = source.copy?.values ?? source.draft?.values ?? (original && { [form]: original.values[form] ?? {} });
  const editable = new Set(process.start.edit);
  const opened = initialValues(model, form, mergeValues(process.initial, typed ?? {}), facts);
  const begun = source.copy !== undefined || source.draft !== undefined;
  const values = begun ? opened : withFirstRows(model, form, opened, facts, editable);
  const store = createFormStore({ model, values, facts, editable });
  const keeper = createDraftKeeper({
    id: draft,
    client: api,
    about: { process: process.id, version: process.version },
    values: () => store.writable(process.initial),
    revision: source.copy?.revision ?? source.draft?.revision,
    now: serverNow,
  });
  const directory = createDirectory(api, process.people);
  return { process, store, keeper, directory, draft, opened: openedFrom(process, source, original) };
}

function openedFrom(process: ProcessView, { draft, copy }: Source, original: CaseView | undefined): Opened {
  if (copy !== undefined) return { from: 'local', at: copy.typedAt };
  if (draft !== undefined) return { from: 'draft', at: draft.savedAt, newer: draft.version !== process.version };
  return original === undefined ? { from: 'new' } : { from: 'copy', number: original.number };
}
