import { useEffect, useMemo, useState } from 'react';
import { checkTable, type TableSurroundings, withRules } from '#engine';
import type { RuleEdition, RuleFinding, RuleTableView } from '../../../schemas/generated/api.ts';
import { api } from '../api/api.ts';
import { useLoad } from '../api/use-load.ts';
import { Button } from '../components/button.tsx';
import { Chip } from '../components/chip.tsx';
import { Icon } from '../components/icon.tsx';
import { CardSkeletons, ErrorNote, Note } from '../components/states.tsx';
import { useSettled } from '../components/use-settled.ts';
import { defaultLocale, pick } from '../i18n/locale.ts';
import { page } from '../i18n/paths.ts';
import { rulesWords } from '../i18n/rules.ts';
import { useLocale, useWords } from '../i18n/use-locale.tsx';
import { findingText, type Speech } from './cell-text.ts';
import { differences } from './difference.ts';
import { type Draft, draftOf, rulesOf, sameRules } from './draft.ts';
import { History } from './history.tsx';
import { Processes } from './processes.tsx';
import { markOf, RuleGrid } from './rule-grid.tsx';
import { SaveDialog } from './save-dialog.tsx';
import { TestGrid } from './test-grid.tsx';

/** One decision table, read or changed. */
export function TablePage({ id }: { readonly id: string }) {
  const path = `/api/tables/${encodeURIComponent(id)}`;
  const [view, setView] = useState<RuleTableView>();
  const { value, problem, reload } = useLoad<RuleTableView>(path);
  // What is being changed is not gone over by a refresh: the server says when somebody else was first.
  const shown = view ?? value;
  const refresh = async () => {
    const answer = await api.get<RuleTableView>(path);
    if (answer.ok) setView(answer.value);
  };
  if (problem) return <ErrorNote problem={problem} onRetry={reload} />;
  return shown === undefined ? (
    <CardSkeletons count={3} />
  ) : (
    <Loaded view={shown} onView={setView} onRefresh={refresh} />
  );
}

interface LoadedProps {
  readonly view: RuleTableView;
  readonly onView: (view: RuleTableView) => void;
  /** Reads the latest edition again. */
  readonly onRefresh: () => Promise<void>;
}

/** Long enough not to check between two keys. */
const REST = 150;

function Loaded({ view, onView, onRefresh }: LoadedProps) {
  const locale = useLocale();
  const words = useWords(rulesWords);
  const { table, lists, posts, mayEdit, edition, history, processes } = view;
  const speech = useMemo<Speech>(() => ({ table, lists, posts, locale }), [table, lists, posts, locale]);
  const [draft, setDraft] = useState<Draft>(() => draftOf(table));
  const [from, setFrom] = useState(view);
  const [saving, setSaving] = useState(false);
  const [said, setSaid] = useState<'saved' | 'moved' | { readonly taken: number }>();
  const present = rulesOf(draftOf(table));
  const rules = rulesOf(draft);
  const isChanged = !sameRules(present, rules);
  const settled = useSettled(draft, REST);
  const findings = useMemo(() => findingsOf(settled, speech), [settled, speech]);
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const change = (next: Draft) => {
    setSaid((old) => (old === 'moved' ? old : undefined));
    setDraft(next);
  };
  const discard = () => {
    setDraft(draftOf(table));
    setSaid(undefined);
  };
  useLeaveGuard(isChanged);
  useEffect(() => {
    // The latest edition of what nobody has begun to change here.
    if (from !== view && sameRules(rulesOf(draft), rulesOf(draftOf(from.table)))) setDraft(draftOf(view.table));
    if (from !== view) setFrom(view);
  }, [from, view, draft]);
  const takeUp = ({ content, edition: taken }: RuleEdition) => {
    if (content === undefined) return;
    setDraft(draftOf(content));
    setSaid({ taken });
    scrollTo({ top: 0 });
  };
  return (
    <div className="stack">
      <div className="page-head">
        <div>
          <a className="back small" href={page('/tables/', locale)}>
            <Icon name="left" size={18} />
            {words.backToTables}
          </a>
          <h1>{pick(table.title, locale)}</h1>
          {/* Notes are written in one language. */}
          {table.note !== undefined && locale === defaultLocale && <p className="page-sub">{table.note}</p>}
          <p className="small soft">{words.hit(words.hits[table.hit])}</p>
        </div>
      </div>
      {!mayEdit && <Note>{words.readOnly}</Note>}
      {history.some(({ state }) => state === 'waiting') && (
        <Note tone="return" icon="alert">
          <strong>{words.waiting}</strong> {words.waitingText}
        </Note>
      )}
      {said === 'moved' && (
        <div role="alert">
          <Note tone="return" icon="alert">
            <p>
              <strong>{words.moved}</strong> {words.movedText}
            </p>
            <div className="row">
              <Button onClick={discard}>{words.reload}</Button>
              <Button onClick={() => setSaving(true)}>{words.keepMine}</Button>
            </div>
          </Note>
        </div>
      )}
      <p role="status" className="rule-said">
        {said === 'saved' && words.saved}
        {typeof said === 'object' && words.taken(said.taken)}
      </p>
      <div className="stack">
        <h2>{words.rules}</h2>
        {mayEdit && <p className="small soft">{words.cellHelp}</p>}
        <Whole findings={findings} speech={speech} />
        <RuleGrid draft={draft} findings={findings} speech={speech} readOnly={!mayEdit} onChange={change} />
      </div>
      <div className="stack">
        <h2>{words.tests}</h2>
        <p className="small soft">{words.testsHelp}</p>
        <TestGrid draft={draft} findings={findings} speech={speech} readOnly={!mayEdit} onChange={change} />
      </div>
      {mayEdit && (
        <div className="row rule-bar">
          {errors > 0 ? (
            <Chip tone="reject" icon="alert">
              {words.errors(errors)}
            </Chip>
          ) : (
            isChanged && (
              <Chip tone="agree" icon="check">
                {words.allFine}
              </Chip>
            )
          )}
          <span className="push" />
          {isChanged && <Button onClick={discard}>{words.discard}</Button>}
          <Button tone="primary" disabled={!isChanged || errors > 0} onClick={() => setSaving(true)}>
            {words.save}
          </Button>
        </div>
      )}
      <Processes processes={processes} />
      <History
        editions={history}
        changesOf={({ content }) => (content === undefined ? [] : differences(present, content, speech))}
        onUse={mayEdit ? takeUp : undefined}
      />
      {saving && (
        <SaveDialog<RuleTableView>
          path={`/api/tables/${encodeURIComponent(table.id)}/editions`}
          base={edition}
          content={{ ...rules }}
          wordsOf={(issue) => findingText(asFinding(issue), speech)}
          onClose={() => setSaving(false)}
          onSaved={(saved) => {
            onView(saved);
            setDraft(draftOf(saved.table));
            setSaving(false);
            setSaid('saved');
          }}
          onMoved={() => {
            setSaving(false);
            setSaid('moved');
            void onRefresh();
          }}
        >
          <h3>{words.changes}</h3>
          <ul className="rule-changes">
            {differences(present, rules, speech).map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
          <Processes processes={processes} />
        </SaveDialog>
      )}
    </div>
  );
}

/** Gaps belong to no line. */
function Whole({ findings, speech }: { readonly findings: readonly RuleFinding[]; readonly speech: Speech }) {
  const whole = findings.filter(
    ({ path: [part, index] }) => part !== 'tests' && (index === undefined || part === 'default'),
  );
  return (
    <div role="status">
      {whole.map((finding) => (
        <p key={`${finding.code} ${finding.path.join('/')}`} className={markOf(finding)}>
          <Icon name="alert" size={16} /> {findingText(finding, speech)}
        </p>
      ))}
    </div>
  );
}

/** The same judgement as the server's, while one types. */
function findingsOf(draft: Draft, { table, lists, posts }: Speech): readonly RuleFinding[] {
  const around: TableSurroundings = {
    lists: { lists: Object.fromEntries(Object.entries(lists).map(([id, options]) => [id, { options }])) },
    posts,
  };
  return checkTable(withRules(table, rulesOf(draft)), around).map(({ code, severity, path, params }) => ({
    code,
    severity,
    path: [...path],
    params: { ...params },
  }));
}

type Issue = { readonly code: string; readonly path: string; readonly params?: object };

function asFinding({ code, params = {} }: Issue): RuleFinding {
  const texts = Object.fromEntries(Object.entries(params).map(([name, value]) => [name, String(value)]));
  const { process } = texts;
  return {
    code,
    severity: 'error',
    path: [],
    params: texts,
    ...(process !== undefined && { process: { id: process, title: process } }),
  };
}

/** Asks before what was changed is left behind. */
function useLeaveGuard(isChanged: boolean): void {
  useEffect(() => {
    if (!isChanged) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [isChanged]);
}
