import type { CaseState, UserId } from '#engine';
import type { CaseView } from '../../../schemas/generated/api.ts';
import type { CopyRow } from '../store/case-reads.ts';

type Sides = Pick<CaseView, 'consultations' | 'interventions' | 'copies' | 'held' | 'revocation'>;

/** What went on beside the steps of a case, as far as the viewer may read it. */
export function sidesOf(state: CaseState, viewer: UserId, opinions: boolean, copies: readonly CopyRow[]): Sides {
  return {
    consultations: state.consultations
      .filter(({ by, to }) => opinions || by === viewer || to === viewer)
      .map((consultation) => ({ ...consultation })),
    interventions: state.interventions.map((intervention) => ({ ...intervention })),
    copies: opinions ? toldPeople(state, copies) : [],
    ...(state.held === undefined ? {} : { held: { ...state.held } }),
    ...(state.revocation === undefined ? {} : { revocation: true }),
  };
}

/** Who was told and when they opened it; whoever was asked a question shows up with the question. */
function toldPeople({ consultations }: CaseState, copies: readonly CopyRow[]): Sides['copies'] {
  const asked = new Set<string>(consultations.map(({ step, to }) => `${step} ${to}`));
  return copies
    .filter(({ step, person }) => !asked.has(`${step} ${person}`))
    .map(({ person, at, readAt }) => ({ person, at, ...(readAt === null ? {} : { readAt }) }));
}
