/* Generated from ../indicators.schema.json by `npm run generate`: change the schema instead. */
import type { Id, Words } from './common.ts';
export type { Id, Words } from './common.ts';
import type { Expression } from './process.ts';
export type { Expression } from './process.ts';
import type { MeasureUnit } from './report.ts';
export type { MeasureUnit } from './report.ts';

/**
 * What the company measures itself by.
 */
export interface IndicatorsDocument {
  format: 'indicators/v1';
  id: Id;
  indicators: Indicators;
}
export interface Indicators {
  [k: string]: Indicator;
}
export interface Indicator {
  title: Words;
  unit: MeasureUnit;
  /**
   * whether more of it is better, or less; absent when neither is
   */
  direction?: 'up' | 'down';
  /**
   * over measures, by their names
   */
  formula: Expression;
  /**
   * digits after the point; 1 when absent
   */
  places?: number;
  /**
   * the formula in words
   */
  says: Words;
  /**
   * the ledgers or built-in sources it is computed from
   *
   * @minItems 1
   */
  source: Id[];
  /**
   * from here on all is well
   */
  good?: string | number;
  /**
   * from here on it can be put up with
   */
  fair?: string | number;
}
