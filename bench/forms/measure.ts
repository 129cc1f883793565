import type { Browser } from 'playwright-core';
import { type Counts, countOne } from './counts.ts';
import { SIZES, type Size } from './form-spec.ts';
import { POLICIES, type Policy } from './policies.ts';
import { type Fare, fareOf } from './policy.ts';
import type { BenchServer } from './server.ts';
import { TARGETS, type Target } from './targets.ts';
import { type Times, timeOne } from './times.ts';

/** What is opened once and then not again, because it keeps the browser busy for so long. */
const TOO_SLOW = 20_000;
const SLOW_DOWNS = [1, 4] as const;

export const cellOf = (target: Target, size: Size, slower = 1): string => `${target.id} ${size} ${slower}`;

const say = (text: string) => process.stderr.write(`${text}\n`);

export async function measureCounts(browser: Browser, { url }: BenchServer): Promise<ReadonlyMap<string, Counts>> {
  const found = new Map<string, Counts>();
  for (const size of SIZES) {
    for (const target of TARGETS) {
      say(`counting ${target.title} ${size}`);
      found.set(cellOf(target, size), await countOne(browser, url, target, size));
    }
  }
  return found;
}

/** Everybody takes turns, so that a busy minute of the machine is everybody's. */
export async function measureTimes(
  browser: Browser,
  { url }: BenchServer,
  runs: number,
): Promise<ReadonlyMap<string, readonly Times[]>> {
  const found = new Map<string, readonly Times[]>();
  const done = new Set<string>();
  for (let run = 1; run <= runs; run += 1) {
    for (const slower of SLOW_DOWNS) {
      for (const size of SIZES) {
        for (const target of TARGETS) {
          const cell = cellOf(target, size, slower);
          if (done.has(cell)) continue;
          say(`run ${run} of ${runs}: ${target.title} ${size}, ${slower} ×`);
          const times = await timeOne(browser, url, target, size, slower);
          if (times === undefined || times.interactive > TOO_SLOW) done.add(cell);
          if (times !== undefined) found.set(cell, [...(found.get(cell) ?? []), times]);
        }
      }
    }
  }
  return found;
}

/** Fails when a page sends an empty form or does not send a filled one: what it measures would mean nothing. */
async function sendsWhatItShould(browser: Browser, { url }: BenchServer, target: Target): Promise<void> {
  const [empty, filled] = [await fareOf(browser, url, target, false), await fareOf(browser, url, target, true)];
  if (empty.submits || !filled.submits) throw new Error(`${target.title}: empty or filled form is not judged rightly`);
}

export async function measurePolicies(browser: Browser, server: BenchServer): Promise<ReadonlyMap<string, Fare>> {
  const found = new Map<string, Fare>();
  server.policy = 'none';
  for (const target of TARGETS) await sendsWhatItShould(browser, server, target);
  for (const policy of Object.keys(POLICIES) as readonly Policy[]) {
    server.policy = policy;
    for (const target of TARGETS) {
      say(`policy ${policy}: ${target.title}`);
      found.set(`${target.id} ${policy}`, await fareOf(browser, server.url, target, true));
    }
  }
  server.policy = 'none';
  return found;
}
