/* Generated from ../settings.schema.json by `npm run generate`: change the schema instead. */
import type { Id, Words } from './common.ts';
export type { Id, Words } from './common.ts';

/**
 * Numbers an administrator may change.
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
  type: 'integer' | 'decimal' | 'money' | 'percent';
  value: number | string;
  title: Words;
  source?: string;
}
