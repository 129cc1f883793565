import { plainText, type TextOf } from '../../site/src/fields/text-of.ts';
import { regionName } from './regions.ts';

export const regionText: TextOf<'region'> = (value, { locale }) => regionName(plainText(value), locale);
