import { describe, expect, test } from 'vitest';
import { type ArrowCounts, judgeArrow } from '../../engine/rule-book/judge-arrow.ts';
import { planLoops } from '../../engine/rule-book/loop-plan.ts';
import type { CivilDate } from '../../engine/shared/brand.ts';
import type { LinksDocument } from '../../schemas/generated/links.ts';
import type { Field, ProcessDocument, StepEntry } from '../../schemas/generated/process.ts';

const words = { 'zh-CN': '甲', 'zh-TW': '甲', en: 'A' };

const process = (
  id: string,
  steps: readonly StepEntry[] = [],
  fields: Readonly<Record<string, Field>> = {},
): ProcessDocument => ({
  format: 'process/v1',
  id,
  title: words,
  area: 'office',
  number: { format: '{seq:4}', reset: 'never' },
  subject: 'form.name',
  calendar: 'plain',
  roles: { starter: { starter: true } },
  rules: { nobody: { to: { post: 'admin' } }, self: 'allow', repeat: 'ask' },
  forms: { form: { title: words, fields: { name: { type: 'text', title: words }, ...fields } } },
  steps: [{ draft: { fill: 'form', by: 'starter', title: words } }, ...steps],
});
const start = (to: string, more: object = {}): StepEntry => ({
  [`start-${to}`]: { start: to, as: 'starter', ...more },
});
const insert: StepEntry = { enter: { ledger: 'stock', insert: { name: 'form.name' } } };
const lookup: Field = { type: 'text', title: words, lookup: { ledger: 'stock', key: 'form.name', column: 'name' } };

const planned = (link: 'starts' | 'feeds', ...all: readonly ProcessDocument[]) => {
  const links: LinksDocument = {
    format: 'links/v1',
    id: 'links',
    links: [{ from: 'a', [link]: 'b', when: words }],
    loops: [{ id: 'L1', title: words, rhythm: 'week', closed: words, walks: [['a', 'b']] }],
  };
  const [loop] = planLoops(links, Object.fromEntries(all.map((each) => [each.id, each])));
  return { within: loop?.within, arrow: loop?.walks[0]?.arrows[0] };
};

describe('a way of a loop', () => {
  test('is counted by what was started where a step starts the next process, always or as the case may be', () => {
    expect(planned('starts', process('a', [start('b')]), process('b')).arrow).toMatchObject({
      kind: 'start',
      always: true,
      carriers: ['a'],
    });
    const sometimes: readonly (readonly StepEntry[])[] = [
      [{ choice: { choose: [{ when: 'true', steps: [start('b')] }, { else: [] }] } }],
      [start('b', { each: 'form.rows' })],
      [start('b', { every: 'friday', while: 'true' })],
    ];
    for (const steps of sometimes)
      expect(planned('starts', process('a', steps), process('b')).arrow?.always).toBe(false);
  });

  test('is counted by the helper that starts the next process', () => {
    const { arrow } = planned('starts', process('a', [start('part')]), process('part', [start('b')]), process('b'));
    expect(arrow).toMatchObject({ kind: 'start', carriers: ['part'] });
  });

  test('is counted by what began afterwards where a ledger carries it', () => {
    const { arrow, within } = planned('feeds', process('a', [insert]), process('b', [], { seen: lookup }));
    expect(arrow).toMatchObject({ kind: 'feed', always: true, carriers: ['a'], ledgers: ['stock'] });
    expect(within).toBe(7);
  });
});

describe('how a way stands', () => {
  const stand = (always: boolean, day: string, ...counts: readonly ArrowCounts[]) =>
    judgeArrow({ always }, counts, { day: day as CivilDate, within: 7 });
  const march = (ended: number, followed: number): ArrowCounts => ({ month: '2026-03', ended, followed });

  test('is still while nothing has ended, and closed when all that ended has gone on', () => {
    expect(stand(true, '2026-12-31', march(0, 0)).state).toBe('still');
    expect(stand(true, '2026-12-31', march(2, 2))).toEqual({
      state: 'closed',
      ended: 2,
      followed: 2,
      waiting: 0,
      left: 0,
    });
  });

  test('waits until so many days after the month, and is broken from the next day on', () => {
    expect(stand(true, '2026-04-07', march(2, 1))).toMatchObject({ state: 'waiting', waiting: 1, left: 0 });
    expect(stand(true, '2026-04-08', march(2, 1))).toMatchObject({ state: 'broken', waiting: 0, left: 1 });
  });

  test('that depends on the case is broken only when nothing at all has gone on', () => {
    expect(stand(false, '2026-12-31', march(5, 1))).toMatchObject({ state: 'closed', left: 4 });
    expect(stand(false, '2026-12-31', march(5, 0))).toMatchObject({ state: 'broken', left: 5 });
    expect(stand(false, '2026-04-01', march(5, 0))).toMatchObject({ state: 'waiting', waiting: 5 });
  });
});
