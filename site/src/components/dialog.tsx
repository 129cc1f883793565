import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import { commonWords } from '../i18n/common.ts';
import { useWords } from '../i18n/use-locale.tsx';
import { IconButton } from './button.tsx';

export interface DialogProps {
  readonly open: boolean;
  readonly title: string;
  /** Asked for by the close button, Escape, or a press beside the dialog; the owner sets `open` to false. */
  readonly onClose: () => void;
  /** Buttons at the foot. */
  readonly foot?: ReactNode;
  readonly wide?: boolean;
  readonly children: ReactNode;
}

/** A modal dialog on the native element: focus stays inside and returns to where it was. */
export function Dialog({ open, title, onClose, foot, wide, children }: DialogProps) {
  const words = useWords(commonWords);
  const titleId = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  // Before the next key: whoever closes it is back where they were at once.
  useLayoutEffect(() => {
    const element = dialog.current;
    if (open && element?.open === false) element.showModal();
    if (!open && element?.open === true) element.close();
  }, [open]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a native dialog; the press beside it is for pointers
    <dialog
      ref={dialog}
      className={wide === true ? 'dialog dialog-wide' : 'dialog'}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === event.currentTarget) onClose();
      }}
    >
      {open && (
        <>
          <div className="dialog-head">
            <h2 id={titleId}>{title}</h2>
            <IconButton icon="close" label={words.close} onClick={onClose} />
          </div>
          <div className="dialog-body">{children}</div>
          {foot !== undefined && <div className="dialog-foot">{foot}</div>}
        </>
      )}
    </dialog>
  );
}
