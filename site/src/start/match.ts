import type { ProcessCard, ProcessList } from '../../../schemas/generated/api.ts';
import { matchWords } from '../i18n/match-words.ts';

/** Whether every word of the search occurs in the name, the help, the area or the id, in whichever language. */
export function matches({ id, title, help, area }: ProcessCard, areas: ProcessList['areas'], search: string): boolean {
  return matchWords([id, title, help, areas.find((each) => each.id === area)?.title], search);
}
