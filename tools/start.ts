import { build } from './build.ts';
import { welcome } from './demo.ts';
import { hasCases, migrate } from './local-database.ts';
import { HOST, healthy, isFree, mute, serve, stop, sweep } from './server.ts';
import { stateFolder } from './state.ts';

const MINUTE = 60_000;
const port = Number(process.env.PORT || 8787);
const url = `http://${HOST}:${port}`;

if (!(await isFree(port)))
  fail(`端口 ${port} 已被占用，请用 PORT 指定另一个 · port ${port} is in use: PORT=8788 npm start`);
console.log('正在准备 · preparing: pages, definitions, database …');
await build().catch(fail);
await migrate(stateFolder()).catch(fail);
const empty = !hasCases(stateFolder());

const server = serve(stateFolder(), port);
let stopping = false;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end(0));
process.on('disconnect', () => void end(0));
// npm passes a signal only to the shell between us, which dies of it in silence.
const shell = process.env.npm_lifecycle_event === 'start' ? process.ppid : undefined;
if (shell) setInterval(() => process.ppid === shell || end(0), 250);
server.on('exit', (code) => {
  if (stopping) return;
  sweep(server);
  fail(`服务意外退出 · the server ended by itself (${code})`);
});
await healthy(url, server).catch(async (error: unknown) => {
  await end(1, error);
});
await tick();
console.log(await welcome(url, empty));
process.send?.('ready');
setInterval(tick, MINUTE);
await mute(url);
await end(1, '服务不再响应，请重新启动 · the server no longer answers: start it again');

/** The platform's cron, which the local runtime does not fire. A missed run is made up by the next: it asks what is due. */
async function tick(): Promise<void> {
  const answer = await fetch(`${url}/cdn-cgi/local/scheduled`, { signal: AbortSignal.timeout(MINUTE) }).catch(String);
  if (stopping || (typeof answer !== 'string' && answer.ok)) return;
  console.error(`定时任务未执行 · cron did not run: ${typeof answer === 'string' ? answer : answer.status}`);
}

async function end(code: number, reason?: unknown): Promise<void> {
  if (stopping) return;
  stopping = true;
  if (reason !== undefined) console.error(reason instanceof Error ? reason.message : reason);
  await stop(server);
  process.exit(code);
}

function fail(reason: unknown): never {
  console.error(reason instanceof Error ? reason.message : reason);
  process.exit(1);
}
