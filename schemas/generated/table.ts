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
  hit: 'unique' | 'first';
  inputs: TableInputs;
  outputs: TableOutputs;
  /**
   * @minItems 1
   */
  rules: TableRule[];
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
  type: 'post' | 'text' | 'integer' | 'decimal' | 'money' | 'choice';
  title: Words;
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
  [k: string]: string;
}
export interface RuleOutputs {
  [k: string]: string;
}
