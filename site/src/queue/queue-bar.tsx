import { useState } from 'react';
import { createPortal } from 'react-dom';
import { useStore } from '../api/store.ts';
import { LinkButton } from '../components/button.tsx';
import { Icon } from '../components/icon.tsx';
import { page } from '../i18n/paths.ts';
import { queueWords } from '../i18n/queue.ts';
import { useLocale, useWords } from '../i18n/use-locale.tsx';
import { EMPTY_QUEUE, type QueueState } from './create-queue.ts';
import { isWaiting } from './item.ts';
import { queue } from './queue.ts';
import { QueueDialog } from './queue-dialog.tsx';

/** How much waits for the network, and the way to see what. */
export function QueueBar({ reachable }: { readonly reachable: boolean }) {
  const words = useWords(queueWords);
  const locale = useLocale();
  const state = useStore(queue.state, EMPTY_QUEUE);
  const [open, setOpen] = useState(false);
  const here = () => `${location.pathname}${location.search}`;
  return (
    <>
      <p className={state.items.length === 0 ? 'offline-done' : undefined}>
        <Icon name={state.items.length === 0 ? 'check' : 'clock'} size={18} />
        <span>{lineOf(state, reachable, words)}</span>
        {state.signedOut && <LinkButton href={page('/sign-in/', locale, { back: here() })}>{words.signIn}</LinkButton>}
        {state.items.length > 0 && (
          <button type="button" className="button" onClick={() => setOpen(true)}>
            {words.show}
          </button>
        )}
      </p>
      {/* Not inside what is read out whenever it changes. */}
      {open && createPortal(<QueueDialog onClose={() => setOpen(false)} />, document.body)}
    </>
  );
}

function lineOf(state: QueueState, reachable: boolean, words: (typeof queueWords)['zh-CN']): string {
  const waiting = state.items.filter(isWaiting).length;
  if (state.items.length === 0) return words.sent(state.sent);
  if (waiting === 0) return words.refused(state.items.length);
  if (state.signedOut) return words.signedOut(waiting);
  if (state.sending !== undefined) return words.sending(waiting);
  return reachable ? words.waiting(waiting) : words.offline(waiting);
}
