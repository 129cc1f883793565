import { type DragEvent, useRef, useState } from 'react';
import { localProblem } from '../../site/src/api/answer.ts';
import { Button, IconButton } from '../../site/src/components/button.tsx';
import { Icon } from '../../site/src/components/icon.tsx';
import { fetchProblemLine } from '../../site/src/components/problem-sentence.tsx';
import { fileList } from '../../site/src/fields/lists.ts';
import { type FieldProps, groupProps } from '../../site/src/fields/props.ts';
import { asGroup } from '../../site/src/fields/table-roles.ts';
import { useFormStore, useReadScope, useValue } from '../../site/src/form/scope.tsx';
import type { UploadOutcome } from '../../site/src/form/upload.ts';
import { formWords } from '../../site/src/i18n/form.ts';
import { formatSize } from '../../site/src/i18n/format.ts';
import { useLocale, useWords } from '../../site/src/i18n/use-locale.tsx';

const DEFAULT_MAX = 50;

/** A file on its way to the server, or one that did not arrive. */
type Sending = { readonly key: number; readonly file: File; readonly percent: number; readonly failure?: string };

/** How to send a file is fetched with the first one. */
async function upload(file: File, onProgress: (percent: number) => void): Promise<UploadOutcome> {
  try {
    const { uploadFile } = await import('../../site/src/form/upload.ts');
    return await uploadFile(file, onProgress);
  } catch {
    return { ok: false, problem: localProblem('no-answer') };
  }
}

function useUploads(place: string) {
  const store = useFormStore();
  const locale = useLocale();
  const [sending, setSending] = useState<readonly Sending[]>([]);
  const count = useRef(0);
  const change = (key: number, part: Partial<Sending>) =>
    setSending((all) => all.map((one) => (one.key === key ? { ...one, ...part } : one)));
  const drop = (key: number) => setSending((all) => all.filter((one) => one.key !== key));
  const send = async (key: number, file: File) => {
    const outcome = await upload(file, (percent) => change(key, { percent }));
    if (outcome.ok) {
      store.set(place, [...fileList(store.value(place)), outcome.file]);
      drop(key);
    } else {
      change(key, { failure: await fetchProblemLine(outcome.problem, locale) });
    }
  };
  const add = (files: readonly File[]) => {
    const fresh = files.map((file) => ({ key: ++count.current, file, percent: 0 }));
    setSending((all) => [...all, ...fresh]);
    for (const { key, file } of fresh) void send(key, file);
  };
  const again = ({ key, file }: Sending) => {
    drop(key);
    add([file]);
  };
  return { sending, add, again, drop };
}

export function FilesView(props: FieldProps<'files'>) {
  const { field, place } = props;
  const words = useWords(formWords);
  const { sending, add, again, drop } = useUploads(place);
  const kept = fileList(useValue(place)).length;
  const room = Math.max((field.max ?? DEFAULT_MAX) - kept - sending.length, 0);
  const dropping = {
    onDragOver: (event: DragEvent) => event.preventDefault(),
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      add([...event.dataTransfer.files].slice(0, room));
    },
  };
  return (
    <div {...groupProps(props)} {...asGroup} {...dropping} className="files-box">
      <KeptFiles place={place} />
      {sending.length > 0 && (
        <ul className="files" aria-live="polite">
          {sending.map((one) => (
            <li key={one.key} className="file">
              <Icon name={one.failure === undefined ? 'file' : 'alert'} />
              <span className="file-name">{one.file.name}</span>
              {one.failure === undefined ? (
                <progress value={one.percent} max={100} aria-label={words.uploading(one.percent)} />
              ) : (
                <>
                  <span className="file-failure">{one.failure}</span>
                  <Button tone="plain" onClick={() => again(one)}>
                    {words.retry}
                  </Button>
                  <IconButton icon="close" label={words.removeFile(one.file.name)} onClick={() => drop(one.key)} />
                </>
              )}
            </li>
          ))}
        </ul>
      )}
      {room > 0 && <Pickers place={place} add={(files) => add(files.slice(0, room))} />}
      <p className="field-help">{words.filesHint(field.max ?? DEFAULT_MAX)}</p>
    </div>
  );
}

function KeptFiles({ place }: { readonly place: string }) {
  const words = useWords(formWords);
  const store = useFormStore();
  const { caseId } = useReadScope();
  const files = fileList(useValue(place));
  const remove = (id: string) => {
    const left = files.filter((file) => file.id !== id);
    store.set(place, left.length === 0 ? undefined : left);
  };
  if (files.length === 0) return null;
  return (
    <ul className="files">
      {files.map((file) => (
        <li key={file.id} className="file">
          <Icon name="file" />
          <a
            className="file-name"
            href={`/api/files/${file.id}${caseId === undefined ? '' : `?case=${caseId}`}`}
            download={file.name}
          >
            {file.name}
          </a>
          <span className="soft small number">{formatSize(file.size)}</span>
          <IconButton icon="trash" label={words.removeFile(file.name)} onClick={() => remove(file.id)} />
        </li>
      ))}
    </ul>
  );
}

/** The file list of the machine, and on a phone the camera. */
function Pickers({ place, add }: { readonly place: string; readonly add: (files: readonly File[]) => void }) {
  const words = useWords(formWords);
  const store = useFormStore();
  const take = (input: HTMLInputElement) => {
    add([...(input.files ?? [])]);
    input.value = '';
    store.leave(place);
  };
  return (
    <div className="row">
      <label className="button">
        <Icon name="plus" size={18} />
        {words.addFile}
        <input className="unseen" type="file" multiple onChange={(event) => take(event.target)} />
      </label>
      <label className="button touch-only">
        <Icon name="camera" size={18} />
        {words.takePhoto}
        <input
          className="unseen"
          type="file"
          accept="image/*"
          capture="environment"
          onChange={(event) => take(event.target)}
        />
      </label>
    </div>
  );
}
