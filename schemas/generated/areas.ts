/* Generated from ../areas.schema.json by `npm run generate`: change the schema instead. */
import type { Id, Words } from './common.ts';
export type { Id, Words } from './common.ts';

/**
 * The business areas that processes are grouped by.
 */
export interface AreasDocument {
  format: 'areas/v1';
  id: Id;
  /**
   * In the order shown.
   *
   * @minItems 1
   */
  areas: Area[];
}
/**
 * The id is also the folder of the area's process definitions.
 */
export interface Area {
  id: Id;
  title: Words;
}
