import { isRecord } from '../../site/src/fields/lists.ts';
import type { Stroke } from './strokes.ts';

export type Drawn = { readonly width: number; readonly height: number; readonly strokes: readonly Stroke[] };
export type Signature = Drawn | { readonly typed: string };

const isStroke = (value: unknown): value is Stroke =>
  Array.isArray(value) && value.every((each) => typeof each === 'number' && Number.isFinite(each));

/** A stored signature; undefined for anything else. */
export function signatureOf(value: unknown): Signature | undefined {
  if (!isRecord(value)) return undefined;
  const { typed, width, height, strokes } = value;
  if (typeof typed === 'string') return { typed };
  if (typeof width !== 'number' || typeof height !== 'number' || !Array.isArray(strokes)) return undefined;
  return { width, height, strokes: strokes.filter(isStroke) };
}
