import { useEffect, useState } from 'react';
import type { FileView } from '../../schemas/generated/api.ts';
import { IconButton, LinkButton } from '../../site/src/components/button.tsx';
import { Dialog } from '../../site/src/components/dialog.tsx';
import { filesWords } from '../../site/src/i18n/files.ts';
import { useWords } from '../../site/src/i18n/use-locale.tsx';

export type LightboxProps = {
  readonly pictures: readonly FileView[];
  /** Id of the picture shown; none: the dialog is closed. */
  readonly open: string | undefined;
  readonly addressOf: (file: FileView, inline?: boolean) => string;
  readonly onOpen: (id: string) => void;
  readonly onClose: () => void;
};

/** Pictures as large as the window allows, with the arrow keys from one to the next. */
export function Lightbox({ pictures, open, addressOf, onOpen, onClose }: LightboxProps) {
  const index = pictures.findIndex(({ id }) => id === open);
  const picture = pictures[index];
  const steps = { '-1': pictures[index - 1]?.id, '1': pictures[index + 1]?.id };
  useArrows(picture === undefined ? undefined : (by) => onOpenIf(steps[by], onOpen));
  return (
    <Dialog
      open={picture !== undefined}
      wide
      title={picture?.name ?? ''}
      onClose={onClose}
      foot={
        picture && <Foot address={addressOf(picture)} place={[index + 1, pictures.length]} {...{ steps, onOpen }} />
      }
    >
      {picture && <Picture key={picture.id} picture={picture} address={addressOf(picture, true)} />}
    </Dialog>
  );
}

type Step = '-1' | '1';
const ARROWS: Readonly<Record<string, Step>> = { ArrowLeft: '-1', ArrowRight: '1' };

const onOpenIf = (id: string | undefined, onOpen: (id: string) => void) => {
  if (id !== undefined) onOpen(id);
};

function useArrows(go: ((by: Step) => void) | undefined) {
  useEffect(() => {
    if (go === undefined) return;
    const listen = ({ key }: KeyboardEvent) => {
      const by = ARROWS[key];
      if (by !== undefined) go(by);
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, [go]);
}

type FootProps = Pick<LightboxProps, 'onOpen'> & {
  readonly address: string;
  readonly place: readonly [n: number, count: number];
  readonly steps: Readonly<Record<Step, string | undefined>>;
};

function Foot({ address, place: [n, count], steps, onOpen }: FootProps) {
  const words = useWords(filesWords);
  const to = (by: Step, icon: 'left' | 'right', label: string) => (
    <IconButton
      icon={icon}
      label={label}
      aria-disabled={steps[by] === undefined}
      onClick={() => onOpenIf(steps[by], onOpen)}
    />
  );
  return (
    <>
      {count > 1 && (
        <div className="lightbox-steps">
          {to('-1', 'left', words.previous)}
          <span className="soft number" role="status">
            {words.place(n, count)}
          </span>
          {to('1', 'right', words.next)}
        </div>
      )}
      <LinkButton href={address}>{words.download}</LinkButton>
    </>
  );
}

function Picture({ picture, address }: { readonly picture: FileView; readonly address: string }) {
  const words = useWords(filesWords);
  const [broken, setBroken] = useState(false);
  if (broken) return <p className="soft">{words.notDrawn}</p>;
  return <img className="lightbox" src={address} alt={picture.name} onError={() => setBroken(true)} />;
}
