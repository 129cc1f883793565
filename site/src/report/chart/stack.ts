import type { GridRow } from './grid.ts';
import { sizeOf } from './scale.ts';

export type Segment = { readonly series: string; readonly from: number; readonly to: number };
export type Stack = { readonly segments: readonly Segment[]; readonly least: number; readonly most: number };

/** The parts of a row one after the other from zero: to the right what is more than nothing, to the left what is less. */
export function stackOf({ cells }: GridRow): Stack {
  let [least, most] = [0, 0];
  const segments: Segment[] = [];
  for (const { series, group } of cells) {
    const size = sizeOf(group?.values[series.measure.id]);
    if (size > 0) {
      segments.push({ series: series.id, from: most, to: most + size });
      most += size;
    } else if (size < 0) {
      segments.push({ series: series.id, from: least + size, to: least });
      least += size;
    }
  }
  return { segments, least, most };
}
