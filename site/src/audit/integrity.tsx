import type { CaseCard, IntegrityView } from '../../../schemas/generated/api.ts';
import { LinkButton } from '../components/button.tsx';
import { Chip } from '../components/chip.tsx';
import { Dialog } from '../components/dialog.tsx';
import { Note } from '../components/states.tsx';
import { auditWords } from '../i18n/audit.ts';
import { page } from '../i18n/paths.ts';
import { useLocale, useWords } from '../i18n/use-locale.tsx';

export interface IntegrityChipProps {
  readonly shown: CaseCard;
  readonly onExplain: (shown: CaseCard) => void;
}

/** The state of the hash chain of a case; a press explains it. */
export function IntegrityChip({ shown, onExplain }: IntegrityChipProps) {
  const words = useWords(auditWords);
  const state = shown.integrity?.state;
  if (state === undefined) return <Chip>{words.unknown}</Chip>;
  return (
    <button type="button" className="chip-button" onClick={() => onExplain(shown)} title={words.explain(shown.number)}>
      <Chip tone={state === 'intact' ? 'agree' : 'reject'} icon={state === 'intact' ? 'check' : 'alert'}>
        {words[state]}
      </Chip>
      <span className="unseen">{words.explain(shown.number)}</span>
    </button>
  );
}

export interface IntegrityDialogProps {
  readonly shown: CaseCard | undefined;
  readonly onClose: () => void;
}

export function IntegrityDialog({ shown, onClose }: IntegrityDialogProps) {
  const locale = useLocale();
  const words = useWords(auditWords);
  const integrity = shown?.integrity;
  const href = `${page('/case/', locale, { id: shown?.id })}#history`;
  return (
    <Dialog
      open={integrity !== undefined}
      title={words.integrityTitle}
      onClose={onClose}
      foot={<LinkButton href={href}>{words.openHistory}</LinkButton>}
    >
      {shown && (
        <p>
          <span className="tabular">{shown.number}</span> {shown.subject}
        </p>
      )}
      {integrity && <Explanation integrity={integrity} />}
    </Dialog>
  );
}

function Explanation({ integrity }: { readonly integrity: IntegrityView }) {
  const words = useWords(auditWords);
  const { state, entries, head, at = 1 } = integrity;
  return (
    <>
      {state === 'intact' ? (
        <Note tone="agree" icon="check">
          <p>{words.intactText(entries)}</p>
        </Note>
      ) : (
        <Note tone="reject" icon="alert">
          <p>{words.brokenText(at)}</p>
          <p>{words.brokenNext}</p>
        </Note>
      )}
      <div>
        <p className="small soft">{words.head}</p>
        <p className="mono small">{head}</p>
      </div>
    </>
  );
}
