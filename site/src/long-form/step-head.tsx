import type { Ref } from 'react';
import { longFormWords } from '../i18n/long-form.ts';
import { useWords } from '../i18n/use-locale.tsx';

type StepHeadProps = {
  readonly ref: Ref<HTMLHeadingElement>;
  readonly name: string;
  readonly step: number;
  readonly steps: number;
};

/** Where one is: said again whenever a step opens, because the focus goes here. */
export function StepHead({ ref, name, step, steps }: StepHeadProps) {
  const words = useWords(longFormWords);
  return (
    <header className={step === steps ? 'step-head' : 'step-head step-open'}>
      <h2 ref={ref} tabIndex={-1}>
        <span className="step-count">{words.stepOf(step, steps)}</span>
        <span>{name}</span>
      </h2>
      <progress value={step} max={steps} aria-hidden="true" />
    </header>
  );
}
