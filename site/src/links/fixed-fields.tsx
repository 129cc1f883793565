import { type RefObject, useEffect, useMemo, useState } from 'react';
import type { Values } from '#engine';
import type { PublicLinkList } from '../../../schemas/generated/api.ts';
import { api } from '../api/api.ts';
import { Skeleton } from '../components/states.tsx';
import { fetchViews } from '../fields/rare-views.ts';
import { createDirectory } from '../form/directory.ts';
import { factsOf } from '../form/facts.ts';
import { FormSections } from '../form/form-sections.tsx';
import { loadFormWords } from '../form/load-words.ts';
import { buildModel } from '../form/model.ts';
import { FillingIn, ReadingIn, type ReadScope } from '../form/scope.tsx';
import { createFormStore } from '../form/store.ts';
import { civilDate } from '../i18n/civil.ts';
import { linkWords } from '../i18n/links.ts';
import { useLocale, useWords } from '../i18n/use-locale.tsx';
import { serverNow, useSession, zoneOf } from '../session/session.ts';

interface FixedFieldsProps {
  readonly said: NonNullable<PublicLinkList['processes'][number]['fixed']>;
  readonly fixed: RefObject<() => Values | undefined>;
}

/** The fields that a link says, filled in like any other form. */
export function FixedFields({ said, fixed }: FixedFieldsProps) {
  const locale = useLocale();
  const words = useWords(linkWords);
  const session = useSession();
  const [ready, setReady] = useState(false);
  const store = useMemo(() => {
    const model = buildModel(said.forms, [], said.environment);
    const today = civilDate(serverNow(), zoneOf(session));
    const facts = factsOf({ environment: said.environment, today, starter: session?.person.id ?? '' });
    return createFormStore({ model, values: {}, facts, editable: new Set(model.nodes.keys()) });
  }, [said, session]);
  const scope: ReadScope = useMemo(
    () => ({
      directory: createDirectory(api, {}),
      ledgers: said.environment.ledgers,
      references: {},
      caseId: undefined,
    }),
    [said],
  );
  useEffect(() => {
    void Promise.all([loadFormWords(locale), fetchViews(said.forms)]).then((got) => setReady(got.every(Boolean)));
  }, [locale, said]);
  useEffect(() => {
    fixed.current = () => (store.check().length > 0 ? undefined : store.writable({}));
    return () => {
      fixed.current = () => ({});
    };
  }, [store, fixed]);
  if (!ready) return <Skeleton />;
  return (
    <fieldset className="link-kinds">
      <legend>{words.fixed}</legend>
      <ReadingIn scope={scope}>
        <FillingIn store={store}>
          {said.forms.map((form) => (
            <FormSections key={form.id} form={form} />
          ))}
        </FillingIn>
      </ReadingIn>
    </fieldset>
  );
}
