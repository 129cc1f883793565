import { useState } from 'react';
import { createPortal } from 'react-dom';
import type { CreatedLink, Words } from '../../../schemas/generated/api.ts';
import { Button } from '../components/button.tsx';
import { Dialog } from '../components/dialog.tsx';
import { Note } from '../components/states.tsx';
import { linkWords } from '../i18n/links.ts';
import { pick } from '../i18n/locale.ts';
import { page } from '../i18n/paths.ts';
import { useLocale, useWords } from '../i18n/use-locale.tsx';
import { QrCode } from '../print/qr-code.tsx';
import { CopyLink } from '../public/copy-link.tsx';
import { download, pngFile, svgFile } from './qr.ts';

interface ShownLinksProps {
  readonly made: CreatedLink;
  readonly name: string;
  readonly title: Words;
  readonly onClose: () => void;
}

/** The only sight of new links. */
export function ShownLinks({ made, name, title, onClose }: ShownLinksProps) {
  const locale = useLocale();
  const words = useWords(linkWords);
  const addressOf = (token: string) => `${location.origin}${page('/f/', locale)}#${token}`;
  const [first] = made.links;
  const isShared = made.links.length === 1 && first?.note === undefined;
  return (
    <Dialog
      open
      wide
      title={words.shownTitle}
      onClose={onClose}
      foot={
        <Button tone="primary" onClick={onClose}>
          {words.stored}
        </Button>
      }
    >
      <div className="stack">
        <Note tone="return" icon="alert">
          <p>{words.shownOnce}</p>
        </Note>
        {isShared && first ? (
          <Shared address={addressOf(first.token)} name={name} title={pick(title, locale)} />
        ) : (
          <Several links={made.links.map(({ token, note = '' }) => ({ note, address: addressOf(token) }))} />
        )}
      </div>
    </Dialog>
  );
}

function Shared({ address, name, title }: { readonly address: string; readonly name: string; readonly title: string }) {
  const words = useWords(linkWords);
  const savePng = async () => {
    const file = await pngFile(address);
    if (file !== undefined) download(file, `${name}.png`);
  };
  return (
    <>
      <CopyLink text={address} label={words.link} />
      <div className="link-code">
        <QrCode text={address} label={words.code(name)} />
        <div className="link-acts">
          <Button onClick={() => download(svgFile(address), `${name}.svg`)}>{words.downloadSvg}</Button>
          <Button onClick={() => void savePng()}>{words.downloadPng}</Button>
          <Button icon="print" onClick={() => print()}>
            {words.poster}
          </Button>
        </div>
      </div>
      {createPortal(
        <div className="poster" aria-hidden="true">
          <p className="poster-title">{title}</p>
          <QrCode text={address} label={words.code(name)} />
          <p className="poster-scan">{words.scan}</p>
        </div>,
        document.body,
      )}
    </>
  );
}

function Several({ links }: { readonly links: readonly { readonly note: string; readonly address: string }[] }) {
  const words = useWords(linkWords);
  const [copied, setCopied] = useState<boolean>();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(links.map(({ note, address }) => `${note}\t${address}`).join('\n'));
      setCopied(true);
    } catch {
      setCopied(false);
    }
  };
  return (
    <>
      <div className="link-acts">
        <Button icon={copied === true ? 'check' : 'copy'} onClick={() => void copy()}>
          {words.copyAll}
        </Button>
        <span role="status" className="small">
          {copied === true ? words.copied : copied === false && words.notCopied}
        </span>
      </div>
      <ul className="link-several">
        {links.map(({ note, address }) => (
          <li key={address}>
            <span>{note}</span>
            <CopyLink text={address} label={words.linkFor(note)} />
          </li>
        ))}
      </ul>
    </>
  );
}
