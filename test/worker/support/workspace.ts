import { env } from 'cloudflare:workers';
import { compileWorkspace } from '#engine';
import definitions from '../../../dist/company.json';
import type { ProcessDocument } from '../../../schemas/generated/process.ts';
import type { DemoBundle } from '../../../worker/src/development/demo.ts';
import { Store } from '../../../worker/src/store/database.ts';
import { openLedgers } from '../../../worker/src/store/development-store.ts';
import { publish } from '../../../worker/src/store/publish.ts';
import { clock } from './api.ts';

/** A company with a few processes (test/fixtures/company), bundled before the tests run. */
export const bundle = definitions as unknown as DemoBundle;

/** Publishes them and some more processes. */
export async function publishWith(...documents: readonly ProcessDocument[]): Promise<void> {
  const added = documents.map((document) => [document.id, { document, foreign: {} }] as const);
  const processes = { ...bundle.processes, ...Object.fromEntries(added) };
  const stamp = { author: 'system', reason: 'test', at: clock.now() };
  const published = await publish(new Store(env.DB), { ...bundle, processes }, stamp);
  if (!published.ok) throw new Error(JSON.stringify(published.error));
}

/** Publishes them and enters the opening rows of the ledgers. */
export async function publishDemo(): Promise<void> {
  const store = new Store(env.DB);
  const published = await publish(store, bundle, { author: 'system', reason: 'bundled', at: clock.now() });
  if (!published.ok) throw new Error(JSON.stringify(published.error));
  await openLedgers(store, bundle.opening, compileWorkspace(bundle.workspace), clock.now());
}
