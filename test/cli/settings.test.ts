import { describe, expect, test } from 'vitest';
import { checkFiles } from '../../cli/src/check.ts';
import { readFolder, type SourceFile } from '../../cli/src/folder.ts';
import { found } from './overlay.ts';

const SETTINGS = `format: settings/v1
id: settings
settings:
  answerTime: { type: duration, value: 3wd, title: { zh-CN: 答复时限, zh-TW: 答覆時限, en: Time to answer } }
  rounds: { type: integer, value: 2, title: { zh-CN: 次数, zh-TW: 次數, en: Rounds } }
`;
const LISTS = `format: lists/v1
id: lists
lists:
  colours:
    title: { zh-CN: 颜色, zh-TW: 顏色, en: Colours }
    options: [{ id: red, title: { zh-CN: 红, zh-TW: 紅, en: Red } }]
`;
const base = readFolder('test/fixtures/definitions/base');

/** A sound folder with further files, and with texts of the request replaced. */
function check(added: Readonly<Record<string, string>>, ...replaced: readonly (readonly [string, string])[]) {
  const changed = base.map(({ name, text }): SourceFile => {
    const edited =
      name === 'office/request.yaml' ? replaced.reduce((all, [a, b]) => all.replace(a, b), text ?? '') : text;
    return { name, text: edited };
  });
  const { problems, definitions } = checkFiles([
    ...changed,
    ...Object.entries(added).map(([name, text]) => ({ name, text })),
  ]);
  return { found: problems.map(found), request: definitions?.processes.request?.document, definitions };
}

describe('settings', () => {
  test('of an area stand where a step takes a duration or a number', () => {
    const { found, request } = check(
      { 'office/settings.yaml': SETTINGS },
      ['due: 2wd', 'due: settings.answerTime'],
      ['return: { to: [draft] }', 'return: { to: [draft], max: settings.rounds }'],
    );
    expect(found).toEqual([]);
    expect(request?.steps[1]).toMatchObject({ first: { due: '3wd', return: { max: 2 } } });
  });

  test('stay names in expressions, which read the value as it is when they run', () => {
    const { request } = check({ 'office/settings.yaml': SETTINGS });
    expect(request?.checks?.[0]?.that).toBe('plan.total <= settings.limit');
  });

  test('stand in steps and fields whatever these are called', () => {
    const { found, request } = check(
      { 'office/settings.yaml': SETTINGS },
      ['  - first:', '  - result:'],
      ['withdraw: { until: first }', 'withdraw: { until: result }'],
      ['due: 2wd', 'due: settings.answerTime'],
    );
    expect(found.filter((problem) => problem.startsWith('office/request.yaml'))).toEqual([]);
    expect(request?.steps[1]).toMatchObject({ result: { due: '3wd' } });
  });

  test('that are not there are named at the place that wants them', () => {
    const { found } = check({}, ['due: 2wd', 'due: settings.nothing']);
    expect(found).toContain('office/request.yaml:59:12 unknown-setting');
  });

  test('have a value of their type', () => {
    const { found } = check({ 'office/settings.yaml': SETTINGS.replace('3wd', 'soon') });
    expect(found).toEqual(['office/settings.yaml:4:40 bad-format']);
  });

  test('of two files with the same id are refused at the later one', () => {
    const { found } = check({ 'office/settings.yaml': SETTINGS.replace('answerTime', 'limit') });
    expect(found).toEqual([expect.stringContaining('duplicate-id')]);
  });
});

test('lists of an area are offered beside those everybody shares', () => {
  const { found, definitions } = check({ 'office/lists.yaml': LISTS });
  expect(found).toEqual([]);
  expect(Object.keys(definitions?.workspace.lists.lists ?? {}).toSorted()).toEqual(['colours', 'kinds']);
});
