import type { FieldKind, FieldOf } from '../site/src/fields/props.ts';

/** Keys as Playwright names them: `Tab`, `ArrowDown`, `Shift+Tab`; other texts are typed letter by letter. */
export type Keys = readonly ({ readonly press: string } | { readonly type: string })[];

export type Refused = {
  /** Which of the fields; the first unless said. */
  readonly field?: string;
  readonly value: unknown;
  readonly code: string;
  /** JSON Pointer inside the value. */
  readonly under?: string;
};

/**
 * What a kind takes and refuses, and how it is filled in by keyboard alone. The gallery shows every field of it, the
 * tests of the rules judge every value, and the browser presses the keys.
 */
export type Examples<K extends FieldKind> = {
  /** Fields by a short name, the plainest first. */
  readonly fields: Readonly<Record<string, FieldOf<K>>>;
  /** Values by the name of a field. */
  readonly takes: Readonly<Record<string, readonly unknown[]>>;
  readonly refuses: readonly Refused[];
  /** From the focused first control of the first field. Kinds without a value have none. */
  readonly keyboard?: {
    readonly fill: Keys;
    /** What is stored then. */
    readonly gives: unknown;
    /** After selecting all or clearing what was filled in. A kind that cannot be broken by keys leaves this out. */
    readonly break?: {
      readonly keys: Keys;
      readonly code: string;
      /** How it is put right where it was broken; unless said it is filled in anew, from its first control on. */
      readonly mend?: Keys;
    };
  };
};
