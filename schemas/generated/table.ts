/* Generated from ../table.schema.json by `npm run generate`: change the schema instead. */
import type { Id, Words } from './common.ts';
export type { Id, Words } from './common.ts';

/**
 * A decision table: inputs to outputs, read top to bottom.
 */
export interface DecisionTableDocument {
  format: 'table/v1';
  id: Id;
  title: Words;
  note?: string;
  /**
   * unique: at most one rule fits; any: all that fit say the same; first: the first that fits; priority: the one whose outputs stand first among their values; ruleOrder: all that fit, in order; collect: all that fit, made one by aggregate
   */
  hit: 'unique' | 'any' | 'first' | 'priority' | 'ruleOrder' | 'collect';
  /**
   * of hit: collect; list when absent
   */
  aggregate?: 'sum' | 'min' | 'max' | 'count' | 'list';
  inputs: TableInputs;
  outputs: TableOutputs;
  /**
   * @minItems 1
   */
  rules: TableRule[];
  /**
   * what it says when no rule fits
   */
  default?: RuleOutputs;
  /**
   * cases with what the table has to say; judged with every check
   *
   * @minItems 1
   */
  tests?: TableTest[];
}
export interface TableInputs {
  [k: string]: InputColumn;
}
export interface InputColumn {
  type: 'integer' | 'decimal' | 'money' | 'percent' | 'choice' | 'flag';
  title: Words;
  list?: Id;
}
export interface TableOutputs {
  [k: string]: OutputColumn;
}
export interface OutputColumn {
  type: 'post' | 'text' | 'integer' | 'decimal' | 'money' | 'percent' | 'choice' | 'duration' | 'flag';
  title: Words;
  /**
   * the options of a choice
   */
  list?: Id;
  /**
   * all it may say; with hit: priority the first comes first
   *
   * @minItems 1
   */
  values?: (string | number | boolean)[];
}
export interface TableRule {
  when: RuleTests;
  then: RuleOutputs;
  note?: Words;
}
export interface RuleTests {
  /**
   * <= 100000, (100000..500000], a, b, or - for any
   */
  [k: string]: string | number | boolean;
}
export interface RuleOutputs {
  [k: string]: string | number | boolean;
}
export interface TableTest {
  given: TestInputs;
  expect: TestOutputs;
}
export interface TestInputs {
  [k: string]: string | number | boolean;
}
/**
 * {} when no rule fits
 */
export interface TestOutputs {
  [k: string]: string | number | boolean | (string | number | boolean)[];
}
