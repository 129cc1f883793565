import { type FormModel, isDerived } from '../form/model.ts';
import type { FieldPath } from '../form/value.ts';
import type { StepId } from '../shared/brand.ts';
import type { Compilation } from './compilation.ts';
import type { Definition } from './definition.ts';
import { expandPaths } from './rights.ts';

/** What people without an account see and write, with every path that stands for several written out. */
export function compilePublic({ document, model }: Compilation): Pick<Definition, 'public'> {
  if (document.public === undefined) return {};
  const { by, fields, fixed = [], about, message = false } = document.public;
  const see = expandPaths(model, fields);
  const said = new Set([...expandPaths(model, fixed), ...Object.keys(about?.carry ?? {})]);
  return {
    public: {
      by,
      see,
      edit: new Set([...see].filter((path) => isWritten(model, path, said))),
      fixed: expandPaths(model, fixed),
      ...(about && { about: { ...about, after: about.after as StepId } }),
      message,
    },
  };
}

/** Answers come with their questions, and are written all the same. */
function isWritten(model: FormModel, path: FieldPath, said: ReadonlySet<FieldPath>): boolean {
  const node = model.nodes.get(path);
  if (node === undefined || isDerived(node) || node.readonly === true) return false;
  return node.field.type === 'answers' || !said.has(path);
}
