import { useEffect, useRef } from 'react';
import type { FieldKey } from './keys.ts';
import { useFormStore } from './scope.tsx';

export type LiveTextProps = {
  /** Values whose change changes the text. */
  readonly follows: FieldKey;
  readonly text: () => string;
  readonly id?: string | undefined;
  readonly className?: string;
  readonly labelledBy?: string | undefined;
  readonly label?: string | undefined;
  /** Say changes aloud. */
  readonly aloud?: boolean;
};

/** Text that follows a value without rendering anything: computed values change with every key somebody presses. */
export function LiveText({ follows, text, id, className, labelledBy, label, aloud = false }: LiveTextProps) {
  const store = useFormStore();
  const output = useRef<HTMLOutputElement>(null);
  const latest = useRef(text);
  useEffect(() => {
    latest.current = text;
    const draw = () => {
      const now = latest.current();
      if (output.current !== null && output.current.textContent !== now) output.current.textContent = now;
    };
    draw();
    return store.subscribe(follows, draw);
  });
  return (
    <output
      ref={output}
      id={id}
      className={className}
      aria-labelledby={labelledBy}
      aria-label={label}
      aria-live={aloud ? 'polite' : 'off'}
    />
  );
}
