import type { CaseView, SessionView } from '../../../schemas/generated/api.ts';
import type { Names } from '../case/names.ts';
import { openSteps } from '../case/steps.ts';
import { commonWords } from '../i18n/common.ts';
import { type Locale, pick } from '../i18n/locale.ts';
import { page } from '../i18n/paths.ts';
import { printWords } from '../i18n/print.ts';
import { useLocale, useWords } from '../i18n/use-locale.tsx';
import { paperDay } from './paper-time.ts';
import { QrCode } from './qr-code.tsx';
import type { Sheet } from './sheet.ts';

type SheetHeadProps = {
  readonly sheet: Sheet;
  readonly view: CaseView;
  readonly session: SessionView;
  readonly names: Names;
};

/** Company, title, what the sheet is worth, and what case it is about. */
export function SheetHead({ sheet, view, session, names }: SheetHeadProps) {
  const locale = useLocale();
  const words = useWords(printWords);
  const address = `${location.origin}${page('/case/', locale, { id: view.id })}`;
  return (
    <header className="sheet-head">
      <div className="sheet-title">
        <p className="sheet-letterhead">{pick(sheet.letterhead ?? session.company, locale)}</p>
        <h1>{pick(sheet.title, locale)}</h1>
      </div>
      <figure className="sheet-figure">
        <QrCode text={address} label={words.code(address)} />
        <figcaption>{words.scan}</figcaption>
      </figure>
      <Mark sheet={sheet} view={view} names={names} />
      <Facts view={view} zone={session.zone} names={names} />
    </header>
  );
}

function Mark({ sheet: { mark }, view, names }: Pick<SheetHeadProps, 'sheet' | 'view' | 'names'>) {
  const locale = useLocale();
  const words = useWords(printWords);
  if (mark === undefined) return null;
  const open = openSteps(view.picture).map(({ step }) => names.step(step));
  return (
    <p className="sheet-mark">
      <strong>{words.marks[mark]}</strong>
      {open.length > 0 && <span>{words.waiting(open.join(commonWords[locale].listMark))}</span>}
    </p>
  );
}

type FactsProps = { readonly view: CaseView; readonly zone: string; readonly names: Names };

function Facts({ view, zone, names }: FactsProps) {
  const locale = useLocale();
  const words = useWords(printWords);
  const day = (at: string) => paperDay(at, zone, locale);
  return (
    <div className="sheet-lines">
      <dl className="sheet-line">
        <dt>{words.number}</dt>
        <dd className="mono">{view.number}</dd>
        <dt>{words.applied}</dt>
        <dd>{day(view.startedAt)}</dd>
      </dl>
      <dl className="sheet-line">
        <dt>{words.department}</dt>
        <dd>{departmentOf(view, locale)}</dd>
        <dt>{words.applicant}</dt>
        <dd>{names.person(view.starter)}</dd>
      </dl>
      <dl className={view.endedAt === undefined ? 'sheet-line sheet-wide' : 'sheet-line'}>
        <dt>{words.subject}</dt>
        <dd>{view.subject}</dd>
        {view.endedAt !== undefined && (
          <>
            <dt>{words.ended}</dt>
            <dd>{day(view.endedAt)}</dd>
          </>
        )}
      </dl>
    </div>
  );
}

/** Where the starter works, first of all. */
function departmentOf({ people, starter }: CaseView, locale: Locale): string {
  const post = people[starter]?.posts[0];
  return post === undefined ? commonWords[locale].none : pick(post.unitTitle, locale);
}
