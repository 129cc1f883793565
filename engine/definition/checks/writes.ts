import { rewound } from '../../case/rewind.ts';
import type { StepId } from '../../shared/brand.ts';
import { own } from '../../shared/own.ts';
import { asks, type LedgerStep } from '../definition.ts';
import type { Finding } from '../finding.ts';
import type { CheckingCompiled } from './checking.ts';
import { warning } from './report.ts';

/** What a case writes into ledgers is undone where it may be written again, or where the case may be revoked. */
export function checkWrites(checking: CheckingCompiled): readonly Finding[] {
  const { definition, document, steps } = checking;
  const places = new Map(steps.map(({ id, path }) => [id, path]));
  return [...definition.steps.values()].flatMap((step) => {
    if (step.kind !== 'ledger' || step.undo.length > 0) return [];
    const path = [...(places.get(step.id) ?? []), step.write];
    const counted = countedColumn(checking, step);
    const from = counted === undefined ? undefined : returnedOver(checking, step.id);
    if (counted !== undefined && from !== undefined)
      return [warning('counts-twice', [...path, counted], { name: step.id, column: counted, ...from })];
    return document.revoke === undefined ? [] : [warning('not-undone', path, { name: step.id, ledger: step.ledger })];
  });
}

/** The first column of numbers whose new value is made of its old one. */
function countedColumn({ workspace }: CheckingCompiled, { ledger, write, cells }: LedgerStep): string | undefined {
  if (write === 'insert') return undefined;
  const numbers = own(workspace.ledgers, ledger)?.zeros ?? {};
  const counted = cells.filter(({ target }) => Object.hasOwn(numbers, target));
  return counted.find(({ target, formula }) => formula.reads.some(([root, name]) => root === 'row' && name === target))
    ?.target;
}

/** A step that may return the case to before this one, so that this one runs again. */
function returnedOver({ definition }: CheckingCompiled, id: StepId) {
  for (const step of definition.steps.values()) {
    const to = asks(step) ? step.returnTo.find((target) => goesOver(step.id, target)) : undefined;
    if (to !== undefined) return { from: step.id, to };
  }
  return undefined;

  function goesOver(from: StepId, to: StepId): boolean {
    const order = [...definition.steps.keys()];
    return rewound(definition, to, from).includes(id) && order.indexOf(id) < order.indexOf(from);
  }
}
