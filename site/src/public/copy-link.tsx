import { useState } from 'react';
import { Button } from '../components/button.tsx';
import { publicWords } from '../i18n/public.ts';
import { useWords } from '../i18n/use-locale.tsx';

/** An address to keep, with a button that copies it. */
export function CopyLink({ text, label }: { readonly text: string; readonly label: string }) {
  const words = useWords(publicWords);
  const [copied, setCopied] = useState<boolean>();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
    } catch {
      // A browser may refuse, and pages without TLS have no clipboard.
      setCopied(false);
    }
  };
  return (
    <div className="copy-link">
      <input
        className="input mono"
        readOnly
        aria-label={label}
        value={text}
        onFocus={({ target }) => target.select()}
      />
      <Button icon={copied === true ? 'check' : 'copy'} onClick={() => void copy()}>
        {words.copy}
      </Button>
      <span role="status" className="small">
        {copied === true ? words.copied : copied === false && words.notCopied}
      </span>
    </div>
  );
}
