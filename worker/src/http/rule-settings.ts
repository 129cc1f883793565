import { readsAs } from '#engine';
import type {
  RuleCheckView,
  RuleSettingList,
  RuleSettingPage,
  RuleSettingView,
  RuleUse,
} from '../../../schemas/generated/api.ts';
import type { Setting } from '../../../schemas/generated/settings.ts';
import { addEdition, type RuleRead, readRule, readRules, tryChange } from '../store/edition-store.ts';
import type { SettingValue, Standing } from '../store/editions.ts';
import type { PresentWorkspace } from '../store/workspace.ts';
import { authorize, permit } from './authorize.ts';
import { ProblemError } from './problem.ts';
import { refusedEdition } from './refused-edition.ts';
import { type Call, json, type Route, route } from './route.ts';
import { editionViews, findingViews, madeBy, processViews, titleOf } from './rule-views.ts';

const list = route({
  method: 'GET',
  path: '/api/settings',
  access: 'person',
  answer: { status: 200, schema: 'ruleSettingList' },
  refuses: ['not-found'],
  async handle({ store, ticket }) {
    const { visit: who, authoring, standings } = await readRules(store, ticket);
    permit(who, { may: 'read-rules' });
    const { settings, areas } = who.workspace.documents;
    const items = Object.entries(settings.settings).flatMap(([id, setting]) => {
      const standing = standings.get(`setting ${id}`);
      return standing === undefined ? [] : [settingView([id, setting], standing, { authoring, visit: who })];
    });
    const mayEdit = authorize(who, { may: 'change-rules' });
    return json({
      items,
      areas: areas.areas.map(({ id, title }) => ({ id, title })),
      mayEdit,
    } satisfies RuleSettingList);
  },
});

const read = route({
  method: 'GET',
  path: '/api/settings/{id}',
  access: 'person',
  answer: { status: 200, schema: 'ruleSettingPage' },
  refuses: ['not-found'],
  handle: async (call) => json(await settingPage(call)),
});

const check = route({
  method: 'POST',
  path: '/api/settings/{id}/check',
  access: 'person',
  body: 'trySetting',
  answer: { status: 200, schema: 'ruleCheck' },
  refuses: ['not-found', 'invalid-values'],
  async handle(call) {
    const { store, body } = call;
    const { found, id, setting } = await asked(call);
    permit(found.visit, { may: 'change-rules' });
    const findings = await tryChange(store, {
      kind: 'setting',
      id,
      content: settingValue(found, id, setting, body.value),
    });
    const processes = await processViews(store, ['setting', id], found);
    return json({ findings: findingViews(findings, found.visit.workspace), processes } satisfies RuleCheckView);
  },
});

const save = route({
  method: 'POST',
  path: '/api/settings/{id}/editions',
  access: 'person',
  command: true,
  body: 'saveSetting',
  answer: { status: 201, schema: 'ruleSettingPage' },
  refuses: ['not-found', 'stale', 'invalid-values'],
  async handle(call) {
    const { store, body, now } = call;
    const { found, id, setting } = await asked(call);
    permit(found.visit, { may: 'change-rules' });
    const content = settingValue(found, id, setting, body.value);
    const stamp = { base: body.base, author: found.visit.person.id, reason: body.reason.trim(), at: now };
    const outcome = await addEdition(store, { kind: 'setting', id, content }, stamp);
    if (outcome !== 'done') throw refusedEdition(outcome);
    return json(await settingPage(call), { status: 201 });
  },
});

export const ruleSettingRoutes: readonly Route[] = [list, read, check, save];

type Asked = { readonly found: RuleRead; readonly id: string; readonly setting: Setting };

/** @throws ProblemError `not-found` also for those who may not read rules. */
async function asked({ store, ticket, path: { id = '' } }: Pick<Call, 'store' | 'ticket' | 'path'>): Promise<Asked> {
  const found = await readRule(store, ticket, 'setting', id);
  permit(found.visit, { may: 'read-rules' });
  const { settings } = found.visit.workspace.documents.settings;
  const setting = Object.hasOwn(settings, id) ? settings[id] : undefined;
  if (setting === undefined) throw new ProblemError('not-found');
  return { found, id, setting };
}

/** The value as the document holds it: a number where it was one. @throws ProblemError `invalid-values`. */
function settingValue(
  { authoring }: RuleRead,
  id: string,
  { type, value: present }: Setting,
  text: string,
): SettingValue {
  const trimmed = text.trim();
  const refused = (code: string, params: Readonly<Record<string, unknown>>) =>
    new ProblemError('invalid-values', { issues: [{ code, path: '/value', params }] });
  if (!readsAs(type, trimmed)) throw refused('bad-format', { value: trimmed, kind: type });
  const least = leastOf(type, authoring.uses.settings[id] ?? []);
  if (least !== undefined && Number(trimmed) < least) throw refused('too-small', { limit: least });
  return typeof present === 'number' ? Number(trimmed) : trimmed;
}

/** Definitions count with whole numbers from one on: times, rows, steps. */
const leastOf = (type: Setting['type'], uses: readonly { readonly how: string }[]): number | undefined =>
  type === 'integer' && uses.some(({ how }) => how === 'placed') ? 1 : undefined;

async function settingPage(call: Pick<Call, 'store' | 'ticket' | 'path'>): Promise<RuleSettingPage> {
  const { found, id, setting } = await asked(call);
  const { visit: who, editions, standing } = found;
  if (standing === undefined) throw new ProblemError('not-found');
  return {
    setting: settingView([id, setting], standing, found),
    mayEdit: authorize(who, { may: 'change-rules' }),
    processes: await processViews(call.store, ['setting', id], found),
    history: [...editionViews(editions, standing, who.workspace.documents.organisation)],
  };
}

function settingView(
  [id, { type, value, title, source }]: readonly [string, Setting],
  { last, inForce, waiting }: Standing,
  { authoring: { areas, uses }, visit: { workspace } }: Pick<RuleRead, 'authoring' | 'visit'>,
): RuleSettingView {
  const found = uses.settings[id] ?? [];
  const area = areas[id];
  const least = leastOf(type, found);
  return {
    id,
    title,
    type,
    value: String(value),
    edition: last,
    at: inForce.at,
    uses: usesOf(found, workspace),
    ...(area !== undefined && { area }),
    ...(source !== undefined && { source }),
    ...(least !== undefined && { least }),
    ...madeBy(inForce, workspace.documents.organisation),
    ...(waiting && { waiting: true }),
  };
}

type Use = { readonly kind: RuleUse['kind']; readonly id: string; readonly how: RuleUse['how'][number] };

/** One line for each document, however it uses the setting. */
function usesOf(uses: readonly Use[], workspace: PresentWorkspace): RuleUse[] {
  const { ledgers, reports = {} } = workspace.documents;
  const titles = (kind: Use['kind'], id: string) =>
    kind === 'process' ? titleOf(id, workspace) : ((kind === 'ledger' ? ledgers : reports)[id]?.title ?? id);
  const grouped = Map.groupBy(uses, ({ kind, id }) => `${kind} ${id}`);
  return [...grouped.values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined) return [];
    const { kind, id } = first;
    return [{ kind, id, title: titles(kind, id), how: same.map(({ how }) => how) }];
  });
}
