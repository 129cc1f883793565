import { type FunctionComponent, useState } from 'react';
import { Skeleton } from '../components/states.tsx';
import { formWords } from '../i18n/form.ts';
import { useLocale, useWords } from '../i18n/use-locale.tsx';
import type { PreviewProps } from './preview.tsx';

/** Where the case goes after submitting. Fetched when somebody wants to see it: the form itself has to be quick. */
export function NextSteps(props: PreviewProps) {
  const locale = useLocale();
  const words = useWords(formWords);
  const [Preview, setPreview] = useState<FunctionComponent<PreviewProps>>();
  const [open, setOpen] = useState(false);
  const fetchPreview = async () => {
    const { caseWords } = await import('../i18n/case.ts');
    await caseWords.load(locale);
    const part = (await import('./preview.tsx')).Preview;
    setPreview(() => part);
  };
  return (
    <details
      className="card fill-next"
      onToggle={(event) => {
        setOpen(event.currentTarget.open);
        if (event.currentTarget.open) void fetchPreview().catch(() => undefined);
      }}
    >
      <summary>{words.nextSteps}</summary>
      <p className="soft small">{words.nextStepsHint}</p>
      {open && (Preview === undefined ? <Skeleton /> : <Preview {...props} />)}
    </details>
  );
}
