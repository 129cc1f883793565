import type { CaseCard, PeopleView } from '../../../schemas/generated/api.ts';
import { StatusChip } from '../components/chip.tsx';
import { PersonName } from '../components/person.tsx';
import { auditWords } from '../i18n/audit.ts';
import { formatInstant, formatSince } from '../i18n/format.ts';
import { pick } from '../i18n/locale.ts';
import { page } from '../i18n/paths.ts';
import { useLocale, useWords } from '../i18n/use-locale.tsx';
import { serverNow, useSession, zoneOf } from '../session/session.ts';
import { IntegrityChip } from './integrity.tsx';

export interface CasesProps {
  readonly cases: readonly CaseCard[];
  readonly people: PeopleView;
  readonly onExplain: (shown: CaseCard) => void;
}

export function CaseTable({ cases, people, onExplain }: CasesProps) {
  const words = useWords(auditWords);
  const heads = [
    words.number,
    words.process,
    words.subject,
    words.starter,
    words.status,
    words.updated,
    words.integrity,
  ];
  return (
    <div className="table-box">
      <table className="table audit-table">
        <caption className="unseen">{words.title}</caption>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {cases.map((shown) => (
            <Row key={shown.id} shown={shown} people={people} onExplain={onExplain} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

type RowProps = Omit<CasesProps, 'cases'> & { readonly shown: CaseCard };

function Row({ shown, people, onExplain }: RowProps) {
  const locale = useLocale();
  const zone = zoneOf(useSession());
  return (
    <tr>
      <th scope="row" className="nowrap tabular">
        <a href={`${page('/case/', locale, { id: shown.id })}#history`}>{shown.number}</a>
      </th>
      <td>{pick(shown.title, locale)}</td>
      <td>{shown.subject}</td>
      <td className="nowrap">
        <PersonName id={shown.starter} people={people} />
      </td>
      <td>
        <StatusChip status={shown.status} />
      </td>
      <td className="nowrap soft">
        <time dateTime={shown.updatedAt} title={formatInstant(shown.updatedAt, zone, locale)}>
          {formatSince(shown.updatedAt, serverNow(), zone, locale)}
        </time>
      </td>
      <td>
        <IntegrityChip shown={shown} onExplain={onExplain} />
      </td>
    </tr>
  );
}
