import { openDraft } from '../form/draft.ts';
import type { FormFacts } from '../form/facts.ts';
import type { FormModel } from '../form/model.ts';
import { settleNode } from '../form/settle.ts';
import { sameValue, type Values } from '../form/value.ts';
import type { Recorder } from './recorder.ts';

/** Settled values, and what rules see beside them. */
type Settled = { readonly values: Values; readonly form: FormFacts };

/**
 * Settles one form and leaves the others as they are. What is read from a ledger can lead to what is read next, so it
 * goes on until nothing changes any more.
 */
export function settleForm(values: Values, form: string | undefined, recorder: Recorder): Settled {
  const { model } = recorder.definition;
  let present: Settled = { values, form: recorder.contextFor(values).form };
  for (let most = model.settling.length; form !== undefined && most > 0; most -= 1) {
    const settled = settleOnce(model, present, form);
    if (sameValue(settled, present.values)) break;
    present = { values: settled, form: recorder.contextFor(settled).form };
  }
  return present;
}

function settleOnce(model: FormModel, { values, form: facts }: Settled, form: string): Values {
  const draft = openDraft(values);
  for (const node of model.settling) if (node.form === form) settleNode(node, draft, facts);
  return draft.values;
}
