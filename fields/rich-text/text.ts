import type { TextOf } from '../../site/src/fields/text-of.ts';
import { plainText } from './kind-blocks.ts';

export const richTextText: TextOf<'richText'> = (value) => plainText(value).replaceAll('\n', ' ');
