import { createApp } from './http/app.ts';
import { runJobs } from './jobs/run.ts';
import { sweepFiles } from './jobs/sweep-files.ts';
import type { Bindings, Profile } from './profile.ts';
import { Store } from './store/database.ts';
import { toInstant } from './store/instants.ts';

const production: Profile = {
  development: false,
  now: async () => toInstant(Date.now()),
  cookie: { name: '__Host-sid', attributes: 'Path=/; Secure; HttpOnly; SameSite=Lax' },
  // Set by the platform in front of the worker, which nobody can reach around it.
  address: ({ headers }) => headers.get('CF-Connecting-IP') ?? 'unknown',
};

const app = createApp(production);

export default {
  fetch: app.fetch,
  async scheduled(_event, env) {
    const [store, now] = [new Store(env.DB), await production.now(env)];
    await runJobs(store, now);
    await sweepFiles(store, env.FILES, now);
  },
} satisfies ExportedHandler<Bindings>;
