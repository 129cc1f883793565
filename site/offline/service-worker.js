/**
 * Lets the pages open without a network: their files come from this browser, and so does the little that a form or a
 * case needs, as it was read last. What the API says is kept for whoever is signed in and goes when they sign out.
 * Browsers run it as it stands; the build puts BUILD and FILES in front.
 */
const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));

const FILES_OF = 'formloop-files-';
const PERSONAL = 'formloop-personal';
/** Pages opened before a new build came may still fetch parts of theirs. */
const BUILDS_KEPT = 2;
const PAGE_PATIENCE_MS = 4_000;
const API_PATIENCE_MS = 3_000;
const MOST_ANSWERS = 40;

/** The only answers of the API that are kept. */
const KEPT = [/^\/api\/session$/, /^\/api\/processes\/[^/]+$/, /^\/api\/cases\/[^/]+$/];

/** Counts sign-ins and sign-outs: an answer asked for before one must not be kept after it. */
let era = 0;

worker.addEventListener('install', (event) => event.waitUntil(install()));
worker.addEventListener('activate', (event) => event.waitUntil(activate()));
worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (origin !== worker.location.origin) return;
  if (pathname === '/api/session' && request.method !== 'GET') event.respondWith(changePerson(request));
  else if (request.method !== 'GET') return;
  else if (request.mode === 'navigate') event.respondWith(page(request, pathname));
  else if (KEPT.some((pattern) => pattern.test(pathname))) event.respondWith(answer(request));
  else if (FILES.includes(pathname) || pathname.startsWith('/_astro/')) event.respondWith(file(request));
});

async function install() {
  const cache = await caches.open(FILES_OF + BUILD);
  await cache.addAll(FILES.map(requestFor));
  await worker.skipWaiting();
}

/**
 * A page is asked for anew; a file whose name tells its content is the same for ever.
 *
 * @param {string} address
 */
const requestFor = (address) =>
  new Request(address, { cache: address.startsWith('/_astro/') ? 'default' : 'no-cache' });

async function activate() {
  const builds = (await caches.keys()).filter((name) => name.startsWith(FILES_OF));
  await Promise.all(builds.slice(0, -BUILDS_KEPT).map((name) => caches.delete(name)));
  await worker.clients.claim();
}

/**
 * The page from the server while it answers soon, else the one of this build.
 *
 * @param {Request} request
 * @param {string} pathname
 */
async function page(request, pathname) {
  const kept = await caches.match(pathname, { cacheName: FILES_OF + BUILD });
  const fresh = fetch(request);
  return kept === undefined ? fresh : soon(fresh, PAGE_PATIENCE_MS, kept);
}

/** @param {Request} request */
async function file(request) {
  return (await caches.match(request)) ?? fetch(request);
}

/** @param {Request} request */
async function answer(request) {
  const before = era;
  const fresh = fetch(request).then(async (response) => {
    if (era === before) await keep(request, response.clone());
    return response;
  });
  const kept = await caches.match(request, { cacheName: PERSONAL });
  if (kept === undefined) return fresh;
  const headers = new Headers(kept.headers);
  headers.set('Formloop-Kept', '1');
  return soon(fresh, API_PATIENCE_MS, new Response(kept.body, { status: kept.status, headers }));
}

/**
 * @param {Request} request
 * @param {Response} response
 */
async function keep(request, response) {
  if (!response.ok && !(await caches.has(PERSONAL))) return;
  const cache = await caches.open(PERSONAL);
  if (response.ok) await cache.put(request, response);
  else if (response.status < 500) await cache.delete(request);
  const kept = await cache.keys();
  await Promise.all(kept.slice(0, -MOST_ANSWERS).map((oldest) => cache.delete(oldest)));
}

/**
 * Somebody signs in or out: nothing of whoever was here before stays.
 *
 * @param {Request} request
 */
async function changePerson(request) {
  const response = await fetch(request);
  era += 1;
  if (response.ok) await caches.delete(PERSONAL);
  return response;
}

/**
 * @param {Promise<Response>} fresh
 * @param {number} patience in milliseconds
 * @param {Response} instead
 * @returns {Promise<Response>}
 */
function soon(fresh, patience, instead) {
  const late = new Promise((resolve) => setTimeout(() => resolve(instead), patience));
  return Promise.race([fresh.catch(() => instead), late]);
}
