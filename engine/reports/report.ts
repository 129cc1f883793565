import type { Words } from '../../schemas/generated/common.ts';
import type { Indicator } from '../../schemas/generated/indicators.ts';
import type { LedgerDocument } from '../../schemas/generated/ledger.ts';
import type { Option } from '../../schemas/generated/process.ts';
import type {
  MeasureUnit,
  Over,
  Part as PartSource,
  ReportDocument,
  ReportFilter,
} from '../../schemas/generated/report.ts';
import type { Expression } from '../expression/expression.ts';
import type { ExprType } from '../expression/type.ts';
import type { BuiltInSource, DerivedColumn } from '../sums/built-in.ts';
import type { KeyValue, Sum } from '../sums/sum.ts';

/** Where the rows of a part come from. */
export type ReportSource = {
  readonly id: string;
  readonly title: Words;
  readonly columns: LedgerDocument['columns'];
  readonly derived: Readonly<Record<string, DerivedColumn>>;
  readonly named: BuiltInSource['named'];
  /** Undefined for built-in sources, which the readers of the report may read. */
  readonly readers: LedgerDocument['readers'] | undefined;
};

/** What a report is read with: its day, the settings, and what the organisation of today makes of derived columns. */
export type ReportMoment = {
  readonly today: string;
  readonly settings: Readonly<Record<string, unknown>>;
  derive(as: DerivedColumn['as'], value: KeyValue): KeyValue;
};

/** A value that stored groups are chosen or grouped by, worked out from what is stored of them. */
export type StoredValue = {
  readonly type: ExprType;
  of(values: readonly KeyValue[], moment: ReportMoment): KeyValue;
};

/** Rows counted and added up in one way; several measures may read it. */
export type Cube = {
  readonly source: ReportSource;
  readonly sum: Sum;
  /** Columns that are looked at: a reader has to see them all. */
  readonly uses: readonly string[];
  /** One a dimension. */
  readonly dimensions: readonly StoredValue[];
  /** A whole number whose median is asked for. */
  readonly median?: StoredValue;
  /** What is left to ask of a group: conditions that look at the day or the organisation. */
  readonly conditions: readonly StoredValue[];
  /** Columns that rights to rows name. */
  readonly rowColumns: Readonly<Record<string, StoredValue>>;
  /** By filter; a filter that is not here does not apply. */
  readonly filters: Readonly<Record<string, StoredValue & { readonly uses: readonly string[] }>>;
};

export type Dimension = {
  readonly id: string;
  readonly title: Words;
  readonly type: ExprType;
  readonly options?: readonly Option[];
  readonly named?: 'process' | 'step' | 'post' | 'area';
  /** Its keys are rows of this ledger. */
  readonly rowsOf?: string;
};

/** Where the value of a measure comes from; `cube` is a number among those of the part. */
export type MeasureValue =
  | { readonly is: 'count'; readonly cube: number }
  | { readonly is: 'sum'; readonly cube: number; readonly at: number }
  | { readonly is: 'median'; readonly cube: number }
  | { readonly is: 'formula'; readonly expression: Expression; readonly places: number };

export type Measure = {
  readonly id: string;
  readonly title: Words;
  readonly unit: MeasureUnit;
  readonly indicator?: { readonly id: string } & Indicator;
  readonly hidden: boolean;
  readonly value: MeasureValue;
};

/** One picture or table. Parts that show rows have one cube and no measures. */
export type ReportPart = {
  readonly id: string;
  readonly source: PartSource;
  readonly rows: ReportSource;
  readonly dimensions: readonly Dimension[];
  readonly measures: readonly Measure[];
  readonly cubes: readonly Cube[];
};

export type Report = {
  readonly document: ReportDocument;
  readonly filters: readonly ({ readonly id: string } & ReportFilter)[];
  readonly parts: readonly ReportPart[];
};

/** The periods along which a part is shown; undefined when it is shown at one moment. */
export const overOf = ({ source }: Pick<ReportPart, 'source'>): Over | undefined =>
  'over' in source ? source.over : undefined;
