import { plainText } from './text-of.ts';
import type { Codec } from './use-text-input.ts';

/** Text that has one way to be written, and perhaps a friendlier one to be shown. */
export const writtenCodec = (
  write: (text: string) => unknown,
  show: (text: string) => string = (text) => text,
): Codec => ({
  show: (value) => show(plainText(value)),
  read: (text) => ({ value: write(text) }),
});

/** Text that stands for a value once it can be read as one. */
export const readCodec = (read: (text: string) => unknown, show: (value: unknown) => string): Codec => ({
  show,
  read: (text) => {
    if (text.trim() === '') return { value: undefined };
    const value = read(text);
    return value === undefined ? { typed: text } : { value };
  },
});
