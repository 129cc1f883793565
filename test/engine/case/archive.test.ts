import { expect, test } from 'vitest';
import { neededRows } from '../../../engine/case/context.ts';
import { agrees, rejects, starts, step } from '../../support/acts.ts';
import { event, given } from '../../support/given.ts';
import { approve, fill, processOf } from '../../support/small-process.ts';

const steps = [{ ask: fill('ask', 'starter') }, { last: approve('boss') }];
const kept = processOf({ steps, archive: { class: 'plan', keep: '10y' } });
const pen = starts('ada', { ask: { what: 'a pen' } });

test('a case that is completed is entered in the archive, with how long it is kept', () => {
  const { events, state } = given(kept, pen).when(agrees('cleo', 'last'));
  expect(events.slice(-2)).toEqual([
    event('CaseCompleted', {}),
    event('LedgerWritten', {
      step: step('archive'),
      ledger: 'archive',
      row: 'case-1',
      write: 'insert',
      base: 0,
      cells: {
        number: 'S-2026-001',
        process: 'small',
        class: 'plan',
        title: 'a pen',
        owner: 'ada',
        closedOn: '2026-11-02',
        keepUntil: '2036-11-02',
        state: 'kept',
      },
      other: true,
      archive: true,
    }),
  ]);
  expect(state).toMatchObject({ status: 'completed', rows: {} });
  expect(Object.keys(state.steps)).toEqual(['ask', 'last']);
});

test('of a confidential one the archive names neither the subject nor the person', () => {
  const secret = processOf({ steps, archive: { class: 'plan', keep: '10y', confidential: true } });
  const { events } = given(secret, pen).when(agrees('cleo', 'last'));
  const [written] = events.flatMap((each) => (each.type === 'LedgerWritten' ? [each.data.cells] : []));
  expect(written).toMatchObject({ number: 'S-2026-001', class: 'plan' });
  expect(Object.keys(written ?? {})).not.toEqual(expect.arrayContaining(['title']));
  expect(Object.keys(written ?? {})).not.toEqual(expect.arrayContaining(['owner']));
});

test('one that is rejected is not', () => {
  expect(
    given(kept, pen)
      .when(rejects('cleo', 'last'))
      .events.map(({ type }) => type),
  ).toEqual(['CaseRejected']);
});

test('its row is read with the case from then on, so that a second completion would go on from it', () => {
  const open = given(kept, pen);
  expect(neededRows(kept, open.state.values, open.state, open.told.facts)).toEqual([]);
  const { state, told } = given(kept, pen, agrees('cleo', 'last'));
  expect(neededRows(kept, state.values, state, told.facts)).toEqual(['archive/case-1']);
});

test('a process that says nothing of keeping enters nothing', () => {
  const plain = processOf({ steps });
  expect(
    given(plain, pen)
      .when(agrees('cleo', 'last'))
      .events.map(({ type }) => type),
  ).not.toContain('LedgerWritten');
});
