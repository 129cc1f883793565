import { type ClipboardEvent, type DragEvent, useState } from 'react';
import { filesWords } from '../../site/src/i18n/files.ts';
import { useWords } from '../../site/src/i18n/use-locale.tsx';

/** Browsers give every picture from the clipboard this name. */
const NAMELESS = 'image.png';

/** Lets files be dropped on an element and pictures be pasted into it; `data-over` while files hang over it. */
export function useDropAndPaste(add: (files: readonly File[]) => void) {
  const words = useWords(filesWords);
  const [over, setOver] = useState(false);
  const named = (file: File) =>
    file.name === NAMELESS ? new File([file], `${words.pasted}.png`, { type: file.type }) : file;
  return {
    'data-over': over || undefined,
    onDragOver(event: DragEvent) {
      if (!event.dataTransfer.types.includes('Files')) return;
      event.preventDefault();
      setOver(true);
    },
    onDragLeave({ currentTarget, relatedTarget }: DragEvent) {
      if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) setOver(false);
    },
    onDrop(event: DragEvent) {
      event.preventDefault();
      setOver(false);
      add([...event.dataTransfer.files]);
    },
    onPaste(event: ClipboardEvent) {
      const files = [...event.clipboardData.files];
      if (files.length === 0) return;
      event.preventDefault();
      add(files.map(named));
    },
  };
}
