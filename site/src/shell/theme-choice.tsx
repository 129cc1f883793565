import { useEffect } from 'react';
import { createStore, useStore } from '../api/store.ts';
import { shellWords } from '../i18n/shell.ts';
import { useWords } from '../i18n/use-locale.tsx';
import { recallText, rememberText } from '../session/memory.ts';

const themes = ['system', 'light', 'dark'] as const;
type Theme = (typeof themes)[number];

const chosen = createStore<Theme>('system');

function choose(theme: Theme) {
  rememberText('theme', theme);
  chosen.set(theme);
  // theme.js, which runs before the first paint, applies what is remembered.
  dispatchEvent(new Event('formloop:theme'));
}

export function ThemeChoice() {
  const words = useWords(shellWords);
  const theme = useStore(chosen, 'system');
  useEffect(() => {
    const remembered = recallText('theme');
    chosen.set(themes.find((name) => name === remembered) ?? 'system');
  }, []);
  return (
    <div className="choices">
      {themes.map((name) => (
        <button key={name} type="button" aria-pressed={name === theme} onClick={() => choose(name)}>
          {words.themes[name]}
        </button>
      ))}
    </div>
  );
}
