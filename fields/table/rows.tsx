import { type ReactNode, type RefObject, useCallback, useEffect, useImperativeHandle, useRef, useState } from 'react';
import { useWide } from '../../site/src/components/use-wide.ts';
import { createNearness, type Nearness } from './near.ts';
import { RowBlock } from './row-block.tsx';
import { usePrinting } from './use-printing.ts';

/** A table of so many rows is drawn as a whole. */
const SHORT = 60;
const BLOCK = 20;
/** Until the first rows are there to be measured. */
const ROW_HEIGHT = 57;
/** From here on the table scrolls in a box of its own; on a phone the page does. */
const DESK = 720;

/** What others may ask of the rows. */
export type RowsHandle = {
  /** Draws a row that may be out of sight; gives its element. */
  readonly show: (row: string) => Element | undefined;
};

type RowsProps = {
  readonly ids: readonly string[];
  readonly box: RefObject<HTMLElement | null>;
  readonly handle: RefObject<RowsHandle | null>;
  readonly children: (id: string, index: number) => ReactNode;
};

/** The rows of a table; of a long one those that are in sight. */
export function Rows({ ids, box, handle, children }: RowsProps) {
  const nearness = useNearness(box, ids.length > SHORT);
  const printing = usePrinting();
  const rowHeight = useRowHeight(box, ids.length > SHORT);
  const open = useRef(new Map<number, () => void>());
  useImperativeHandle(
    handle,
    () => ({
      show(row) {
        const find = () => box.current?.querySelector(`[data-row="${row}"]`) ?? undefined;
        if (find() === undefined) open.current.get(Math.floor(ids.indexOf(row) / BLOCK))?.();
        return find();
      },
    }),
    [box, ids],
  );
  const ready = useCallback((block: number, show: () => void) => {
    open.current.set(block, show);
    return () => void open.current.delete(block);
  }, []);
  if (ids.length <= SHORT) return ids.map(children);
  return Array.from({ length: Math.ceil(ids.length / BLOCK) }, (_, block) => (
    <Block
      // biome-ignore lint/suspicious/noArrayIndexKey: a block is the place of its rows, which may change
      key={block}
      {...{ block, ids, nearness, rowHeight, ready, children }}
      all={printing}
    />
  ));
}

type BlockProps = Pick<RowsProps, 'ids' | 'children'> & {
  readonly block: number;
  readonly nearness: Nearness | undefined;
  readonly all: boolean;
  readonly rowHeight: number;
  readonly ready: (block: number, open: () => void) => () => void;
};

function Block({ block, ids, nearness, all, rowHeight, ready, children }: BlockProps) {
  const start = block * BLOCK;
  const mine = ids.slice(start, start + BLOCK);
  const onReady = useCallback((open: () => void) => ready(block, open), [ready, block]);
  return (
    <RowBlock {...{ nearness, all, rowHeight, onReady }} first={block === 0} count={mine.length}>
      {() => mine.map((id, index) => children(id, start + index))}
    </RowBlock>
  );
}

function useNearness(box: RefObject<HTMLElement | null>, long: boolean): Nearness | undefined {
  const wide = useWide(DESK);
  const [nearness, setNearness] = useState<Nearness>();
  useEffect(() => {
    if (!long) return;
    const made = createNearness(wide ? box.current : null);
    setNearness(made);
    return () => made.stop();
  }, [box, long, wide]);
  return nearness;
}

/** Rows differ; those not drawn yet are taken to be as high as the first ones are. */
function useRowHeight(box: RefObject<HTMLElement | null>, long: boolean): number {
  const [height, setHeight] = useState(ROW_HEIGHT);
  useEffect(() => {
    if (!long) return;
    const rows = [...(box.current?.querySelectorAll('[data-row]') ?? [])];
    const [first, last] = [rows[0], rows.at(-1)];
    if (first === undefined || last === undefined) return;
    setHeight((last.getBoundingClientRect().bottom - first.getBoundingClientRect().top) / rows.length);
  }, [box, long]);
  return height;
}
