import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { isComposing } from '../components/composing.ts';
import { Icon } from '../components/icon.tsx';
import { formWords } from '../i18n/form.ts';
import { useWords } from '../i18n/use-locale.tsx';
import { useFloating } from './use-floating.ts';
import { type Found, useSearch } from './use-search.ts';

export type ComboOption = {
  readonly id: string;
  readonly title: string;
  readonly detail?: string | undefined;
  /** Heading above the first option of a group. */
  readonly group?: string | undefined;
};

export type ComboboxProps = {
  readonly id: string;
  readonly label?: string | undefined;
  readonly required: boolean;
  readonly invalid: boolean;
  readonly describedBy: string | undefined;
  readonly placeholder: string;
  readonly selected: ComboOption | undefined;
  /** Undefined: the search failed. */
  readonly search: (query: string, signal: AbortSignal) => Promise<readonly ComboOption[] | undefined>;
  readonly onChoose: (option: ComboOption | undefined) => void;
  readonly onLeave: () => void;
};

/** A text box with a list of what it finds (ARIA 1.2 combobox with list autocomplete). */
export function Combobox(props: ComboboxProps) {
  const { id, selected, onChoose } = props;
  const words = useWords(formWords);
  const listId = useId();
  const box = useRef<HTMLInputElement>(null);
  const [text, setText] = useState<string>();
  const [active, setActive] = useState(0);
  const open = text !== undefined;
  const found = useSearch(open ? text : undefined, props.search);
  const list = useFloating(open, box);
  const options = found.options;

  const close = () => setText(undefined);
  const choose = (option: ComboOption) => {
    close();
    onChoose(option);
  };
  const show = (query: string) => {
    setActive(0);
    setText(query);
  };
  const keys: Record<string, () => boolean> = {
    ArrowDown: () => (open ? move(1) : showAll()),
    ArrowUp: () => (open ? move(-1) : showAll()),
    Home: () => open && text === '' && move(-options.length),
    Enter: () => {
      const option = options[active];
      if (!open || option === undefined) return false;
      choose(option);
      return true;
    },
    Escape: () => {
      if (open) close();
      return open;
    },
  };
  const showAll = () => {
    show('');
    return true;
  };
  const move = (by: number) => {
    setActive((now) => Math.min(Math.max(now + by, 0), Math.max(options.length - 1, 0)));
    return true;
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    // While an input method composes, Enter and the arrows are its own.
    if (isComposing(event.nativeEvent)) return;
    if (keys[event.key]?.() === true) {
      event.preventDefault();
      event.stopPropagation();
    }
  };
  const leave = () => {
    if (text === '' && selected !== undefined && !props.required) onChoose(undefined);
    close();
    props.onLeave();
  };

  return (
    <span className="combobox">
      <input
        ref={box}
        id={id}
        className="input"
        type="text"
        role="combobox"
        autoComplete="off"
        enterKeyHint={open ? 'done' : 'next'}
        spellCheck={false}
        aria-label={props.label}
        aria-required={props.required || undefined}
        aria-invalid={props.invalid || undefined}
        aria-describedby={props.describedBy}
        aria-expanded={open}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={open && options.length > 0 ? `${listId}-${active}` : undefined}
        placeholder={props.placeholder}
        value={text ?? selected?.title ?? ''}
        onFocus={(event) => event.target.select()}
        onChange={(event) => show(event.target.value)}
        onClick={() => !open && show('')}
        onKeyDown={onKeyDown}
        onBlur={leave}
      />
      {selected !== undefined && !open ? (
        <button
          type="button"
          className="combobox-clear"
          aria-label={`${words.clear} ${selected.title}`}
          onClick={() => {
            onChoose(undefined);
            box.current?.focus();
          }}
        >
          <Icon name="close" size={16} />
        </button>
      ) : (
        <span className="combobox-mark" aria-hidden="true">
          <Icon name="down" size={16} />
        </span>
      )}
      <div ref={list} popover="manual" className="combobox-list" onPointerDown={(event) => event.preventDefault()}>
        {open && (
          <OptionList
            id={listId}
            label={props.placeholder}
            found={found}
            active={active}
            text={text}
            onChoose={choose}
          />
        )}
      </div>
      <span className="unseen" role="status">
        {open && found.state === 'found' ? words.results(options.length) : ''}
      </span>
    </span>
  );
}

type OptionListProps = {
  readonly id: string;
  readonly label: string;
  readonly found: Found;
  readonly active: number;
  readonly text: string;
  readonly onChoose: (option: ComboOption) => void;
};

function OptionList({ id, label, found, active, text, onChoose }: OptionListProps) {
  const words = useWords(formWords);
  const { options, state } = found;
  const note =
    state === 'failed'
      ? words.searchFailed
      : state === 'searching' && options.length === 0
        ? words.loadingOptions
        : options.length === 0
          ? text === ''
            ? words.noOptions
            : words.noMatch(text)
          : undefined;
  return (
    <>
      <div id={id} role="listbox" aria-label={label}>
        {options.map((option, index) => (
          // biome-ignore lint/a11y/useFocusableInteractive: focus stays in the text box, which names the active option
          // biome-ignore lint/a11y/useKeyWithClickEvents: the text box handles the keys
          <div
            key={option.id}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === active}
            className="combobox-option"
            ref={index === active ? scrollIntoList : undefined}
            onClick={() => onChoose(option)}
          >
            {option.group !== undefined && option.group !== options[index - 1]?.group && (
              <span className="combobox-group">{option.group}</span>
            )}
            <span>{option.title}</span>
            {option.detail !== undefined && <span className="combobox-detail">{option.detail}</span>}
          </div>
        ))}
      </div>
      {note !== undefined && <p className="combobox-note">{note}</p>}
    </>
  );
}

const scrollIntoList = (option: HTMLElement | null) => option?.scrollIntoView({ block: 'nearest' });
