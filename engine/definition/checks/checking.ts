import type { Field, ProcessDocument } from '../../../schemas/generated/process.ts';
import { own } from '../../shared/own.ts';
import type { Definition } from '../definition.ts';
import type { Finding } from '../finding.ts';
import type { PlacedStep } from '../placed-steps.ts';
import type { Workspace } from '../workspace.ts';

/** What a rule looks at. */
export type Checking = {
  readonly document: ProcessDocument;
  readonly workspace: Workspace;
  /** All processes of the workspace by id. */
  readonly processes: Readonly<Record<string, ProcessDocument>>;
  /** All steps and blocks, top to bottom. */
  readonly steps: readonly PlacedStep[];
};

/** The same once the definition compiles: names and types are known to be right. */
export type CheckingCompiled = Checking & { readonly definition: Definition };

export type Rule = (checking: Checking) => readonly Finding[];
export type CompiledRule = (checking: CheckingCompiled) => readonly Finding[];

/** The field or column a path names; undefined for a form and for what is not there. */
export function fieldAt({ forms }: ProcessDocument, path: string): Field | undefined {
  const [form = '', field = '', column] = path.split('.');
  const found = own(own(forms, form)?.fields ?? {}, field);
  if (column === undefined) return found;
  return found?.type === 'table' ? own(found.columns, column) : undefined;
}

/** Whether nothing ever hides the field, neither a condition of its own nor that of its group or section. */
export function isAlwaysShown(document: ProcessDocument, path: string): boolean {
  const [form = '', field = ''] = path.split('.');
  const sections = own(document.forms, form)?.sections ?? [];
  const groups = Object.entries(own(document.forms, form)?.fields ?? {}).filter(
    ([, each]) => each.type === 'group' && each.members.includes(field),
  );
  const around = [field, ...groups.map(([id]) => id)];
  const hidesAll =
    sections.some(({ visible, fields }) => visible !== undefined && fields.some((id) => around.includes(id))) ||
    groups.some(([, { visible }]) => visible !== undefined);
  return !hidesAll && fieldAt(document, path)?.visible === undefined;
}

/** Paths of all fields and columns. */
export function fieldPaths({ forms }: ProcessDocument): readonly string[] {
  return Object.entries(forms).flatMap(([form, { fields }]) =>
    Object.entries(fields).flatMap(([id, field]) => {
      const columns = field.type === 'table' ? Object.keys(field.columns) : [];
      return [`${form}.${id}`, ...columns.map((column) => `${form}.${id}.${column}`)];
    }),
  );
}
