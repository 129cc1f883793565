import { expect } from 'vitest';
import { compileCheckedForms } from '../../../engine/form/check-forms.ts';
import type { FormEnvironment, FormFacts } from '../../../engine/form/facts.ts';
import type { FormFinding } from '../../../engine/form/finding.ts';
import type { Issue } from '../../../engine/form/issue.ts';
import type { FormModel } from '../../../engine/form/model.ts';
import { acceptPatch } from '../../../engine/form/patch.ts';
import { formPaths } from '../../../engine/form/rights.ts';
import { validate } from '../../../engine/form/validate.ts';
import type { Values } from '../../../engine/form/value.ts';
import type { CheckRule, Field, Form } from '../../../schemas/generated/process.ts';
import { calendar, date } from '../calendar/cn-work.ts';

export const environment: FormEnvironment = {
  ledgers: {
    campaigns: {
      columns: {
        name: { type: 'text', title: '名称' },
        budget: { type: 'money', title: '预算' },
        end: { type: 'date', title: '结束' },
        unit: { type: 'unit', title: '单位' },
      },
    },
    budgets: { columns: { unit: { type: 'unit', title: '单位' }, balance: { type: 'money', title: '余额' } } },
  },
  settings: { threshold: { type: 'percent' }, days: { type: 'integer' } },
};

const people = new Set(['u01', 'u02', 'u03']);
const units = new Set(['east', 'west']);

export const facts: FormFacts = {
  today: date('2026-11-23'),
  starter: 'u01',
  settings: { threshold: '80', days: 3 },
  references: {
    'row-1': { name: '秋季促销', budget: '1000.00', end: '2026-12-31', unit: 'east' },
    'row-2': { name: '展会', budget: '500.00', end: '2026-11-30', unit: 'west' },
  },
  lookups: {},
  case: { id: 'c1', number: 'FA-2026-0001', starter: 'u01', startedOn: '2026-11-20' },
  knows: { person: (id) => people.has(id), unit: (id) => units.has(id) },
  calendar,
};

export type Fields = Readonly<Record<string, Field>>;
const form = (fields: Fields): Form => ({ title: '表单', fields });

/** A model of forms given by their fields; fails the test when they do not compile. */
export function modelOf(forms: Readonly<Record<string, Fields>>, checks: readonly CheckRule[] = []): FormModel {
  const compiled = compileCheckedForms(formsOf(forms), checks, environment);
  if (!compiled.ok) throw new Error(`does not compile: ${JSON.stringify(compiled.error)}`);
  return compiled.value;
}

const formsOf = (forms: Readonly<Record<string, Fields>>): Readonly<Record<string, Form>> =>
  Object.fromEntries(Object.entries(forms).map(([id, fields]) => [id, form(fields)]));

/** What compiling finds wrong. */
export function findingsOf(
  forms: Readonly<Record<string, Fields | Form>>,
  checks: readonly CheckRule[] = [],
): readonly FormFinding[] {
  const whole = Object.entries(forms).map(([id, fields]) => [id, isForm(fields) ? fields : form(fields)] as const);
  const compiled = compileCheckedForms(Object.fromEntries(whole), checks, environment);
  return compiled.ok ? [] : compiled.error;
}

const isForm = (fields: Fields | Form): fields is Form => typeof fields.title === 'string';

/** Rights over every field of every form. */
export const everything = (model: FormModel): ReadonlySet<string> =>
  new Set([...model.forms.keys()].flatMap((id) => formPaths(model, id)));

/** Values after an accepted patch; fails the test when it is refused. */
export function accepted(
  model: FormModel,
  before: Values,
  sent: unknown,
  editable: ReadonlySet<string> = everything(model),
  given: FormFacts = facts,
): Values {
  const result = acceptPatch(model, before, sent, editable, given);
  expect(result).toMatchObject({ ok: true });
  return result.ok ? result.value : {};
}

/** Issues of a refused patch, none when it is accepted. */
export function refusals(
  model: FormModel,
  before: Values,
  sent: unknown,
  editable: ReadonlySet<string> = everything(model),
): readonly Issue[] {
  const result = acceptPatch(model, before, sent, editable, facts);
  return result.ok ? [] : result.error;
}

/** Issues of handing in one value of one field: those of the door, or those of submitting. */
export function judge(field: Field, value: unknown): readonly Issue[] {
  const model = modelOf({ f: { x: field } });
  const result = acceptPatch(model, {}, { f: { x: value } }, everything(model), facts);
  return result.ok ? validate(model, result.value, facts, everything(model)) : result.error;
}
