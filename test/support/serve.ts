import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** The real product on an address of its own, with a database of its own, as `npm start` runs it. */
export type Product = {
  readonly url: string;
  /** Ends all its processes at once, in the middle of whatever they do; the data stay. */
  readonly kill: () => Promise<void>;
  /** Starts it again after `kill`, at the same address and with the same data. */
  readonly restart: () => Promise<void>;
  /** Ends it politely and removes its data. */
  readonly stop: () => Promise<void>;
};

/** A company with a few processes: what tests know of it does not change when the rule book does. */
const SMALL_COMPANY = 'test/fixtures/company';

/**
 * Starts site, API and database on a free local port and resolves when they answer and cron has run once.
 *
 * @param prepare what is done to the folder of its data before.
 */
export async function serve(definitions = SMALL_COMPANY, prepare?: (state: string) => Promise<void>): Promise<Product> {
  const state = await mkdtemp(join(tmpdir(), 'formloop-'));
  await prepare?.(state);
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  let product = await start(port, state, definitions);
  return {
    url,
    kill: () => end(product, 'SIGKILL', url),
    async restart() {
      product = await start(port, state, definitions);
    },
    async stop() {
      await end(product, 'SIGTERM', url);
      await rm(state, { recursive: true, force: true });
    },
  };
}

async function start(port: number, state: string, definitions: string): Promise<ChildProcess> {
  const product = spawn(process.execPath, ['tools/start.ts'], {
    env: { ...process.env, PORT: String(port), FORMLOOP_STATE: state, FORMLOOP_DEFINITIONS: definitions },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const said: Buffer[] = [];
  for (const stream of [product.stdout, product.stderr]) stream?.on('data', (chunk: Buffer) => said.push(chunk));
  const ended = once(product, 'exit').then(() => {
    throw new Error(`the product ended by itself:\n${Buffer.concat(said)}`);
  });
  await Promise.race([once(product, 'message'), ended]);
  ended.catch(() => undefined);
  return product;
}

/** Ends the starter, and with it the runtime it keeps on a leash; resolves when nobody answers any more. */
async function end(product: ChildProcess, signal: 'SIGTERM' | 'SIGKILL', url: string): Promise<void> {
  if (product.exitCode === null && product.signalCode === null) {
    const gone = once(product, 'exit');
    const runtime = signal === 'SIGKILL' ? descendants(product.pid) : [];
    product.kill(signal);
    for (const pid of runtime) killIfThere(pid);
    await gone;
  }
  while (await listens(url)) await wait(50);
}

function killIfThere(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // the leash was faster
  }
}

/** The processes that one started, and those they started. None where they cannot be listed: the leash then ends them. */
function descendants(root: number | undefined): readonly number[] {
  const pairs = listProcesses();
  const childrenOf = (parent: number): readonly number[] =>
    pairs.filter(([, of]) => of === parent).flatMap(([pid]) => [pid, ...childrenOf(pid)]);
  return root === undefined ? [] : childrenOf(root);
}

/** Each process with its parent. */
function listProcesses(): readonly (readonly [pid: number, parent: number])[] {
  try {
    const list = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' });
    return list.split('\n').map((line) => {
      const [pid = 0, parent = 0] = line.trim().split(/\s+/).map(Number);
      return [pid, parent];
    });
  } catch {
    return [];
  }
}

const listens = (url: string): Promise<boolean> =>
  fetch(`${url}/api/health`).then(
    () => true,
    () => false,
  );

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}
