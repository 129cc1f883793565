import { catalogue } from './locale.ts';

/** Words of lists of cases: who a case waits for. */
export const caseListWords = catalogue({
  'zh-CN': {
    listMark: '、',
    stepMark: '；',
    andMore: (names: string, all: number) => `${names}等 ${all} 人`,
    stepOf: (step: string, people: string) => `${people}（${step}）`,
    waitingFor: (who: string) => `等待 ${who}`,
  },
  'zh-TW': {
    listMark: '、',
    stepMark: '；',
    andMore: (names: string, all: number) => `${names}等 ${all} 人`,
    stepOf: (step: string, people: string) => `${people}（${step}）`,
    waitingFor: (who: string) => `等待 ${who}`,
  },
  en: {
    listMark: ', ',
    stepMark: '; ',
    andMore: (names: string, all: number) => `${names} and others (${all})`,
    stepOf: (step: string, people: string) => `${people} (${step})`,
    waitingFor: (who: string) => `Waiting for ${who}`,
  },
});
