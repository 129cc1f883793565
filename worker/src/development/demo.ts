import { compileWorkspace, type Instant } from '#engine';
import { hashPassword } from '../http/password.ts';
import { personView } from '../http/person-view.ts';
import type { Store } from '../store/database.ts';
import { knownAccounts, type Openings, openAccounts, openLedgers } from '../store/development-store.ts';
import { type Bundle, publish } from '../store/publish.ts';
import { castOf } from './cast.ts';

/** What `npm run build:definitions` makes of process-defs/. */
export type DemoBundle = Bundle & { readonly opening: Openings };

const PASSWORD = 'formloop-demo';
/** Set once this isolate has seen the demo complete; two first requests may both do the work, which is harmless. */
let prepared = false;

/**
 * Publishes what changed since the last start, and gives the demo company its accounts and opening ledgers.
 *
 * @throws Error when a definition does not check: the demo does not start with half of it.
 */
export async function prepareDemo(store: Store, definitions: unknown, now: Instant): Promise<void> {
  if (prepared) return;
  const bundle = parseBundle(definitions);
  const published = await publish(store, bundle, { author: 'system', reason: 'bundled', at: now });
  if (!published.ok) throw new Error(`the definitions do not check: ${JSON.stringify(published.error)}`);
  const workspace = compileWorkspace(bundle.workspace);
  await openLedgers(store, bundle.opening, workspace, now);
  const people = workspace.organisation.people().filter(({ active, external }) => active && !external);
  const accounts = await knownAccounts(store);
  const missing = people.map(({ id }) => id).filter((id) => !accounts.has(id));
  if (missing.length > 0) await openAccounts(store, missing, await hashPassword(PASSWORD));
  prepared = true;
}

export function demoHint(definitions: unknown): Readonly<Record<string, unknown>> {
  const { organisation } = parseBundle(definitions).workspace;
  return {
    development: true,
    password: PASSWORD,
    demo: castOf(organisation).map((id) => personView(organisation, id)),
  };
}

/** The bundle is ours and was checked when it was built. */
const parseBundle = (definitions: unknown): DemoBundle => definitions as DemoBundle;
