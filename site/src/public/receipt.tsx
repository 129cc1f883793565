import { type FormEvent, useState } from 'react';
import type { Problem, PublicStateView } from '../../../schemas/generated/api.ts';
import { api } from '../api/api.ts';
import { Button } from '../components/button.tsx';
import { Chip, type ChipTone } from '../components/chip.tsx';
import { FieldFrame } from '../components/field-frame.tsx';
import { CardSkeletons, EmptyState, ErrorNote, Note } from '../components/states.tsx';
import { formatInstant } from '../i18n/format.ts';
import { pick } from '../i18n/locale.ts';
import { publicWords } from '../i18n/public.ts';
import { useLocale, useWords } from '../i18n/use-locale.tsx';
import { CopyLink } from './copy-link.tsx';
import { useReceipt } from './use-receipt.ts';

const tones = { checking: 'return', received: 'note', handling: 'note', closed: 'agree' } as const satisfies Record<
  PublicStateView['state'],
  ChipTone
>;
const ZONE = 'Asia/Shanghai';
const LONGEST = 2000;

/** How far what somebody sent is; never what is in it. */
export function Receipt({ secret }: { readonly secret: string }) {
  const words = useWords(publicWords);
  const locale = useLocale();
  const { view, problem, reload } = useReceipt(secret);
  if (problem?.status === 404 || problem?.code === 'invalid-body') {
    const [title, text] = words.problems['not-found'];
    return <EmptyState icon="search" title={title} text={text} />;
  }
  if (problem) return <ErrorNote problem={problem} onRetry={reload} />;
  if (view === undefined) return <CardSkeletons count={2} />;
  const facts: readonly (readonly [string, string])[] = [
    ...(view.number === undefined ? [] : [[words.number, view.number] as const]),
    [words.sentAt, formatInstant(view.at, ZONE, locale)],
  ];
  return (
    <div className="stack">
      <header className="stack">
        <h1>{view.number === undefined ? words.held : words.sent}</h1>
        <p className="soft">{pick(view.title, locale)}</p>
        {view.thanks !== undefined && view.number !== undefined && <p>{pick(view.thanks, locale)}</p>}
        {view.number === undefined && <Note>{words.heldText}</Note>}
      </header>
      <section className="card stack" aria-labelledby="progress">
        <div className="public-progress">
          <h2 id="progress">{words.state}</h2>
          <Chip tone={tones[view.state]}>{words.states[view.state]}</Chip>
        </div>
        <dl className="public-facts">
          {facts.map(([label, text]) => (
            <div key={label}>
              <dt className="small soft">{label}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section className="card stack" aria-labelledby="keep">
        <h2 id="keep">{words.receiptTitle}</h2>
        <p>{words.receiptText}</p>
        <CopyLink text={location.href} label={words.receiptTitle} />
      </section>
      {view.mayWrite && <Message secret={secret} onWritten={reload} />}
      {view.wroteAt !== undefined && <Note>{words.wrote}</Note>}
    </div>
  );
}

function Message({ secret, onWritten }: { readonly secret: string; readonly onWritten: () => void }) {
  const words = useWords(publicWords);
  const [text, setText] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (busy || text.trim() === '') return;
    setBusy(true);
    const answer = await api.post<null>('/api/public/messages', { receipt: secret, text });
    setBusy(false);
    setProblem(answer.ok ? undefined : answer.problem);
    if (answer.ok) onWritten();
  };
  return (
    <form className="card stack" onSubmit={(event) => void send(event)}>
      <h2>{words.writeTitle}</h2>
      <FieldFrame label={words.writeTitle} hint={words.writeText}>
        {(control) => (
          <textarea
            {...control}
            className="input input-long"
            rows={3}
            maxLength={LONGEST}
            value={text}
            onChange={({ target }) => setText(target.value)}
          />
        )}
      </FieldFrame>
      {problem && <ErrorNote problem={problem} />}
      <Button type="submit" busy={busy} disabled={text.trim() === ''}>
        {words.write}
      </Button>
    </form>
  );
}
