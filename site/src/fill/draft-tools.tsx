import { lazy, Suspense } from 'react';
import { useStore } from '../api/store.ts';
import type { DraftKeeper, DraftState } from '../form/draft-keeper.ts';

const DeleteDraft = lazy(async () => ({ default: (await import('./delete-draft.tsx')).DeleteDraft }));

const CLEAN: DraftState = { status: 'clean' };

/** What can be done to the draft, fetched and offered once there is one. */
export function DraftTools({ keeper }: { readonly keeper: DraftKeeper }) {
  const { status } = useStore(keeper.state, CLEAN);
  if (status === 'clean') return null;
  return (
    <Suspense fallback={null}>
      <DeleteDraft keeper={keeper} />
    </Suspense>
  );
}
