import type { Span } from './issue.ts';
import type { Ast, Entry } from './parse.ts';
import { type Compilation, compileValue, refuse, type Term } from './term.ts';
import { objectOf, writerOf } from './value.ts';

/** A map literal: a record. While computing it is the stored JSON object, as records read from values are. */
export function record(compilation: Compilation, entries: readonly Entry[], { start, end }: Span): Term | undefined {
  const names = namesOf(compilation, entries);
  const compiled = entries.map(([, value]) => compileValue(compilation, value));
  const terms = compiled.filter((term) => term !== undefined);
  if (!names || terms.length < compiled.length) return undefined;
  const members = terms.map(({ type, run }, at) => ({ name: names[at] ?? '', type, run, write: writerOf(type) }));
  const fields = Object.fromEntries(members.map(({ name, type }) => [name, type]));
  const run: Term['run'] = (frame) =>
    objectOf(members.map((member) => [member.name, member.write(member.run(frame), frame)]));
  return { type: { kind: 'record', fields }, start, end, run };
}

/** The keys, when they are different text literals. */
function namesOf(compilation: Compilation, entries: readonly Entry[]): readonly string[] | undefined {
  const names: string[] = [];
  for (const [key] of entries) {
    const name = nameOf(compilation, key);
    if (name !== undefined && names.includes(name)) {
      refuse(compilation, 'type', { reason: 'duplicate', name }, key);
    } else if (name !== undefined) {
      names.push(name);
    }
  }
  return names.length === entries.length ? names : undefined;
}

function nameOf(compilation: Compilation, key: Ast): string | undefined {
  if (key.op === 'value' && typeof key.args === 'string' && key.args !== '__proto__') return key.args;
  const found = compilation.source.slice(key.start, key.end);
  return refuse(compilation, 'type', { reason: 'key', found }, key);
}
