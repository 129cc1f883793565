/* Generated from ../lists.schema.json by `npm run generate`: change the schema instead. */
import type { Id, Words } from './common.ts';
export type { Id, Words } from './common.ts';

/**
 * Options shared by the choice fields of several processes.
 */
export interface ListsDocument {
  format: 'lists/v1';
  id: Id;
  lists: Lists;
}
/**
 * Every list by its id.
 */
export interface Lists {
  [k: string]: SharedList;
}
export interface SharedList {
  title: Words;
  /**
   * In the order shown.
   *
   * @minItems 1
   */
  options: ListOption[];
}
/**
 * The id is stored in form values and never reused for another meaning.
 */
export interface ListOption {
  id: Id;
  title: Words;
}
