import { useState } from 'react';
import type { HandOverItem } from '../../../schemas/generated/api.ts';
import { Button } from '../components/button.tsx';
import { Dialog } from '../components/dialog.tsx';
import { handOverWords } from '../i18n/hand-over.ts';
import { useWords } from '../i18n/use-locale.tsx';
import { keyOf, type Progress } from './use-hand-over.ts';

export interface RunBarProps {
  readonly items: readonly HandOverItem[];
  readonly moved: ReadonlySet<string>;
  readonly progress: Progress;
  readonly names: { readonly from: string; readonly to: string };
  readonly onRun: () => void;
}

/** How many, how far, and the button that does it after one more question. */
export function RunBar({ items, moved, progress, names, onRun }: RunBarProps) {
  const words = useWords(handOverWords);
  const [asking, setAsking] = useState(false);
  const able = items.filter(({ ok }) => ok).length;
  const stuck = items.length - able;
  const left = items.filter((item) => item.ok && !moved.has(keyOf(item))).length;
  const said =
    progress === 'done'
      ? words.done(moved.size)
      : progress === 'running' || progress === 'halted'
        ? words.progress(moved.size, able)
        : words.summary(able, stuck);
  const run = () => {
    setAsking(false);
    onRun();
  };
  const foot = (
    <>
      <Button onClick={() => setAsking(false)}>{words.back}</Button>
      <Button tone="primary" onClick={run}>
        {words.run(left)}
      </Button>
    </>
  );
  return (
    <div className="hand-over-bar">
      <p role="status">
        {said}
        {stuck > 0 && <span className="small soft">{` ${words.stuckHint}`}</span>}
      </p>
      {progress === 'halted' && <Button onClick={onRun}>{words.goOn}</Button>}
      {(progress === 'planned' || progress === 'running') && left > 0 && (
        <Button tone="primary" icon="swap" busy={progress === 'running'} onClick={() => setAsking(true)}>
          {words.run(left)}
        </Button>
      )}
      <Dialog open={asking} title={words.confirmTitle} onClose={() => setAsking(false)} foot={foot}>
        <p>{words.confirmText(left, names.from, names.to)}</p>
      </Dialog>
    </div>
  );
}
