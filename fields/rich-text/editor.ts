import { baseKeymap, setBlockType, toggleMark } from 'prosemirror-commands';
import { history, redo, undo } from 'prosemirror-history';
import { keymap } from 'prosemirror-keymap';
import { liftListItem, splitListItem, wrapInList } from 'prosemirror-schema-list';
import { type Command, EditorState, type Transaction } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { type Block, blocksOf } from './kind-blocks.ts';
import { blocksIn, documentOf, richTextSchema } from './schema.ts';

const { nodes, marks } = richTextSchema;

export type Tool = 'bold' | 'italic' | 'underline' | 'heading' | 'bullets' | 'numbers' | 'undo' | 'redo';

const inNode = (state: EditorState, name: string): boolean => {
  const { $from } = state.selection;
  return Array.from({ length: $from.depth + 1 }, (_, depth) => $from.node(depth)).some(
    ({ type }) => type.name === name,
  );
};

const hasMark = ({ selection, storedMarks, doc }: EditorState, name: 'bold' | 'italic' | 'underline' | 'link') => {
  const type = marks[name];
  if (selection.empty) return type.isInSet(storedMarks ?? selection.$from.marks()) !== undefined;
  return doc.rangeHasMark(selection.from, selection.to, type);
};

/** A heading that is pressed again is a paragraph. */
const heading: Command = (state, dispatch, view) =>
  setBlockType(inNode(state, 'heading') ? nodes.paragraph : nodes.heading)(state, dispatch, view);

const list =
  (name: 'bullets' | 'numbers'): Command =>
  (state, dispatch, view) =>
    inNode(state, name)
      ? liftListItem(nodes.item)(state, dispatch, view)
      : wrapInList(nodes[name])(state, dispatch, view);

export const COMMANDS: Readonly<Record<Tool, Command>> = {
  bold: toggleMark(marks.bold),
  italic: toggleMark(marks.italic),
  underline: toggleMark(marks.underline),
  heading,
  bullets: list('bullets'),
  numbers: list('numbers'),
  undo,
  redo,
};

/** Puts a link on what is chosen, or takes it off when the address is empty. */
export const linkTo =
  (href: string): Command =>
  (state, dispatch) => {
    const { from, to, empty } = state.selection;
    if (empty) return false;
    const { tr } = state;
    tr.removeMark(from, to, marks.link);
    if (href !== '') tr.addMark(from, to, marks.link.create({ href }));
    dispatch?.(tr);
    return true;
  };

/** Which tools are on where the cursor stands. */
export const activeTools = (state: EditorState): ReadonlySet<Tool | 'link'> =>
  new Set([
    ...(['bold', 'italic', 'underline', 'link'] as const).filter((name) => hasMark(state, name)),
    ...(['heading', 'bullets', 'numbers'] as const).filter((name) => inNode(state, name)),
  ]);

const stateOf = (blocks: readonly Block[]): EditorState =>
  EditorState.create({
    doc: documentOf(blocks),
    plugins: [
      history(),
      keymap({
        'Mod-b': COMMANDS.bold,
        'Mod-i': COMMANDS.italic,
        'Mod-u': COMMANDS.underline,
        'Mod-z': undo,
        'Mod-y': redo,
        'Shift-Mod-z': redo,
        Enter: splitListItem(nodes.item),
      }),
      keymap(baseKeymap),
    ],
  });

export type EditorOptions = {
  readonly value: unknown;
  readonly attributes: Readonly<Record<string, string>>;
  readonly onChange: (blocks: readonly Block[] | undefined) => void;
  readonly onMove: (state: EditorState) => void;
  readonly onLeave: () => void;
};

/** An editor in `place`; whatever changes in it is told at once, composition of an input method included. */
export function createEditor(place: HTMLElement, options: EditorOptions) {
  const view = new EditorView(place, {
    state: stateOf(blocksOf(options.value)),
    attributes: { ...options.attributes },
    handleDOMEvents: {
      blur: () => {
        options.onLeave();
        return false;
      },
    },
    dispatchTransaction(transaction: Transaction) {
      const state = view.state.apply(transaction);
      view.updateState(state);
      if (transaction.docChanged) options.onChange(blocksIn(state.doc));
      options.onMove(state);
    },
  });
  return {
    view,
    run(command: Command) {
      command(view.state, view.dispatch, view);
      view.focus();
    },
    /** Another value altogether, from a draft or another page. */
    show: (value: unknown) => view.updateState(stateOf(blocksOf(value))),
    name: (attributes: Readonly<Record<string, string>>) => view.setProps({ attributes: { ...attributes } }),
    destroy: () => view.destroy(),
  };
}

export type Editor = ReturnType<typeof createEditor>;
