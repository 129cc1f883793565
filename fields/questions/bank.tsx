import { useState } from 'react';
import type { LedgerPage } from '../../schemas/generated/api.ts';
import { useLoad } from '../../site/src/api/use-load.ts';
import { Button } from '../../site/src/components/button.tsx';
import { Dialog } from '../../site/src/components/dialog.tsx';
import { Skeleton } from '../../site/src/components/states.tsx';
import { commonWords } from '../../site/src/i18n/common.ts';
import { questionWords } from '../../site/src/i18n/questions.ts';
import { useWords } from '../../site/src/i18n/use-locale.tsx';
import { questionOfRow } from './bank-row.ts';
import { freshId } from './edit.ts';
import type { Question } from './kind-question.ts';

interface BankProps {
  readonly ledger: string;
  readonly questions: readonly Question[];
  /** How many more there may be. */
  readonly room: number;
  readonly onAdd: (next: readonly Question[]) => void;
}

/** Copies questions out of the question bank; what is changed here afterwards does not change the bank. */
export function BankButton(props: BankProps) {
  const words = useWords(questionWords);
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button icon="book" onClick={() => setOpen(true)}>
        {words.fromBank}
      </Button>
      {open && <BankDialog {...props} onClose={() => setOpen(false)} />}
    </>
  );
}

function BankDialog({ ledger, questions, room, onAdd, onClose }: BankProps & { readonly onClose: () => void }) {
  const words = useWords(questionWords);
  const { cancel } = useWords(commonWords);
  const { value, problem } = useLoad<LedgerPage>(`/api/ledgers/${ledger}/rows?limit=100`);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const rows = (value?.items ?? []).flatMap((row) => {
    const question = questionOfRow(row.cells);
    return question === undefined ? [] : [{ id: row.id, question }];
  });
  const add = () => {
    const wanted = rows.filter(({ id }) => chosen.includes(id)).slice(0, room);
    onAdd(wanted.reduce(withQuestion, questions));
    onClose();
  };
  const foot = (
    <>
      <Button onClick={onClose}>{cancel}</Button>
      <Button tone="primary" disabled={chosen.length === 0} onClick={add}>
        {words.bankAdd(chosen.length)}
      </Button>
    </>
  );
  return (
    <Dialog open title={words.fromBank} onClose={onClose} foot={foot}>
      {problem !== undefined && <p role="alert">{words.bankFailed}</p>}
      {value === undefined && problem === undefined && <Skeleton />}
      {value !== undefined && rows.length === 0 && <p>{words.bankEmpty}</p>}
      <div className="questions-bank">
        {rows.map(({ id, question }) => (
          <label className="option" key={id}>
            <input
              type="checkbox"
              checked={chosen.includes(id)}
              onChange={({ target }) =>
                setChosen(target.checked ? [...chosen, id] : chosen.filter((each) => each !== id))
              }
            />
            <span>
              {question.title} <span className="small soft">{words.kinds[question.kind]}</span>
            </span>
          </label>
        ))}
      </div>
    </Dialog>
  );
}

function withQuestion(before: readonly Question[], { question }: { readonly question: Omit<Question, 'id'> }) {
  const id = freshId(
    'q',
    before.map((each) => each.id),
  );
  return [...before, { ...question, id }];
}
