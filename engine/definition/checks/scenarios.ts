import type { ProcessDocument } from '../../../schemas/generated/process.ts';
import type { Action, Scenario, ScenarioDocument } from '../../../schemas/generated/scenario.ts';
import type { DocumentPath } from '../../form/finding.ts';
import { own } from '../../shared/own.ts';
import type { Finding } from '../finding.ts';
import { placeSteps, withInner } from '../placed-steps.ts';
import type { WorkspaceDocuments } from '../workspace.ts';
import { known, knownLedger } from './report.ts';
import { checkCells, checkPaths, checkRow, checkValues } from './story-values.ts';

type Processes = Readonly<Record<string, ProcessDocument>>;
type Story = {
  readonly document: ScenarioDocument;
  readonly main: string;
  readonly processes: Processes;
  readonly workspace: WorkspaceDocuments;
};

/** The stories of a process name processes, steps, people, values and ledgers that exist. */
export function checkScenario(
  document: ScenarioDocument,
  processes: Processes,
  workspace: WorkspaceDocuments,
): readonly Finding[] {
  const findings = [
    ...known('unknown-process', ['process'], document.process, processes),
    ...document.scenarios.flatMap((scenario, at) => {
      const story = { document, main: mainOf(document, scenario), processes, workspace };
      const path = ['scenarios', at];
      return [
        ...Object.entries(scenario.ledgers ?? {}).flatMap(([ledger, rows]) => [
          ...knownLedger([...path, 'ledgers', ledger], ledger, workspace.ledgers),
          ...rows.flatMap((row, index) => checkRow(ledger, row, workspace, [...path, 'ledgers', ledger, index])),
        ]),
        ...scenario.do.flatMap((action, index) => checkAction(story, action, [...path, 'do', index])),
      ];
    }),
  ];
  return [...new Map(findings.map((finding) => [finding.path.join('/'), finding])).values()];
}

/** `main` is the first case of the story, whichever process it belongs to; a start that is refused makes none. */
function mainOf({ process }: ScenarioDocument, { do: actions }: Scenario): string {
  const first = actions.find((action) => 'start' in action && action.refuse === undefined);
  return first === undefined || !('start' in first) || first.start === true ? process : first.start;
}

function checkAction(story: Story, action: Action, path: DocumentPath): readonly Finding[] {
  if ('wait' in action) return [];
  if ('absent' in action) {
    return [
      ...knownPerson(story, action.absent, [...path, 'absent']),
      ...knownPerson(story, action.proxy, [...path, 'proxy']),
    ];
  }
  const process = processOf(story, action.in);
  const inCase = known('unknown-process', [...path, 'in'], process, story.processes);
  if (inCase.length > 0) return action.in === undefined ? [] : inCase;
  if ('expect' in action) return checkExpectation(story, action.expect, process, [...path, 'expect']);
  const findings = [...knownPerson(story, action.by, [...path, 'by'])];
  if ('use' in action && action.use !== undefined)
    findings.push(...known('unknown-values', [...path, 'use'], action.use, story.document.values ?? {}));
  if ('start' in action && action.start !== true)
    findings.push(...known('unknown-process', [...path, 'start'], action.start, story.processes));
  if (action.refuse === undefined) findings.push(...checkGiven(story, action, process, path));
  if ('person' in action) findings.push(...knownPerson(story, action.person, [...path, 'person']));
  if ('people' in action)
    findings.push(...action.people.flatMap((person, at) => knownPerson(story, person, [...path, 'people', at])));
  if ('to' in action && !('return' in action)) findings.push(...knownPerson(story, action.to, [...path, 'to']));
  for (const [key, step] of stepsNamed(action))
    findings.push(...known('unknown-step', [...path, key], step, stepsOf(story, process)));
  return findings;
}

/** What an action that is not refused fills in. */
function checkGiven(story: Story, action: Action, inCase: string, path: DocumentPath): readonly Finding[] {
  const started = 'start' in action ? action.start : 'receive' in action ? action.receive : undefined;
  const process = typeof started === 'string' ? started : started === true ? story.document.process : inCase;
  const document = own(story.processes, process);
  if (document === undefined) return [];
  const use = 'use' in action ? (action.use ?? '') : '';
  return [
    ...checkValues(own(story.document.values ?? {}, use) ?? {}, document, ['values', use]),
    ...('values' in action ? checkValues(action.values ?? {}, document, [...path, 'values']) : []),
  ];
}

/** Actions that stand for a step; `to` of a return is one, too, and of all others a person. */
const AT_STEP = new Set([
  ...['submit', 'agree', 'abstain', 'return', 'reject', 'transfer', 'addSigners', 'removeSigner', 'delegate', 'advise'],
  ...['claim', 'release', 'consult', 'takeBack', 'jump', 'reassign', 'changeDue'],
]);

/** The steps an action names. */
const stepsNamed = (action: Action): readonly (readonly [string, string])[] =>
  Object.entries(action).flatMap(([key, value]) => {
    const isStep = AT_STEP.has(key) || (key === 'to' && 'return' in action);
    return isStep ? [[key, String(value)] as const] : [];
  });

function checkExpectation(
  story: Story,
  expected: Extract<Action, { expect: unknown }>['expect'],
  process: string,
  path: DocumentPath,
): readonly Finding[] {
  const steps = stepsOf(story, process);
  const document = own(story.processes, process);
  const step = (id: string, ...at: DocumentPath) => known('unknown-step', [...path, ...at], id, steps);
  return [
    ...Object.entries(expected.open ?? {}).flatMap(([id, people]) => [
      ...step(id, 'open', id),
      ...people.flatMap((person, index) => knownPerson(story, person, [...path, 'open', id, index])),
    ]),
    ...(['skipped', 'overdue'] as const).flatMap((key) =>
      (expected[key] ?? []).flatMap((id, index) => step(id, key, index)),
    ),
    ...(['round', 'due'] as const).flatMap((key) =>
      Object.keys(expected[key] ?? {}).flatMap((id) => step(id, key, id)),
    ),
    ...(expected.copied ?? []).flatMap((person, index) => knownPerson(story, person, [...path, 'copied', index])),
    ...(document === undefined ? [] : checkPaths(expected.values ?? {}, document, [...path, 'values'])),
    ...Object.entries(expected.ledger ?? {}).flatMap(([ledger, row]) => [
      ...knownLedger([...path, 'ledger', ledger], ledger, story.workspace.ledgers),
      ...checkCells(ledger, row, story.workspace, [...path, 'ledger', ledger]),
    ]),
    ...Object.entries(expected.rows ?? {}).flatMap(([ledger, rows]) => [
      ...knownLedger([...path, 'rows', ledger], ledger, story.workspace.ledgers),
      ...rows.flatMap((row, at) => checkCells(ledger, row, story.workspace, [...path, 'rows', ledger, at])),
    ]),
    ...Object.keys(expected.started ?? {}).flatMap((id) =>
      known('unknown-process', [...path, 'started', id], id, story.processes),
    ),
  ];
}

/** `main`, or the nth case of a process: `campaign-issue/1`. */
const processOf = ({ main }: Story, name = 'main'): string => (name === 'main' ? main : (name.split('/')[0] ?? ''));

const stepsOf = ({ processes }: Story, process: string): readonly string[] =>
  withInner(placeSteps(own(processes, process)?.steps ?? [])).map(({ id }) => id);

const knownPerson = ({ workspace }: Story, person: string, path: DocumentPath) =>
  known('unknown-person', path, person, workspace.organisation.people);
