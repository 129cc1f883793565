/* Generated from ../report.schema.json by `npm run generate`: change the schema instead. */
import type { Id, Words } from './common.ts';
export type { Id, Words } from './common.ts';
import type { Expression, Option, OptionList } from './process.ts';
export type { Expression, Option, OptionList } from './process.ts';

export type Part = MeasurePart | RowPart;
export type Dimension = Expression | TitledDimension;
export type Measure = CountMeasure | SumMeasure | MedianMeasure | FormulaMeasure | IndicatorMeasure;
/**
 * tenThousandYuan: yuan that are shown in ten thousands
 */
export type MeasureUnit =
  'number' | 'percent' | 'yuan' | 'tenThousandYuan' | 'pieces' | 'cases' | 'people' | 'days' | 'hours' | 'points';

/**
 * Pictures and tables over ledgers and cases.
 */
export interface ReportDocument {
  format: 'report/v1';
  id: Id;
  number: string;
  title: Words;
  help?: Words;
  /**
   * under which it stands in the list of reports
   */
  area?: Id;
  /**
   * who may open it; what they see in it, the readers of each ledger say
   *
   * @minItems 1
   */
  readers: ('everyone' | ReportReader)[];
  filters?: ReportFilters;
  parts: Parts;
}
export interface ReportReader {
  post: Id;
}
export interface ReportFilters {
  [k: string]: ReportFilter;
}
/**
 * narrows all parts whose source it applies to
 */
export interface ReportFilter {
  title: Words;
  help?: Words;
  /**
   * unit: with all units below it
   */
  type: 'unit' | 'person' | 'choice' | 'text' | 'year' | 'quarter' | 'month' | 'week';
  options?: OptionList | Option[];
  of?: FilterSources;
}
/**
 * what it chooses by in each source; row.<its own id> in sources that have such a column, when absent
 */
export interface FilterSources {
  [k: string]: Expression;
}
export interface Parts {
  [k: string]: Part;
}
/**
 * numbers group by group, or over all rows
 */
export interface MeasurePart {
  title?: Words;
  help?: Words;
  show:
    | 'bars'
    | 'stackedBars'
    | 'line'
    | 'pareto'
    | 'funnel'
    | 'heatMap'
    | 'riskMatrix'
    | 'bubbles'
    | 'table'
    | 'figures'
    | 'gauge';
  /**
   * a ledger, cases, steps or duties
   */
  from: Id;
  /**
   * rows that count; today is the day of the report
   */
  where?: Expression;
  over?: Over;
  by?: Dimensions;
  measures: Measures;
  /**
   * Its groups are of different kinds, such as money and pieces: nothing is added up over them.
   */
  total?: false;
  sort?: PartSort;
  top?: number;
}
/**
 * the same at the end of each of the last periods
 */
export interface Over {
  every: 'month' | 'quarter' | 'year';
  last: number;
  /**
   * what was added in each period instead of how much there was at its end
   */
  change?: true;
}
/**
 * what rows are grouped by; nothing for figures and gauge, at most one key beside over
 */
export interface Dimensions {
  [k: string]: Dimension;
}
/**
 * options: the words of values that an expression gives, in their order
 */
export interface TitledDimension {
  of: Expression;
  title?: Words;
  options?: OptionList | Option[];
}
export interface Measures {
  [k: string]: Measure;
}
export interface CountMeasure {
  count: true;
  /**
   * a ledger, cases, steps or duties; that of the part when absent
   */
  from?: Id;
  /**
   * rows that count, among those of the part when both have the same source
   */
  where?: Expression;
  by?: MeasureKeys;
  title?: Words;
  unit?: MeasureUnit;
  /**
   * only formulas see it
   */
  hidden?: true;
}
/**
 * the dimensions of the part in the rows of this source
 */
export interface MeasureKeys {
  [k: string]: Expression;
}
export interface SumMeasure {
  /**
   * added up; yes counts as 1
   */
  sum: Expression;
  /**
   * a ledger, cases, steps or duties; that of the part when absent
   */
  from?: Id;
  /**
   * rows that count, among those of the part when both have the same source
   */
  where?: Expression;
  by?: MeasureKeys;
  title?: Words;
  unit?: MeasureUnit;
  /**
   * only formulas see it
   */
  hidden?: true;
}
export interface MedianMeasure {
  /**
   * a whole number, such as days
   */
  median: Expression;
  /**
   * a ledger, cases, steps or duties; that of the part when absent
   */
  from?: Id;
  /**
   * rows that count, among those of the part when both have the same source
   */
  where?: Expression;
  by?: MeasureKeys;
  title?: Words;
  unit?: MeasureUnit;
  /**
   * only formulas see it
   */
  hidden?: true;
}
export interface FormulaMeasure {
  /**
   * over the measures before it; today is the day of the report
   */
  formula: Expression;
  places?: number;
  title?: Words;
  unit?: MeasureUnit;
  /**
   * only formulas see it
   */
  hidden?: true;
}
export interface IndicatorMeasure {
  /**
   * its formula over measures of the same names
   */
  indicator: Id;
  /**
   * only formulas see it
   */
  hidden?: true;
}
export interface PartSort {
  /**
   * a measure, a dimension or a column
   */
  by: Id;
  /**
   * descending for measures, ascending for everything else, when absent
   */
  order?: 'ascending' | 'descending';
}
/**
 * the rows themselves
 */
export interface RowPart {
  title?: Words;
  help?: Words;
  show: 'list' | 'gantt' | 'calendar';
  /**
   * a ledger, cases, steps or duties
   */
  from: Id;
  /**
   * rows that count; today is the day of the report
   */
  where?: Expression;
  /**
   * the first one names the row
   *
   * @minItems 1
   * @maxItems 20
   */
  columns: Id[];
  /**
   * gantt, calendar: the column of the first day
   */
  start?: Id;
  /**
   * gantt: the column of the last day
   */
  end?: Id;
  /**
   * gantt, calendar: a choice whose value gives the colour
   */
  colour?: Id;
  sort?: PartSort1;
  top?: number;
}
export interface PartSort1 {
  /**
   * a measure, a dimension or a column
   */
  by: Id;
  /**
   * descending for measures, ascending for everything else, when absent
   */
  order?: 'ascending' | 'descending';
}
