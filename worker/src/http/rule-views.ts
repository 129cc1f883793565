import type { OrganisationDocument } from '#engine';
import type { RuleEdition, RuleFinding, RuleProcess } from '../../../schemas/generated/api.ts';
import type { Store } from '../store/database.ts';
import { type ChangeFinding, openCases, processesUsing, type RuleRead } from '../store/edition-store.ts';
import type { Edition, EditionKind, Standing } from '../store/editions.ts';
import type { PresentWorkspace } from '../store/workspace.ts';
import { personView } from './person-view.ts';

/** Who has made an edition, where that was a person. */
export const madeBy = ({ origin, author }: Edition, organisation: OrganisationDocument) =>
  origin === 'made' ? { by: personView(organisation, author) } : {};

export function editionViews(
  editions: readonly Edition[],
  standing: Standing,
  organisation: OrganisationDocument,
): readonly RuleEdition[] {
  return editions.map((each): RuleEdition => {
    const { edition, origin, at, reason, base, content } = each;
    return {
      edition,
      origin,
      at,
      reason,
      state: stateOf(each, standing),
      ...madeBy(each, organisation),
      ...(base !== null && { base }),
      ...(typeof content === 'object' ? { content } : { value: String(content) }),
    };
  });
}

function stateOf({ edition }: Edition, { inForce, waiting }: Standing): RuleEdition['state'] {
  if (edition === inForce.edition) return 'in-force';
  return edition === waiting?.edition ? 'waiting' : 'past';
}

/** The processes that use a table or a setting, with their open cases. */
export async function processViews(
  store: Store,
  [kind, id]: readonly [EditionKind, string],
  { authoring: { uses }, visit: { workspace } }: Pick<RuleRead, 'authoring' | 'visit'>,
): Promise<RuleProcess[]> {
  const using = processesUsing(kind, id, uses);
  const open = await openCases(store, using);
  return using.map((process) => {
    const how = (uses.settings[id] ?? []).flatMap((use) =>
      use.kind === 'process' && use.id === process ? [use.how] : [],
    );
    return {
      id: process,
      title: titleOf(process, workspace),
      open: open.get(process) ?? 0,
      ...(kind === 'setting' && { how }),
    };
  });
}

export const titleOf = (process: string, { processes }: PresentWorkspace) => processes[process]?.title ?? process;

export const findingViews = (findings: readonly ChangeFinding[], workspace: PresentWorkspace): RuleFinding[] =>
  findings.map(({ code, severity, path, params, process, document }) => ({
    code,
    severity,
    path: [...path],
    params: { ...params },
    ...(process !== undefined && { process: { id: process, title: titleOf(process, workspace) } }),
    ...(document !== undefined && { document }),
  }));
