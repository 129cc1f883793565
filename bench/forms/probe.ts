/** What the page notes about itself while it is measured. Milliseconds count from the navigation. */
export type Notes = {
  /** All of the form is there and the main thread has been quiet since; absent before. */
  interactive?: number;
  /** From each key press to the frame that shows what it did. */
  paints: number[];
};

declare global {
  interface Window {
    notes: Notes;
  }
}

/**
 * Runs inside the page, before its own scripts. Quiet means half a second in which no turn of the main thread took more
 * than 50 ms; the page was interactive when that half second began.
 */
export function watchPage(last: string): void {
  const QUIET = 500;
  const LONG = 50;
  const TICK = 8;
  const notes: Notes = { paints: [] };
  window.notes = notes;
  let ready: number | undefined;
  let busyUntil = 0;
  let before = performance.now();
  const tick = () => {
    const now = performance.now();
    if (now - before > LONG) busyUntil = now;
    before = now;
    if (ready === undefined && document.querySelector(last) !== null) ready = now;
    const since = Math.max(busyUntil, ready ?? now);
    if (now - since >= QUIET) notes.interactive = since;
    else setTimeout(tick, TICK);
  };
  tick();

  let pressed = 0;
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data }) => notes.paints.push(performance.now() - data);
  addEventListener(
    'keydown',
    ({ timeStamp }) => {
      pressed = timeStamp;
    },
    true,
  );
  addEventListener('input', () => requestAnimationFrame(() => port2.postMessage(pressed)), true);
}
