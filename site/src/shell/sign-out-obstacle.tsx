import { Button } from '../components/button.tsx';
import { Dialog } from '../components/dialog.tsx';
import { Note } from '../components/states.tsx';
import { queueWords } from '../i18n/queue.ts';
import { useWords } from '../i18n/use-locale.tsx';

/** What would be lost. */
export type Obstacle = { readonly kind: 'unsaved' } | { readonly kind: 'queued'; readonly count: number };

type SignOutObstacleProps = {
  readonly obstacle: Obstacle;
  readonly busy: boolean;
  readonly onStay: () => void;
  readonly onLeave: () => void;
};

/** Says what would be lost by signing out now, and asks. */
export function SignOutObstacle({ obstacle, busy, onStay, onLeave }: SignOutObstacleProps) {
  const words = useWords(queueWords);
  if (obstacle.kind === 'unsaved') {
    return (
      <div role="alert">
        <Note tone="return" icon="alert">
          <p>{words.unsaved}</p>
        </Note>
      </div>
    );
  }
  const foot = (
    <>
      <Button onClick={onStay}>{words.stay}</Button>
      <Button tone="reject" busy={busy} onClick={onLeave}>
        {words.leaveAnyway}
      </Button>
    </>
  );
  return (
    <Dialog open title={words.leaveTitle(obstacle.count)} onClose={onStay} foot={foot}>
      <p>{words.leaveText}</p>
    </Dialog>
  );
}
