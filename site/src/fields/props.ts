import type { Field } from '../../../schemas/generated/process.ts';
import type { FieldKey } from '../form/keys.ts';

export type FieldKind = Field['type'];
/** Kinds that hold a value: they are filled in through a control and read. */
export type ControlKind = Exclude<FieldKind, 'heading' | 'group'>;
type FieldMap = { readonly [K in FieldKind]: Extract<Field, { type: K }> };
/** The second half lets a registry be indexed by `field.type`. */
export type FieldOf<K extends FieldKind> = FieldMap[K] & { readonly type: K };

/** What every control gets. Values and their changes go through the form store under `place`, not through props. */
export type ControlProps = {
  readonly place: FieldKey;
  /** Id of the control in the page. */
  readonly id: string;
  /** The name of the control where no label stands beside it: in cells. Absent: `${id}-label` names it. */
  readonly label?: string | undefined;
  readonly required: boolean;
  readonly invalid: boolean;
  /** Ids of the help and issue texts. */
  readonly describedBy: string | undefined;
};

export type FieldProps<K extends FieldKind> = ControlProps & { readonly field: FieldOf<K> };

/** The attributes every native control shares. */
export const controlProps = ({ id, label, required, invalid, describedBy }: ControlProps) => ({
  id,
  'aria-label': label,
  'aria-required': required || undefined,
  'aria-invalid': invalid || undefined,
  'aria-describedby': describedBy,
});

/** The same for a group of controls, which a label cannot point at. */
export const groupProps = ({ id, label, invalid, describedBy }: ControlProps) => ({
  id,
  tabIndex: -1,
  'aria-label': label,
  'aria-labelledby': label === undefined ? `${id}-label` : undefined,
  'aria-invalid': invalid || undefined,
  'aria-describedby': describedBy,
});
