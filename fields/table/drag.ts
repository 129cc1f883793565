/** So near to the edge of the box the rows move along. */
const EDGE = 48;
const SPEED = 14;

type Drop = { readonly row: string; readonly after: boolean };

export type DragOptions = {
  /** What the rows scroll in. */
  readonly box: HTMLElement;
  /** Told once, when the row is let go over another one. */
  readonly onDrop: (drop: Drop) => void;
};

/** Takes a row by its handle, with a mouse, a pen or a finger, until it is let go; Escape puts it back. */
export function dragRow(start: PointerEvent, handle: HTMLElement, { box, onDrop }: DragOptions) {
  const row = handle.closest<HTMLElement>('[data-row]');
  if (row === null || start.button !== 0) return;
  let drop: Drop | undefined;
  let marked: HTMLElement | undefined;
  let speed = 0;
  let frame = 0;
  let moved = false;
  const mark = (element: HTMLElement | undefined, side = '') => {
    if (marked !== undefined) delete marked.dataset.drop;
    marked = element;
    if (element !== undefined) element.dataset.drop = side;
  };
  const scroll = () => {
    if (box.scrollHeight > box.clientHeight) box.scrollBy(0, speed);
    else scrollBy(0, speed);
    frame = speed === 0 ? 0 : requestAnimationFrame(scroll);
  };
  const move = ({ clientX, clientY }: PointerEvent) => {
    moved = true;
    row.dataset.dragged = '';
    const under = document.elementFromPoint(clientX, clientY)?.closest<HTMLElement>('[data-row]') ?? undefined;
    const over = under !== undefined && box.contains(under) && under !== row ? under : undefined;
    const { top = 0, height = 0 } = over?.getBoundingClientRect() ?? {};
    const after = clientY > top + height / 2;
    drop = over?.dataset.row === undefined ? undefined : { row: over.dataset.row, after };
    mark(over, after ? 'after' : 'before');
    speed = speedAt(clientY, box);
    if (speed !== 0 && frame === 0) frame = requestAnimationFrame(scroll);
  };
  const end = () => {
    cancelAnimationFrame(frame);
    mark(undefined);
    // The click that ends a drag comes before the next frame: it selects nothing.
    requestAnimationFrame(() => delete row.dataset.dragged);
    handle.removeEventListener('pointermove', move);
    handle.removeEventListener('pointerup', up);
    handle.removeEventListener('pointercancel', end);
    handle.removeEventListener('keydown', cancel);
  };
  const up = () => {
    end();
    if (moved && drop !== undefined) onDrop(drop);
  };
  const cancel = ({ key }: KeyboardEvent) => {
    if (key === 'Escape') end();
  };
  handle.focus({ preventScroll: true });
  handle.setPointerCapture(start.pointerId);
  handle.addEventListener('pointermove', move);
  handle.addEventListener('pointerup', up);
  handle.addEventListener('pointercancel', end);
  handle.addEventListener('keydown', cancel);
}

function speedAt(y: number, box: HTMLElement): number {
  const { top, bottom } = box.getBoundingClientRect();
  const [first, last] = [Math.max(top, 0), Math.min(bottom, innerHeight)];
  return y < first + EDGE ? -SPEED : y > last - EDGE ? SPEED : 0;
}
