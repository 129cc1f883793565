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
}
