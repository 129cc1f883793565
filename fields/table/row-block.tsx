import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Nearness } from './near.ts';

type RowBlockProps = {
  readonly nearness: Nearness | undefined;
  /** Drawn from the start, before it is known what is in sight. */
  readonly first: boolean;
  /** All rows are wanted: the page is being printed. */
  readonly all: boolean;
  readonly count: number;
  /** How high a row is, as far as is known. */
  readonly rowHeight: number;
  /** Gives the way to draw the rows at once. */
  readonly onReady: (open: () => void) => () => void;
  readonly children: () => ReactNode;
};

/**
 * Some rows of a long table. Out of sight they are room of their height and nothing else, unless somebody is in one of
 * them: what is being typed must not go away.
 */
export function RowBlock({ nearness, first, all, count, rowHeight, onReady, children }: RowBlockProps) {
  const box = useRef<HTMLDivElement>(null);
  const [near, setNear] = useState(first);
  const height = useRef<number>(undefined);
  const isFar = useRef(false);
  const shown = near || all;
  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    return nearness?.watch(element, (isNear, now) => {
      isFar.current = !isNear;
      if (!isNear && element.childElementCount > 0) height.current = now;
      if (isNear || !element.contains(document.activeElement)) setNear(isNear);
    });
  }, [nearness]);
  useEffect(() => onReady(() => flushSync(() => setNear(true))), [onReady]);
  useLayoutEffect(() => {
    const room = shown ? '' : `${height.current ?? rowHeight * count}px`;
    box.current?.style.setProperty('block-size', room);
  }, [shown, rowHeight, count]);
  return (
    <div
      ref={box}
      role="none"
      className="grid-block"
      onBlur={({ relatedTarget }) => {
        if (isFar.current && !box.current?.contains(relatedTarget)) setNear(false);
      }}
    >
      {shown && children()}
    </div>
  );
}
