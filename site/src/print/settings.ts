import { recallText, rememberText } from '../session/memory.ts';

export const papers = ['auto', 'portrait', 'landscape'] as const;
export const sizes = ['small', 'normal', 'large'] as const;

/** What whoever prints may choose; `auto` leaves the paper to the sheet. */
export type PrintSettings = {
  readonly paper: (typeof papers)[number];
  readonly size: (typeof sizes)[number];
  readonly record: boolean;
};

const NAME = 'print-settings';

/** What was chosen last in this browser. */
export function recallSettings(): PrintSettings {
  const [paper, size, record] = (recallText(NAME) ?? '').split(' ');
  return {
    paper: papers.find((each) => each === paper) ?? 'auto',
    size: sizes.find((each) => each === size) ?? 'normal',
    record: record !== 'without',
  };
}

export const rememberSettings = ({ paper, size, record }: PrintSettings): void =>
  rememberText(NAME, [paper, size, record ? 'with' : 'without'].join(' '));
