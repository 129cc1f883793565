import { useStore } from '../api/store.ts';
import { Button } from '../components/button.tsx';
import { Note } from '../components/states.tsx';
import { queueWords } from '../i18n/queue.ts';
import { useWords } from '../i18n/use-locale.tsx';
import { EMPTY_QUEUE } from './create-queue.ts';
import type { QueueItem } from './item.ts';
import { queue } from './queue.ts';

type QueuedNoteProps = { readonly item: QueueItem; readonly onCancel: () => void };

/** Where the buttons were: it is queued, and can still be called off. */
export function QueuedNote({ item, onCancel }: QueuedNoteProps) {
  const words = useWords(queueWords);
  const { sending } = useStore(queue.state, EMPTY_QUEUE);
  const starts = item.about.act === 'start';
  const cancel = async () => {
    await queue.cancel(item.key);
    onCancel();
  };
  return (
    <div role="alert" className="action-bar queued">
      <Note tone="return" icon="clock">
        <p>
          <strong>{starts ? words.queuedStart : words.queuedAct}</strong>
        </p>
        {item.tried && <p className="small soft">{words.mayHaveArrived}</p>}
        <Button busy={sending === item.key} onClick={() => void cancel()}>
          {starts || item.about.act === 'submit' ? words.goOn : words.takeBack}
        </Button>
      </Note>
    </div>
  );
}
