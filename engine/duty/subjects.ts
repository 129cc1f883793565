import { type Context, contextOf, withRoot } from '../case/context.ts';
import type { Facts } from '../case/facts.ts';
import { peopleOf } from '../case/people.ts';
import type { Definition } from '../definition/definition.ts';
import type { Row } from '../form/value.ts';
import type { UserId } from '../shared/brand.ts';
import type { Duty } from './duty.ts';

/** One of those a duty is asked of: a person, a unit or a ledger row by its id, and who answers for it. */
export type DutySubject = {
  readonly subject: string;
  readonly person: UserId;
  /** Nobody answers by the duty's own rule, so the nobody rule of the process found this person. */
  readonly standIn?: true;
  /** The ledger row, for a duty of rows. */
  readonly row?: Row;
};

/** A ledger row by its id. */
export type DutyRow = { readonly id: string; readonly cells: Row };

/** The ledger whose rows a duty is asked of; undefined when it needs none. */
export const ledgerOf = ({ subjects }: Duty): string | undefined =>
  subjects.kind === 'rows' ? subjects.ledger : undefined;

/**
 * Everybody a duty is asked of at this moment, in the order of the rule. Whoever has left or is external answers for
 * nothing; a unit or row without anybody goes to the nobody rule.
 *
 * @param rows all rows of `ledgerOf`.
 * @throws RangeError when even the nobody rule finds nobody, which publishing rules out.
 */
export function subjectsOf(
  definition: Definition,
  duty: Duty,
  facts: Facts,
  rows: readonly DutyRow[],
): readonly DutySubject[] {
  const { subjects } = duty;
  const { organisation } = facts;
  if (subjects.kind === 'people') return peopleIn(subjects.posts, facts).map((person) => ({ subject: person, person }));
  if (subjects.kind === 'units') {
    return subjects.units.map((unit) => {
      const holders = subjects.post === undefined ? [] : organisation.holders(subjects.post, unit);
      return answered({ subject: unit }, [...holders, organisation.headOf(unit)], definition, facts);
    });
  }
  const { where, person } = subjects;
  const context = contextAt(definition, facts);
  return rows
    .filter(({ cells }) => where === undefined || where.run(context.values, context.form, cells) === true)
    .map(({ id, cells }) => answered({ subject: id, row: cells }, [cells[person]], definition, facts));
}

function peopleIn(posts: readonly string[], { organisation }: Facts): readonly UserId[] {
  const people = posts.flatMap((post) => organisation.holders(post));
  return [...new Set(people)].filter((id) => organisation.person(id)?.external === false).sort();
}

function answered(
  subject: Omit<DutySubject, 'person'>,
  candidates: readonly unknown[],
  definition: Definition,
  facts: Facts,
): DutySubject {
  const here = candidates.map((id) => facts.organisation.person(typeof id === 'string' ? id : ''));
  const found = here.find((person) => person?.active === true && !person.external);
  if (found !== undefined) return { ...subject, person: found.id };
  const [instead] = peopleOf(definition.document.rules.nobody.to, contextAt(definition, facts)).people;
  if (instead === undefined) throw new RangeError(`${definition.id}: nobody answers for ${subject.subject}`);
  return { ...subject, person: instead, standIn: true };
}

/** What expressions of a duty see before there is a case. */
function contextAt(definition: Definition, facts: Facts, starter: UserId = '' as UserId): Context {
  return contextOf(definition, {}, { starter, startedAt: facts.now, rows: {} }, facts);
}

/** The same for one occurrence, with the roots that only a duty has. */
export const occasionContext = (
  definition: Definition,
  facts: Facts,
  { person, subject }: DutySubject,
  period: Readonly<Record<string, string>>,
): Context => withRoot(withRoot(contextAt(definition, facts, person), 'period', period), 'subject', subject);
