import type { Browser } from 'playwright-core';
import type { Size } from './form-spec.ts';
import { amountOf, type Target, textOf } from './targets.ts';
import { Visit } from './visit.ts';

/** What one visit took, in milliseconds; heap in bytes. */
export type Times = {
  readonly interactive: number;
  readonly mountScript: number;
  readonly keyScript: number;
  readonly keyTask: number;
  readonly heap: number;
  readonly paints: readonly number[];
};

type Spent = { readonly script: number; readonly task: number };

/** Processor time of the main thread so far, so that other work on the machine hardly counts. */
async function spent({ devtools }: Visit): Promise<Spent> {
  const { metrics } = await devtools.send('Performance.getMetrics');
  const seconds = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? 0;
  return { script: seconds('ScriptDuration') * 1000, task: seconds('TaskDuration') * 1000 };
}

async function heapOf({ devtools }: Visit): Promise<number> {
  await devtools.send('HeapProfiler.collectGarbage');
  return (await devtools.send('Runtime.getHeapUsage')).usedSize;
}

/** Opens a form and types into it on a machine `slower` times as slow; undefined when it cannot be used. */
export async function timeOne(
  browser: Browser,
  site: string,
  target: Target,
  size: Size,
  slower: number,
): Promise<Times | undefined> {
  const visit = await Visit.prepare(browser, target, size);
  await visit.devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
  await visit.devtools.send('Emulation.setCPUThrottlingRate', { rate: slower });
  const interactive = await visit.open(site);
  if (interactive === undefined) {
    await visit.close();
    return undefined;
  }
  const mounted = await spent(visit);
  const heap = await heapOf(visit);
  await visit.focus(size === 't100' ? amountOf(target) : textOf(target));
  const before = await spent(visit);
  const keys = await visit.type();
  const after = await spent(visit);
  const paints = (await visit.page.evaluate(() => window.notes.paints)).slice(1);
  await visit.close();
  return {
    interactive,
    mountScript: mounted.script,
    keyScript: (after.script - before.script) / keys,
    keyTask: (after.task - before.task) / keys,
    heap,
    paints,
  };
}
