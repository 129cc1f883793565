import { describe, expect, test } from 'vitest';
import { definitionsOf } from '../../../cli/src/definitions.ts';
import { readFolder } from '../../../cli/src/folder.ts';
import { parseFiles } from '../../../cli/src/source.ts';
import { canHappen, conditionReader, domainsOf } from '../../../engine/definition/checks/condition.ts';
import { scopeOf } from '../../../engine/form/scope.ts';
import type { Field, ProcessDocument } from '../../../schemas/generated/process.ts';

const definitions = definitionsOf(parseFiles(readFolder('test/fixtures/definitions/base')).sources);
const request = definitions?.processes.request?.document;
if (request === undefined) throw new Error('no request');
const more: Record<string, Field> = { count: { type: 'integer', title: 'n' } };
const plan = { title: 'plan', fields: { ...request.forms.plan?.fields, ...more } };
const document: ProcessDocument = { ...request, forms: { plan } };
const read = conditionReader(document, scopeOf(document.forms, { ledgers: {}, settings: {} }));

/** Whether all of these can hold at once; `kind` is filled in, flags may be missing. */
const together = (...conditions: readonly string[]) =>
  canHappen(
    conditions.map((source) => ({ condition: read(source), holds: true })),
    domainsOf(document, (path) => path === 'plan.kind'),
  );

describe('conditions that cannot hold', () => {
  test.for([
    [['false']],
    [['1 > 2']],
    [['true && 1 == 2']],
    [["plan.kind == 'huge'"]],
    [["plan.kind == 'big'", "plan.kind == 'small'"]],
    [["'big' == plan.kind", "plan.kind != 'big'"]],
    [["plan.kind != 'big'", "plan.kind != 'small'"]],
    [["plan.kind in ['big']", "!(plan.kind in ['big', 'small'])"]],
    [['plan.kind == null']],
    [['plan.urgent', '!plan.urgent']],
    [['plan.urgent == true', 'plan.urgent == false']],
    [['plan.urgent', 'plan.urgent == null']],
    [['plan.count > 3', '!(plan.count   >   3)']],
    [['plan.urgent || plan.count > 3', '!plan.urgent && !(plan.count > 3)']],
  ] as const)('%j', ([conditions]) => {
    expect(together(...conditions)).toBe(false);
  });
});

describe('conditions that can hold', () => {
  test.for([
    [['true']],
    [["plan.kind == 'big'"]],
    [["plan.kind in ['big', 'small']", "plan.kind != 'big'"]],
    [['plan.urgent == null', '!plan.urgent', '!(plan.urgent == false)']],
    // Numbers are not compared with each other.
    [['plan.count > 3', 'plan.count < 3']],
    [["plan.name == 'a'", "plan.name == 'b'"]],
    // More combinations than are tried out count as possible.
    [
      [
        Array.from({ length: 16 }, (_, n) => `(plan.count > ${n} || plan.count < -${n})`).join(' && '),
        'plan.urgent && !plan.urgent',
      ],
    ],
  ] as const)('%j', ([conditions]) => {
    expect(together(...conditions)).toBe(true);
  });
});
