import { type ReactNode, useRef } from 'react';
import { createRoot } from 'react-dom/client';
import { initialValues } from '#engine';
import { fetchViews } from '../../../site/src/fields/rare-views.ts';
import { createDirectory } from '../../../site/src/form/directory.ts';
import { ErrorSummary } from '../../../site/src/form/error-summary.tsx';
import { factsOf } from '../../../site/src/form/facts.ts';
import { FormSections } from '../../../site/src/form/form-sections.tsx';
import { ChecksContext } from '../../../site/src/form/issue-list.tsx';
import { loadFormWords } from '../../../site/src/form/load-words.ts';
import { buildModel } from '../../../site/src/form/model.ts';
import { FillingIn, ReadingIn } from '../../../site/src/form/scope.tsx';
import { createFormStore } from '../../../site/src/form/store.ts';
import { Speaking } from '../../../site/src/i18n/use-locale.tsx';
import { environment } from '../../canned-api.ts';
import { benchProcess } from '../process.ts';
import { filled, form, place, refused, sent } from './host.ts';

/** The generated form alone: no shell, no session, no drafts, no server. */
const { forms, checks, start, initial } = benchProcess(form, filled);
const model = buildModel(forms, checks, environment);
const facts = factsOf({ environment, today: '2026-11-22', starter: 'u08' });
const store = createFormStore({
  model,
  values: initialValues(model, start.form, initial, facts),
  facts,
  editable: new Set(start.edit),
});
const scope = {
  directory: createDirectory({ get: () => Promise.reject(new Error('no server')) }, {}),
  ledgers: {},
  references: {},
  caseId: undefined,
};

function Page(): ReactNode {
  const summary = useRef<HTMLDivElement>(null);
  return (
    <Speaking locale="en">
      <ReadingIn scope={scope}>
        <FillingIn store={store}>
          <ChecksContext value={checks}>
            <form
              noValidate
              onSubmit={(event) => {
                event.preventDefault();
                if (store.check().length > 0) return refused();
                store.writable(initial);
                sent();
              }}
            >
              <ErrorSummary box={summary} />
              {forms.map((each) => (
                <FormSections key={each.id} form={each} />
              ))}
              <button type="submit" id="send">
                Submit
              </button>
            </form>
          </ChecksContext>
        </FillingIn>
      </ReadingIn>
    </Speaking>
  );
}

await Promise.all([loadFormWords('en'), fetchViews(forms)]);
createRoot(place()).render(<Page />);
