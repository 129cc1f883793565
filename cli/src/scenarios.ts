import {
  compileDefinition,
  compileWorkspace,
  type Definition,
  digestOfPublished,
  type Failure,
  runScenario,
  World,
} from '#engine';
import type { Definitions } from './definitions.ts';

/** A story that can be played, and what playing it takes. */
export type Story = {
  readonly process: string;
  readonly file: string;
  readonly title: string;
  readonly play: () => readonly Failure[];
};

/**
 * Every scenario of a folder, ready to be played.
 *
 * @param definitions ones without errors.
 */
export function storiesOf(definitions: Definitions): readonly Story[] {
  const workspace = compileWorkspace(definitions.workspace);
  const compiled: Record<string, Definition> = {};
  for (const [id, published] of Object.entries(definitions.processes)) {
    const result = compileDefinition(published, workspace, { version: 1, digest: digestOfPublished(published) });
    if (!result.ok) throw new Error(`${id} does not compile`);
    compiled[id] = result.value;
  }
  return definitions.scenarios.flatMap(({ source, document }) => {
    const calendar = workspace.calendars[compiled[document.process]?.document.calendar ?? ''];
    if (calendar === undefined) throw new Error(`${source.file} has no calendar`);
    const stage = { world: (now: World['now']) => new World(compiled, workspace, now), calendar };
    return document.scenarios.map((scenario) => ({
      process: document.process,
      file: source.file,
      title: scenario.title,
      play: () => runScenario(document, scenario, stage),
    }));
  });
}
