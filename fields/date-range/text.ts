import { dateRange } from '../../site/src/fields/lists.ts';
import type { TextOf } from '../../site/src/fields/text-of.ts';
import { formatDateRange } from '../../site/src/i18n/format.ts';

export const dateRangeText: TextOf<'dateRange'> = (value, { locale }) => formatDateRange(dateRange(value), locale);
