import { caseRoutes } from './cases.ts';
import { commandRoutes } from './commands.ts';
import { draftRoutes } from './drafts.ts';
import { fileRoutes } from './files.ts';
import { healthRoutes } from './health.ts';
import { ledgerRoutes } from './ledgers.ts';
import { lookupRoutes } from './lookups.ts';
import { openApiRoute } from './openapi.ts';
import { peopleRoutes } from './people.ts';
import { processRoutes } from './processes.ts';
import type { Route } from './route.ts';
import { sessionRoutes } from './session.ts';
import { taskRoutes } from './tasks.ts';

/** Everything the API offers. */
export const routes: readonly Route[] = [
  ...sessionRoutes,
  ...processRoutes,
  ...caseRoutes,
  ...commandRoutes,
  ...taskRoutes,
  ...ledgerRoutes,
  ...lookupRoutes,
  ...peopleRoutes,
  ...draftRoutes,
  ...fileRoutes,
  ...healthRoutes,
  openApiRoute(() => routes),
];
