import { type ReactNode, useState } from 'react';
import type { FormValues } from '../../../schemas/generated/api.ts';
import { Button } from '../components/button.tsx';
import { fetched } from '../components/fetched.tsx';
import { reuseWords } from '../i18n/reuse.ts';
import { useWords } from '../i18n/use-locale.tsx';

const Templates = fetched(async () => (await import('./templates.tsx')).Templates);

type ReuseBarProps = {
  readonly process: string;
  readonly values: () => FormValues;
  /** What the last case gives, where it does. */
  readonly children?: ReactNode;
};

/** Ways not to begin with an empty form. */
export function ReuseBar({ process, values, children }: ReuseBarProps) {
  const words = useWords(reuseWords);
  const [open, setOpen] = useState(false);
  return (
    <div className="reuse-bar">
      {children}
      <Button
        icon="book"
        onPointerEnter={() => void Templates.preload()}
        onFocus={() => void Templates.preload()}
        onClick={() => setOpen(true)}
      >
        {words.templates}
      </Button>
      {open && <Templates process={process} values={values} onClose={() => setOpen(false)} />}
    </div>
  );
}
