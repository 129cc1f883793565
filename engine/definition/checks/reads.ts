import { conjunctsOf } from '../../expression/conjuncts.ts';
import type { DocumentPath } from '../../form/finding.ts';
import { isDerived } from '../../form/model.ts';
import type { Block } from '../definition.ts';
import type { Finding } from '../finding.ts';
import type { CheckingCompiled } from './checking.ts';
import { type Assignment, caseOf, caseText, type Outcome } from './possible.ts';
import { formsTested } from './presence.ts';
import { AT_START, follow, formsIn, rowsNamed } from './progress.ts';
import { blocksIn, checkRaces } from './race.ts';
import { isKnown } from './reachable.ts';
import { type Read, readsOf, triggerReads } from './read-places.ts';
import { error, warning } from './report.ts';
import { type Routes, routesOf } from './routes.ts';
import { notFilled } from './unfilled.ts';

type Search = Routes & {
  readonly checking: CheckingCompiled;
  /** Forms that somebody fills in anywhere. */
  readonly asked: ReadonlySet<string>;
  readonly blocks: readonly Block[];
};

/** Whatever the way of a case depends on is filled in before it is needed. */
export function checkReads(checking: CheckingCompiled): readonly Finding[] {
  const { definition, steps } = checking;
  const places = new Map(steps.map(({ id, path }) => [id, path]));
  const search: Search = {
    ...routesOf(checking),
    checking,
    asked: new Set(formsIn(definition)),
    blocks: blocksIn(definition.blocks),
  };
  const findings = [...checkRaces(checking)];
  for (const block of search.blocks) {
    for (const read of readsOf(checking, block, places.get(block.id) ?? [])) {
      const finding = checkRead(search, block, read);
      if (finding !== undefined && !findings.some((other) => isSame(other, finding))) findings.push(finding);
    }
  }
  return [...findings, ...beforeTheCase(checking)];
}

/** A case that a ledger row starts has no values yet. */
const beforeTheCase = ({ definition }: CheckingCompiled): readonly Finding[] =>
  triggerReads(definition).flatMap(({ path, names: [form = '', field = ''] }) =>
    definition.model.forms.has(form) ? [error('read-before-set', path, { form, field: `${form}.${field}` })] : [],
  );

const isSame = (left: Finding, right: Finding): boolean =>
  left.params.form === right.params.form && left.path.join('/') === right.path.join('/');

function checkRead(search: Search, block: Block, { path, names }: Read): Finding | undefined {
  const { model } = search.checking.definition;
  const { sure, maybe } = search.progress.get(block.id) ?? AT_START;
  const [form = '', field = '', column] = names;
  const written = [form, `${form}.${field}`, `${form}.${field}.${column}`];
  if (!model.forms.has(form) || written.some((name) => sure.has(name))) return undefined;
  const node = model.nodes.get(`${form}.${field}`);
  if (!search.asked.has(form) && node !== undefined && isDerived(node)) return undefined;
  const params = { form, field: field === '' ? form : `${form}.${field}` };
  if (!written.some((name) => maybe.has(name))) return error('read-before-set', path, params);
  return formsTested(textAt(search.checking, path)).has(form) ? undefined : onSomeWay(search, block, path, params);
}

/** The form is filled in on some ways only: a case of another way proves it. */
function onSomeWay(search: Search, block: Block, path: DocumentPath, params: Finding['params']): Finding | undefined {
  const form = params.form ?? '';
  const here = [...(search.routes.get(block.id)?.known ?? []), ...guards(search, textAt(search.checking, path), form)];
  const elsewhere = notFilled(search, search.blocks, block, form);
  const found = caseOf([...here, ...(elsewhere ?? [])], search.domainsAt(block.id));
  if (found === 'never') return undefined;
  const some = { ...params, some: 'yes' };
  if (elsewhere === undefined || found === 'unknown') return warning('read-before-set', path, some);
  return isProof(search, found)
    ? error('read-before-set', path, { ...some, case: caseText(found) })
    : warning('read-before-set', path, { ...some, case: caseText(found) });
}

const isProof = ({ checking }: Search, found: Assignment): boolean =>
  [...found.keys()].every((variable) => isKnown(checking, variable));

/** In `a && b` it matters what `b` reads only where `a` holds. */
function guards({ read }: Search, source: string, form: string): readonly Outcome[] {
  return conjunctsOf(source).flatMap((part): readonly Outcome[] =>
    part.includes(`${form}.`) ? [] : [{ condition: read(part), holds: true }],
  );
}

/** The expression at a path; empty where it is none. */
function textAt({ document }: CheckingCompiled, path: DocumentPath): string {
  const found = path.reduce<unknown>((node, key) => Reflect.get(Object(node), key), document);
  return typeof found === 'string' ? found : '';
}

/** A case changes its own row of a ledger only after it wrote one. */
export function checkInserts({ definition, steps }: CheckingCompiled): readonly Finding[] {
  const places = new Map(steps.map(({ id, path }) => [id, path]));
  const findings: Finding[] = [];
  follow(definition.blocks, AT_START, (block, { inserted }) => {
    if (block.kind !== 'ledger' || block.write !== 'update' || block.key !== undefined) return;
    if (inserted.has(rowsNamed(block))) return;
    findings.push(
      error('insert-missing', [...(places.get(block.id) ?? []), 'ledger'], { ledger: block.ledger, name: block.id }),
    );
  });
  return findings;
}
