import { groupBy } from './group-by.ts';
import { keyFormulas } from './lookups.ts';
import type { Affected, FieldNode, Formula } from './model.ts';
import { isDerived } from './model.ts';
import type { FieldPath } from './value.ts';

/** `from` is read by `to`. `inRow`: only within the same row. `value`: the value of `to` depends on it. */
type Edge = { readonly from: FieldPath; readonly to: FieldNode; readonly inRow: boolean; readonly value: boolean };

export type Nodes = ReadonlyMap<FieldPath, FieldNode>;

/** Everything that any field reads. */
export function edgesOf(nodes: Nodes): readonly Edge[] {
  return [...nodes.values()].flatMap((node) => {
    const { visible, compute, initial, lookup, required, readonly, bounds } = node;
    const keys = lookup ? keyFormulas(lookup) : [];
    const conditions = [required, readonly].filter((condition) => typeof condition !== 'boolean');
    return [
      ...ownTable(node),
      ...[visible, compute, initial, ...keys].flatMap((formula) => readEdges(nodes, node, formula, true)),
      ...[...conditions, ...bounds].flatMap((formula) => readEdges(nodes, node, formula, false)),
    ];
  });
}

/** New rows need the values of their columns. */
function ownTable(node: FieldNode): readonly Edge[] {
  const worked = node.table !== undefined && (node.visible !== undefined || isDerived(node));
  return worked ? [{ from: `${node.form}.${node.table}`, to: node, inRow: false, value: true }] : [];
}

function readEdges(nodes: Nodes, to: FieldNode, formula: Formula | undefined, value: boolean): readonly Edge[] {
  return (formula?.reads ?? []).flatMap((read) => {
    const inRow = read[0] === 'row';
    const stored = inRow ? [to.form, to.table ?? '', ...read.slice(1)] : read;
    return sourcesOf(nodes, stored, to).map((from) => ({ from, to, inRow, value }));
  });
}

/** Paths of the fields and columns that a read of a stored path looks at. */
function sourcesOf(nodes: Nodes, [form = '', id, column]: readonly string[], reader: FieldNode): readonly FieldPath[] {
  if (id === undefined) return [...nodes.values()].filter((node) => node.form === form).map(({ path }) => path);
  const field = nodes.get(`${form}.${id}`);
  if (!field) return [];
  // A column that names its own table as a whole counts rows; their cells, its own among them, it names one by one.
  const isOwn = reader.table === id && reader.form === form;
  const columns =
    column === undefined ? (isOwn ? [] : field.columns) : field.columns.filter((one) => one.id === column);
  return [field.path, ...columns.map(({ path }) => path)];
}

/** Fields and columns, each after what its value depends on; or the way round a cycle. */
export function sortNodes(
  nodes: Nodes,
  edges: readonly Edge[],
): { order: readonly FieldNode[]; cycles: readonly FieldPath[][] } {
  const before = groupBy(
    edges.filter(({ value }) => value),
    ({ to }) => to.path,
  );
  const order: FieldNode[] = [];
  const cycles: FieldPath[][] = [];
  const done = new Set<FieldPath>();
  const open: FieldPath[] = [];
  const visit = (node: FieldNode): void => {
    if (done.has(node.path)) return;
    const back = open.indexOf(node.path);
    if (back >= 0) {
      cycles.push([...open.slice(back), node.path]);
      return;
    }
    open.push(node.path);
    for (const { from } of before.get(node.path) ?? []) {
      const source = nodes.get(from);
      if (source) visit(source);
    }
    open.pop();
    done.add(node.path);
    order.push(node);
  };
  for (const node of nodes.values()) visit(node);
  return { order, cycles };
}

/** For every field and column what a change of it concerns, in the given order. */
export function affectedBy(
  order: readonly FieldNode[],
  edges: readonly Edge[],
): ReadonlyMap<FieldPath, readonly Affected[]> {
  const after = groupBy(edges, ({ from }) => from);
  const rank = new Map(order.map((node, index) => [node.path, index]));
  const rankOf = ({ node }: Affected): number => rank.get(node.path) ?? 0;
  return new Map(
    order.map(({ path }) => [path, [...reach(path, after).values()].toSorted((a, b) => rankOf(a) - rankOf(b))]),
  );
}

function reach(start: FieldPath, after: ReadonlyMap<FieldPath, readonly Edge[]>): ReadonlyMap<FieldPath, Affected> {
  const found = new Map<FieldPath, Affected>();
  const visit = (from: FieldPath, fromRow: boolean): void => {
    for (const { to, inRow, value } of after.get(from) ?? []) {
      const known = found.get(to.path);
      const rowOnly = inRow && fromRow && known?.rowOnly !== false;
      const settles = value || known?.settles === true;
      if (known && known.rowOnly === rowOnly && known.settles === settles) continue;
      found.set(to.path, { node: to, rowOnly, settles });
      if (settles) visit(to.path, rowOnly);
    }
  };
  visit(start, true);
  return found;
}
