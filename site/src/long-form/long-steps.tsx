import { useMemo, useRef } from 'react';
import type { FormView } from '../../../schemas/generated/api.ts';
import { Button } from '../components/button.tsx';
import { Note } from '../components/states.tsx';
import { SectionFields } from '../form/section-fields.tsx';
import { sectionsOf } from '../form/sections.ts';
import { longFormWords } from '../i18n/long-form.ts';
import { useLocale, useWords } from '../i18n/use-locale.tsx';
import { BarRow, InBar } from './bar.tsx';
import { ContentsBeside } from './contents-beside.tsx';
import { type FormPart, partId, partsOfForm } from './parts.ts';
import { Review } from './review.tsx';
import { StepHead } from './step-head.tsx';
import { useProgress } from './use-progress.ts';
import { REVIEW, useSteps } from './use-steps.ts';

/** A form step by step; the last step shows everything before it is handed in. Every step can be gone to at any time. */
export function LongSteps({ form }: { readonly form: FormView }) {
  const locale = useLocale();
  const words = useWords(longFormWords);
  const sections = useMemo(() => sectionsOf(form), [form]);
  const progress = useProgress(form.id, sections);
  const parts = useMemo(() => partsOfForm(form, progress, locale), [form, progress, locale]);
  const area = useRef<HTMLDivElement>(null);
  const { current, head, left, open, index, count, back, next } = useSteps(form, parts, area);
  const review = reviewPart(form, words.review);
  const contents = {
    parts: [...parts, review],
    current,
    numbered: true,
    onJump: ({ key }: FormPart) => open(key),
  };
  const part = parts.find(({ key }) => key === current);
  const behind = parts.find(({ key }) => key === left?.key);
  return (
    <div className="long-form" ref={area}>
      <div className="long-body">
        <StepHead ref={head} name={part?.name ?? words.reviewTitle} step={index + 1} steps={count} />
        <div role="status">
          {left !== undefined && behind !== undefined && behind.key !== current && (
            <Note tone="return" icon="alert">
              <p>{words.leftBehind(behind.name, left.wrong)}</p>
              <Button onClick={() => open(behind.key)}>{words.goBack}</Button>
            </Note>
          )}
        </div>
        {sections.map((section) => (
          <section
            className="form-section card"
            key={section.key}
            id={partId(form, section.key)}
            hidden={section.key !== current}
          >
            <SectionFields form={form} section={section} />
          </section>
        ))}
        {current === REVIEW && <Review id={review.id} form={form} parts={parts} onChange={open} />}
      </div>
      <ContentsBeside {...contents} tally={progress} />
      <InBar>
        <BarRow form={form} sections={sections} contents={contents} tally={progress} />
        {back !== undefined && (
          <Button icon="left" onClick={() => open(back)}>
            {words.back}
          </Button>
        )}
        {next !== undefined && (
          <Button tone="primary" className="step-next" onClick={() => open(next)}>
            {words.next}
          </Button>
        )}
      </InBar>
    </div>
  );
}

const reviewPart = (form: FormView, name: string): FormPart => ({
  key: REVIEW,
  name,
  id: partId(form, REVIEW),
  fields: [],
  needed: 0,
  done: 0,
  wrong: 0,
  shown: true,
});
