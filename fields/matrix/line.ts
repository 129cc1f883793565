import type { FieldProps } from '../../site/src/fields/props.ts';

export type Line = { readonly id: string; readonly title: string };

export type MatrixParts = {
  readonly props: FieldProps<'matrix'>;
  readonly rows: readonly Line[];
  readonly columns: readonly Line[];
};
