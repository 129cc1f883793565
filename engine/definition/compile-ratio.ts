import type { RatioMode } from '../../schemas/generated/process.ts';
import type { Ratio, Threshold } from './definition.ts';

/** Reads `{pass: 2/3}`, `{pass: '66.7%'}` or `{pass: 2}` exactly: 66.7% is 667 of 1000, never a float. */
export const compileRatio = (source: RatioMode): Ratio => ({
  pass: threshold(source.pass),
  fail: source.fail ?? 'impossible',
  source,
});

function threshold(pass: RatioMode['pass']): Threshold {
  if (typeof pass === 'number') return { kind: 'votes', votes: pass };
  const [numerator = '', denominator] = pass.split('/');
  if (denominator !== undefined) {
    return { kind: 'share', numerator: Number(numerator), denominator: Number(denominator) };
  }
  const [whole = '', decimals = ''] = pass.slice(0, -1).split('.');
  return { kind: 'share', numerator: Number(whole + decimals), denominator: 100 * 10 ** decimals.length };
}
