/**
 * Why somebody was chosen or a branch was taken, as recorded with the event and shown to the people it happens to.
 * Codes and parameters only: the site owns the words. `because` is what led here, nearest first.
 */
export type Reason = {
  readonly rule:
    | 'starter'
    | 'post'
    | 'post-in-unit'
    | 'manager-of'
    | 'head-of'
    | 'field'
    | 'table'
    | 'transfer'
    | 'self'
    | 'nobody'
    | 'only'
    | 'chosen'
    | 'otherwise'
    | 'not-chosen'
    | 'same-content';
  readonly params?: Readonly<Record<string, string>>;
  readonly because?: readonly Reason[];
};
