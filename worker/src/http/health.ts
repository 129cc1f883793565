import packageJson from '../../../package.json' with { type: 'json' };
import type { Health } from '../../../schemas/generated/api.ts';
import { ping } from '../store/database.ts';
import { json, type Route, route } from './route.ts';

/** Healthy is whoever reaches the database. */
const health = route({
  method: 'GET',
  path: '/api/health',
  access: 'public',
  answer: { status: 200, schema: 'health' },
  async handle({ store }) {
    await ping(store);
    const view: Health = { status: 'ok', version: packageJson.version };
    return json(view);
  },
});

export const healthRoutes: readonly Route[] = [health];
