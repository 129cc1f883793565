export { questionsIn, summarize } from '../../../fields/answers/kind.ts';
