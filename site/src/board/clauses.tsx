import { useState } from 'react';
import type { CoverageView } from '../../../schemas/generated/api.ts';
import { ActionMenu } from '../case/action-menu.tsx';
import { Icon } from '../components/icon.tsx';
import { SearchBox } from '../components/search-box.tsx';
import { boardWords } from '../i18n/board.ts';
import { type Locale, pick } from '../i18n/locale.ts';
import { matchWords } from '../i18n/match-words.ts';
import { Speaking, useLocale, useWords } from '../i18n/use-locale.tsx';
import { BoardPage, type BoardView } from './board-page.tsx';
import { ClauseList } from './clause-list.tsx';
import { type BoardLook, queryOf } from './use-board.ts';

export const Clauses = ({ locale }: { readonly locale: Locale }) => (
  <Speaking locale={locale}>
    <Coverage />
  </Speaking>
);

function Coverage() {
  const say = useWords(boardWords);
  return (
    <BoardPage<CoverageView>
      title={say.clauses}
      intro={say.clausesIntro}
      path="/api/coverage"
      actions={(look) => <Export look={look} />}
    >
      {(coverage, view) => <Documents coverage={coverage} view={view} />}
    </BoardPage>
  );
}

function Export({ look }: { readonly look: BoardLook }) {
  const locale = useLocale();
  const say = useWords(boardWords);
  return (
    <ActionMenu name={say.export}>
      {['xlsx', 'csv'].map((format) => (
        <a
          key={format}
          className="button button-plain"
          href={`/api/coverage/export${queryOf(look, { format, language: locale })}`}
          download
        >
          <Icon name="download" size={18} />
          {say.exportAs(format.toUpperCase())}
        </a>
      ))}
    </ActionMenu>
  );
}

/** The clauses document by document, as far as they match what is searched for. */
function Documents({ coverage, view }: { readonly coverage: CoverageView; readonly view: BoardView }) {
  const locale = useLocale();
  const say = useWords(boardWords);
  const [onlyIdle, setOnlyIdle] = useState(false);
  const [search, setSearch] = useState('');
  const titles = new Map(coverage.processes.map(({ id, title }) => [id, title]));
  const shown = coverage.clauses.filter(
    ({ id, heading, text, state, carriers }) =>
      (!onlyIdle || state === 'idle') &&
      matchWords([id, heading, text, ...carriers.map(({ process }) => titles.get(process))], search),
  );
  return (
    <>
      <div className="clause-summary">
        <p>{summaryOf(coverage, say.summary)}</p>
        <SearchBox label={say.findClause} placeholder={say.findClauseHint} value={search} onChange={setSearch} />
        <label className="check-line">
          <input type="checkbox" checked={onlyIdle} onChange={({ target }) => setOnlyIdle(target.checked)} />
          {say.onlyIdle}
        </label>
      </div>
      {shown.length === 0 && <p role="status">{onlyIdle && search.trim() === '' ? say.nothingIdle : say.noClause}</p>}
      {coverage.documents.map((document) => {
        const clauses = shown.filter((clause) => clause.document === document.id);
        if (clauses.length === 0) return null;
        return (
          <section key={document.id} className="card clause-document">
            <h2>{pick(document.title, locale)}</h2>
            <ClauseList clauses={clauses} processes={coverage.processes} {...view} />
          </section>
        );
      })}
    </>
  );
}

function summaryOf({ clauses }: CoverageView, say: (lived: number, idle: number, beside: number) => string): string {
  const count = (wanted: string) => clauses.filter(({ state }) => state === wanted).length;
  return say(count('lived'), count('idle'), count('beside'));
}
