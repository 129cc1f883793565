import { useId, useState } from 'react';
import { Button } from '../components/button.tsx';
import { Dialog } from '../components/dialog.tsx';
import { commonWords } from '../i18n/common.ts';
import { tokenWords } from '../i18n/tokens.ts';
import { useWords } from '../i18n/use-locale.tsx';
import { ShownToken } from './shown-token.tsx';
import { TokenForm } from './token-form.tsx';
import { useEntry } from './use-entry.ts';

/** The button that makes a start token, its dialog, and then the token itself, which lives nowhere but there. */
export function MakeToken() {
  const words = useWords(tokenWords);
  const [asking, setAsking] = useState(false);
  const [token, setToken] = useState<string>();
  const made = (text: string) => {
    setAsking(false);
    setToken(text);
  };
  return (
    <div>
      <Button tone="primary" icon="plus" onClick={() => setAsking(true)}>
        {words.make}
      </Button>
      {asking && <FormDialog onClose={() => setAsking(false)} onMade={made} />}
      {token !== undefined && <ShownToken token={token} onClose={() => setToken(undefined)} />}
    </div>
  );
}

interface FormDialogProps {
  readonly onClose: () => void;
  readonly onMade: (token: string) => void;
}

function FormDialog({ onClose, onMade }: FormDialogProps) {
  const words = useWords(tokenWords);
  const { cancel } = useWords(commonWords);
  const id = useId();
  const { busy, ...form } = useEntry(onMade);
  const foot = (
    <>
      <Button onClick={onClose}>{cancel}</Button>
      <Button type="submit" form={id} tone="primary" busy={busy}>
        {words.make}
      </Button>
    </>
  );
  return (
    <Dialog open title={words.make} onClose={onClose} foot={foot}>
      <TokenForm id={id} {...form} />
    </Dialog>
  );
}
