import { type KeyboardEvent, useRef } from 'react';
import type { BoxCounts } from '../../../schemas/generated/api.ts';
import { useWords } from '../i18n/use-locale.tsx';
import { type Box, boxes, workbenchWords } from '../i18n/workbench.ts';

export interface BoxTabsProps {
  readonly box: Box;
  readonly counts: BoxCounts | undefined;
  readonly onOpen: (box: Box) => void;
}

const step: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 };

function countOf(box: Box, counts: BoxCounts | undefined): number {
  if (box === 'todo' || box === 'copied' || box === 'drafts') return counts?.[box] ?? 0;
  return 0;
}

/** Tabs of the boxes: arrow keys move between them, as in any tab list. */
export function BoxTabs({ box, counts, onOpen }: BoxTabsProps) {
  const words = useWords(workbenchWords);
  const list = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const by = step[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const next = boxes[(boxes.indexOf(box) + by + boxes.length) % boxes.length] ?? box;
    onOpen(next);
    list.current?.querySelector<HTMLElement>(`#tab-${next}`)?.focus();
  };
  return (
    <div className="tabs" role="tablist" aria-label={words.boxesLabel} ref={list} onKeyDown={onKeyDown}>
      {boxes.map((name) => {
        const count = countOf(name, counts);
        return (
          <button
            key={name}
            id={`tab-${name}`}
            type="button"
            role="tab"
            aria-selected={name === box}
            aria-controls="box"
            tabIndex={name === box ? 0 : -1}
            onClick={() => onOpen(name)}
          >
            {words.boxes[name]}
            {count > 0 && <span className={name === 'todo' ? 'count count-strong' : 'count'}>{count}</span>}
          </button>
        );
      })}
    </div>
  );
}
