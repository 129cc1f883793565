import type { BookDoing, BookNamed, BookWho } from '../../../schemas/generated/api.ts';
import { type Locale, pick } from '../i18n/locale.ts';
import type { ruleBookWords } from '../i18n/rule-book.ts';

type Say = (typeof ruleBookWords)[Locale];
export type Speaking = { readonly locale: Locale; readonly say: Say };

/** Who a rule finds, in words. */
export function whoSaid(who: BookWho | undefined, speaking: Speaking): string {
  const { locale, say } = speaking;
  switch (who?.kind) {
    case 'post': {
      const post = pick(who.post?.title ?? '', locale);
      return who.unit === undefined ? post : say.inUnit(pick(who.unit, locale), post);
    }
    case 'managerOf':
      return say.managerOf(whoSaid(who.of, speaking));
    case 'headOf':
      return say.headOf(pick(who.field ?? '', locale));
    case 'field':
      return say.inField(pick(who.field ?? '', locale));
    case 'table':
      return say.byTable(pick(who.table?.title ?? '', locale));
    case 'starter':
      return say.starter;
    default:
      return say.nobody;
  }
}

/** Everybody a step asks or tells, and how they decide together. */
export function peopleSaid({ kind, who, mode = 'any' }: BookDoing, speaking: Speaking): string {
  const { say } = speaking;
  const all = who === undefined ? [] : Array.isArray(who) ? who : [who];
  const people = all.map((each) => whoSaid(each, speaking)).join(say.and);
  return kind !== 'approve' || mode === 'any' ? people : `${people} · ${say.modes[mode] ?? say.share(mode)}`;
}

/** What a step does beside its title; nothing when its title says it. */
export function doingSaid(doing: BookDoing, { locale, say }: Speaking): string {
  const form = doing.form === undefined ? undefined : pick(doing.form, locale);
  const named = (thing: BookNamed | undefined) => pick(thing?.title ?? '', locale);
  switch (doing.kind) {
    case 'fill':
      return say.fill(form ?? '');
    case 'approve':
      return form === undefined ? '' : say.approve(form);
    case 'start':
      return say.start(named(doing.process), doing.each === true, doing.waits === true);
    case 'write':
      return say.write(named(doing.ledger), doing.each === true);
    default:
      return say[doing.kind];
  }
}

/** A length of time in words; a weekday or the name of a field as it is. */
export function dueSaid(due: string, { say }: Speaking): string {
  const [, count, unit] = /^(\d+)(d|wd|h|wh)$/.exec(due) ?? [];
  return count === undefined || unit === undefined ? due : say.span(count, unit);
}
