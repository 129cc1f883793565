import { useState } from 'react';
import { Button } from '../components/button.tsx';
import { Dialog } from '../components/dialog.tsx';
import { FieldFrame } from '../components/field-frame.tsx';
import { Note } from '../components/states.tsx';
import { tokenWords } from '../i18n/tokens.ts';
import { useWords } from '../i18n/use-locale.tsx';

export interface ShownTokenProps {
  readonly token: string;
  readonly onClose: () => void;
}

/** The only sight of a token: Escape or a press beside it closes it at the second time, unless it was copied. */
export function ShownToken({ token, onClose }: ShownTokenProps) {
  const words = useWords(tokenWords);
  const [copied, setCopied] = useState<boolean>();
  const [leaving, setLeaving] = useState(false);
  const copy = async () => setCopied(await copyText(token));
  const close = () => (copied === true || leaving ? onClose() : setLeaving(true));
  const foot = (
    <Button tone="primary" onClick={onClose}>
      {words.stored}
    </Button>
  );
  return (
    <Dialog open title={words.shownTitle} onClose={close} foot={foot}>
      <Note tone="return" icon="alert">
        <p>{words.shownOnce}</p>
      </Note>
      <FieldFrame label={words.token}>
        {(control) => (
          <textarea
            {...control}
            className="input mono token-text"
            readOnly
            rows={2}
            spellCheck={false}
            value={token}
            onFocus={(event) => event.target.select()}
          />
        )}
      </FieldFrame>
      <div className="token-copy">
        <Button icon={copied === true ? 'check' : 'copy'} onClick={() => void copy()}>
          {words.copy}
        </Button>
        <span role="status">{copied === true ? words.copied : copied === false && words.notCopied}</span>
      </div>
      <div role="alert">{leaving && copied !== true && <p className="field-issue">{words.leaving}</p>}</div>
    </Dialog>
  );
}

/** Whether it is in the clipboard: a browser may refuse, and pages without TLS have none. */
async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
