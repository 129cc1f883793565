import { useEffect, useState } from 'react';
import type { Problem } from '../../../schemas/generated/api.ts';
import { connectionProblems, isConnectionCode, type ProblemText } from '../i18n/connection-problems.ts';
import type { Locale } from '../i18n/locale.ts';
import { useLocale } from '../i18n/use-locale.tsx';

/**
 * The words of a problem. Those of the connection are always at hand; all others are fetched when they are needed,
 * for the server has just answered. A page that meets no problem does not carry them.
 */
async function fetchProblemText(problem: Problem, locale: Locale): Promise<ProblemText> {
  if (isConnectionCode(problem.code)) return connectionProblems[locale][problem.code];
  try {
    const { problemText } = await import('../i18n/problems.ts');
    return problemText(problem, locale);
  } catch {
    return connectionProblems[locale]['no-answer'];
  }
}

export function useProblemText(problem: Problem): ProblemText | undefined {
  const locale = useLocale();
  const [text, setText] = useState<ProblemText>();
  useEffect(() => {
    let wanted = true;
    void fetchProblemText(problem, locale).then((found) => {
      if (wanted) setText(found);
    });
    return () => {
      wanted = false;
    };
  }, [problem, locale]);
  return isConnectionCode(problem.code) ? connectionProblems[locale][problem.code] : text;
}

export function ProblemSentence({ problem }: { readonly problem: Problem }) {
  const text = useProblemText(problem);
  return (
    <p>
      <strong>{text?.what}</strong> {text?.next}
    </p>
  );
}
