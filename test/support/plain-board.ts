import type { CivilDate } from '#engine';
import { civilDateOf } from '../../engine/shared/civil-date.ts';
import type { BoardArrow, CoverageView, LoopBoard } from '../../schemas/generated/api.ts';
import type { Asked, Past, PlainRow } from './past.ts';

/** A case that another one has started: of which process, and when. */
type Child = { readonly parent: string; readonly process: string; readonly day: CivilDate };

/** Boards worked out by looking at every case. */
export class PlainBoard {
  readonly #past: Past;
  readonly #children: readonly Child[];

  private constructor(past: Past, children: readonly Child[]) {
    this.#past = past;
    this.#children = children;
  }

  static async read(database: Asked, past: Past, offset: number): Promise<PlainBoard> {
    const found = await database.all(`
      SELECT p.public AS parent, c.process, c.started_at AS at FROM cases c JOIN cases p ON p.id = c.parent`);
    const children = found.map(({ parent, process, at }) => ({
      parent: String(parent),
      process: String(process),
      day: civilDateOf(String(at) as never, offset),
    }));
    return new PlainBoard(past, children);
  }

  /** What a board says of stages and ways that is not so; and how many numbers were compared. */
  judge(board: LoopBoard): { readonly numbers: number; readonly wrong: readonly string[] } {
    const cases = this.#past.rowsOf('cases', board.asOf as CivilDate);
    const walks = board.loops.flatMap(({ id, walks: all }) => all.map((walk) => ({ id, ...walk })));
    const stages = walks.flatMap((walk) => stagesWrong(walk.stages, cases, board));
    const arrows = walks.flatMap(({ id, arrows: all }) =>
      all.flatMap((arrow) => this.#arrowWrong(id, arrow, cases, board)),
    );
    const numbers = walks.reduce((sum, walk) => sum + 3 * walk.stages.length + 2 * walk.arrows.length, 0);
    return { numbers, wrong: [...stages, ...arrows] };
  }

  judgeCoverage(view: CoverageView): { readonly numbers: number; readonly wrong: readonly string[] } {
    const cases = this.#past.rowsOf('cases', view.asOf as CivilDate);
    return { numbers: 3 * view.processes.length, wrong: stagesWrong(view.processes, cases, view) };
  }

  #arrowWrong(
    loop: string,
    arrow: BoardArrow,
    cases: readonly PlainRow[],
    { from, asOf }: LoopBoard,
  ): readonly string[] {
    const carriers = arrow.carriers.length === 0 ? [arrow.from] : arrow.carriers.map(({ id }) => id);
    const completed = cases.filter(
      ({ cells }) =>
        carriers.includes(String(cells.process)) && cells.status === 'completed' && String(cells.ended) >= from,
    );
    const starts = cases.flatMap(({ cells }) => (cells.process === arrow.to ? [String(cells.started)] : []));
    const followed = completed.filter(({ id, cells }) =>
      arrow.kind === 'feed'
        ? starts.some((day) => day >= String(cells.ended))
        : this.#children.some(({ parent, process, day }) => parent === id && process === arrow.to && day <= asOf),
    );
    const said = [arrow.ended, arrow.followed, arrow.ended - arrow.followed].join();
    const right = [completed.length, followed.length, arrow.waiting + arrow.left].join();
    return said === right ? [] : [`${loop} ${arrow.from} → ${arrow.to}: ${said}, not ${right}`];
  }
}

type Counted = { readonly id: string; readonly started: number; readonly ended: number; readonly open: number };

function stagesWrong(
  stages: readonly Counted[],
  cases: readonly PlainRow[],
  { from, asOf }: Pick<LoopBoard, 'from' | 'asOf'>,
): readonly string[] {
  return stages.flatMap(({ id, started, ended, open }) => {
    const mine = cases.flatMap(({ cells }) => (cells.process === id ? [cells] : []));
    const within = (value: unknown): boolean => typeof value === 'string' && value >= from && value <= asOf;
    const right = [
      mine.filter((cells) => within(cells.started)).length,
      mine.filter((cells) => within(cells.ended)).length,
      mine.filter(({ status }) => status === 'open').length,
    ].join();
    const said = [started, ended, open].join();
    return said === right ? [] : [`${id}: ${said}, not ${right}`];
  });
}
