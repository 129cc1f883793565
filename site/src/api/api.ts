import { isLocale } from '../i18n/locale.ts';
import { page } from '../i18n/paths.ts';
import { goAway } from '../session/leaving.ts';
import { createClient } from './client.ts';
import { connection } from './connection.ts';

function toSignIn() {
  const { lang } = document.documentElement;
  const { pathname, search, hash } = location;
  goAway(page('/sign-in/', isLocale(lang) ? lang : 'zh-CN', { back: `${pathname}${search}${hash}` }));
}

/** The client every page uses. A lost session leads to the sign-in page and back again. */
export const api = createClient({
  fetch: (url, init) => fetch(url, init),
  online: () => navigator.onLine,
  signedOut: toSignIn,
  reached: (reachable) => connection.set(reachable),
  patience: 30_000,
});
