/** A workflow pattern: what approvals use it for and the key of the definition language that gives it, or why none does. */
export type Pattern = { readonly number: number; readonly name: string } & (
  | { readonly use: string; readonly key: string }
  | { readonly not: string }
);
