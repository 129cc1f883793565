import { useEffect, useState } from 'react';
import { isDrawn } from '#engine';
import type { Problem } from '../../schemas/generated/api.ts';
import { Button, IconButton } from '../../site/src/components/button.tsx';
import { useProblemText } from '../../site/src/components/problem-sentence.tsx';
import { fileGroupWords, filesWords } from '../../site/src/i18n/files.ts';
import { formWords } from '../../site/src/i18n/form.ts';
import { listOf } from '../../site/src/i18n/list-of.ts';
import { useLocale, useWords } from '../../site/src/i18n/use-locale.tsx';
import { Tile } from './file-row.tsx';
import type { Refusal } from './refusal.ts';
import { isFinal, type Sending, type Uploads } from './uploads.ts';

type ComingProps = { readonly uploads: Uploads; readonly sending: readonly Sending[] };

/** Files that are on their way, and those that will not arrive with the reason. */
export function ComingFiles({ uploads, sending }: ComingProps) {
  if (sending.length === 0) return null;
  return (
    <ul className="files">
      {sending.map((one) => (
        <li key={one.key} className="file">
          <Preview file={one.file} />
          <span className="file-what">
            <span className="file-name">{one.file.name}</span>
            <State one={one} />
          </span>
          <Actions one={one} uploads={uploads} />
        </li>
      ))}
    </ul>
  );
}

function State({ one }: { readonly one: Sending }) {
  const words = useWords(filesWords);
  switch (one.state) {
    case 'waiting':
      return <span className="soft small">{words.waiting}</span>;
    case 'sending':
      return <progress value={one.percent} max={100} aria-label={words.uploading(one.file.name, one.percent)} />;
    case 'failed':
      return <ProblemLine problem={one.problem} />;
    default:
      return <RefusalLine refusal={one.refusal} />;
  }
}

function ProblemLine({ problem }: { readonly problem: Problem }) {
  const text = useProblemText(problem);
  return (
    <span className="file-failure" role="alert">
      {text?.what} {text?.next}
    </span>
  );
}

function RefusalLine({ refusal }: { readonly refusal: Refusal }) {
  const words = useWords(filesWords);
  const groups = useWords(fileGroupWords);
  const locale = useLocale();
  const text = () => {
    switch (refusal.why) {
      case 'tooBig':
      case 'tooMany':
        return words[refusal.why](refusal.max);
      case 'otherType':
        return words.otherType(
          listOf(
            refusal.groups.map((group) => groups[group]),
            locale,
          ),
        );
      default:
        return words[refusal.why];
    }
  };
  return (
    <span className="file-failure" role="alert">
      {text()}
    </span>
  );
}

function Actions({ one, uploads }: { readonly one: Sending; readonly uploads: Uploads }) {
  const words = useWords(filesWords);
  const form = useWords(formWords);
  const { name } = one.file;
  const label = { waiting: words.cancel, sending: words.cancel, failed: form.removeFile, refused: words.dismiss };
  return (
    <>
      {one.state === 'failed' && !isFinal(one) && (
        <Button aria-label={words.retry(name)} onClick={() => uploads.again(one.key)}>
          {form.retry}
        </Button>
      )}
      <IconButton icon="close" label={label[one.state](name)} onClick={() => uploads.remove(one.key)} />
    </>
  );
}

/** The picture before it has arrived. */
function Preview({ file }: { readonly file: File }) {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    if (!isDrawn(file.type)) return;
    const made = URL.createObjectURL(file);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  if (address === undefined) return <Tile name={file.name} />;
  return (
    <span className="file-picture">
      <img src={address} alt="" decoding="async" onError={() => setAddress(undefined)} />
    </span>
  );
}
