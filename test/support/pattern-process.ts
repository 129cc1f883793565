import type { ApproveStep, StepEntry } from '../../schemas/generated/process.ts';
import { starts } from './acts.ts';
import { crowd } from './crowd.ts';
import { approve, fill, formsOf, processOf } from './small-process.ts';

type Parts = Partial<Parameters<typeof processOf>[0]>;

/** Ada asks for a pen that costs so much. */
export const pen = (amount = '500', more: object = {}) => starts('ada', { ask: { what: 'a pen', amount, ...more } });

/** Ada asks, then these steps. */
export const asking = (...steps: readonly StepEntry[]) => askingWith({}, ...steps);

/** The same, with parts of its own. The form names people to be asked and shops to be visited. */
export const askingWith = (parts: Parts, ...steps: readonly StepEntry[]) =>
  processOf({
    forms: {
      ask: {
        what: { type: 'text', title: 'What', required: true },
        amount: { type: 'money', title: 'Amount' },
        signers: { type: 'people', title: 'Signers' },
        unit: { type: 'unit', title: 'Unit' },
        shops: { type: 'table', title: 'Shops', columns: { name: { type: 'text', title: 'Name' } } },
      },
    },
    foreign: { quoting: formsOf({ quote: { price: { type: 'money', title: 'Price' } } }) },
    ...parts,
    steps: [{ ask: fill('ask', 'starter') }, ...steps],
  });

/** Leads l1 to l<people> decide at `check`, then the boss at `last`. */
export const voting = (people: number, more: Partial<ApproveStep>) =>
  [
    asking({ check: approve('lead', more) }, { last: approve('boss') }),
    { organisation: crowd(people) },
    pen(),
  ] as const;
