import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { useFormStore } from '../form/scope.tsx';
import type { FormSection } from '../form/sections.ts';
import { createProgress, type Progress } from './progress.ts';

/** How far the form is filled in, now and after every change. */
export function useProgress(form: string, sections: readonly FormSection[]): Progress {
  const store = useFormStore();
  const follower = useMemo(() => createProgress(store, form, sections), [store, form, sections]);
  useEffect(() => follower.follow(), [follower]);
  return useSyncExternalStore(follower.subscribe, follower.get, follower.get);
}
