import { useEffect, useSyncExternalStore } from 'react';
import { fileList } from '../../site/src/fields/lists.ts';
import { useFormStore } from '../../site/src/form/scope.tsx';
import { uploadFile } from '../../site/src/form/upload.ts';
import { createUploads, type Uploads } from './uploads.ts';

type Store = ReturnType<typeof useFormStore>;

/** Uploads go on when their control is not drawn for a while: on another step of a long form. */
const known = new WeakMap<Store, Map<string, Uploads>>();

function uploadsAt(store: Store, place: string): Uploads {
  const ofStore = known.get(store) ?? new Map<string, Uploads>();
  known.set(store, ofStore);
  const uploads =
    ofStore.get(place) ??
    createUploads({
      send: uploadFile,
      arrived: (file) => store.set(place, [...fileList(store.value(place)), file]),
      expecting: (isComing) => store.expect(place, isComing),
    });
  ofStore.set(place, uploads);
  return uploads;
}

/** The uploads at a place of the form. Leaving the page asks first; what the network broke off goes on with it. */
export function useUploads(place: string) {
  const uploads = uploadsAt(useFormStore(), place);
  const sending = useSyncExternalStore(uploads.subscribe, uploads.list, uploads.list);
  const latest = useSyncExternalStore(uploads.subscribe, uploads.latest, uploads.latest);
  const isSending = sending.some(({ state }) => state === 'waiting' || state === 'sending');
  useEffect(() => {
    addEventListener('online', uploads.againWhenLost);
    return () => removeEventListener('online', uploads.againWhenLost);
  }, [uploads]);
  useEffect(() => {
    if (!isSending) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [isSending]);
  return { uploads, sending, latest };
}
