import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import { cannedAnswer } from '../canned-api.ts';
import { benchForm, SIZES } from './form-spec.ts';
import { POLICIES, type Policy } from './policies.ts';
import { benchProcess } from './process.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

export type Folders = {
  /** The pages bundled here. */
  readonly pages: string;
  /** The site as it is deployed. */
  readonly site: string;
};

export type BenchServer = {
  readonly url: string;
  /** The policy that every page is sent with from now on. */
  policy: Policy;
  readonly close: () => void;
};

const readAny = (files: readonly string[]): Promise<Buffer> => Promise.any(files.map((file) => readFile(file)));

/** The name of a process says its size, and whether its form begins filled in. */
function processOf(name: string) {
  const size = SIZES.find((each) => name.startsWith(each));
  if (size === undefined) throw new Error(`no such form: ${name}`);
  return { ...benchProcess(benchForm(size), name.endsWith('filled')), id: `bench-${name}` };
}

function answerApi(request: IncomingMessage, response: ServerResponse, pathname: string) {
  const created = request.method === 'POST' && pathname === '/api/cases';
  const { status, body } = created ? { status: 201, body: { id: 'c1' } } : cannedAnswer(pathname, processOf);
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
}

async function answerFile(response: ServerResponse, pathname: string, { pages, site }: Folders, policy: string) {
  const name = pathname.endsWith('/') ? `${pathname}index.html` : pathname;
  try {
    const body = await readAny([join(pages, name), join(site, name)]);
    response.setHeader('Content-Type', TYPES[extname(name)] ?? 'application/octet-stream');
    if (policy !== '') response.setHeader('Content-Security-Policy', policy);
    response.end(body);
  } catch {
    response.writeHead(404).end();
  }
}

/** Serves all pages and the canned API from one local address. */
export async function startServer(folders: Folders): Promise<BenchServer> {
  const state: { policy: Policy } = { policy: 'none' };
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (pathname.startsWith('/api/')) answerApi(request, response, pathname);
    else void answerFile(response, pathname, folders, POLICIES[state.policy]);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return Object.assign(state, { url: `http://127.0.0.1:${address.port}`, close: () => server.close() });
}
