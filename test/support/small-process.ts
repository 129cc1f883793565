import { compileDefinition, digestOfPublished } from '../../engine/definition/compile.ts';
import type { Definition } from '../../engine/definition/definition.ts';
import type {
  ApproveStep,
  Field,
  FillStep,
  Forms,
  ProcessDocument,
  ReturnRule,
  StepEntry,
} from '../../schemas/generated/process.ts';
import { company } from './company.ts';

type Parts = Partial<Omit<ProcessDocument, 'forms'>> & {
  /** Field ids to fields, by form. */
  readonly forms?: Readonly<Record<string, Readonly<Record<string, Field>>>>;
  readonly steps: StepEntry[];
  /** Forms of the processes it starts. */
  readonly foreign?: Readonly<Record<string, Forms>>;
};

/** What is asked for, in words, and how much it costs. Cost is hidden from whoever is not shown it. */
const ask: Readonly<Record<string, Field>> = {
  what: { type: 'text', title: 'What', required: true },
  amount: { type: 'money', title: 'Amount' },
};

export const fill = (form: string, by: string, more: Partial<FillStep> = {}): FillStep => ({
  fill: form,
  by,
  title: form,
  ...more,
});

export const approve = (role: string, more: Partial<ApproveStep> = {}): ApproveStep => ({
  approve: role,
  see: ['ask'],
  title: role,
  ...more,
});

/** Returns to these steps, and from there straight back. */
export const straightBackTo = (...to: string[]): ReturnRule => {
  const then = 'straightBack';
  return { to, then };
};

export const formsOf = (forms: NonNullable<Parts['forms']>): Forms =>
  Object.fromEntries(Object.entries(forms).map(([id, fields]) => [id, { title: id, fields }]));

/** A process with one form `ask`, whose steps are the test's own; fails the test when it does not compile. */
export function processOf({ forms, foreign = {}, ...parts }: Parts): Definition {
  const document: ProcessDocument = {
    format: 'process/v1',
    id: 'small',
    title: 'Small',
    area: 'demo',
    number: { format: 'S-{yyyy}-{seq:3}', reset: 'year' },
    subject: 'ask.what',
    calendar: 'week',
    rules: { nobody: { to: { post: 'boss' } }, self: { to: { managerOf: 'self' } }, repeat: 'ask' },
    forms: formsOf({ ask, ...forms }),
    ...parts,
    roles: { starter: { starter: true }, lead: { post: 'lead' }, boss: { post: 'boss' }, ...parts.roles },
  };
  const published = { document, foreign };
  const compiled = compileDefinition(published, company, { version: 1, digest: digestOfPublished(published) });
  if (!compiled.ok) throw new Error(`does not compile: ${JSON.stringify(compiled.error)}`);
  return compiled.value;
}
