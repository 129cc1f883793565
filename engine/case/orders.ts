import type { Values } from '../form/value.ts';
import type { StepId, UserId } from '../shared/brand.ts';
import type { CaseEventOf } from './events.ts';
import type { Entry } from './evolve.ts';
import { REVOCATION } from './fold-case.ts';
import type { CaseState } from './state.ts';

/**
 * Something that an entry still causes in other cases, once it is committed. The id is the same however often it is
 * carried out.
 */
export type Order = { readonly id: string } & (
  | ({ readonly kind: 'start' } & CaseEventOf<'StartRequested'>['data'])
  /** Opens the case that decides on a revocation. */
  | {
      readonly kind: 'revoke';
      readonly key: string;
      readonly step: StepId;
      readonly process: string;
      readonly starter: UserId;
      readonly values: Values;
    }
  /** Ends the case that the order with this key has opened, or sees to it that it never opens one. */
  | { readonly kind: 'stop'; readonly key: string }
  /** Tell the case that asked for this one that it is there, and that it has ended. */
  | { readonly kind: 'child-opened' | 'child-ended'; readonly key: string; readonly tell: string }
);

/** What an entry of a case causes elsewhere, in order; `after` is the state it led to. */
export function ordersOf(after: CaseState, { events }: Entry): readonly Order[] {
  return events.flatMap((event): readonly Order[] => {
    switch (event.type) {
      case 'StartRequested':
        return [{ kind: 'start', id: event.data.key, ...event.data }];
      case 'RevocationAsked': {
        const { key, process } = event.data;
        return [{ kind: 'revoke', id: key, key, step: REVOCATION, process, starter: after.starter, values: {} }];
      }
      case 'ChildStopped':
        return [{ kind: 'stop', id: `${event.data.key}:stop`, key: event.data.key }];
      case 'CaseStarted':
        return tellings('child-opened', after);
      case 'CaseCompleted':
      case 'CaseRejected':
      case 'CaseCancelled':
        return tellings('child-ended', after);
      case 'CaseWithdrawn':
        return event.data.to === undefined ? tellings('child-ended', after) : [];
      default:
        return [];
    }
  });
}

/** Only a case that knows the order it was started by can be told of; older ones do not. */
function tellings(kind: 'child-opened' | 'child-ended', { cause }: CaseState): readonly Order[] {
  if (cause?.key === undefined) return [];
  return [
    { kind, id: `${cause.key}:${kind === 'child-opened' ? 'opened' : 'ended'}`, key: cause.key, tell: cause.case },
  ];
}
