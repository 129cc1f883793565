import { type Signature, signatureOf } from '../../../fields/signature/signature.ts';
import type { CaseView, SeatView, StepNode, VotesView, Words } from '../../../schemas/generated/api.ts';
import { stepsOf } from '../case/steps.ts';

/** A signature that was drawn or typed in the form of a step, and where it stands. */
export type StepSignature = { readonly path: string; readonly drawn: Signature };

/** A step on paper: who was asked, and what they said. */
export type SheetOpinion = {
  readonly step: string;
  readonly title?: Words;
  readonly seats: readonly SeatView[];
  /** Whether there is a line to sign on. */
  readonly signs: boolean;
  readonly signature?: StepSignature;
  readonly votes?: VotesView;
};

const SHOWN: ReadonlySet<SeatView['status']> = new Set([
  'agreed',
  'submitted',
  'rejected',
  'returned',
  'abstained',
  'advised',
  'open',
  'waiting',
  'held',
]);

/** Approvals, and what others than the starter filled in, in the order of the process. */
export function sheetOpinions(view: CaseView): readonly SheetOpinion[] {
  const [first] = view.picture;
  return stepsOf(view.picture)
    .filter((node) => node !== first && (node.kind === 'approve' || node.kind === 'fill') && node.state !== 'ahead')
    .map((node) => opinionOf(node, view))
    .filter(({ seats }) => seats.length > 0);
}

function opinionOf({ kind, step, title, votes, seats }: StepNode, view: CaseView): SheetOpinion {
  const signature = signatureAt(step, view);
  const signed = view.print?.signatures;
  const shown = seats.filter(({ status }) => SHOWN.has(status));
  return {
    step,
    ...(title !== undefined && { title }),
    seats: shown,
    signs: signed === undefined ? kind === 'approve' : signed.includes(step),
    // With several people nobody can tell whose it is: then it stays in the form.
    ...(signature !== undefined && shown.length === 1 && { signature }),
    ...(votes !== undefined && { votes }),
  };
}

/** The signature in a form that only this step fills in. */
function signatureAt(step: string, { forms, filledAt, values }: CaseView): StepSignature | undefined {
  for (const { id, fields } of forms) {
    const steps = filledAt[id] ?? [];
    if (steps.length !== 1 || steps[0] !== step) continue;
    const field = Object.entries(fields).find(([, { type }]) => type === 'signature')?.[0] ?? '';
    const drawn = signatureOf(values[id]?.[field]);
    if (drawn !== undefined) return { path: `${id}.${field}`, drawn };
  }
  return undefined;
}
