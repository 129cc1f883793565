import { compileDefinition, digestOfPublished } from '../../../engine/definition/compile.ts';
import type { Definition } from '../../../engine/definition/definition.ts';
import type { Finding } from '../../../engine/definition/finding.ts';
import type { Workspace } from '../../../engine/definition/workspace.ts';
import type { Duty } from '../../../engine/duty/duty.ts';
import type { LedgerDocument } from '../../../schemas/generated/ledger.ts';
import type { Duty as DutySource, ProcessDocument } from '../../../schemas/generated/process.ts';
import { company } from '../../support/company.ts';
import { fill, formsOf } from '../../support/small-process.ts';
import { calendar } from '../calendar/cn-work.ts';

/** The small company under the real calendar, with partners that somebody looks after. */
export const workspace: Workspace = {
  ...company,
  documents: { ...company.documents, ledgers: { ...company.documents.ledgers, partners: partners() } },
  calendars: { ...company.calendars, 'cn-work': calendar },
};

function partners(): LedgerDocument {
  return {
    format: 'ledger/v1',
    id: 'partners',
    title: 'Partners',
    key: ['unit', 'year'],
    columns: {
      unit: { type: 'unit', title: 'Unit' },
      year: { type: 'integer', title: 'Year' },
      owner: { type: 'person', title: 'Owner' },
      left: { type: 'decimal', title: 'Left' },
    },
    readers: ['everyone'],
  };
}

const monthly: DutySource = { every: 'month', open: 'first', due: 'workday 3', for: { posts: ['clerk'] } };

export const documentOf = (duty: Partial<DutySource>, more: Partial<ProcessDocument> = {}): ProcessDocument => ({
  format: 'process/v1',
  id: 'report',
  title: 'Report',
  area: 'demo',
  number: { format: 'R-{yyyy}-{seq:3}', reset: 'year' },
  subject: 'ask.what',
  calendar: 'cn-work',
  startable: false,
  roles: { starter: { starter: true } },
  rules: { nobody: { to: { post: 'boss' } }, self: 'allow', repeat: 'ask' },
  forms: formsOf({
    ask: {
      what: { type: 'text', title: 'What', required: true },
      unit: { type: 'unit', title: 'Unit' },
      until: { type: 'date', title: 'Until' },
      month: { type: 'month', title: 'Month' },
      quarter: { type: 'quarter', title: 'Quarter' },
    },
  }),
  steps: [{ write: fill('ask', 'starter') }],
  duty: { ...monthly, ...duty },
  ...more,
});

/** A process with this duty, or what keeps it from compiling. */
export function compiled(document: ProcessDocument): Definition | readonly Finding[] {
  const published = { document, foreign: {} };
  const result = compileDefinition(published, workspace, { version: 1, digest: digestOfPublished(published) });
  return result.ok ? result.value : result.error;
}

export function definitionOf(
  duty: Partial<DutySource>,
  more: Partial<ProcessDocument> = {},
): Definition & { readonly duty: Duty } {
  const found = compiled(documentOf(duty, more));
  if (!('id' in found) || found.duty === undefined) throw new Error(`does not compile: ${JSON.stringify(found)}`);
  return { ...found, duty: found.duty };
}

export const dutyOf = (duty: Partial<DutySource>): Duty => definitionOf(duty).duty;
