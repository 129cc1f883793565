import type { FormFacts } from '#engine';
import type { CaseView, SessionView } from '../../../schemas/generated/api.ts';
import { factsOf } from '../form/facts.ts';
import { civilDate } from '../i18n/civil.ts';

/** What expressions of this case may look at. */
export const caseFacts = (view: CaseView, session: SessionView): FormFacts =>
  factsOf({
    environment: view.environment,
    today: session.today,
    starter: view.starter,
    references: view.references,
    case: {
      id: view.id,
      number: view.number,
      starter: view.starter,
      startedOn: civilDate(Date.parse(view.startedAt), session.zone),
    },
  });
