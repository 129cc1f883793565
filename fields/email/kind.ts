import { TEXT } from '../../engine/expression/type.ts';
import { flaw } from '../../engine/form/issue.ts';
import { codeShape } from '../../engine/form/kinds/code-text.ts';
import { isAbsent, type Kind } from '../../engine/form/kinds/kind.ts';
import type { EmailField } from '../../schemas/generated/process.ts';
import { emailText } from './kind-text.ts';

/** Longest address that mail can be sent to, RFC 5321 §4.5.3.1.3. */
const MAX = 254;
/** What browsers accept (HTML Living Standard, valid e-mail address), with a dot in the domain and 64 before the @. */
const ADDRESS =
  /^[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)+$/;

export const email: Kind<EmailField> = {
  exprType: () => TEXT,
  isEmpty: isAbsent,
  shape: () => codeShape,
  limits: () => (value) =>
    typeof value === 'string' && value.length <= MAX && ADDRESS.test(value) ? undefined : flaw('not-an-email'),
  canonical: emailText,
  jsonSchema: () => ({ type: 'string', maxLength: MAX, pattern: ADDRESS.source }),
};
