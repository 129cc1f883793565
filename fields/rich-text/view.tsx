import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { FieldProps } from '../../site/src/fields/props.ts';
import { useFormStore } from '../../site/src/form/scope.tsx';
import { pick } from '../../site/src/i18n/locale.ts';
import { useLocale } from '../../site/src/i18n/use-locale.tsx';
import { activeTools, createEditor, type Editor, type Tool } from './editor.ts';
import { LinkTool } from './link-tool.tsx';
import { Toolbar } from './toolbar.tsx';

type Attributes = Readonly<Record<string, string>>;

const attributesOf = ({ id, label, required, invalid, describedBy }: FieldProps<'richText'>): Attributes => ({
  id,
  class: 'input rich-text-box',
  role: 'textbox',
  'aria-multiline': 'true',
  ...(label === undefined ? { 'aria-labelledby': `${id}-label` } : { 'aria-label': label }),
  ...(required && { 'aria-required': 'true' }),
  ...(invalid && { 'aria-invalid': 'true' }),
  ...(describedBy !== undefined && { 'aria-describedby': describedBy }),
});

const isSame = (left: ReadonlySet<string>, right: ReadonlySet<string>): boolean =>
  left.size === right.size && [...left].every((each) => right.has(each));

/** Formatted text: the editor keeps its own state, so a keystroke renders nothing here. */
export function RichTextView(props: FieldProps<'richText'>) {
  const { field, place } = props;
  const locale = useLocale();
  const store = useFormStore();
  const box = useRef<HTMLDivElement>(null);
  const editor = useRef<Editor>(undefined);
  const own = useRef<unknown>(undefined);
  const [active, setActive] = useState<ReadonlySet<Tool | 'link'>>(new Set());
  const [linking, setLinking] = useState(false);
  const first = useRef(attributesOf(props));
  useEffect(() => {
    if (box.current === null) return;
    own.current = store.value(place);
    const made = createEditor(box.current, {
      value: own.current,
      attributes: first.current,
      onChange: (blocks) => {
        own.current = blocks;
        store.set(place, blocks);
      },
      onMove: (state) => {
        const now = activeTools(state);
        setActive((before) => (isSame(before, now) ? before : now));
      },
      onLeave: () => store.leave(place),
    });
    editor.current = made;
    const stop = store.subscribe(place, () => {
      const value = store.value(place);
      if (value === own.current) return;
      own.current = value;
      made.show(value);
    });
    return () => {
      stop();
      made.destroy();
    };
  }, [store, place]);
  useEffect(() => editor.current?.name(attributesOf(props)));
  const openLink = (event: KeyboardEvent) => {
    if (event.key !== 'k' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    setLinking(true);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a shortcut of the editor inside
    <div className="rich-text" onKeyDown={openLink}>
      <Toolbar
        label={pick(field.title, locale)}
        controls={props.id}
        active={active}
        onTool={(command) => editor.current?.run(command)}
        onLink={() => setLinking(true)}
      />
      {linking && (
        <LinkTool
          onLink={(command) => {
            setLinking(false);
            if (command === undefined) editor.current?.view.focus();
            else editor.current?.run(command);
          }}
        />
      )}
      <div ref={box} data-placeholder={field.placeholder === undefined ? undefined : pick(field.placeholder, locale)} />
    </div>
  );
}
