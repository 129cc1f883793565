import type { Problem } from '../../../schemas/generated/api.ts';
import { publicProblems } from '../i18n/public.ts';

type PublicProblem = (typeof publicProblems)[number];

/** Which words of ours a problem has; undefined: those every page uses. */
export function publicProblem({ code, params }: Problem): PublicProblem | undefined {
  const name = code === 'link-closed' ? params?.why : code;
  return publicProblems.find((each) => each === name);
}
