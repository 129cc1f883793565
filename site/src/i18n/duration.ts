import { catalogue } from './locale.ts';

const at = (time: string | undefined): string => (time === undefined ? '' : ` ${time}`);

/** How long a step may take, as its definition says. */
export const durationWords = catalogue({
  'zh-CN': {
    d: (n: number) => `${n} 天`,
    wd: (n: number) => `${n} 个工作日`,
    h: (n: number) => `${n} 小时`,
    wh: (n: number) => `${n} 个工作小时`,
    weekday: (day: string, time: string | undefined) => `${day}${at(time)} 前`,
    days: {
      monday: '周一',
      tuesday: '周二',
      wednesday: '周三',
      thursday: '周四',
      friday: '周五',
      saturday: '周六',
      sunday: '周日',
    },
  },
  'zh-TW': {
    d: (n: number) => `${n} 天`,
    wd: (n: number) => `${n} 個工作日`,
    h: (n: number) => `${n} 小時`,
    wh: (n: number) => `${n} 個工作小時`,
    weekday: (day: string, time: string | undefined) => `${day}${at(time)} 前`,
    days: {
      monday: '週一',
      tuesday: '週二',
      wednesday: '週三',
      thursday: '週四',
      friday: '週五',
      saturday: '週六',
      sunday: '週日',
    },
  },
  en: {
    d: (n: number) => (n === 1 ? '1 day' : `${n} days`),
    wd: (n: number) => (n === 1 ? '1 working day' : `${n} working days`),
    h: (n: number) => (n === 1 ? '1 hour' : `${n} hours`),
    wh: (n: number) => (n === 1 ? '1 working hour' : `${n} working hours`),
    weekday: (day: string, time: string | undefined) => `${day}${at(time)}`,
    days: {
      monday: 'Monday',
      tuesday: 'Tuesday',
      wednesday: 'Wednesday',
      thursday: 'Thursday',
      friday: 'Friday',
      saturday: 'Saturday',
      sunday: 'Sunday',
    },
  },
});
