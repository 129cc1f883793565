import type { ReasonView } from '../../schemas/generated/api.ts';

/**
 * Why somebody was chosen or a branch was taken, as recorded with the event and shown to the people it happens to.
 * Codes and parameters only: the site owns the words. `because` is what led here, nearest first.
 */
export type Reason = ReasonView;
