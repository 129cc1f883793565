import { useState } from 'react';
import { usePrinting } from '../../../../fields/table/use-printing.ts';
import { Button } from '../../components/button.tsx';
import { chartWords } from '../../i18n/report-chart.ts';
import { useWords } from '../../i18n/use-locale.tsx';

/** More than this is asked for: the first ones are what a picture is about. */
const FIRST = 12;
/** As good as the first ones when hardly more. */
const SLACK = 3;

/** The first of many rows, all of them on paper, and the button that shows the others. */
export function useFirst<T>(rows: readonly T[]): {
  readonly shown: readonly T[];
  readonly more: () => React.ReactNode;
} {
  const words = useWords(chartWords);
  const printing = usePrinting();
  const [all, setAll] = useState(false);
  const few = rows.length <= FIRST + SLACK;
  return {
    shown: few || all || printing ? rows : rows.slice(0, FIRST),
    more: () =>
      few ? null : (
        <Button className="chart-more" onClick={() => setAll(!all)}>
          {all ? words.showLess : words.showAll(rows.length)}
        </Button>
      ),
  };
}
