import { expect, test } from 'vitest';
import { definitionsOf } from '../../cli/src/definitions.ts';
import { readFolder } from '../../cli/src/folder.ts';
import { parseFiles } from '../../cli/src/source.ts';
import { ruleUses, withSettingValues } from '../../engine/definition/authoring.ts';

/** Stories say nothing about settings. */
const files = readFolder('process-defs').filter(({ name }) => !name.endsWith('.test.yaml'));
const read = (all: typeof files) => {
  const definitions = definitionsOf(parseFiles(all).sources);
  if (definitions === undefined) throw new Error('the folder can be read');
  return definitions;
};
const shipped = read(files);
const { workspace, processes, authoring } = shipped;

/** The folder with other values in its common settings, as somebody would type them there. */
const edited = files.map(({ name, text }) =>
  name === 'settings.yaml' && text !== undefined
    ? {
        name,
        text: text
          .replace(/(approvalTime:\n\s+type: duration\n\s+value: )\S+/, '$15wd')
          .replace(/(maxReturns:\n\s+type: integer\n\s+value: )\S+/, '$17'),
      }
    : { name, text },
);
const typed = read(edited);

test('a setting changed in the product gives what changing its file gives', () => {
  const changed = withSettingValues({ workspace, processes }, authoring, { approvalTime: '5wd', maxReturns: 7 });
  expect(typed.workspace.settings.settings.approvalTime?.value).toBe('5wd');
  expect(JSON.stringify(changed.processes)).toBe(JSON.stringify(typed.processes));
  expect(changed.workspace).toEqual(typed.workspace);
  expect(JSON.stringify(changed.processes)).not.toBe(JSON.stringify(processes));
});

test('a setting given the value it has changes nothing', () => {
  const values = Object.fromEntries(Object.entries(workspace.settings.settings).map(([id, { value }]) => [id, value]));
  const same = withSettingValues({ workspace, processes }, authoring, values);
  expect(JSON.stringify(same)).toBe(JSON.stringify({ workspace, processes }));
});

test('exactly the processes that hold a setting change with it', () => {
  const { settings } = ruleUses({ workspace, processes }, authoring);
  const changed = withSettingValues({ workspace, processes }, authoring, { disposalOpen: 'first + 9d' });
  const differing = Object.keys(processes).filter(
    (id) => JSON.stringify(changed.processes[id]?.document) !== JSON.stringify(processes[id]?.document),
  );
  const holding = (settings.disposalOpen ?? []).filter(({ how }) => how === 'placed').map(({ id }) => id);
  expect(differing).toEqual(holding);
  expect(holding.length).toBeGreaterThan(0);
});

test('every decision table that is asked is known to be asked', () => {
  const { tables } = ruleUses({ workspace, processes }, authoring);
  for (const [table, using] of Object.entries(tables))
    for (const process of using) expect(JSON.stringify(processes[process]?.document)).toContain(`"table":"${table}"`);
  expect(Object.keys(tables).length).toBeGreaterThan(20);
});
