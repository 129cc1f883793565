import { type ReactNode, useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import type { FormView } from '../../../schemas/generated/api.ts';
import { BAR_PLACE } from '../form/bar-place.ts';
import type { FormSection } from '../form/sections.ts';
import type { ContentsProps } from './contents.tsx';
import { ContentsSheet } from './contents-sheet.tsx';
import { ErrorSteps } from './error-steps.tsx';
import type { Tally } from './progress.ts';

/** Draws into the bar at the foot of the page; a page without one shows it where the form ends. */
export function InBar({ children }: { readonly children: ReactNode }) {
  const [place, setPlace] = useState<HTMLElement | null>();
  useEffect(() => setPlace(document.getElementById(BAR_PLACE)), []);
  if (place === undefined) return null;
  return place === null ? <div className="action-bar">{children}</div> : createPortal(children, place);
}

type BarRowProps = {
  readonly form: FormView;
  readonly sections: readonly FormSection[];
  readonly contents: ContentsProps;
  readonly tally: Tally;
};

/** How far one is and what is wrong; on a phone the buttons stand in a row of their own below. */
export const BarRow = ({ form, sections, contents, tally }: BarRowProps) => (
  <>
    <div className="form-bar-row">
      <ContentsSheet {...contents} tally={tally} />
      <ErrorSteps form={form.id} sections={sections} />
    </div>
    <span className="form-bar-break" />
  </>
);
