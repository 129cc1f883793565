import type { DocumentPath } from '../../form/finding.ts';
import { asks, type Block, type Branch, type ParallelBlock } from '../definition.ts';
import type { Finding } from '../finding.ts';
import type { CheckingCompiled } from './checking.ts';
import { canHappen, type Outcome } from './possible.ts';
import { formsIn } from './progress.ts';
import { readsOf } from './read-places.ts';
import { error } from './report.ts';
import { type Routes, routesOf } from './routes.ts';

type Search = Routes & { readonly checking: CheckingCompiled; readonly places: ReadonlyMap<string, DocumentPath> };

/** What one branch of a parallel block fills in, no branch beside it reads or fills in: who is first would decide. */
export function checkRaces(checking: CheckingCompiled): readonly Finding[] {
  const places = new Map(checking.steps.map(({ id, path }) => [id, path]));
  const search: Search = { ...routesOf(checking), checking, places };
  const blocks = blocksIn(checking.definition.blocks).filter((block) => block.kind === 'parallel');
  const found = blocks.flatMap((block) => checkBlock(search, block));
  return found.filter((finding, index) => found.findIndex((other) => sameRace(other, finding)) === index);
}

const sameRace = (left: Finding, right: Finding): boolean =>
  left.path.join('/') === right.path.join('/') && left.params.form === right.params.form;

function checkBlock(search: Search, block: ParallelBlock): readonly Finding[] {
  return block.branches.flatMap((branch, index) =>
    block.branches.flatMap((other, at) => {
      if (index === at || !together(search, block, branch, other)) return [];
      const written = new Set(formsIn(other));
      const writes = index > at ? bothWrite(search, branch, written) : [];
      return [...writes, ...readsBeside(search, branch, written)];
    }),
  );
}

/** Whether both branches can be taken in one case. */
function together(search: Search, block: ParallelBlock, ...branches: readonly Branch[]): boolean {
  const own = branches.flatMap(({ when }): Outcome[] =>
    when === undefined ? [] : [{ condition: search.read(when.source), holds: true }],
  );
  return canHappen([...(search.routes.get(block.id)?.known ?? []), ...own], search.domainsAt(block.id));
}

function bothWrite({ places }: Search, branch: Branch, written: ReadonlySet<string>): readonly Finding[] {
  return blocksIn(branch.blocks).flatMap((block) => {
    const path = places.get(block.id) ?? [];
    if (!asks(block) || block.form === undefined || !written.has(block.form)) return [];
    const key = block.kind === 'fill' ? 'fill' : 'form';
    return [error('race', [...path, key], { why: 'write', form: block.form, step: block.id })];
  });
}

function readsBeside({ checking, places }: Search, branch: Branch, written: ReadonlySet<string>): readonly Finding[] {
  const own = new Set(formsIn(branch));
  return blocksIn(branch.blocks).flatMap((block) =>
    readsOf(checking, block, places.get(block.id) ?? []).flatMap(({ path, names: [form = '', field = ''] }) => {
      if (!written.has(form) || own.has(form)) return [];
      return [
        error('race', path, { why: 'read', form, field: field === '' ? form : `${form}.${field}`, step: block.id }),
      ];
    }),
  );
}

/** These blocks and all inside them, top to bottom. */
export const blocksIn = (blocks: readonly Block[]): readonly Block[] =>
  blocks.flatMap((block) =>
    block.kind === 'choose' || block.kind === 'parallel'
      ? [block, ...block.branches.flatMap((branch) => blocksIn(branch.blocks))]
      : [block],
  );
