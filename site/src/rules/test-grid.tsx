import type { DecisionTableDocument } from '../../../schemas/generated/table.ts';
import { Button, IconButton } from '../components/button.tsx';
import { Chip } from '../components/chip.tsx';
import { pick } from '../i18n/locale.ts';
import { rulesWords } from '../i18n/rules.ts';
import { useWords } from '../i18n/use-locale.tsx';
import { findingText } from './cell-text.ts';
import { TypedCell } from './cells.tsx';
import { GivenCell, ResultCell } from './column-cells.tsx';
import { type Cell, type DraftTest, newLineKey } from './draft.ts';
import type { GridProps } from './rule-grid.tsx';

/** The examples as a table, each with whether it comes true. */
export function TestGrid({ draft, findings, speech, readOnly, onChange }: GridProps) {
  const words = useWords(rulesWords);
  const { inputs, outputs } = speech.table;
  const { tests } = draft;
  const several = saysSeveral(speech.table);
  const title = (column: { readonly title: Parameters<typeof pick>[0] }) => pick(column.title, speech.locale);
  const set = (next: readonly DraftTest[]) => onChange({ ...draft, tests: next });
  const change = (index: number, next: DraftTest) => set(tests.with(index, next));
  return (
    <div className="stack">
      {tests.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways is scrolled by keys
        <section className="rule-scroll" tabIndex={0} aria-label={words.tests}>
          <table className="rule-table">
            <thead>
              <tr>
                <th scope="col">#</th>
                {Object.entries(inputs).map(([id, column]) => (
                  <th key={id} scope="col">
                    {title(column)}
                  </th>
                ))}
                {Object.entries(outputs).map(([id, column]) => (
                  <th key={id} scope="col" className="rule-result">
                    {title(column)}
                  </th>
                ))}
                <th scope="col">{words.result}</th>
              </tr>
            </thead>
            {tests.map((test, index) => {
              const name = words.test(index + 1);
              const own = findings.filter(({ path }) => path[0] === 'tests' && path[1] === index);
              return (
                <tbody key={test.key} data-wrong={own.length > 0 || undefined}>
                  <tr>
                    <th scope="row">
                      <span aria-hidden="true">{index + 1}</span>
                      <span className="unseen">{name}</span>
                    </th>
                    {Object.entries(inputs).map(([id, column]) => (
                      <td key={id} data-label={title(column)}>
                        <GivenCell
                          column={column}
                          label={words.cell(name, title(column))}
                          value={test.given[id]}
                          wrong={own.some(({ path }) => path[2] === 'given' && path[3] === id)}
                          readOnly={readOnly}
                          speech={speech}
                          onChange={(value) => change(index, { ...test, given: withCell(test.given, id, value) })}
                        />
                      </td>
                    ))}
                    {Object.entries(outputs).map(([id, column]) => {
                      const cell = {
                        label: words.cell(name, title(column)),
                        value: shown(test.expect[id]) ?? '',
                        wrong: own.some(({ path }) => path[2] === 'expect' && path[3] === id),
                        readOnly,
                        onChange: (text: string) =>
                          change(index, { ...test, expect: withCell(test.expect, id, several ? listIn(text) : text) }),
                      };
                      return (
                        <td key={id} data-label={title(column)} className="rule-result">
                          {several ? (
                            <TypedCell {...cell} value={String(cell.value)} />
                          ) : (
                            <ResultCell {...cell} column={column} speech={speech} />
                          )}
                        </td>
                      );
                    })}
                    <td className="rule-tools">
                      {own.length === 0 && (
                        <Chip tone="agree" icon="check">
                          {words.passes}
                        </Chip>
                      )}
                      {own.map((finding) => (
                        <Chip key={finding.path.join('/')} tone="reject" icon="alert">
                          {findingText(finding, speech)}
                        </Chip>
                      ))}
                      {!readOnly && (
                        <IconButton
                          icon="trash"
                          label={words.removeTest(index + 1)}
                          onClick={() => set(tests.toSpliced(index, 1))}
                        />
                      )}
                    </td>
                  </tr>
                </tbody>
              );
            })}
          </table>
        </section>
      )}
      {!readOnly && (
        <div>
          <Button icon="plus" onClick={() => set([...tests, { key: newLineKey(), given: {}, expect: {} }])}>
            {words.addTest}
          </Button>
        </div>
      )}
    </div>
  );
}

const shown = (value: DraftTest['expect'][string] | undefined): Cell | undefined =>
  Array.isArray(value) ? value.join(', ') : value;

/** A table that lists the results of all rules that fit is expected to say a list. */
const saysSeveral = ({ hit, aggregate = 'list' }: DecisionTableDocument): boolean =>
  hit === 'ruleOrder' || (hit === 'collect' && aggregate === 'list');

const listIn = (text: string): string[] | string =>
  text.trim() === '' ? '' : text.split(',').map((each) => each.trim());

/** An empty cell is not there. */
function withCell<Value>(cells: Readonly<Record<string, Value>>, id: string, value: Value): Record<string, Value> {
  const { [id]: _, ...others } = cells;
  return value === '' ? others : { ...cells, [id]: value };
}
