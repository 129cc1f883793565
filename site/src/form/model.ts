import { compileForms, type FormFinding, type FormModel } from '#engine';
import type { CheckRule, FormEnvironmentView, FormView } from '../../../schemas/generated/api.ts';
import type { Field, Form } from '../../../schemas/generated/process.ts';

type Forms = Readonly<Record<string, Form>>;
type Source = { readonly forms: Forms; readonly checks: readonly CheckRule[] };

/** Expressions name fields; each round takes out those that name one I may not see. */
const MOST_ROUNDS = 8;

/**
 * Compiles the forms a page was given. They hold only what the reader may see, so an expression that looks at more is
 * left to the server: a value computed from it stays as it was sent, a condition or check of that kind is not asked.
 */
export function buildModel(
  forms: readonly FormView[],
  checks: readonly CheckRule[],
  environment: FormEnvironmentView,
): FormModel {
  let source: Source = { forms: Object.fromEntries(forms.map((form) => [form.id, plainForm(form)])), checks };
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const compiled = compileForms(source.forms, source.checks, environment);
    if (compiled.ok) return compiled.value;
    source = compiled.error.reduce(without, source);
  }
  throw new Error('the forms of this process do not compile');
}

/** Sections order the fields on the page; compiling them would only repeat that, unless one may be hidden. */
const plainForm = ({ title, fields, sections = [] }: FormView): Form => ({
  title,
  fields,
  ...(sections.some(({ visible }) => visible !== undefined) ? { sections } : {}),
});

function without(source: Source, { path }: FormFinding): Source {
  const [root, first, part, field, ...rest] = path;
  if (root === 'checks' && typeof first === 'number')
    return { ...source, checks: source.checks.with(first, { that: 'true', at: firstForm(source), else: '' }) };
  const form = source.forms[String(first)];
  if (form !== undefined && part === 'sections')
    return { ...source, forms: { ...source.forms, [String(first)]: withoutCondition(form, Number(field)) } };
  const old = form?.fields[String(field)];
  if (form === undefined || old === undefined) return source;
  const fields = { ...form.fields, [String(field)]: withoutIn(old, rest.map(String)) };
  return { ...source, forms: { ...source.forms, [String(first)]: { ...form, fields } } };
}

/** A section whose condition cannot be told here stays; the server knows. */
function withoutCondition(form: Form, number: number): Form {
  const sections = (form.sections ?? []).map((section, index) =>
    index === number ? { title: section.title, fields: section.fields } : section,
  );
  return { ...form, sections };
}

const firstForm = ({ forms }: Source): string => Object.keys(forms)[0] ?? '';

function withoutIn(field: Field, [key, column, ...rest]: readonly string[]): Field {
  if (field.type === 'table' && key === 'columns' && column !== undefined) {
    const inner = field.columns[column];
    return inner === undefined
      ? field
      : { ...field, columns: { ...field.columns, [column]: withoutKey(inner, rest[0]) } };
  }
  return withoutKey(field, key);
}

/** A value nobody here can compute is shown as it came and not written. */
function withoutKey<F extends Field>(field: F, key: string | undefined): F {
  const copy = { ...field, ...(key === 'compute' || key === 'lookup' || key === 'decide' ? { readonly: true } : {}) };
  if (key !== undefined) Reflect.deleteProperty(copy, key);
  return copy;
}
