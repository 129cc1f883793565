import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import type { OrganisationDocument, Words } from '../schemas/generated/organisation.ts';
import { castOf } from '../worker/src/development/cast.ts';
import { definitionsFolder } from './definitions-folder.ts';

/** It exists only under `npm start`. */
const PASSWORD = 'formloop-demo';

/** What a newcomer reads once the product runs: where it is, who to sign in as, and how a year comes into an `empty` one. */
export async function welcome(url: string, empty: boolean): Promise<string> {
  const demo: OrganisationDocument = parse(await readFile(`${definitionsFolder()}/organisation.yaml`, 'utf8'));
  const people = castOf(demo).map((id) => {
    const person = demo.people[id];
    const posts = (person?.posts ?? []).map((seat) => demo.posts[seat.post]?.title);
    const said = (language: 'zh-CN' | 'en') =>
      [person?.name, posts[0]].map((words) => wordsIn(words, language)).join(language === 'en' ? ', ' : ' ');
    return `  ${id}  ${said('zh-CN')} · ${said('en')}`;
  });
  const usual = process.env.FORMLOOP_DEFINITIONS === undefined;
  return [
    '',
    `闭环 Formloop  ${url}`,
    '',
    `演示账号，密码均为 ${PASSWORD} · demo sign-ins, password ${PASSWORD}`,
    ...people,
    '',
    ...(empty && usual
      ? ['停止后 npm run demo 推演 2026 全年 · once stopped, npm run demo fills in a whole year', '']
      : []),
    'Ctrl-C 停止 · stops    npm run reset 清空数据 · starts over',
    '',
  ].join('\n');
}

function wordsIn(words: Words | undefined, language: 'zh-CN' | 'en'): string {
  if (words === undefined || typeof words === 'string') return words ?? '';
  return words[language] ?? words['zh-CN'];
}
