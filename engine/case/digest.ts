import { canonicalJson } from '../audit/canonical-json.ts';
import { sha256Hex } from '../audit/sha256.ts';
import type { Rights } from '../definition/definition.ts';
import type { Values } from '../form/value.ts';
import { visibleValues } from './visible.ts';

/**
 * Digest of what a step shows: SHA-256, in hex, of the canonical JSON (RFC 8785) of the visible values.
 * A decision records it, so an approval is bound to its content.
 */
export function digestOf(rights: Rights, values: Values): string {
  return sha256Hex(canonicalJson(visibleValues(rights.bound, values)));
}
