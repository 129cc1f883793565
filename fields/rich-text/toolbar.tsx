import type { Command } from 'prosemirror-state';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { formWords } from '../../site/src/i18n/form.ts';
import { useWords } from '../../site/src/i18n/use-locale.tsx';
import { COMMANDS, type Tool } from './editor.ts';

/** What stands on each button: letters that show what they do. */
const FACES: Readonly<Record<Tool | 'link', ReactNode>> = {
  bold: <b>B</b>,
  italic: <i>I</i>,
  underline: <u>U</u>,
  heading: 'H',
  bullets: '•',
  numbers: '1.',
  link: '🔗',
  undo: '↶',
  redo: '↷',
};
const TOOLS = ['bold', 'italic', 'underline', 'heading', 'bullets', 'numbers', 'link', 'undo', 'redo'] as const;

type ToolbarProps = {
  readonly label: string;
  readonly controls: string;
  readonly active: ReadonlySet<Tool | 'link'>;
  readonly onTool: (command: Command) => void;
  readonly onLink: () => void;
};

/** One stop of the Tab key; the arrows go from tool to tool (ARIA toolbar pattern). */
export function Toolbar({ label, controls, active, onTool, onLink }: ToolbarProps) {
  const words = useWords(formWords);
  const [stop, setStop] = useState(0);
  const names = words.richTools;
  const move = (event: KeyboardEvent<HTMLElement>) => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (by === 0) return;
    const next = (stop + by + TOOLS.length) % TOOLS.length;
    setStop(next);
    event.currentTarget.querySelectorAll('button')[next]?.focus();
    event.preventDefault();
  };
  return (
    <div className="rich-text-tools" role="toolbar" aria-label={label} aria-controls={controls} onKeyDown={move}>
      {TOOLS.map((tool, index) => (
        <button
          key={tool}
          type="button"
          title={names[tool]}
          aria-label={names[tool]}
          aria-pressed={tool === 'undo' || tool === 'redo' ? undefined : active.has(tool)}
          tabIndex={index === stop ? 0 : -1}
          onFocus={() => setStop(index)}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => (tool === 'link' ? onLink() : onTool(COMMANDS[tool]))}
        >
          {FACES[tool]}
        </button>
      ))}
    </div>
  );
}
