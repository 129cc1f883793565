import { absenceRoutes } from './absences.ts';
import { batchRoutes } from './batch.ts';
import { caseRoutes } from './cases.ts';
import { commandRoutes } from './commands.ts';
import { draftRoutes } from './drafts.ts';
import { dutyRoutes } from './duties.ts';
import { fileRoutes } from './files.ts';
import { handOverRoutes } from './hand-over.ts';
import { healthRoutes } from './health.ts';
import { incidentRoutes } from './incidents.ts';
import { ledgerRoutes } from './ledgers.ts';
import { lookupRoutes } from './lookups.ts';
import { openApiRoute } from './openapi.ts';
import { peopleRoutes } from './people.ts';
import { previewRoutes } from './preview.ts';
import { processRoutes } from './processes.ts';
import type { Route } from './route.ts';
import { sessionRoutes } from './session.ts';
import { taskRoutes } from './tasks.ts';
import { tokenRoutes } from './tokens.ts';

/** Everything the API offers. */
export const routes: readonly Route[] = [
  ...sessionRoutes,
  ...processRoutes,
  ...previewRoutes,
  ...caseRoutes,
  ...commandRoutes,
  ...batchRoutes,
  ...taskRoutes,
  ...dutyRoutes,
  ...ledgerRoutes,
  ...lookupRoutes,
  ...peopleRoutes,
  ...absenceRoutes,
  ...handOverRoutes,
  ...draftRoutes,
  ...fileRoutes,
  ...incidentRoutes,
  ...tokenRoutes,
  ...healthRoutes,
  openApiRoute(() => routes),
];
