import { createApp } from './http/app.ts';
import { runJobs } from './jobs/run.ts';
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
  scheduled: async (_event, env) => runJobs(new Store(env.DB), await production.now(env)),
} satisfies ExportedHandler<Bindings>;
