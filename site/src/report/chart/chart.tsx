import { useState } from 'react';
import type { ReportPart } from '../../../../schemas/generated/api.ts';
import { Button } from '../../components/button.tsx';
import { chartWords } from '../../i18n/report-chart.ts';
import { useWords } from '../../i18n/use-locale.tsx';
import { RowTable } from '../row-table.tsx';
import { Bars } from './bars.tsx';
import { Bubbles } from './bubbles.tsx';
import type { Drawing } from './drawing.ts';
import { FigureTiles } from './figures.tsx';
import { Funnel } from './funnel.tsx';
import { Gantt } from './gantt.tsx';
import { Gauge } from './gauge.tsx';
import { GroupTable } from './group-table.tsx';
import { HeatMap } from './heat-map.tsx';
import { Line } from './line.tsx';
import { MonthGrid } from './month-grid.tsx';
import { Pareto } from './pareto.tsx';
import { RiskMatrix } from './risk-matrix.tsx';
import { nameColumn, type Rows } from './rows-of.ts';
import { StackedBars } from './stacked-bars.tsx';
import { useFirst } from './use-first.tsx';

type Picture = (props: { readonly drawing: Drawing }) => React.ReactNode;

const PICTURES: Readonly<Record<ReportPart['show'], Picture>> = {
  bars: Bars,
  stackedBars: StackedBars,
  line: Line,
  pareto: Pareto,
  funnel: Funnel,
  heatMap: HeatMap,
  riskMatrix: RiskMatrix,
  bubbles: Bubbles,
  figures: FigureTiles,
  gauge: Gauge,
  table: GroupTable,
  list: Listed,
  gantt: Gantt,
  calendar: MonthGrid,
};

/** Kinds that are read as text anyway. */
const TEXTS: ReadonlySet<ReportPart['show']> = new Set(['figures', 'table', 'list']);
/** On paper nothing can be chosen, so their numbers stand under them. */
const CHOSEN: ReadonlySet<ReportPart['show']> = new Set(['line', 'calendar']);

/** One part of a report as the picture or table it asks for; every picture can be read as a table. */
export function Chart(drawing: Drawing) {
  const words = useWords(chartWords);
  const [asTable, setAsTable] = useState(false);
  const { show, left, rows } = drawing.part;
  const Picture = PICTURES[show];
  const Table = rows ? Listed : GroupTable;
  return (
    <div className="chart">
      {asTable ? <Table drawing={drawing} /> : <Picture drawing={drawing} />}
      {!asTable && CHOSEN.has(show) && (
        <div className="chart-on-paper">
          <Table drawing={drawing} />
        </div>
      )}
      <div className="chart-foot">
        {left > 0 && <p className="small soft">{rows ? words.leftRows(left) : words.left(left)}</p>}
        {!TEXTS.has(show) && (
          <Button
            className="chart-toggle"
            tone="plain"
            icon={asTable ? 'chart' : 'grid'}
            onClick={() => setAsTable(!asTable)}
          >
            {asTable ? words.asPicture : words.asTable}
          </Button>
        )}
      </div>
    </div>
  );
}

function Listed({ drawing: { part, words } }: { readonly drawing: Drawing }) {
  const { rows } = part;
  if (rows === undefined) return null;
  return <FirstRows rows={rows} words={words} />;
}

/** The first rows, and how many there are. */
function FirstRows({ rows, words: { people, units, names } }: { readonly rows: Rows } & Pick<Drawing, 'words'>) {
  const { shown, more } = useFirst(rows.items);
  const name = nameColumn(rows);
  return (
    <>
      <RowTable page={{ ...rows, items: [...shown], people, units, names, ...(name !== undefined && { name }) }} />
      {more()}
    </>
  );
}
