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
  /** The line of an action, by its index. */
  readonly line: (action: number) => number;
  /** The companies the story has been played in so far. */
  readonly worlds: () => readonly World[];
};

/**
 * Every scenario of a folder, ready to be played.
 *
 * @param definitions ones without errors.
 */
export function storiesOf(definitions: Definitions): readonly Story[] {
  const workspace = compileWorkspace({ ...definitions.workspace, reports: {} });
  const compiled: Record<string, Definition> = {};
  for (const [id, published] of Object.entries(definitions.processes)) {
    const result = compileDefinition(published, workspace, { version: 1, digest: digestOfPublished(published) });
    if (!result.ok) throw new Error(`${id} does not compile`);
    compiled[id] = result.value;
  }
  return definitions.scenarios.flatMap(({ source, document }) => {
    const calendar = workspace.calendars[compiled[document.process]?.document.calendar ?? ''];
    if (calendar === undefined) throw new Error(`${source.file} has no calendar`);
    return document.scenarios.map((scenario, at) => {
      const worlds: World[] = [];
      const world = (now: World['now']) => {
        const made = new World(compiled, workspace, now);
        worlds.push(made);
        return made;
      };
      return {
        process: document.process,
        file: source.file,
        title: scenario.title,
        play: () => runScenario(document, scenario, { world, calendar }),
        line: (action) => source.yaml.positionOf(['scenarios', at, 'do', action]).line,
        worlds: () => worlds,
      };
    });
  });
}
