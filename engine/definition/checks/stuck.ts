import type { ProcessDocument } from '../../../schemas/generated/process.ts';
import { own } from '../../shared/own.ts';
import { compileDefinition } from '../compile.ts';
import type { Finding, FindingCode } from '../finding.ts';
import { placeSteps, withInner } from '../placed-steps.ts';
import { publishedOf } from '../published.ts';
import type { CheckingCompiled, CompiledRule } from './checking.ts';
import { checkDeciders } from './deciders.ts';
import { checkEnds } from './ends.ts';
import { checkPeople } from './people.ts';
import { checkReachable } from './reachable.ts';
import { error } from './report.ts';

const RULES: readonly CompiledRule[] = [checkEnds, checkReachable, checkDeciders, checkPeople];
/** What keeps a case open for ever. */
const STUCK: ReadonlySet<FindingCode> = new Set([
  'no-way-to-end',
  'no-else',
  'nobody-left',
  'nobody-finds-nobody',
  'too-few-people',
]);

/** A process that others wait for ends itself; its own findings say what is wrong with it. */
export function checkWaitedFor(checking: CheckingCompiled): readonly Finding[] {
  return checking.steps.flatMap(({ source, path }) => {
    if (!('start' in source) || source.wait !== true || source.start === checking.document.id) return [];
    const flaw = flawOf(checking, own(checking.processes, source.start));
    return flaw === undefined ? [] : [error('waits-for-stuck', [...path, 'start'], { name: source.start, flaw })];
  });
}

function flawOf(checking: CheckingCompiled, document: ProcessDocument | undefined): FindingCode | undefined {
  if (document === undefined) return undefined;
  const { workspace, processes } = checking;
  const compiled = compileDefinition(publishedOf(document, processes), workspace, { version: 1, digest: '' });
  const [first] = compiled.ok ? compiled.value.blocks : [];
  if (!compiled.ok || first?.kind !== 'fill') return undefined;
  const other = {
    document,
    workspace,
    processes,
    steps: withInner(placeSteps(document.steps)),
    definition: compiled.value,
  };
  return RULES.flatMap((rule) => rule(other)).find(({ code }) => STUCK.has(code))?.code;
}
