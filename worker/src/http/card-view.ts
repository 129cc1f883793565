import { asks, type Definition, type FieldPath, type Instant, titleOf, valueAt } from '#engine';
import type { CaseCard, SummaryField, WaitingView } from '../../../schemas/generated/api.ts';
import { sightOn } from '../cases/sight.ts';
import type { StoredCase } from '../store/case-store.ts';
import type { Visit } from '../store/visit.ts';
import { dueView } from './case-view.ts';

/** A case in a list. */
export function cardView(stored: StoredCase, { workspace, person }: Visit, now: Instant): CaseCard {
  const { id, number, subject, seq, state, updatedAt, definition } = stored;
  const sight = sightOn(stored, workspace, now, person.id) ?? new Set<FieldPath>();
  return {
    id,
    number,
    process: definition.id,
    title: definition.document.title,
    subject,
    summary: summaryOf(stored, sight),
    status: state.status,
    starter: state.starter,
    startedAt: state.startedAt,
    updatedAt,
    version: seq,
    waiting: waitingOf(stored, now),
  };
}

function summaryOf({ definition, state }: StoredCase, sight: ReadonlySet<FieldPath>): SummaryField[] {
  return (definition.document.summary ?? []).flatMap((path) => {
    const node = definition.model.nodes.get(path);
    const value = valueAt(state.values, path);
    if (!node || !sight.has(path) || value === undefined) return [];
    return [{ field: node.field, value: node.kind.brief ? node.kind.brief(value) : value }];
  });
}

function waitingOf({ definition, state }: StoredCase, now: Instant): WaitingView[] {
  if (state.status !== 'open') return [];
  return openSteps(definition, state).map(([step, { seats, due }]) => ({
    step,
    title: titleOf(definition, step),
    people: seats.filter(({ status }) => status === 'open').map((seat) => seat.person),
    ...(due && { due: dueView(due, now) }),
  }));
}

const openSteps = ({ steps }: Definition, state: StoredCase['state']) =>
  [...steps.values()].filter(asks).flatMap(({ id }) => {
    const present = state.steps[id];
    return present?.status === 'open' ? [[id, present] as const] : [];
  });
