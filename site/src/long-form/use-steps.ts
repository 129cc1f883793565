import { type RefObject, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { FormView } from '../../../schemas/generated/api.ts';
import { REVEAL } from '../form/go-to.ts';
import { partsOf } from '../form/keys.ts';
import { useFormStore } from '../form/scope.tsx';
import type { FormPart } from './parts.ts';

/** Key of the last step, which shows everything. */
export const REVIEW = 'review';

/** A step somebody went on from although something in it is wrong. */
type LeftBehind = { readonly key: string; readonly wrong: number };

/** Which step is open, and what is said about the one that was left. */
export function useSteps(form: FormView, parts: readonly FormPart[], all: RefObject<HTMLElement | null>) {
  const store = useFormStore();
  const head = useRef<HTMLHeadingElement>(null);
  const [key, setKey] = useState<string>();
  const [left, setLeft] = useState<LeftBehind>();
  const current = key === REVIEW || parts.some((part) => part.key === key) ? key : parts[0]?.key;
  const open = (next: string | undefined) => {
    const leaving = parts.find((part) => part.key === current);
    const checked = next === REVIEW ? parts : leaving === undefined ? [] : [leaving];
    const wrong = store.checkFields(pathsOf(form, checked)).filter(({ key: at }) => isIn(form, leaving, at)).length;
    setLeft(leaving === undefined || wrong === 0 ? undefined : { key: leaving.key, wrong });
    flushSync(() => setKey(next));
    head.current?.focus({ preventScroll: true });
    all.current?.scrollIntoView({ block: 'start' });
  };
  useEffect(() => {
    const area = all.current;
    const reveal = (event: Event) => {
      const part = parts.find(({ id }) => event.target instanceof Element && event.target.closest(`#${id}`) !== null);
      if (part !== undefined) flushSync(() => setKey(part.key));
    };
    area?.addEventListener(REVEAL, reveal);
    return () => area?.removeEventListener(REVEAL, reveal);
  }, [parts, all]);
  const keys = [...parts.map((part) => part.key), REVIEW];
  const index = current === undefined ? 0 : keys.indexOf(current);
  return { current, head, left, open, index, count: keys.length, back: keys[index - 1], next: keys[index + 1] };
}

const pathsOf = ({ id }: FormView, parts: readonly FormPart[]): ReadonlySet<string> =>
  new Set(parts.flatMap(({ fields }) => fields.map((field) => `${id}.${field}`)));

const isIn = ({ id }: FormView, part: FormPart | undefined, key: string): boolean =>
  part?.fields.some((field) => partsOf(key).path === `${id}.${field}`) === true;
