import { type Definition, type Instant, linkValues, type StepId, type Values } from '#engine';
import { byPublicId, caseQuery, readCase, type StoredCase } from '../store/case-store.ts';
import { type Counter, countersQuery } from '../store/command-load.ts';
import type { Store } from '../store/database.ts';
import { definitionQuery, readDefinitions } from '../store/definition-store.ts';
import type { Link } from '../store/link-store.ts';
import { type PresentWorkspace, readWorkspace, workspaceQuery } from '../store/workspace.ts';

/** What a link leads to, as it is at this moment. */
export type Around = {
  readonly workspace: PresentWorkspace;
  readonly definition: Definition | undefined;
  readonly counters: readonly Counter[];
  readonly about: StoredCase | undefined;
};

/** Why nothing comes in by a link; undefined while it is open. */
export type Closed = {
  readonly why: 'revoked' | 'early' | 'late' | 'used' | 'ended';
  readonly opens?: Instant;
  readonly closes?: Instant;
};

export async function loadAround(store: Store, link: Pick<Link, 'process' | 'about'>): Promise<Around> {
  const [workspaces, definitions, counters, cases] = await store.batch([
    workspaceQuery(),
    definitionQuery(link.process),
    countersQuery(link.process),
    caseQuery(byPublicId(link.about ?? '')),
  ]);
  const workspace = readWorkspace(workspaces[0]);
  const [definition] = readDefinitions(definitions, workspace);
  return { workspace, definition, counters, about: readCase(cases, workspace) };
}

/** Whether the link leads anywhere: its process is still public, its owner still here, its case at the right place. */
function isAlive({ owner }: Pick<Link, 'owner'>, { workspace, definition, about }: Around): boolean {
  const keeper = workspace.organisation.person(owner);
  if (definition?.public === undefined || keeper?.active !== true || keeper.external) return false;
  const wanted = definition.public.about;
  return wanted === undefined || (about !== undefined && isAt(about, wanted));
}

/** Whether links may be made from a case: it is open, of the right process, and the step is over. */
export const isAt = (
  { definition, state }: StoredCase,
  { process, after }: { readonly process: string; readonly after: StepId },
) => definition.id === process && state.status === 'open' && state.steps[after]?.status === 'done';

export function closedBecause(link: Link, around: Around, now: Instant): Closed | undefined {
  const { opensAt, closesAt, revokedAt } = link;
  if (revokedAt !== null) return { why: 'revoked' };
  if (now < opensAt) return { why: 'early', opens: opensAt };
  if (now >= closesAt) return { why: 'late', closes: closesAt };
  return isAlive(link, around) ? undefined : { why: 'ended' };
}

export const isFull = ({ quota, received }: Pick<Link, 'quota' | 'received'>): boolean =>
  quota !== null && received >= quota;

/** What the link says of the first form now: questions come from its case, whatever a sender claims. */
export const saidBy = (definition: Definition, { fixed }: Pick<Link, 'fixed'>, { about }: Around): Values =>
  linkValues(definition, fixed, about?.state.values ?? {});
