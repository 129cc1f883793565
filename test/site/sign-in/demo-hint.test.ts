import { describe, expect, test } from 'vitest';
import { demoHint } from '../../../site/src/sign-in/demo-hint.ts';

const signedOut = { type: '/problems/signed-out', status: 401, code: 'signed-out' };
const person = { id: 'u07', name: '唐晓雯', posts: [] };

describe('the demo sign-ins', () => {
  test('are offered when a development server sends them', () => {
    const params = { development: true, password: 'secret', demo: [person] };
    expect(demoHint({ ...signedOut, params })).toEqual({ people: [person], password: 'secret' });
  });

  test.each([
    ['a deployment, which sends nothing', undefined],
    ['a server that is not in development', { development: false, password: 'secret', demo: [person] }],
    ['an answer without a password', { development: true, demo: [person] }],
    ['an answer without people', { development: true, password: 'secret' }],
  ])('are not offered by %s', (_, params) => {
    expect(demoHint({ ...signedOut, ...(params && { params }) })).toBeUndefined();
  });

  test('leave out what is no person', () => {
    const params = { development: true, password: 'secret', demo: [person, 'u18', { id: 'u19' }] };
    expect(demoHint({ ...signedOut, params })?.people).toEqual([person]);
  });
});
