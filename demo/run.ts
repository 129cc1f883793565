import { type CivilDate, compileWorkspace, instantOf, zoneOffset } from '#engine';
import { bundleOf } from '../cli/src/bundle.ts';
import { definitionsOf } from '../cli/src/definitions.ts';
import { readFolder } from '../cli/src/folder.ts';
import { parseFiles } from '../cli/src/source.ts';
import { definitionsFolder } from '../tools/definitions-folder.ts';
import { stateFolder } from '../tools/state.ts';
import { drawFromSeed } from './fixed-random.ts';
import { Occupied, openStage } from './stage.ts';
import { storiesApart } from './stories.ts';
import { Year } from './year.ts';
import { numbersIn, tableOf } from './year-table.ts';

const SEED = 2026;
const FROM = '2026-01-01' as CivilDate;
const DAYS = 365;
/** As a share of what the plan says: with what follows, and with the duties, about three thousand cases. */
const BUSY = 0.15;
const EVENING = '18:30';

const began = Date.now();
console.log('正在推演 2026 年 · living through the year 2026 …');
const { rest, stories } = storiesApart(readFolder(definitionsFolder()));
const definitions = definitionsOf(parseFiles(rest).sources);
if (definitions === undefined) throw new Error('no company to run');
const offset = zoneOffset(compileWorkspace(definitions.workspace));
drawFromSeed(SEED);
const bundle = JSON.parse(bundleOf(definitions));
const stage = await openStage(stateFolder(), bundle, instantOf(FROM, '07:00', offset)).catch(refuse);
const days = Number(process.argv[2] ?? DAYS);
const year = await Year.open(
  stage.office,
  { processes: Object.keys(definitions.processes), stories: await stories },
  SEED,
);
await year.run({ from: FROM, days, busy: BUSY }, (month) => process.stdout.write(`${month} `));
if (days === DAYS) await stage.office.waitUntil(instantOf('2026-12-31' as CivilDate, EVENING, offset));
const numbers = await numbersIn(stage.database, stage.office.now);
await stage.leave();
const titles = Object.entries(definitions.processes).map(
  ([id, { document }]) => [id, inChinese(document.title)] as const,
);
console.log(tableOf(numbers, new Map(titles), (Date.now() - began) / 1000));
if (year.refused.size > 0) {
  console.log(`未被接受 · never accepted (${year.accepted} accepted):`);
  for (const [place, n] of [...year.refused].sort((a, b) => b[1] - a[1])) console.log(`  ${n} ${place}`);
}
console.log('npm start 打开；再推演前先 npm run reset · npm start shows it; npm run reset before another year');

function refuse(reason: unknown): never {
  if (!(reason instanceof Occupied)) throw reason;
  console.error('本地已有数据，请先执行 npm run reset · there are cases already: npm run reset first');
  process.exit(1);
}

function inChinese(words: string | { readonly 'zh-CN': string }): string {
  return typeof words === 'string' ? words : words['zh-CN'];
}
