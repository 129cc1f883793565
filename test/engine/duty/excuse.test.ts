import { describe, expect, test } from 'vitest';
import type { Refusal } from '../../../engine/case/refusal.ts';
import { World, type WorldCase } from '../../../engine/scenario/world.ts';
import type { Result } from '../../../engine/shared/result.ts';
import { person, step } from '../../support/acts.ts';
import { approve, fill } from '../../support/small-process.ts';
import { beijing } from '../calendar/cn-work.ts';
import { definitionOf, workspace } from './duties.ts';

/** What clerks report, their boss reads and can send back. */
const definition = definitionOf(
  { open: 'first', due: 'last', for: { posts: ['clerk'] } },
  {
    roles: { starter: { starter: true }, boss: { post: 'boss' } },
    steps: [{ write: fill('ask', 'starter') }, { read: approve('boss', { return: { to: ['write'] } }) }],
  },
);

/** November has opened: Ada, whose manager is Ben, owes a report. Cleo administers the company. */
function november(): { readonly world: World; readonly id: string } {
  const world = new World({ report: definition }, workspace, beijing('2026-10-31 09:00'));
  world.waitUntil(beijing('2026-11-02 09:00'));
  return { world, id: world.duties('report')[0]?.case ?? '' };
}

const excuse = (world: World, id: string, by: string, opinion = 'On leave.') =>
  world.command(id, { do: 'lapse', opinion }, person(by));
const whyNot = (result: Result<WorldCase, Refusal>) => (result.ok ? undefined : result.error);

describe('a duty', () => {
  test.for(['ben', 'cleo'])('is excused by %s: the manager, or an administrator', (by) => {
    const { world, id } = november();
    const excused = excuse(world, id, by);
    expect(excused.ok && excused.value.state.status).toBe('withdrawn');
    expect(excused.ok && excused.value.entries.at(-1)).toMatchObject({
      by,
      events: [{ type: 'CaseWithdrawn', data: { opinion: 'On leave.', cancelled: [1] } }],
    });
  });

  test.for(['ada', 'dan'])('is not excused by %s: oneself, or somebody beside', (by) => {
    const { world, id } = november();
    expect(whyNot(excuse(world, id, by))).toMatchObject({ code: 'not-allowed', why: 'not-yours' });
  });

  test('is not excused without a reason', () => {
    const { world, id } = november();
    expect(whyNot(excuse(world, id, 'ben', ' '))).toEqual({ code: 'opinion-required' });
  });

  test('is not excused once it was handed in, even while it is sent back', () => {
    const { world, id } = november();
    const filed = world.command(
      id,
      { do: 'submit', step: step('write'), values: { ask: { what: 'x' } } },
      person('ada'),
    );
    expect(filed.ok).toBe(true);
    expect(whyNot(excuse(world, id, 'ben'))).toMatchObject({ code: 'not-allowed', why: 'acted-upon' });
    world.command(id, { do: 'return', step: step('read'), to: step('write'), opinion: 'Which?' }, person('cleo'));
    expect(whyNot(excuse(world, id, 'ben'))).toMatchObject({ code: 'not-allowed', why: 'acted-upon' });
    expect(world.duties('report')).toMatchObject([{ standing: 'filed' }]);
  });

  test('is excused once', () => {
    const { world, id } = november();
    excuse(world, id, 'ben');
    expect(whyNot(excuse(world, id, 'cleo'))).toEqual({ code: 'not-open' });
  });
});

test('a case that answers no duty cannot be excused', () => {
  const startable = { ...definition, document: { ...definition.document, startable: true } };
  const world = new World({ report: startable }, workspace, beijing('2026-11-02 09:00'));
  const started = world.start('report', person('ada'), { ask: { what: 'x' } });
  if (!started.ok) throw new Error(started.error.code);
  expect(whyNot(excuse(world, started.value.id, 'cleo'))).toMatchObject({
    code: 'not-allowed',
    why: 'not-in-this-process',
  });
});
