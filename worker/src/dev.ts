import definitions from '../../dist/definitions.json';
import { clockRoutes, demoClock } from './development/clock.ts';
import { demoHint, prepareDemo } from './development/demo.ts';
import { createApp } from './http/app.ts';
import { runJobs } from './jobs/run.ts';
import { sweepFiles } from './jobs/sweep-files.ts';
import type { Bindings, Profile } from './profile.ts';
import { Store } from './store/database.ts';

/** The local demo: the product with demo accounts, opening ledgers and a clock that can be moved. Never deployed. */
const demo: Profile = {
  development: true,
  hint: demoHint(definitions),
  now: ({ DB }) => demoClock.now(new Store(DB)),
  // Plain HTTP on this machine: not every client returns a Secure cookie there.
  cookie: { name: 'sid', attributes: 'Path=/; HttpOnly; SameSite=Lax' },
  address: () => 'this machine',
};

const app = createApp(demo, clockRoutes);

async function ready(env: Bindings): Promise<void> {
  await prepareDemo(new Store(env.DB), definitions, await demo.now(env));
}

export default {
  async fetch(request, env, context) {
    await ready(env);
    return app.fetch(request, env, context);
  },
  async scheduled(_event, env) {
    await ready(env);
    const [store, now] = [new Store(env.DB), await demo.now(env)];
    await runJobs(store, now);
    await sweepFiles(store, env.FILES, now);
  },
} satisfies ExportedHandler<Bindings>;
