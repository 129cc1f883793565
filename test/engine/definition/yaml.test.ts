import { describe, expect, test } from 'vitest';
import { MAX_YAML_BYTES, readYaml } from '../../../engine/definition/yaml.ts';

const faultsOf = (text: string) => {
  const read = readYaml(text);
  return read.ok ? [] : read.error.map(({ code, position }) => `${position.line}:${position.column} ${code}`);
};

const readValue = (text: string) => {
  const read = readYaml(text);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value.value;
};

describe('values', () => {
  test('are those of JSON: YAML 1.1 dates, NO and octal numbers mean nothing special', () => {
    expect(readValue('a: NO\nb: 010\nc: 2024-01-01\nd: 1_000\ne: 0o10\n<<: x\n2026: y')).toEqual({
      a: 'NO',
      b: 10,
      c: '2024-01-01',
      d: '1_000',
      e: 8,
      '<<': 'x',
      '2026': 'y',
    });
  });

  test('an empty document is null', () => {
    expect(readValue('# nothing\n')).toBeNull();
  });
});

describe('what is refused', () => {
  test.for([
    ['a: &x 1\nb: *x', ['1:4 yaml-reference', '2:4 yaml-reference']],
    ['a: !!js/function x', ['1:4 yaml-tag']],
    ['a: "\\ud800"', ['1:4 yaml-syntax']],
    ['a: [x, "b\\0"]', ['1:8 yaml-syntax']],
    ['"a\\0": 1', ['1:1 yaml-syntax']],
    ['a: !!str 1', ['1:4 yaml-tag']],
    ['%YAML 1.1\n---\na: yes', ['1:1 yaml-tag']],
    ['a: 1\nb: 2\na: 3', ['3:1 yaml-duplicate-key']],
    ['a: 1\n"a": 2', ['2:1 yaml-duplicate-key']],
    ['a:\n  __proto__: { admin: true }', ['2:3 yaml-reserved-key']],
    ['- { "__proto__": 1 }', ['1:5 yaml-reserved-key']],
    ['steps:\n  - toString: 1\n  - constructor: 2', ['2:5 yaml-reserved-key', '3:5 yaml-reserved-key']],
    ['a: .inf', ['1:4 yaml-number']],
    ['a: [1, .nan]', ['1:8 yaml-number']],
    ['a: 12345678901234567890', ['1:4 yaml-number']],
    ['a: 1\n---\nb: 2', ['2:1 yaml-syntax']],
    ['? [a]\n: 1', ['1:3 yaml-syntax']],
    ['a: [1', ['1:6 yaml-syntax']],
    ['a: \ud800', ['1:1 yaml-syntax']],
    ['a: "\0"', ['1:1 yaml-syntax']],
  ] as const)('%j', ([text, faults]) => {
    expect(faultsOf(text)).toEqual(faults);
  });

  test.for([
    [
      'nine levels of nine aliases',
      [
        'a: &a [x,x,x,x,x,x,x,x,x]',
        ...'bcdefghi'
          .split('')
          .map((key, at) => `${key}: &${key} [${Array.from({ length: 9 }, () => `*${'abcdefgh'[at]}`).join(',')}]`),
      ].join('\n'),
      'yaml-reference',
    ],
    ['20,000 open brackets', '['.repeat(20_000), 'yaml-too-deep'],
    ['20,000 nested maps', '{a: '.repeat(20_000), 'yaml-too-deep'],
    ['20,000 nested lists', '- '.repeat(20_000), 'yaml-too-deep'],
    ['20,000 explicit keys', '? '.repeat(20_000), 'yaml-too-deep'],
    ['33 levels', `${'['.repeat(33)}${']'.repeat(33)}`, 'yaml-too-deep'],
    ['one byte too much', 'x'.repeat(MAX_YAML_BYTES + 1), 'yaml-too-large'],
    ['bytes, not characters, are counted', '文'.repeat(MAX_YAML_BYTES / 3 + 1), 'yaml-too-large'],
  ] as const)('a bomb: %s', ([, text, code]) => {
    expect(faultsOf(text).some((fault) => fault.endsWith(code))).toBe(true);
  });

  test('32 levels and 256 KB are read', () => {
    expect(faultsOf(`${'['.repeat(32)}${']'.repeat(32)}`)).toEqual([]);
    expect(faultsOf('x'.repeat(MAX_YAML_BYTES))).toEqual([]);
    expect(faultsOf(`${'文'.repeat((MAX_YAML_BYTES - 4) / 3)}😀`)).toEqual([]);
  });

  test('20,000 different keys are compared without looking at each pair', () => {
    const keys = Array.from({ length: 20_000 }, (_, key) => `k${key}: 1`);
    expect(faultsOf([...keys, 'k0: 2'].join('\n'))).toEqual(['20001:1 yaml-duplicate-key']);
  });
});

describe('positions', () => {
  const text = `# 中文
forms:
  plan:
    total: >-
      sum(plan.lines) +
      plan.rest
    'name': 'it''s plan.name'
    list: [a, { b: 1 }]
`;
  const at = (path: readonly (string | number)[], of?: 'key' | number) => {
    const read = readYaml(text);
    const { line, column } = read.ok ? read.value.positionOf(path, of) : { line: 0, column: 0 };
    return `${line}:${column}`;
  };

  test('a scalar stands where it begins, a list or a map at its key', () => {
    expect(at(['forms', 'plan'])).toBe('3:3');
    expect(at(['forms', 'plan', 'name'])).toBe('7:13');
    expect(at(['forms', 'plan', 'list'])).toBe('8:5');
    expect(at(['forms', 'plan', 'list', 0])).toBe('8:12');
    expect(at(['forms', 'plan', 'list', 1, 'b'])).toBe('8:20');
  });

  test('a key can be asked for', () => {
    expect(at(['forms', 'plan', 'name'], 'key')).toBe('7:5');
    expect(at(['forms', 'plan', 'list', 1, 'b'], 'key')).toBe('8:17');
  });

  test('a character of a folded text stands in its own line', () => {
    expect(at(['forms', 'plan', 'total'], 0)).toBe('5:7');
    expect(at(['forms', 'plan', 'total'], 'sum(plan.lines) + '.length)).toBe('6:7');
  });

  test('where quotes hide a character, its text is shown instead', () => {
    expect(at(['forms', 'plan', 'name'], 2)).toBe('7:16');
    expect(at(['forms', 'plan', 'name'], 6)).toBe('7:13');
  });

  test('a path that leads nowhere stands at the last key that exists', () => {
    expect(at(['forms', 'plan', 'title', 'en'])).toBe('3:3');
    expect(at([])).toBe('2:1');
  });
});
