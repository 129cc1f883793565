import { type FunctionComponent, useState } from 'react';
import type { ProcessView } from '../../../schemas/generated/api.ts';
import type { PictureProps } from '../case/picture.tsx';
import { Skeleton } from '../components/states.tsx';
import { formWords } from '../i18n/form.ts';
import { useLocale, useWords } from '../i18n/use-locale.tsx';

/** Where the case goes after submitting. Fetched when somebody wants to see it: the form itself has to be quick. */
export function NextSteps({ process }: { readonly process: ProcessView }) {
  const locale = useLocale();
  const words = useWords(formWords);
  const [Picture, setPicture] = useState<FunctionComponent<PictureProps>>();
  const fetchPicture = async () => {
    const [module, { caseWords }] = await Promise.all([import('../case/picture.tsx'), import('../i18n/case.ts')]);
    await caseWords.load(locale);
    setPicture(() => module.Picture);
  };
  return (
    <details
      className="card fill-next"
      onToggle={(event) => event.currentTarget.open && void fetchPicture().catch(() => undefined)}
    >
      <summary>{words.nextSteps}</summary>
      <p className="soft small">{words.nextStepsHint}</p>
      {Picture === undefined ? <Skeleton /> : <Picture nodes={process.picture} people={process.people} />}
    </details>
  );
}
