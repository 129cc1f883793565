import { localProblem } from '../api/answer.ts';
import { useStore } from '../api/store.ts';
import { Icon } from '../components/icon.tsx';
import { useProblemText } from '../components/problem-sentence.tsx';
import { formWords } from '../i18n/form.ts';
import { formatTime } from '../i18n/format.ts';
import { useWords } from '../i18n/use-locale.tsx';
import { useSession, zoneOf } from '../session/session.ts';
import type { DraftKeeper, DraftState } from './draft-keeper.ts';

const CLEAN: DraftState = { status: 'clean' };
const NO_PROBLEM = localProblem('cancelled');

/** 已保存 10:24 — what became of the text so far. */
export function DraftStatus({ keeper }: { readonly keeper: DraftKeeper }) {
  const words = useWords(formWords);
  const zone = zoneOf(useSession());
  const state = useStore(keeper.state, CLEAN);
  const reason = useProblemText(state.status === 'refused' ? state.problem : NO_PROBLEM);
  const text = (): string => {
    switch (state.status) {
      case 'clean':
        return '';
      case 'unsaved':
        return words.unsaved;
      case 'saving':
        return words.saving;
      case 'offline':
        return words.offline;
      case 'saved':
        return words.saved(formatTime(state.at, zone));
      case 'refused':
        return words.saveRefused(reason?.what ?? '');
      case 'conflict':
        return words.conflictTitle;
    }
  };
  const bad = state.status === 'offline' || state.status === 'refused' || state.status === 'conflict';
  return (
    <p className={bad ? 'draft-status draft-status-bad' : 'draft-status'} role="status" data-status={state.status}>
      {state.status === 'saved' && <Icon name="check" size={16} />}
      {bad && <Icon name="alert" size={16} />}
      <span>{text()}</span>
    </p>
  );
}
