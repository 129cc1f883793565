import { isObject } from '#engine';
import type { CaseSeen, Cast, Forms } from './spoken-company.ts';
import type { StoryPlayer } from './story-player.ts';
import type { Carrying, Pick, Turn } from './told-story.ts';

/** One way round through processes: each case started or fed by the one before, as the API tells it. */
export class Walk {
  readonly player: StoryPlayer;
  readonly stages: string[] = [];
  readonly #been: string[] = [];
  #at = '';

  constructor(player: StoryPlayer) {
    this.player = player;
  }

  /** The case the walk has come to. */
  get at(): string {
    return this.#at;
  }

  /** Where the walk begins: with a story of a process, and the case of it that the story is about. */
  async from(process: string, pick: Pick, turn: Turn = {}): Promise<Cast> {
    const cast = await this.player.play(process, pick, turn);
    const ids = Object.values(cast);
    for (const name of ['main', `${process}/1`, ...Object.keys(cast)]) {
      const id = cast[name];
      if (id !== undefined && (await this.player.see(id)).process.id === process) await this.#come(id);
      if (this.#at !== '') return cast;
    }
    throw new Error(`the story is about no ${process}: ${ids.length} cases`);
  }

  /** Where the walk begins: at a case that is there. */
  fromCase(id: string): Promise<void> {
    return this.#come(id);
  }

  /** On to a case that the one before, or a part of it, has started. */
  async starts(process: string, where?: (values: Forms) => boolean): Promise<string> {
    const found = await this.#startedBy(this.#at, process, where);
    if (found === undefined) {
      const { status, children } = await this.player.see(this.#at);
      const others = children.map((child) => `${child.process} ${child.status}`).join(', ');
      throw new Error(`${this.stages.at(-1)}, ${status}, has started no ${process}, but ${others}`);
    }
    await this.#come(found);
    return found;
  }

  /** On to a case that a row has opened which the one before wrote, or another case of the walk that it belongs to. */
  async opens(process: string, ledger: string, writer: string = this.#at): Promise<string> {
    for (const { id } of await this.player.rowsOf(ledger)) {
      if (!(await this.player.writersOf(ledger, id)).has(writer)) continue;
      const named = (values: Forms) => Object.values(values).some((form) => Object.values(form).includes(id));
      const found = await this.find(process, named).catch(() => undefined);
      if (found === undefined) continue;
      await this.#come(found);
      return found;
    }
    throw new Error(`no row of ${ledger} that ${writer} wrote has opened a ${process}`);
  }

  /** On to a case in which what the one before wrote is found: it points to it, or counts rows that it has written. */
  async feeds(id: string, path: string, ledger?: string): Promise<void> {
    const { values } = await this.player.see(id);
    const found = valuesAt(values, path.split('.'));
    const points = found.some((value) => typeof value === 'string' && value.split(':')[0] === this.#at);
    const rows = ledger === undefined ? [] : await this.#written(ledger);
    const told = rows.flatMap(({ id: row, cells }) => [row, ...Object.values(cells).filter((cell) => isFilled(cell))]);
    const counts = rows.length > 0 && found.some((value) => isCount(value) || told.includes(value));
    if (!points && !counts) throw new Error(`${path} of ${id} says nothing of ${this.#at}: ${JSON.stringify(found)}`);
    await this.#come(id);
  }

  /** A story that the walk goes through, about the case it has come to unless it is the first. */
  play(process: string, pick: Pick, turn: Turn = {}): Promise<Cast> {
    const here = this.#at === '' ? {} : { main: this.#at };
    return this.player.play(process, pick, { ...turn, cases: { ...here, ...turn.cases } });
  }

  /** The end of a loop: a row that a case of the walk, or a part of one, has written now reads like this. */
  async closes(ledger: string, cells: Readonly<Record<string, unknown>>): Promise<void> {
    const parts = await Promise.all(this.#been.map(async (id) => (await this.player.see(id)).children));
    const family = new Set([...this.#been, ...parts.flat().map(({ id }) => id)]);
    for (const row of await this.player.rowsOf(ledger)) {
      if (!Object.entries(cells).every(([column, cell]) => row.cells[column] === cell)) continue;
      const writers = await this.player.writersOf(ledger, row.id);
      if ([...writers].some((id) => family.has(id))) return;
    }
    throw new Error(`no row of ${ledger} written on the way reads ${JSON.stringify(cells)}`);
  }

  /** Goes on with the case the walk has come to, as a story tells. */
  carry(pick: Pick, carrying: Carrying = {}): Promise<CaseSeen> {
    return this.player.carry(this.#at, pick, carrying);
  }

  /** The newest case of a process whose values are these. */
  async find(process: string, where: (values: Forms) => boolean): Promise<string> {
    const ids = [...(await this.player.allCases(process))].reverse();
    for (const id of ids) if (where((await this.player.see(id)).values)) return id;
    throw new Error(`no such case of ${process}`);
  }

  /** The rows of a ledger whose history names the case the walk has come to, or a part of it. */
  async #written(ledger: string): ReturnType<StoryPlayer['rowsOf']> {
    const { children } = await this.player.see(this.#at);
    const family = [this.#at, ...children.map(({ id }) => id)];
    const written: Awaited<ReturnType<StoryPlayer['rowsOf']>>[number][] = [];
    for (const row of await this.player.rowsOf(ledger)) {
      const writers = await this.player.writersOf(ledger, row.id);
      if (family.some((id) => writers.has(id))) written.push(row);
    }
    return written;
  }

  async #startedBy(
    from: string,
    process: string,
    where: (values: Forms) => boolean = () => true,
  ): Promise<string | undefined> {
    const { children } = await this.player.see(from);
    for (const child of children.filter((each) => each.process === process))
      if (where((await this.player.see(child.id)).values)) return child.id;
    for (const child of children) {
      const deeper: string | undefined = await this.#startedBy(child.id, process, where);
      if (deeper !== undefined) return deeper;
    }
    return undefined;
  }

  async #come(id: string): Promise<void> {
    this.#been.push(id);
    this.stages.push((await this.player.see(id)).process.id);
    this.#at = id;
  }
}

function valuesAt(value: unknown, [first, ...rest]: readonly string[]): readonly unknown[] {
  if (Array.isArray(value)) return value.flatMap((item) => valuesAt(item, first === undefined ? [] : [first, ...rest]));
  if (first === undefined) return [value];
  return isObject(value) ? valuesAt(value[first], rest) : [];
}

const isCount = (value: unknown): boolean =>
  typeof value === 'number' ? value > 0 : typeof value === 'string' && /^\d+(\.\d+)?$/.test(value) && Number(value) > 0;

const isFilled = (cell: unknown): boolean => typeof cell === 'string' && cell !== '';
