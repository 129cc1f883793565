import { useStore } from '../api/store.ts';
import { fetched } from '../components/fetched.tsx';
import type { DraftKeeper, DraftState } from '../form/draft-keeper.ts';

const DeleteDraft = fetched(async () => (await import('./delete-draft.tsx')).DeleteDraft);

const CLEAN: DraftState = { status: 'clean' };

/** What can be done to the draft, fetched and offered once there is one. */
export function DraftTools({ keeper }: { readonly keeper: DraftKeeper }) {
  const { status } = useStore(keeper.state, CLEAN);
  return status === 'clean' ? null : <DeleteDraft keeper={keeper} />;
}
