import { rm } from 'node:fs/promises';
import { stateFolder } from './state.ts';

await rm(stateFolder(), { recursive: true, force: true });
console.log(`已清空本地数据 · local data removed: ${stateFolder()}`);
