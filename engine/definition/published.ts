import type { Forms, ProcessDocument } from '../../schemas/generated/process.ts';
import { own } from '../shared/own.ts';
import type { Published } from './compile.ts';
import { placeSteps, withInner } from './placed-steps.ts';

/** What is published of a process: the document and the forms of the processes that it starts. */
export function publishedOf(
  document: ProcessDocument,
  processes: Readonly<Record<string, ProcessDocument>>,
): Published {
  const foreign: Record<string, Forms> = {};
  for (const { source } of withInner(placeSteps(document.steps))) {
    const forms = 'start' in source ? own(processes, source.start)?.forms : undefined;
    if ('start' in source && forms !== undefined) foreign[source.start] = forms;
  }
  return { document, foreign };
}
