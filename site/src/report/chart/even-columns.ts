/** How many tiles stand in a row where so many have room: as many as leave no row nearly empty. */
export const evenColumns = (tiles: number, room: number): number =>
  Math.max(1, Math.ceil(tiles / Math.ceil(tiles / room)));

/** The columns for every width that tiles may have, from a phone to a desk. */
export const columnsFor = (tiles: number): Readonly<Record<`--columns-${2 | 3 | 5 | 7}`, number>> => ({
  '--columns-2': evenColumns(tiles, 2),
  '--columns-3': evenColumns(tiles, 3),
  '--columns-5': evenColumns(tiles, 5),
  '--columns-7': evenColumns(tiles, 7),
});
