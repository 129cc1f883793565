import { createElement, type FunctionComponent, type ReactNode, useEffect } from 'react';
import { Icon } from '../components/icon.tsx';
import { useDirectoryVersion } from '../form/directory.ts';
import { useFormStoreIfAny, useReadScope } from '../form/scope.tsx';
import { daysBetween } from '../i18n/civil.ts';
import { fieldText, isNumeric } from '../i18n/field-text.ts';
import { formWords } from '../i18n/form.ts';
import { formatDateRange, formatSize } from '../i18n/format.ts';
import { pick } from '../i18n/locale.ts';
import { page } from '../i18n/paths.ts';
import { useLocale, useWords } from '../i18n/use-locale.tsx';
import { dateRange, fileList } from './lists.ts';
import type { FieldKind, FieldOf } from './props.ts';
import { referenceTitle } from './reference-title.ts';

/** Tables are made of values of these kinds. */
export type PlainKind = Exclude<FieldKind, 'table'>;
export type ReadProps<K extends FieldKind> = { readonly field: FieldOf<K>; readonly value: unknown };

type Value = { readonly value: unknown };

export const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

/** One line of text, as the kind of the field reads. */
function Line<K extends FieldKind>({ field, value }: ReadProps<K>) {
  const locale = useLocale();
  const { directory } = useReadScope();
  useDirectoryVersion(directory);
  const text = fieldText(field, value, { locale, people: directory.people() });
  return isNumeric(field) ? <span className="number">{text}</span> : text;
}

const LongText = ({ value }: Value) => <span className="read-long">{String(value)}</span>;

function Rating({ field, value }: ReadProps<'rating'>) {
  const words = useWords(formWords);
  const names = [words.rating1, words.rating2, words.rating3, words.rating4, words.rating5];
  const max = field.max ?? names.length;
  const name = max === names.length ? names[Number(value) - 1] : undefined;
  return (
    <>
      <span className="number">{words.ratingOf(Number(value), max)}</span>
      {name !== undefined && ` ${name}`}
    </>
  );
}

function Range({ value }: ReadProps<'dateRange'>) {
  const locale = useLocale();
  const words = useWords(formWords);
  const range = dateRange(value);
  const days = range.start !== undefined && range.end !== undefined ? daysBetween(range.start, range.end) + 1 : 0;
  return (
    <>
      <span className="number">{formatDateRange(range, locale)}</span>
      {days > 0 && <span className="soft small"> {words.days(days)}</span>}
    </>
  );
}

function Unit({ value }: ReadProps<'unit'>) {
  const locale = useLocale();
  const { directory } = useReadScope();
  useDirectoryVersion(directory);
  useEffect(() => void directory.loadUnits(), [directory]);
  const unit = directory.unit(String(value));
  return unit === undefined ? String(value) : pick(unit.title, locale);
}

/** The name of the row; it leads to the ledger it stands in. */
function Reference({ field, value }: ReadProps<'reference'>) {
  const locale = useLocale();
  const scope = useReadScope();
  const store = useFormStoreIfAny();
  const id = String(value);
  const row = store?.facts().references[id] ?? scope.references[id];
  const { ledger } = field.to;
  return (
    <a href={page('/ledger/', locale, { id: ledger, q: id })}>
      {referenceTitle(id, row, scope.ledgers[ledger], locale)}
    </a>
  );
}

function Files({ value }: ReadProps<'files'>) {
  const { caseId } = useReadScope();
  const words = useWords(formWords);
  return (
    <ul className="files">
      {fileList(value).map((file) => (
        <li key={file.id} className="file">
          <Icon name="file" />
          <a
            href={`/api/files/${file.id}${caseId === undefined ? '' : `?case=${caseId}`}`}
            title={words.download(file.name)}
            download={file.name}
          >
            {file.name}
          </a>
          <span className="soft small number">{formatSize(file.size)}</span>
        </li>
      ))}
    </ul>
  );
}

/** How each kind but tables is read; a kind added to the schema does not compile until it is here. */
const readers: { readonly [K in PlainKind]: FunctionComponent<ReadProps<K>> } = {
  text: Line,
  longText: LongText,
  integer: Line,
  decimal: Line,
  money: Line,
  percent: Line,
  rating: Rating,
  flag: Line,
  choice: Line,
  choices: Line,
  date: Line,
  dateRange: Range,
  week: Line,
  person: Line,
  people: Line,
  unit: Unit,
  reference: Reference,
  files: Files,
};

const readerOf = <K extends PlainKind>(kind: K): FunctionComponent<ReadProps<K>> => readers[kind];

/** A value that is no table, as it is read; nothing there is a dash. */
export function ReadPlain<K extends PlainKind>({ field, value }: ReadProps<K>): ReactNode {
  const words = useWords(formWords);
  // A switch that nobody touched stood at no.
  const stored = field.type === 'flag' && field.required === undefined ? value === true : value;
  if (isEmpty(stored)) return <span className="read-empty">{words.empty}</span>;
  return createElement<ReadProps<K>>(readerOf<K>(field.type), { field, value: stored });
}
