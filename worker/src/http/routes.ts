import { absenceRoutes } from './absences.ts';
import { answerRoutes } from './answers.ts';
import { batchRoutes } from './batch.ts';
import { caseReferenceRoutes } from './case-references.ts';
import { caseRoutes } from './cases.ts';
import { commandRoutes } from './commands.ts';
import { coverageRoutes } from './coverage.ts';
import { draftRoutes } from './drafts.ts';
import { dutyRoutes } from './duties.ts';
import { fileRoutes } from './files.ts';
import { handOverRoutes } from './hand-over.ts';
import { healthRoutes } from './health.ts';
import { incidentRoutes } from './incidents.ts';
import { ledgerRoutes } from './ledgers.ts';
import { linkRoutes } from './links.ts';
import { lookupRoutes } from './lookups.ts';
import { loopRoutes } from './loops.ts';
import { openApiRoute } from './openapi.ts';
import { peopleRoutes } from './people.ts';
import { phraseRoutes } from './phrases.ts';
import { prefillRoutes } from './prefill.ts';
import { previewRoutes } from './preview.ts';
import { processRoutes } from './processes.ts';
import { publicRoutes } from './public.ts';
import { quarantineRoutes } from './quarantine.ts';
import { receiptRoutes } from './receipts.ts';
import { reportRoutes } from './reports.ts';
import type { Route } from './route.ts';
import { ruleBookRoutes } from './rule-book.ts';
import { ruleSettingRoutes } from './rule-settings.ts';
import { ruleTableRoutes } from './rule-tables.ts';
import { sessionRoutes } from './session.ts';
import { taskRoutes } from './tasks.ts';
import { templateRoutes } from './templates.ts';
import { tokenRoutes } from './tokens.ts';

/** Everything the API offers. */
export const routes: readonly Route[] = [
  ...sessionRoutes,
  ...processRoutes,
  ...previewRoutes,
  ...caseRoutes,
  ...caseReferenceRoutes,
  ...commandRoutes,
  ...batchRoutes,
  ...taskRoutes,
  ...dutyRoutes,
  ...ruleBookRoutes,
  ...ruleTableRoutes,
  ...ruleSettingRoutes,
  ...ledgerRoutes,
  ...reportRoutes,
  ...loopRoutes,
  ...coverageRoutes,
  ...lookupRoutes,
  ...peopleRoutes,
  ...absenceRoutes,
  ...handOverRoutes,
  ...draftRoutes,
  ...templateRoutes,
  ...phraseRoutes,
  ...prefillRoutes,
  ...fileRoutes,
  ...incidentRoutes,
  ...tokenRoutes,
  ...linkRoutes,
  ...quarantineRoutes,
  ...publicRoutes,
  ...receiptRoutes,
  ...answerRoutes,
  ...healthRoutes,
  openApiRoute(() => routes),
];
