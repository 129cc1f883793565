import { createStore } from './store.ts';

/** Whether the server could be reached the last time it was tried. */
export const connection = createStore(true);

/** Follows the network of the machine; returns the way to stop. */
export function watchConnection(): () => void {
  const online = () => connection.set(true);
  const offline = () => connection.set(false);
  addEventListener('online', online);
  addEventListener('offline', offline);
  if (!navigator.onLine) offline();
  return () => {
    removeEventListener('online', online);
    removeEventListener('offline', offline);
  };
}
