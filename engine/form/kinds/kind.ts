import type { Field } from '../../../schemas/generated/process.ts';
import type { ExprType } from '../../expression/type.ts';
import type { CivilDate } from '../../shared/brand.ts';
import type { FormEnvironment, FormFacts } from '../facts.ts';
import type { Flaws } from '../issue.ts';
import type { Row, Values } from '../value.ts';
import type { JsonSchema } from './schema-parts.ts';

/** What a limit may look at besides the value; `row` inside tables. */
export type CheckContext = { readonly values: Values; readonly facts: FormFacts; readonly row?: Row };

export type Shape = (value: unknown) => Flaws;
/** Called with values whose shape is right. */
export type Limits = (value: unknown, context: CheckContext) => Flaws;

/** The day a date rule stands for; undefined when the field it counts from is empty. */
export type DateBound = (context: CheckContext) => CivilDate | undefined;
/** What a kind borrows from the compiler: the field's own `min` or `max` as a date. */
export type KindTools = { readonly dateBound: (side: 'min' | 'max') => DateBound | undefined };

/** Everything the engine knows of one kind of field. */
export type Kind<F extends Field> = {
  /** What expressions see. */
  exprType(field: F, environment: FormEnvironment): ExprType;
  /** What `compute` and `default` must give, where it differs from what expressions see. */
  resultType?(field: F): ExprType;
  /** Counts as not filled in. */
  isEmpty(value: unknown): boolean;
  /** Whether the JSON is of this kind at all; judged at the door for drafts too. */
  shape(field: F): Shape;
  /** Whether a value is acceptable; judged on submitting. */
  limits(field: F, tools: KindTools): Limits;
  /** One way to write each value, so that equal content has an equal digest. */
  canonical?(value: unknown): unknown;
  /** A computed value as this kind stores it. */
  fit?(value: unknown, field: F): unknown;
  /** What expressions see of a stored value, where that differs from what is stored. */
  seen?(value: unknown, facts: FormFacts, field: F): unknown;
  /** What of a stored value goes on cards and into subjects, where that is less than the whole: it is personal. */
  brief?(value: unknown): unknown;
  /** The JSON Schema 2020-12 of a filled-in value; `required` when an empty one is refused always. */
  jsonSchema(field: F, required: boolean): JsonSchema;
  /** Drawn on the form and nothing else: it has no value, and none is taken. */
  readonly valueless?: true;
};

export const NO_LIMITS: Limits = () => undefined;
export const isAbsent = (value: unknown): boolean => value === null || value === undefined;
export const isEmptyList = (value: unknown): boolean => isAbsent(value) || (Array.isArray(value) && value.length === 0);
