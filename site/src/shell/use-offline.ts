import { useEffect } from 'react';

/** Once everything else is there, this browser takes the pages in, so that they open without a network. */
export function useOffline(): void {
  useEffect(() => {
    // Only secure addresses have service workers.
    if (navigator.serviceWorker === undefined) return;
    const register = () => void navigator.serviceWorker.register('/service-worker.js').catch(() => undefined);
    if (document.readyState === 'complete') register();
    else addEventListener('load', register, { once: true });
  }, []);
}
