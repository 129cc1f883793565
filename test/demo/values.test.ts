import { expect, test } from 'vitest';
import { asks, compileDefinition, compileWorkspace, type Definition, digestOfPublished, parseCivilDate } from '#engine';
import { checkFiles } from '../../cli/src/check.ts';
import { readFolder } from '../../cli/src/folder.ts';
import { ARCS } from '../../demo/arcs/index.ts';
import { Dice } from '../../demo/dice.ts';
import { RECIPES } from '../../demo/recipes/index.ts';
import { shiftBetween, shifted } from '../../demo/shift.ts';

const { definitions } = checkFiles(readFolder('process-defs'));
const workspace = definitions && compileWorkspace(definitions.workspace);
const processes = new Map<string, Definition>(
  Object.entries(definitions?.processes ?? {}).flatMap(([id, published]) => {
    if (workspace === undefined) return [];
    const done = compileDefinition(published, workspace, { version: 1, digest: digestOfPublished(published) });
    return done.ok ? [[id, done.value]] : [];
  }),
);
const day = (text: string) => {
  const found = parseCivilDate(text);
  if (found === undefined) throw new Error(text);
  return found;
};

test('every recipe writes fields that its form has', () => {
  const unknown = Object.entries(RECIPES).flatMap(([place, recipe]) => {
    const [process = '', form = ''] = place.split('/');
    const fields = processes.get(process)?.document.forms[form]?.fields ?? {};
    return Object.keys(recipe).flatMap((id) => (id in fields ? [] : [`${place}.${id}`]));
  });
  expect(unknown).toEqual([]);
});

test('every turn of a story is at a step that asks somebody, and says things of its form', () => {
  const wrong = ARCS.flatMap(({ id, turns }) =>
    turns.flatMap(({ at, values }) => {
      const [process = '', name = ''] = at.split('/');
      const step = [...(processes.get(process)?.steps.values() ?? [])].find((one) => one.id === name);
      if (!asks(step)) return [`${id} ${at}`];
      const forms = typeof values === 'object' ? Object.keys(values) : [];
      return forms.filter((form) => form !== step.form).map((form) => `${id} ${at} ${form}`);
    }),
  );
  expect(wrong).toEqual([]);
});

test('the stories of a year begin inside it', () => {
  const days = ARCS.flatMap(({ begins }) => begins.map((begin) => begin.day));
  expect(days.every((begin) => begin.startsWith('2026-'))).toBe(true);
});

test('a story moves by whole weeks, periods with it', () => {
  const shift = shiftBetween(day('2026-11-02'), day('2026-03-10'));
  expect(shift.days).toBe(-238);
  expect(shifted({ on: '2026-11-02', week: '2026-W45', month: '2026-11', note: '第 45 周' }, shift)).toEqual({
    on: '2026-03-09',
    week: '2026-W11',
    month: '2026-03',
    note: '第 45 周',
  });
});

test('a seed always throws the same dice', () => {
  const throws = (seed: number) => {
    const dice = new Dice(seed);
    return Array.from({ length: 20 }, () => dice.whole(1, 6));
  };
  expect(throws(7)).toEqual(throws(7));
  expect(throws(7)).not.toEqual(throws(8));
});
