import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import type { OrganisationDocument, Words } from '../schemas/generated/organisation.ts';
import { definitionsFolder } from './definitions-folder.ts';

/** The people of the campaign loop, in the order they act. Their password exists only under `npm start`. */
const CAST = ['u07', 'u08', 'u18', 'u19', 'u20', 'u15', 'u02', 'u39', 'u40'];
const PASSWORD = 'formloop-demo';

/** What a newcomer reads once the product runs: where it is, who to sign in as, and how a year comes into an `empty` one. */
export async function welcome(url: string, empty: boolean): Promise<string> {
  const demo: OrganisationDocument = parse(await readFile(`${definitionsFolder()}/organisation.yaml`, 'utf8'));
  const people = CAST.map((id) => {
    const person = demo.people[id];
    const posts = (person?.posts ?? []).map((seat) => demo.posts[seat.post]?.title);
    const said = (language: 'zh-CN' | 'en') =>
      [person?.name, posts[0]].map((words) => wordsIn(words, language)).join(language === 'en' ? ', ' : ' ');
    return `  ${id}  ${said('zh-CN')} · ${said('en')}`;
  });
  return [
    '',
    `闭环 Formloop  ${url}`,
    '',
    `演示账号，密码均为 ${PASSWORD} · demo sign-ins, password ${PASSWORD}`,
    ...people,
    '',
    ...(empty ? ['停止后 npm run demo 推演 2026 全年 · once stopped, npm run demo fills in a whole year', ''] : []),
    'Ctrl-C 停止 · stops    npm run reset 清空数据 · starts over',
    '',
  ].join('\n');
}

function wordsIn(words: Words | undefined, language: 'zh-CN' | 'en'): string {
  if (words === undefined || typeof words === 'string') return words ?? '';
  return words[language] ?? words['zh-CN'];
}
