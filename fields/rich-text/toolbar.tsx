import type { Command } from 'prosemirror-state';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { Icon } from '../../site/src/components/icon.tsx';
import { formWords } from '../../site/src/i18n/form.ts';
import { useWords } from '../../site/src/i18n/use-locale.tsx';
import { COMMANDS, type Tool } from './editor.ts';

const drawn = (path: string) => (
  <svg
    aria-hidden="true"
    width="18"
    height="18"
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    strokeWidth="2"
    strokeLinecap="round"
  >
    <path d={path} />
  </svg>
);

/** What stands on each button: letters that show what they do. */
const FACES: Readonly<Record<Tool | 'link', ReactNode>> = {
  bold: <b>B</b>,
  italic: <i>I</i>,
  underline: <u>U</u>,
  heading: 'H',
  bullets: drawn('M9 6h11M9 12h11M9 18h11M4.5 6v.1M4.5 12v.1M4.5 18v.1'),
  numbers: drawn('M10 6h10M10 12h10M10 18h10M3.500 4.500 5 4v4.500M3.500 14.500h3L3.500 18.500h3'),
  link: <Icon name="link" size={18} />,
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
          <span aria-hidden="true">{FACES[tool]}</span>
        </button>
      ))}
    </div>
  );
}
