import type { RuleFinding } from '../../../schemas/generated/api.ts';
import { Button, IconButton } from '../components/button.tsx';
import { Icon } from '../components/icon.tsx';
import { pick } from '../i18n/locale.ts';
import { rulesWords } from '../i18n/rules.ts';
import { useWords } from '../i18n/use-locale.tsx';
import { findingText, type Speech } from './cell-text.ts';
import { ConditionCell, ResultCell } from './column-cells.tsx';
import { type Draft, type DraftRule, moved, newLineKey } from './draft.ts';

export interface GridProps {
  readonly draft: Draft;
  readonly findings: readonly RuleFinding[];
  readonly speech: Speech;
  readonly readOnly: boolean;
  readonly onChange: (draft: Draft) => void;
}

/** The rules as a table: a line each, conditions to the left, results to the right, what is wrong below the line. */
export function RuleGrid({ draft, findings, speech, readOnly, onChange }: GridProps) {
  const words = useWords(rulesWords);
  const { inputs, outputs } = speech.table;
  const { rules, otherwise } = draft;
  const set = (next: readonly DraftRule[]) => onChange({ ...draft, rules: next });
  const empty = (): DraftRule => ({
    key: newLineKey(),
    when: Object.fromEntries(Object.keys(inputs).map((id) => [id, '-'])),
    result: {},
  });
  return (
    <div className="stack">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways is scrolled by keys */}
      <section className="rule-scroll" tabIndex={0} aria-label={words.rules}>
        <table className="rule-table">
          <thead>
            <tr>
              <th scope="col">#</th>
              {Object.entries(inputs).map(([id, { title }]) => (
                <th key={id} scope="col">
                  {pick(title, speech.locale)}
                </th>
              ))}
              {Object.entries(outputs).map(([id, { title }]) => (
                <th key={id} scope="col" className="rule-result">
                  {pick(title, speech.locale)}
                </th>
              ))}
              {!readOnly && (
                <th>
                  <span className="unseen">{words.edit(words.rules)}</span>
                </th>
              )}
            </tr>
          </thead>
          {rules.map((rule, index) => (
            <RuleLine
              key={rule.key}
              rule={rule}
              index={index}
              count={rules.length}
              findings={findings.filter((finding) => concerns(finding, index))}
              speech={speech}
              readOnly={readOnly}
              onChange={(next) => set(rules.with(index, next))}
              onMove={(by) => set(moved(rules, index, index + by))}
              onRemove={() => set(rules.toSpliced(index, 1))}
            />
          ))}
          {otherwise && (
            <tbody>
              <tr>
                <th scope="row" colSpan={1 + Object.keys(inputs).length}>
                  {words.otherwise}
                </th>
                {Object.entries(outputs).map(([id, column]) => (
                  <td key={id} data-label={pick(column.title, speech.locale)} className="rule-result">
                    <ResultCell
                      column={column}
                      label={words.cell(words.otherwise, pick(column.title, speech.locale))}
                      value={otherwise[id]}
                      wrong={findings.some(({ path }) => path[0] === 'default' && path[1] === id)}
                      readOnly={readOnly}
                      speech={speech}
                      onChange={(value) => onChange({ ...draft, otherwise: { ...otherwise, [id]: value } })}
                    />
                  </td>
                ))}
                {!readOnly && (
                  <td className="rule-tools">
                    <IconButton
                      icon="trash"
                      label={words.removeOtherwise}
                      onClick={() => onChange({ rules, tests: draft.tests })}
                    />
                  </td>
                )}
              </tr>
            </tbody>
          )}
        </table>
      </section>
      {!readOnly && (
        <div className="row">
          <Button icon="plus" onClick={() => set([...rules, empty()])}>
            {words.addRule}
          </Button>
          {otherwise === undefined && (
            <Button tone="plain" icon="plus" onClick={() => onChange({ ...draft, otherwise: {} })}>
              {words.withOtherwise}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}

/** Two rules that overlap are both marked. */
const concerns = ({ path, code, params }: RuleFinding, index: number): boolean =>
  path[0] === 'rules' && (path[1] === index || (code === 'table-overlap' && params.first === String(index + 1)));

interface LineProps {
  readonly rule: DraftRule;
  readonly index: number;
  readonly count: number;
  readonly findings: readonly RuleFinding[];
  readonly speech: Speech;
  readonly readOnly: boolean;
  readonly onChange: (rule: DraftRule) => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
}

function RuleLine({ rule, index, count, findings, speech, readOnly, onChange, onMove, onRemove }: LineProps) {
  const words = useWords(rulesWords);
  const { inputs, outputs } = speech.table;
  const name = words.rule(index + 1);
  const columns = Object.keys(inputs).length + Object.keys(outputs).length + 2;
  const isWrong = (part: 'when' | 'then', column: string) =>
    findings.some(({ path }) => path[2] === part && path[3] === column);
  const title = (words_: Parameters<typeof pick>[0]) => pick(words_, speech.locale);
  return (
    <tbody data-wrong={findings.length > 0 || undefined}>
      <tr>
        <th scope="row">
          <span aria-hidden="true">{index + 1}</span>
          <span className="unseen">{name}</span>
        </th>
        {Object.entries(inputs).map(([id, column]) => (
          <td key={id} data-label={title(column.title)}>
            <ConditionCell
              column={column}
              label={words.cell(name, title(column.title))}
              value={rule.when[id]}
              wrong={isWrong('when', id)}
              readOnly={readOnly}
              speech={speech}
              onChange={(value) => onChange({ ...rule, when: { ...rule.when, [id]: value } })}
            />
          </td>
        ))}
        {Object.entries(outputs).map(([id, column]) => (
          <td key={id} data-label={title(column.title)} className="rule-result">
            <ResultCell
              column={column}
              label={words.cell(name, title(column.title))}
              value={rule.result[id]}
              wrong={isWrong('then', id)}
              readOnly={readOnly}
              speech={speech}
              onChange={(value) => onChange({ ...rule, result: { ...rule.result, [id]: value } })}
            />
          </td>
        ))}
        {!readOnly && (
          <td className="rule-tools">
            <IconButton icon="up" label={words.up(index + 1)} disabled={index === 0} onClick={() => onMove(-1)} />
            <IconButton
              icon="down"
              label={words.down(index + 1)}
              disabled={index === count - 1}
              onClick={() => onMove(1)}
            />
            <IconButton icon="trash" label={words.remove(index + 1)} disabled={count === 1} onClick={onRemove} />
          </td>
        )}
      </tr>
      {findings.length > 0 && (
        <tr>
          <td colSpan={columns} className="rule-findings">
            {findings.map((finding) => (
              <p key={`${finding.code} ${finding.path.join('/')}`} className={markOf(finding)}>
                <Icon name="alert" size={16} /> {findingText(finding, speech)}
              </p>
            ))}
          </td>
        </tr>
      )}
    </tbody>
  );
}

export const markOf = ({ severity }: RuleFinding): string =>
  severity === 'error' ? 'rule-finding field-issue' : 'rule-finding soft small';
