import { useState } from 'react';
import type { HandOver, HandOverItem, HandOverResult, Problem } from '../../../schemas/generated/api.ts';
import { api } from '../api/api.ts';

export type Order = { readonly from: string; readonly to: string; readonly opinion: string };
export type Progress = 'none' | 'planning' | 'planned' | 'running' | 'halted' | 'done';

/** A dry run, then the run itself in portions until nothing is left; stopped half-way, it goes on where it was. */
export function useHandOver() {
  const [items, setItems] = useState<readonly HandOverItem[]>([]);
  const [moved, setMoved] = useState<ReadonlySet<string>>(new Set());
  const [progress, setProgress] = useState<Progress>('none');
  const [problem, setProblem] = useState<Problem>();

  const plan = async (order: Order) => {
    setProblem(undefined);
    setProgress('planning');
    const answer = await send(order, true);
    setMoved(new Set());
    setItems(answer.ok ? answer.value.items : []);
    setProgress(answer.ok ? 'planned' : 'none');
    if (!answer.ok) setProblem(answer.problem);
  };

  const run = async (order: Order) => {
    setProblem(undefined);
    setProgress('running');
    for (let left = 1; left > 0; ) {
      const answer = await send(order, false);
      if (!answer.ok) {
        setProblem(answer.problem);
        setProgress('halted');
        return;
      }
      const { value } = answer;
      setMoved((old) => new Set([...old, ...value.items.filter(({ ok }) => ok).map(keyOf)]));
      setItems((old) => old.map((item) => value.items.find((each) => keyOf(each) === keyOf(item)) ?? item));
      left = value.left;
    }
    setProgress('done');
  };

  const forget = () => {
    setItems([]);
    setProgress('none');
    setProblem(undefined);
  };
  return { items, moved, progress, problem, plan, run, forget };
}

export const keyOf = ({ case: id, seat }: HandOverItem): string => `${id} ${seat}`;

const send = ({ from, to, opinion }: Order, dry: boolean) =>
  api.post<HandOverResult>(`/api/people/${encodeURIComponent(from)}/hand-over`, {
    to,
    opinion,
    dry,
  } satisfies HandOver);
