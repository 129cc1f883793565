import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { quiet } from './command.ts';

const WRANGLER = 'node_modules/wrangler/wrangler-dist/cli.js';
/** The local worker: the product with the demo password and the clock that can be moved. */
const ENTRY = 'worker/src/dev.ts';
/** Loaded into the server before anything else: it must not outlive the process that started it, even by kill -9. */
const LEASH = "data:text/javascript,process.on('disconnect',()=>process.exit())";

/** The server's processes form a group, so that all can be ended by its id; Windows knows no groups. */
const ownGroup = process.platform !== 'win32';

export const HOST = '127.0.0.1';

/** Whether nobody listens on the port yet. */
export function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, HOST, () => probe.close(() => resolve(true)));
  });
}

/** Serves site and API on one local address; answers at once, before the server is ready. */
export function serve(state: string, port: number): ChildProcess {
  const flags = ['--local', '--persist-to', state, '--ip', HOST, '--port', String(port), '--inspector-port', '0'];
  const manners = ['--log-level', 'error', '--show-interactive-dev-session', 'false', '--var', 'FORMLOOP_DEV:1'];
  return spawn(process.execPath, ['--no-warnings', '--import', LEASH, WRANGLER, 'dev', ENTRY, ...flags, ...manners], {
    env: { ...process.env, ...quiet },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    detached: ownGroup,
  });
}

/** Ends what the runtime left behind when it was killed: its processes would keep the port. */
export function sweep(server: ChildProcess): void {
  if (!ownGroup || server.pid === undefined) return;
  try {
    process.kill(-server.pid, 'SIGKILL');
  } catch {
    // nothing was left
  }
}

/** Resolves once the server answers; @throws Error when it ends before or stays silent for two minutes. */
export async function healthy(url: string, server: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 1200; tries += 1) {
    if (server.exitCode !== null || server.signalCode !== null) throw new Error('the server ended while starting');
    if (await answers(url)) return;
    await wait(100);
  }
  throw new Error('the server did not get ready within two minutes');
}

/** Resolves when the server has not answered for a minute: a killed runtime leaves its port open and mute. */
export async function mute(url: string): Promise<void> {
  for (let missed = 0; missed < 6; ) {
    await wait(10_000);
    missed = (await answers(url)) ? 0 : missed + 1;
  }
}

const answers = (url: string): Promise<boolean> =>
  fetch(`${url}/api/health`, { signal: AbortSignal.timeout(10_000) }).then(
    (answer) => answer.ok,
    () => false,
  );

/** Lets go of the server and waits until it is gone. */
export async function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const gone = new Promise((resolve) => server.once('exit', resolve));
  if (server.connected) server.disconnect();
  const patience = setTimeout(() => server.kill('SIGKILL'), 5000);
  await gone;
  clearTimeout(patience);
  sweep(server);
}
