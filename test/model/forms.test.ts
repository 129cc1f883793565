import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { checksFor, formsFor } from '../../engine/case/view.ts';
import type { Definition } from '../../engine/definition/definition.ts';
import type { FormFacts } from '../../engine/form/facts.ts';
import type { Issue } from '../../engine/form/issue.ts';
import { toJsonSchema } from '../../engine/form/json-schema.ts';
import { acceptPatch } from '../../engine/form/patch.ts';
import { formPaths } from '../../engine/form/rights.ts';
import { settle } from '../../engine/form/settle.ts';
import { validate } from '../../engine/form/validate.ts';
import type { Values } from '../../engine/form/value.ts';
import type { Field } from '../../schemas/generated/process.ts';
import { placeIssue } from '../../site/src/form/issue-places.ts';
import { buildModel } from '../../site/src/form/model.ts';
import { createFormStore } from '../../site/src/form/store.ts';
import { definitions, openingRows, workspace } from '../support/shipped.ts';
import { broken, diceOf, isWritten, valueFor, type World } from './instances.ts';

/** 40,000 by hand: INSTANCES=40000 npx vitest run --project engine test/model/forms.test.ts */
const INSTANCES = Number(process.env.INSTANCES ?? 400);
const SEED = Number(process.env.INSTANCES_SEED ?? 20261122);

const people = [...workspace.organisation.people()].map(({ id }) => id);
const units = Object.keys(workspace.documents.organisation.units);

type Body = Readonly<Record<string, unknown>>;
type Verdict = readonly string[];

const rows = Object.fromEntries(
  openingRows().map(({ ledger, rows: list }) => [ledger, list.map((_, index) => `${ledger}-${index + 1}`)]),
);
const references = Object.fromEntries(
  openingRows().flatMap(({ ledger, rows: list }) => list.map((cells, index) => [`${ledger}-${index + 1}`, cells])),
);
const world: World = { people, units, rows: { campaigns: ['campaigns-1'], ...rows } };

const factsFor = ({ document }: Definition): FormFacts => {
  const calendar = workspace.calendars[document.calendar];
  if (calendar === undefined) throw new Error('no calendar');
  return {
    today: '2026-11-23' as FormFacts['today'],
    starter: 'u08',
    settings: workspace.settings,
    references: { 'campaigns-1': {}, ...references },
    lookups: {},
    case: { id: 'c1', number: 'X-1', starter: 'u08', startedOn: '2026-11-20' },
    knows: { person: (id) => people.includes(id as never), unit: (id) => units.includes(id as never) },
    calendar,
  };
};

/** Codes of flaws that a JSON Schema can state; the others look at more than one value, or at the world. */
const STATED: ReadonlySet<string> = new Set([
  'wrong-type',
  'too-long',
  'not-an-option',
  'unknown-field',
  'too-many',
  'too-many-rows',
]);

const compiled = (definition: Definition, form: string): ValidateFunction => {
  const ajv = new Ajv2020({ strict: true, ownProperties: true, allErrors: true });
  formats.default(ajv);
  return ajv.compile(toJsonSchema(definition.model, form));
};

/** Where an error of Ajv belongs: keys that are missing or too many have a place of their own. */
const placeOf = ({ instancePath, keyword, params }: ErrorObject): string =>
  keyword === 'required'
    ? `${instancePath}/${params.missingProperty}`
    : keyword === 'additionalProperties'
      ? `${instancePath}/${params.additionalProperty}`
      : instancePath;

describe.each(
  Object.values(definitions).flatMap((definition) =>
    [...definition.model.forms.keys()].map((form) => [`${definition.id} ${form}`, definition, form] as const),
  ),
)('%s', (_name, definition, form) => {
  const { model } = definition;
  const facts = factsFor(definition);
  const editable = new Set(formPaths(model, form));
  const fields: Readonly<Record<string, Field>> = definition.document.forms[form]?.fields ?? {};
  /** The field or cell a place lies in. */
  const fieldAt = (path: string): string => {
    const [, field = '', index, column] = path.split('/');
    const isCell = fields[field]?.type === 'table' && column !== undefined;
    return isCell ? `/${field}/${index}/${column}` : `/${field}`;
  };
  /** Nobody sends what is computed, so a schema cannot judge it: a table computed from a broken one is broken, too. */
  const isSent = (place: string): boolean => {
    const declared = fields[place.split('/')[1] ?? ''];
    return declared === undefined || isWritten(declared);
  };
  const judgeSchema = compiled(definition, form);
  const all = new Set([...model.nodes.keys()]);
  const island = buildModel(formsFor(definition, all), checksFor(definition, all), {
    settings: Object.fromEntries(Object.keys(workspace.settings).map((id) => [id, { type: 'decimal', value: '0' }])),
    ledgers: Object.fromEntries(
      Object.entries(workspace.documents.ledgers).map(([id, { title, columns, name, sums }]) => [
        id,
        { title, columns, ...(name !== undefined && { name }), ...(sums !== undefined && { sums }) },
      ]),
    ),
    tables: workspace.documents.tables,
    calendar: workspace.documents.calendars[definition.document.calendar] as never,
  });

  /** What the worker says to a body that has come in. */
  function worker(body: Body): {
    readonly atDoor: boolean;
    readonly issues: readonly Issue[];
    readonly values: Values;
  } {
    const taken = acceptPatch(model, {}, { [form]: body }, editable, facts);
    if (!taken.ok) return { atDoor: true, issues: taken.error, values: {} };
    return { atDoor: false, issues: validate(model, taken.value, facts, editable), values: taken.value };
  }

  const inForm = ({ path }: Issue): string => path.slice(form.length + 1);

  /** What the page says of the same values, typed in one field after the other. */
  function page(values: Values): Verdict {
    const store = createFormStore({ model: island, values: settle(island, {}, facts), facts, editable });
    for (const [field, value] of Object.entries(values[form] ?? {})) {
      const declared = fields[field];
      if (declared !== undefined && isWritten(declared)) store.set(`${form}.${field}`, value);
    }
    return store
      .check()
      .map(({ key, code }) => `${key} ${code}`)
      .toSorted();
  }

  const instance = (seed: number): Body => {
    const dice = diceOf(seed);
    return Object.fromEntries(
      Object.entries(fields)
        .filter(([, field]) => isWritten(field))
        .filter(([, field]) => ('required' in field && field.required === true) || dice() < 0.8)
        .map(([id, field]) => [id, valueFor(field, dice, world)] as const)
        .filter(([, value]) => value !== undefined),
    );
  };

  test('page, worker and JSON Schema agree on what is filled in and on what is broken', () => {
    let refused = 0;
    for (let n = 0; n < INSTANCES; n += 1) {
      const seed = SEED + n * 7919;
      const filled = instance(seed);
      const body = n % 2 === 0 ? filled : broken(filled, diceOf(seed + 1));
      const { atDoor, issues, values } = worker(body);
      const about = { seed, body: JSON.stringify(body).slice(0, 400) };
      if (issues.length > 0) refused += 1;

      // What the engine takes, the schema takes; what the schema refuses, the engine refuses at the same place.
      const schemaTakes = judgeSchema(body);
      const stated = new Set((judgeSchema.errors ?? []).map(placeOf).map(fieldAt));
      const said = new Set(issues.map(inForm).map(fieldAt));
      if (issues.length === 0) expect({ ...about, schemaTakes }).toEqual({ ...about, schemaTakes: true });
      if (atDoor || issues.length > 0)
        expect({ ...about, missing: [...stated].filter((place) => !said.has(place) && !atDoor) }).toEqual({
          ...about,
          missing: [],
        });
      const clear = issues
        .filter(({ code }) => STATED.has(code))
        .map(inForm)
        .map(fieldAt)
        .filter(isSent);
      expect({ ...about, unsaid: clear.filter((place) => !stated.has(place)) }).toEqual({ ...about, unsaid: [] });

      if (atDoor) continue;
      const expected = issues.map((issue) => placeIssue(issue, values, model));
      const single = expected.filter(({ code }) => code !== 'check-failed');
      const shown = (single.length > 0 ? single : expected).map(({ key, code }) => `${key} ${code}`).toSorted();
      expect({ ...about, page: page(values) }).toEqual({ ...about, page: shown });
    }
    expect(refused).toBeGreaterThan(0);
  }, 600_000);
});
