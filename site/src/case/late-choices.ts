import { fetched } from '../components/fetched.tsx';

/** What only some actions ask for is fetched with the first of them. */
export const ActChoices = fetched(async () => (await import('./act-choices.tsx')).ActChoices);
