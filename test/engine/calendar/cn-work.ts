import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { type CalendarDocument, compileCalendar } from '../../../engine/calendar/index.ts';
import type { CivilDate, Instant } from '../../../engine/shared/brand.ts';
import { parseCivilDate } from '../../../engine/shared/civil-date.ts';

const file = join(import.meta.dirname, '../../../process-defs/calendars/cn-work.yaml');

export const document: CalendarDocument = parse(readFileSync(file, 'utf8'));
export const calendar = compileCalendar(document);

export function date(text: string): CivilDate {
  const parsed = parseCivilDate(text);
  if (parsed === undefined) throw new Error(`no such date: ${text}`);
  return parsed;
}

/** A Beijing wall-clock moment, `2026-10-09 18:00`, as the UTC instant. */
export function beijing(text: string): Instant {
  return new Date(`${text.replace(' ', 'T')}+08:00`).toISOString() as Instant;
}
