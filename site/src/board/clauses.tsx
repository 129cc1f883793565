import { useState } from 'react';
import type { CoverageView } from '../../../schemas/generated/api.ts';
import { useLoad } from '../api/use-load.ts';
import { ActionMenu } from '../case/action-menu.tsx';
import { Icon } from '../components/icon.tsx';
import { CardSkeletons, EmptyState, ErrorNote } from '../components/states.tsx';
import { boardWords } from '../i18n/board.ts';
import { type Locale, pick } from '../i18n/locale.ts';
import { Speaking, useLocale, useWords } from '../i18n/use-locale.tsx';
import { BoardHead } from './board-head.tsx';
import { CasesDialog, type OpenedNumber } from './cases-dialog.tsx';
import { ClauseList } from './clause-list.tsx';
import { type BoardLook, queryOf, useBoardLook } from './use-board.ts';

export const Clauses = ({ locale }: { readonly locale: Locale }) => (
  <Speaking locale={locale}>
    <Looking />
  </Speaking>
);

function Looking() {
  const say = useWords(boardWords);
  const [look, change] = useBoardLook();
  if (look === undefined)
    return <BoardHead title={say.clauses} intro={say.clausesIntro} view={undefined} look={{}} onChange={change} />;
  return <Coverage look={look} onChange={change} />;
}

type CoverageProps = { readonly look: BoardLook; readonly onChange: (look: BoardLook) => void };

function Coverage({ look, onChange }: CoverageProps) {
  const locale = useLocale();
  const say = useWords(boardWords);
  const { value, problem, reload } = useLoad<CoverageView>(`/api/coverage${queryOf(look)}`);
  const [opened, setOpened] = useState<OpenedNumber>();
  const [onlyIdle, setOnlyIdle] = useState(false);
  if (problem?.status === 404)
    return (
      <>
        <h1 className="unseen">{say.clauses}</h1>
        <EmptyState icon="search" title={say.nobody} text={say.nobodyText} />
      </>
    );
  const shown = (value?.clauses ?? []).filter(({ state }) => !onlyIdle || state === 'idle');
  return (
    <>
      <BoardHead title={say.clauses} intro={say.clausesIntro} view={value} look={look} onChange={onChange}>
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
      </BoardHead>
      {problem && <ErrorNote problem={problem} onRetry={reload} />}
      {value === undefined && problem === undefined && <CardSkeletons count={4} />}
      {value && (
        <div className="clause-summary">
          <p>{summaryOf(value, say.summary)}</p>
          <label className="check-line">
            <input type="checkbox" checked={onlyIdle} onChange={({ target }) => setOnlyIdle(target.checked)} />
            {say.onlyIdle}
          </label>
        </div>
      )}
      {value && onlyIdle && shown.length === 0 && <p>{say.nothingIdle}</p>}
      {value?.documents.map((document) => {
        const clauses = shown.filter((clause) => clause.document === document.id);
        if (clauses.length === 0) return null;
        return (
          <section key={document.id} className="card clause-document">
            <h2>{pick(document.title, locale)}</h2>
            <ClauseList clauses={clauses} processes={value.processes} look={look} onOpen={setOpened} />
          </section>
        );
      })}
      {opened && <CasesDialog opened={opened} onClose={() => setOpened(undefined)} />}
    </>
  );
}

function summaryOf({ clauses }: CoverageView, say: (lived: number, idle: number, beside: number) => string): string {
  const count = (wanted: string) => clauses.filter(({ state }) => state === wanted).length;
  return say(count('lived'), count('idle'), count('beside'));
}
