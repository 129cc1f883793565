import { useLayoutEffect, useRef, useState } from 'react';
import type { FileView } from '../../schemas/generated/api.ts';
import { Button, IconButton } from '../../site/src/components/button.tsx';
import { fileList } from '../../site/src/fields/lists.ts';
import { useFormStore, useValue } from '../../site/src/form/scope.tsx';
import { filesWords } from '../../site/src/i18n/files.ts';
import { formWords } from '../../site/src/i18n/form.ts';
import { useWords } from '../../site/src/i18n/use-locale.tsx';
import { FileRows } from './file-row.tsx';

type Removed = { readonly file: FileView; readonly index: number };

/** The files that have arrived. What is taken out can be put back where it was. */
export function KeptFiles({ place, max }: { readonly place: string; readonly max: number }) {
  const form = useWords(formWords);
  const store = useFormStore();
  const files = fileList(useValue(place));
  const [removed, setRemoved] = useState<Removed>();
  const remove = (file: FileView) => {
    const left = files.filter(({ id }) => id !== file.id);
    setRemoved({ file, index: files.indexOf(file) });
    store.set(place, left.length === 0 ? undefined : left);
  };
  const undo = ({ file, index }: Removed) => {
    setRemoved(undefined);
    store.set(place, files.toSpliced(index, 0, file));
  };
  const mayUndo = removed !== undefined && files.length < max && !files.some(({ id }) => id === removed.file.id);
  return (
    <>
      {files.length > 0 && (
        <FileRows
          files={files}
          actions={(file) => (
            <IconButton icon="trash" label={form.removeFile(file.name)} onClick={() => remove(file)} />
          )}
        />
      )}
      {mayUndo && <Undo removed={removed} onUndo={() => undo(removed)} />}
    </>
  );
}

/** Takes the focus, which was on the button that is gone. */
function Undo({ removed, onUndo }: { readonly removed: Removed; readonly onUndo: () => void }) {
  const words = useWords(filesWords);
  const line = useRef<HTMLParagraphElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each file that is taken out
  useLayoutEffect(() => line.current?.querySelector('button')?.focus(), [removed]);
  return (
    <p className="file-removed" ref={line}>
      <span role="status">{words.removed(removed.file.name)}</span>
      <Button tone="plain" icon="back" onClick={onUndo}>
        {words.undo}
      </Button>
    </p>
  );
}
