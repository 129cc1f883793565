import { writtenOnce } from '../../engine/form/kinds/code-text.ts';

/** Domains are the same in either case, mailboxes need not be (RFC 5321 §2.4). */
export const emailText = (value: unknown): unknown =>
  writtenOnce(value, (text) => {
    const at = text.lastIndexOf('@');
    return at < 0 ? text : text.slice(0, at) + text.slice(at).toLowerCase();
  });
