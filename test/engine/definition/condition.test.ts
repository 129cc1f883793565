import { describe, expect, test } from 'vitest';
import { definitionsOf } from '../../../cli/src/definitions.ts';
import { readFolder } from '../../../cli/src/folder.ts';
import { parseFiles } from '../../../cli/src/source.ts';
import { fieldAt } from '../../../engine/definition/checks/checking.ts';
import { conditionReader, type FieldOf } from '../../../engine/definition/checks/condition.ts';
import { domainsOf } from '../../../engine/definition/checks/domains.ts';
import { canHappen, caseOf, caseText } from '../../../engine/definition/checks/possible.ts';
import { scopeOf } from '../../../engine/form/scope.ts';
import type { Field, ProcessDocument } from '../../../schemas/generated/process.ts';

const definitions = definitionsOf(parseFiles(readFolder('test/fixtures/definitions/base')).sources);
const request = definitions?.processes.request?.document;
if (request === undefined) throw new Error('no request');
const more: Record<string, Field> = {
  count: { type: 'integer', title: 'n', min: 1, max: 9 },
  price: { type: 'money', title: 'p' },
  share: { type: 'decimal', title: 's' },
  mark: { type: 'rating', title: 'm', max: 3 },
};
const plan = { title: 'plan', fields: { ...request.forms.plan?.fields, ...more } };
const document: ProcessDocument = { ...request, forms: { plan } };
const fields: FieldOf = (path) => fieldAt(document, path);
const read = conditionReader(fields, scopeOf(document.forms, { ledgers: {}, settings: {} }));
const domains = domainsOf(fields, (path) => path === 'plan.kind');
const all = (conditions: readonly string[]) => conditions.map((source) => ({ condition: read(source), holds: true }));

/** Whether all of these can hold at once; `kind` is filled in, everything else may be missing. */
const together = (...conditions: readonly string[]) => canHappen(all(conditions), domains);

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
    [['empty(plan.kind)']],
    [['plan.urgent', '!plan.urgent']],
    [['plan.urgent == true', 'plan.urgent == false']],
    [['plan.urgent', 'plan.urgent == null']],
    [['plan.urgent || plan.count > 3', '!plan.urgent && !(plan.count > 3)']],
    [['plan.count > 3', '!(plan.count   >   3)']],
    [['plan.count > 3', 'plan.count < 3']],
    [['3 < plan.count', 'plan.count <= 3']],
    [['plan.share > 0.1', 'plan.share < -0.1']],
    [['plan.share >= 2', 'plan.share != 2', 'plan.share <= 2.0']],
    [['plan.name == null', "plan.name == 'a'"]],
    [["plan.name == 'a'", "plan.name == 'b'"]],
    [["plan.unit == 'hq'", "plan.unit == 'shop'"]],
    [["plan.day > '2026-05-01'", "plan.day < '2026-05-01'"]],
    [["plan.day > '2026-05-01'", 'plan.day == null']],
    [['filled(plan.lines)', 'empty(plan.lines)']],
    // Between two whole numbers, or two cents, lies nothing; marks and limited numbers end somewhere.
    [['plan.count > 3', 'plan.count < 4']],
    [['plan.price > 0.01', 'plan.price < 0.02']],
    [['plan.count > 9']],
    [['plan.count < 1']],
    [['plan.mark > 3']],
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
    // A comparison with a missing value counts as false, whichever way it asks.
    [['!(plan.count > 3)', '!(plan.count <= 3)']],
    [['plan.count >= 3', 'plan.count <= 3']],
    [['plan.count > 3', 'plan.count < 5']],
    [['plan.count == 9']],
    [['plan.price > 0.01', 'plan.price < 0.03']],
    [['plan.share > 0.01', 'plan.share < 0.02']],
    [['plan.share < -5']],
    [["plan.name != 'a'", "plan.name != 'b'", 'filled(plan.name)']],
    [["plan.day > '2026-05-01'", "plan.day < '2026-05-31'"]],
    [["plan.day == '9999-12-31'"]],
    // What is not a field compared with a constant is known by its text alone.
    [['plan.count > plan.mark', 'plan.mark > plan.count']],
    // More combinations than are tried out count as possible.
    [
      [
        Array.from({ length: 16 }, (_, n) => `(plan.count > plan.mark * ${n} || plan.mark > plan.count * ${n})`).join(
          ' && ',
        ),
        'plan.urgent && !plan.urgent',
      ],
    ],
  ] as const)('%j', ([conditions]) => {
    expect(together(...conditions)).toBe(true);
  });
});

describe('a case that shows it', () => {
  test.for([
    [["plan.kind == 'small'", 'plan.total > 60000'], 'plan.kind = small, plan.total = 60001'],
    [['plan.urgent || plan.count >= 7', '!plan.urgent'], 'plan.urgent = false, plan.count = 7'],
    [['plan.name == null'], 'plan.name = null'],
    [["plan.day > '2026-02-28'"], 'plan.day = 2026-03-01'],
  ] as const)('%j', ([conditions, text]) => {
    const found = caseOf(all(conditions), domains);
    expect(typeof found === 'string' ? found : caseText(found)).toBe(text);
  });
});
