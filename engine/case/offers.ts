import type { CaseView } from '../../schemas/generated/api.ts';
import { asks } from '../definition/definition.ts';
import type { StepId, UserId } from '../shared/brand.ts';
import { accepts, tried, UNNAMED, type Viewing, WORDS } from './accepts.ts';
import type { Command } from './command.ts';
import type { Context } from './context.ts';
import type { CaseState, Seat } from './state.ts';
import { titleOf } from './view.ts';

type May = CaseView['may'][number];
type Offers = Pick<CaseView, 'may' | 'urgeFrom' | 'takeBack' | 'removable' | 'jumpTo'>;

/** What the viewer may do with the case as a whole, and with decisions and seats that are not waiting for them. */
export function offersFor(state: CaseState, viewer: UserId, context: Context): Offers {
  const viewing = { state, viewer, context };
  const jumpTo = jumpTargets(viewing);
  const urge = tried({ do: 'urge' }, viewing);
  const urgeFrom = !urge.ok && urge.error.code === 'urged-lately' ? urge.error.until : undefined;
  const may: readonly (readonly [May, boolean])[] = [
    ['comment', true],
    ['withdraw', accepts({ do: 'withdraw', keep: true, opinion: WORDS }, viewing)],
    ['copy', viewer === state.starter && context.definition.document.startable !== false],
    ['urge', urge.ok || urgeFrom !== undefined],
    ['cancel', mayCancel(viewing)],
    ['hold', accepts({ do: 'hold', opinion: WORDS }, viewing)],
    ['resume', accepts({ do: 'resume', opinion: WORDS }, viewing)],
    ['terminate', accepts({ do: 'terminate', opinion: WORDS }, viewing)],
    ['jump', jumpTo.length > 0],
    ['reassign', pendingSeats(state).some((seat) => accepts(reassignment(seat), viewing))],
    [
      'changeDue',
      openSteps(state).some((step) => accepts({ do: 'changeDue', step, due: UNNAMED, opinion: WORDS }, viewing)),
    ],
    ['revoke', accepts({ do: 'revoke', opinion: WORDS }, viewing)],
  ];
  return {
    may: may.filter(([, open]) => open).map(([action]) => action),
    ...(urgeFrom === undefined ? {} : { urgeFrom }),
    takeBack: ownDecisions(viewing),
    removable: removableSeats(viewing),
    ...(jumpTo.length === 0 ? {} : { jumpTo: titled(jumpTo, viewing) }),
  };
}

/** Administrators end a case by terminating it, which says that they stepped in. */
function mayCancel(viewing: Viewing): boolean {
  const result = tried({ do: 'cancel', opinion: WORDS }, viewing);
  return result.ok && !result.value.some((event) => event.type === 'CaseCancelled' && event.data.forced);
}

/** Steps that the viewer decided and may take back. */
function ownDecisions(viewing: Viewing): Offers['takeBack'] {
  const decided = Object.entries(viewing.state.steps).filter(([, { seats }]) =>
    seats.some(({ person, status }) => person === viewing.viewer && (status === 'agreed' || status === 'submitted')),
  );
  const steps = decided
    .map(([id]) => id as StepId)
    .filter((step) => accepts({ do: 'takeBack', step, opinion: WORDS }, viewing));
  return titled(steps, viewing);
}

/** Asking steps of the process to which the viewer may move the case. */
function jumpTargets(viewing: Viewing): readonly StepId[] {
  const { state, viewer, context } = viewing;
  if (!context.facts.organisation.hasRole(viewer, 'admin')) return [];
  return [...context.definition.steps.values()]
    .filter(asks)
    .map(({ id }) => id)
    .filter((to) => state.steps[to]?.status !== 'open' && accepts({ do: 'jump', to, opinion: WORDS }, viewing));
}

type Placed = { readonly step: StepId; readonly seat: Seat };

const PENDING: ReadonlySet<Seat['status']> = new Set(['open', 'waiting', 'held']);

const openSteps = ({ steps }: CaseState): readonly StepId[] =>
  Object.entries(steps).flatMap(([id, { status }]) => (status === 'open' ? [id as StepId] : []));

const pendingSeats = (state: CaseState): readonly Placed[] =>
  openSteps(state).flatMap((step) =>
    (state.steps[step]?.seats ?? []).filter(({ status }) => PENDING.has(status)).map((seat) => ({ step, seat })),
  );

const reassignment = ({ step, seat }: Placed): Command => ({
  do: 'reassign',
  step,
  seat: seat.id,
  to: UNNAMED,
  opinion: WORDS,
});

/** Seats that somebody added and the viewer may take away again; an administrator any that is not the last. */
function removableSeats(viewing: Viewing): Offers['removable'] {
  return pendingSeats(viewing.state)
    .filter(({ step, seat }) => accepts({ do: 'removeSigner', step, seat: seat.id, opinion: WORDS }, viewing))
    .map(({ step, seat: { id, person } }) => ({ step, seat: id, person }));
}

const titled = (steps: readonly StepId[], { context }: Viewing) =>
  steps.map((step) => ({ step, title: titleOf(context.definition, step) }));
