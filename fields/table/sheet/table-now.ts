import type { FieldNode } from '#engine';
import type { Column } from '../../../schemas/generated/process.ts';
import type { FieldOf } from '../../../site/src/fields/props.ts';
import type { FormStore } from '../../../site/src/form/store.ts';
import type { TableNow } from './block.ts';

export function tableNow({ model, values, facts, editable }: FormStore, place: string): TableNow {
  const node = model.nodes.get(place);
  if (node === undefined) throw new Error(`no table ${place}`);
  return { model, values: values(), facts: facts(), editable, node };
}

export function columnFieldOf({ columns }: FieldOf<'table'>, { id }: FieldNode): Column {
  const column = columns[id];
  if (column === undefined) throw new Error(`no column ${id}`);
  return column;
}
