import type { PersonView, Problem } from '../../../schemas/generated/api.ts';

/** Whom a newcomer can sign in as. Only a development server sends it, with the answer "nobody is signed in". */
export interface DemoHint {
  readonly people: readonly PersonView[];
  readonly password: string;
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const isPerson = (value: unknown): value is PersonView =>
  isRecord(value) && typeof value.id === 'string' && Array.isArray(value.posts) && value.name !== undefined;

export function demoHint({ params = {} }: Problem): DemoHint | undefined {
  const { development, demo, password } = params;
  if (development !== true || !Array.isArray(demo) || typeof password !== 'string') return undefined;
  return { people: demo.filter(isPerson), password };
}
