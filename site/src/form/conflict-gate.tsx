import { useState } from 'react';
import { useStore } from '../api/store.ts';
import { Button } from '../components/button.tsx';
import { fetched } from '../components/fetched.tsx';
import { Note } from '../components/states.tsx';
import { formWords } from '../i18n/form.ts';
import { useWords } from '../i18n/use-locale.tsx';
import type { DraftConflictProps } from './draft-conflict.tsx';
import type { DraftState } from './draft-keeper.ts';

/** Fetched in the rare case that it is needed. */
const DraftConflict = fetched(async () => (await import('./draft-conflict.tsx')).DraftConflict);

const CLEAN: DraftState = { status: 'clean' };

/**
 * Opens when the draft was saved elsewhere too: both are shown, and nothing is saved before somebody chose. Choosing can
 * wait; until then a button stands where the dialog was.
 */
export function ConflictGate(props: Omit<DraftConflictProps, 'theirs' | 'onClose'>) {
  const words = useWords(formWords);
  const state = useStore(props.keeper.state, CLEAN);
  const [putOff, setPutOff] = useState<string>();
  if (state.status !== 'conflict') return null;
  const { theirs } = state;
  if (putOff === theirs.savedAt) {
    return (
      <Note tone="return" icon="alert">
        <Button onClick={() => setPutOff(undefined)}>{words.conflictTitle}</Button>
      </Note>
    );
  }
  return <DraftConflict {...props} theirs={theirs} onClose={() => setPutOff(theirs.savedAt)} />;
}
