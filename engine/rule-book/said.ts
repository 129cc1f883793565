import type { BookDoing, BookDuty, BookNamed, BookWho, Words } from '../../schemas/generated/api.ts';
import { parsePoint } from '../duty/point.ts';
import { type RuleWords, ruleWords } from './rule-words.ts';

/** What happens at a step, of the book itself as of the API. */
type Doing = Omit<BookDoing, 'who'> & { readonly who?: BookWho | readonly BookWho[] };
type BookLocale = keyof typeof ruleWords;

/** Says the rules of a book in one language. */
export function ruleSpeaker(locale: BookLocale) {
  const say: RuleWords = ruleWords[locale];
  const pick = (words: Words): string => (typeof words === 'string' ? words : (words[locale] ?? words['zh-CN']));
  const named = (thing: BookNamed | undefined): string => pick(thing?.title ?? '');
  return { ...say, who, people, doing, length, duty, point };

  /** Who a rule finds. */
  function who(found: BookWho | undefined): string {
    switch (found?.kind) {
      case 'post':
        return found.unit === undefined ? named(found.post) : say.inUnit(pick(found.unit), named(found.post));
      case 'managerOf':
        return say.managerOf(who(found.of));
      case 'headOf':
        return found.unit === undefined ? say.headOf(pick(found.field ?? '')) : say.headOfUnit(pick(found.unit));
      case 'field':
        return say.inField(pick(found.field ?? ''));
      case 'table':
        return say.byTable(named(found.table));
      case 'starter':
        return say.starter;
      default:
        return say.nobody;
    }
  }

  /** Everybody a step asks or tells, and how they decide together. */
  function people({ kind, who: asked, mode = 'any' }: Doing): string {
    const names = [asked ?? []].flat().map(who).join(say.and);
    return kind !== 'approve' || mode === 'any' ? names : `${names} · ${say.modes[mode] ?? say.share(mode)}`;
  }

  /** What a step does beside its title; nothing when its title says it. */
  function doing({ kind, form, process, ledger, each = false, waits = false }: Doing): string {
    switch (kind) {
      case 'fill':
        return say.fill(pick(form ?? ''));
      case 'approve':
        return form === undefined ? '' : say.approve(pick(form));
      case 'start':
        return say.start(named(process), each, waits);
      case 'write':
        return say.write(named(ledger), each);
      default:
        return say[kind];
    }
  }

  /** A length of time; a weekday or the title of a field as it is. */
  function length(written: Words): string {
    const text = pick(written);
    const [, count, unit] = /^(\d+)(d|wd|h|wh|y)$/.exec(text) ?? [];
    return count === undefined || unit === undefined ? text : say.span(Number(count), unit);
  }

  /** How often a report is asked for, from when and until when. */
  function duty({ every, open, due }: BookDuty): string {
    return say.duty(say.periods[every] ?? every, point(open), point(due));
  }

  /** A point of a period, such as `last + 3wd 18:00`; text of another form as it is. */
  function point(text: string): string {
    const parsed = parsePoint(text);
    if (parsed === undefined) return text;
    const { base, count, unit, time } = parsed;
    const day = typeof base === 'object' ? say.workday(base.workday) : base === 'first' ? say.firstDay : say.lastDay;
    const moved = count === 0 ? day : say.moved(day, say.span(Math.abs(count), unit), count < 0);
    return time === undefined ? moved : say.atTime(moved, time);
  }
}
