/* Generated from ../settings.schema.json by `npm run generate`: change the schema instead. */
import type { Id, Words } from './common.ts';
export type { Id, Words } from './common.ts';

/**
 * Numbers, durations and days an administrator may change.
 */
export interface SettingsDocument {
  format: 'settings/v1';
  id: Id;
  settings: Settings;
}
export interface Settings {
  [k: string]: Setting;
}
export interface Setting {
  /**
   * duration: 2wd; point: last + 3wd 18:00
   */
  type: 'integer' | 'decimal' | 'money' | 'percent' | 'duration' | 'point';
  value: number | string;
  title: Words;
  source?: string;
}
