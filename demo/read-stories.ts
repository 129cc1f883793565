import { parentPort, workerData } from 'node:worker_threads';
import type { SourceFile } from '../cli/src/folder.ts';
import { parseFiles } from '../cli/src/source.ts';

/** Reads the stories among these files beside whoever asked for it: half of all that a folder has to read. */
const files: readonly SourceFile[] = workerData;
const stories = parseFiles(files).sources.filter(({ kind }) => kind === 'scenario');
parentPort?.postMessage(stories.map(({ value }) => value));
