import type { PeopleView, SummaryField, UnitNames, WaitingView } from '../../../schemas/generated/api.ts';
import { caseListWords } from '../i18n/case-list.ts';
import { fieldText } from '../i18n/field-text.ts';
import { pick } from '../i18n/locale.ts';
import { useLocale, useWords } from '../i18n/use-locale.tsx';
import { nameOf } from './person.tsx';

/** The fields a definition names as its summary, each as its kind reads. Fields without a value are left out. */
export type SummaryProps = {
  readonly fields: readonly SummaryField[];
  readonly people: PeopleView;
  readonly units: UnitNames;
};

export function Summary({ fields, people, units }: SummaryProps) {
  const locale = useLocale();
  const shown = fields.flatMap(({ field, value }) => {
    const text = fieldText(field, value, { locale, people, units });
    return text === '' ? [] : [{ title: pick(field.title, locale), text }];
  });
  if (shown.length === 0) return null;
  return (
    <span className="summary">
      {shown.map(({ title, text }) => (
        <span key={title}>
          <span className="soft">{title}</span> <span className="tabular">{text}</span>
        </span>
      ))}
    </span>
  );
}

const SHOWN = 3;

/** Who has to act next, step by step. */
export function Waiting({
  waiting,
  people,
}: {
  readonly waiting: readonly WaitingView[];
  readonly people: PeopleView;
}) {
  const locale = useLocale();
  const words = useWords(caseListWords);
  if (waiting.length === 0) return null;
  const texts = waiting.map(({ title, people: ids }) => {
    const names = ids.slice(0, SHOWN).map((id) => nameOf(id, people, locale));
    const all = ids.length > SHOWN ? words.andMore(names.join(words.listMark), ids.length) : names.join(words.listMark);
    return all === '' ? pick(title, locale) : words.stepOf(pick(title, locale), all);
  });
  return <span>{words.waitingFor(texts.join(words.stepMark))}</span>;
}
