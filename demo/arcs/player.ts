import type { CivilDate } from '#engine';
import type { Clerk, Done } from '../clerk.ts';
import type { Office, Waiting } from '../office.ts';
import type { Arc, Begin, Scene, Turn } from './arc.ts';

type Playing = { readonly arc: Arc; readonly begins: Begin[]; readonly turns: Turn[]; readonly cases: Set<string> };
/** A day on which something that is told does not come about is a day too late after so many more. */
const PATIENCE = 60;

/** Plays stories inside the year, in the same office as everybody. */
export class ArcPlayer {
  /** What was never accepted, by story and step. */
  readonly refused = new Map<string, number>();
  readonly #office: Office;
  readonly #clerk: Clerk;
  readonly #playing: readonly Playing[];

  constructor(office: Office, clerk: Clerk, arcs: readonly Arc[]) {
    this.#office = office;
    this.#clerk = clerk;
    this.#playing = arcs.map((arc) => ({ arc, begins: [...arc.begins], turns: [...arc.turns], cases: new Set() }));
  }

  /** What is still to be told, by story. */
  get left(): Readonly<Record<string, number>> {
    return Object.fromEntries(
      this.#playing.flatMap(({ arc, begins, turns }) =>
        begins.length + turns.length > 0 ? [[arc.id, begins.length + turns.length]] : [],
      ),
    );
  }

  /** Starts what the stories say for this day. */
  async begin(today: CivilDate): Promise<void> {
    for (const playing of this.#playing) await this.#begin(playing, today);
  }

  /** Does a task of a story as it is told; true when it belongs to one that is not over, so that nobody else does it. */
  async take(person: string, task: Waiting, today: CivilDate): Promise<boolean> {
    const playing = this.#playing.find((one) => one.turns.length > 0 && belongs(one, task));
    if (playing === undefined) return false;
    await this.#turn(playing, person, task, today);
    return true;
  }

  async #begin(playing: Playing, today: CivilDate): Promise<void> {
    const [next] = playing.begins;
    if (next === undefined || next.day > today) return;
    const values = await this.#said(next.who, next.values, today);
    const done = values === undefined ? undefined : await this.#clerk.start(next.who, next.process, { values });
    if (this.#accepted(`${playing.arc.id} ${next.process}`, done)) {
      playing.cases.add(String(done?.said?.body.id));
      playing.begins.shift();
    } else if (daysBetween(next.day, today) > PATIENCE) playing.begins.shift();
  }

  async #turn(playing: Playing, person: string, waiting: Waiting, today: CivilDate): Promise<void> {
    playing.cases.add(waiting.case);
    const at = `${waiting.process}/${waiting.step}`;
    const turn = playing.turns.find((one) => one.at === at);
    if (turn?.day !== undefined && turn.day > today) return;
    const values = turn?.values === undefined ? {} : await this.#said(person, turn.values, today);
    if (values === undefined) return;
    this.#office.pass(60_000);
    const task = await this.#office.task(person, waiting);
    if (task === undefined) return;
    const done =
      turn?.no === undefined ? await this.#clerk.do(person, task, { values }) : await this.#no(person, waiting, turn);
    if (this.#accepted(`${playing.arc.id} ${at}`, done) && turn !== undefined)
      playing.turns.splice(playing.turns.indexOf(turn), 1);
  }

  async #no(person: string, task: Waiting, { no, opinion }: Turn): Promise<Done> {
    const said = await this.#office.act(person, task.case, {
      step: task.step,
      ...no,
      opinion: opinion ?? '请补充后再报。',
    });
    return { said, tries: 1, what: String(said.body.code ?? '') };
  }

  async #said(person: string, values: Begin['values'], today: CivilDate) {
    if (typeof values !== 'function') return values;
    const scene: Scene = {
      today,
      row: async (ledger, like) => {
        const rows = await this.#clerk.pointable(person, { ledger }, like);
        return rows.at(-1);
      },
    };
    return values(scene);
  }

  #accepted(place: string, done: Done | undefined): boolean {
    if (done?.said === undefined) return false;
    if (done.said.status < 300) return true;
    const name = `${place} ${done.what}`;
    this.refused.set(name, (this.refused.get(name) ?? 0) + 1);
    return false;
  }
}

function belongs({ arc, cases }: Playing, task: Waiting): boolean {
  if (cases.has(task.case)) return true;
  if (!arc.turns.some(({ at }) => at.startsWith(`${task.process}/`))) return false;
  if (task.cause !== null && cases.has(task.cause)) return true;
  return cases.size > 0 && arc.named !== undefined && task.subject.includes(arc.named);
}

const daysBetween = (from: CivilDate, to: CivilDate): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;
