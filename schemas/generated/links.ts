/* Generated from ../links.schema.json by `npm run generate`: change the schema instead. */
import type { Id, Words } from './common.ts';
export type { Id, Words } from './common.ts';

/**
 * What the processes give each other, and the loops that closes.
 */
export interface LinksDocument {
  format: 'links/v1';
  id: Id;
  links: Link[];
  loops: Loop[];
  /**
   * under which number the board of loops stands among the reports, and for whom; without it there is none
   */
  report?: BoardReport;
}
/**
 * exactly one of starts, feeds and returns names the other process
 */
export interface Link {
  from: Id;
  starts?: Id;
  feeds?: Id;
  returns?: Id;
  when: Words;
}
export interface Loop {
  id: string;
  title: Words;
  rhythm: 'week' | 'month' | 'quarter' | 'year' | 'case' | 'continuous';
  closed: Words;
  /**
   * @minItems 1
   */
  walks: Id[][];
  /**
   * days after the end of the month in which a case ended by which it has to have a successor; as long as the rhythm when absent
   */
  within?: number;
}
export interface BoardReport {
  number: string;
  title: Words;
  help?: Words;
  /**
   * under which it stands in the list of reports
   */
  area?: Id;
  /**
   * who may open it, beside auditors
   *
   * @minItems 1
   */
  readers: ('everyone' | BoardReader)[];
}
export interface BoardReader {
  post: Id;
}
