import { once } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { SourceFile } from '../cli/src/folder.ts';
import type { ScenarioDocument } from '../schemas/generated/scenario.ts';

const isStory = ({ name }: SourceFile) => name.endsWith('.test.yaml');
/** Stories name settings. */
const isSettings = ({ name }: SourceFile) => name.endsWith('settings.yaml');

/** The files without the stories, and the stories as soon as another thread has read them. */
export function storiesApart(files: readonly SourceFile[]): {
  readonly rest: readonly SourceFile[];
  readonly stories: Promise<readonly ScenarioDocument[]>;
} {
  const workerData = files.filter((file) => isStory(file) || isSettings(file));
  const reader = new Worker(join(import.meta.dirname, 'read-stories.ts'), { workerData });
  const stories = once(reader, 'message').then(([read]: readonly ScenarioDocument[][]) => read ?? []);
  return { rest: files.filter((file) => !isStory(file)), stories };
}
