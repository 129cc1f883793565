import {
  type ApproveStep,
  addDays,
  asks,
  type Calendar,
  type CivilDate,
  civilDateOf,
  type Definition,
  firstStep,
  instantOf,
  isObject,
  isWorkingDay,
  type Workspace,
  zoneOffset,
} from '#engine';
import type { ScenarioDocument } from '../schemas/generated/scenario.ts';
import { ARCS } from './arcs/index.ts';
import { ArcPlayer } from './arcs/player.ts';
import { Clerk, type Done } from './clerk.ts';
import { Dice } from './dice.ts';
import type { Office, Said, Task, Waiting } from './office.ts';
import { forgetful, MONTHLY, SEASON, seasonOf, shares, speedOf, USUALLY } from './plan.ts';
import { BEGINNING, type Told, toldIn } from './told.ts';

/** A task that could not be done is tried again on another day, and then left. */
const ATTEMPTS = 3;
/** When somebody looks again whether there is something to point to. */
const LATER_DAYS = 4;
const SLOTS = ['09:00', '14:00'] as const;
const WORKDAYS_A_MONTH = 21;

type Outcome = 'accepted' | 'refused' | 'not today';
/** `busy`: how much people begin by hand, as a share of what the plan says. */
export type Period = { readonly from: CivilDate; readonly days: number; readonly busy: number };

type Company = {
  readonly workspace: Workspace;
  readonly processes: ReadonlyMap<string, Definition>;
  readonly stories: readonly ScenarioDocument[];
};

/** Its processes, in their order there, and its stories. */
type Folder = { readonly processes: readonly string[]; readonly stories: readonly ScenarioDocument[] };

/** A company at work: people begin what the plan says, do what waits for them, and time goes on. */
export class Year {
  /** Commands that were never accepted, by process, step and what was wrong. */
  readonly refused = new Map<string, number>();
  accepted = 0;
  mended = 0;
  readonly #office: Office;
  readonly #workspace: Workspace;
  readonly #processes: ReadonlyMap<string, Definition>;
  readonly #told: ReadonlyMap<string, ReadonlyMap<string, readonly Told[]>>;
  readonly #people: readonly string[];
  readonly #clerk: Clerk;
  readonly stories: ArcPlayer;
  readonly #starters = new Map<string, string[]>();
  readonly #tries = new Map<string, number>();
  readonly #later = new Map<string, CivilDate>();
  readonly #forgotten = new Set<string>();
  readonly #offset: number;
  readonly #calendar: Calendar | undefined;
  readonly #dice: Dice;
  #busy = 1;

  private constructor(office: Office, { workspace, processes, stories }: Company, seed: number) {
    this.#office = office;
    this.#workspace = workspace;
    this.#processes = processes;
    this.#offset = zoneOffset(this.#workspace);
    [this.#calendar] = Object.values(this.#workspace.calendars);
    this.#dice = new Dice(seed);
    this.#told = toldIn(stories);
    const inside = this.#workspace.organisation.people().filter(({ active, external }) => active && !external);
    this.#people = inside.map(({ id }) => id);
    this.#clerk = new Clerk(
      office,
      {
        processes: this.#processes,
        told: this.#told,
        people: inside,
        offset: this.#offset,
        season: (day) => SEASON[Number(day.slice(5, 7)) - 1] ?? 1,
      },
      this.#dice,
    );
    this.stories = new ArcPlayer(office, this.#clerk, ARCS);
  }

  /** In the order of the folder, which the dice are thrown in. */
  static async open(office: Office, { processes, stories }: Folder, seed: number): Promise<Year> {
    const { workspace, definitions } = await office.published();
    const inOrder = processes.flatMap((id) => definitions.find((definition) => definition.id === id) ?? []);
    return new Year(office, { workspace, processes: new Map(inOrder.map((each) => [each.id, each])), stories }, seed);
  }

  /** @param tell hears each month that begins. */
  async run({ from, days, busy }: Period, tell: (month: string) => void = () => undefined): Promise<void> {
    this.#busy = busy;
    await this.#learnWhoStarts();
    for (let n = 0; n < days; n += 1) {
      const day = addDays(from, n);
      if (n === 0 || day.endsWith('-01')) tell(day.slice(0, 7));
      await this.#day(day);
    }
  }

  async #day(day: CivilDate): Promise<void> {
    const free = this.#calendar !== undefined && !isWorkingDay(day, this.#calendar);
    for (const time of free ? SLOTS.slice(0, 1) : SLOTS) {
      await this.#office.waitUntil(instantOf(day, time, this.#offset));
      if (free) continue;
      await this.stories.begin(day);
      await this.#begin();
      for (const person of this.#people) if (this.#dice.chance(speedOf(person))) await this.#work(person);
    }
  }

  async #learnWhoStarts(): Promise<void> {
    for (const person of this.#people) {
      const { body } = await this.#office.get(person, '/api/processes');
      for (const card of Array.isArray(body.processes) ? body.processes : [])
        if (isObject(card) && card.mayStart === true) {
          const id = String(card.id);
          this.#starters.set(id, [...(this.#starters.get(id) ?? []), person]);
        }
    }
  }

  async #begin(): Promise<void> {
    const month = this.#month();
    for (const definition of this.#processes.values()) {
      if (definition.document.startable === false || definition.duty !== undefined) continue;
      const mean =
        ((MONTHLY[definition.id] ?? USUALLY) * seasonOf(definition.id, month) * this.#busy) /
        WORKDAYS_A_MONTH /
        SLOTS.length;
      for (let k = this.#dice.times(mean); k > 0; k -= 1) await this.#start(definition);
    }
  }

  async #start(definition: Definition): Promise<void> {
    const may = this.#starters.get(definition.id) ?? [];
    const tellers =
      this.#told
        .get(definition.id)
        ?.get(BEGINNING)
        ?.map(({ by }) => by) ?? [];
    const known = tellers.filter((person) => may.includes(person));
    const person = known.length > 0 && this.#dice.chance(0.5) ? this.#dice.pick(known) : this.#dice.pick(may);
    if (person === undefined) return;
    this.#office.pass(60_000);
    this.#noted(`${definition.id} ${firstStep(definition).id}`, await this.#clerk.start(person, definition.id));
  }

  async #work(person: string): Promise<void> {
    const forgotten = forgetful(person, this.#month());
    for (const task of await this.#office.waiting(person)) {
      if (await this.stories.take(person, task, this.#today())) continue;
      const key = `${task.key} ${task.since}`;
      if (this.#forgotten.has(key) && !this.#dice.chance(0.03)) continue;
      if (!this.#forgotten.has(key) && this.#dice.chance(forgotten)) {
        this.#forgotten.add(key);
        continue;
      }
      const tries = this.#tries.get(key) ?? 0;
      if (tries >= ATTEMPTS || this.#today() < (this.#later.get(key) ?? '')) continue;
      this.#office.pass(5_000);
      const outcome = await this.#do(person, task);
      if (outcome === 'refused') this.#tries.set(key, tries + 1);
      if (outcome === 'not today') this.#later.set(key, addDays(this.#today(), LATER_DAYS));
    }
  }

  async #do(person: string, waiting: Waiting): Promise<Outcome> {
    const task = await this.#office.task(person, waiting);
    const definition = this.#processes.get(waiting.process);
    const step = definition?.steps.get(waiting.step);
    if (task === undefined || definition === undefined || !asks(step)) return 'not today';
    if (step.kind === 'approve' && (await this.#refuses(person, task, step))) return 'accepted';
    return this.#noted(`${definition.id} ${step.id}`, await this.#clerk.do(person, task));
  }

  /** Sends it back, or rejects it, now and then and where the step lets one. */
  async #refuses(person: string, task: Task, { returnTo, reject }: ApproveStep): Promise<boolean> {
    const { returned, rejected } = shares(this.#month());
    const roll = this.#dice.roll();
    const [to] = returnTo;
    const act = (command: Readonly<Record<string, unknown>>) =>
      this.#office.act(person, task.case, { step: task.step, ...command });
    let said: Said | undefined;
    if (roll < returned && to !== undefined)
      said = await act({ do: 'return', to, opinion: '材料不齐，请补充后再报。' });
    else if (roll > 1 - rejected && reject !== undefined)
      said = await act({ do: 'reject', opinion: '依据不足，不同意。' });
    if (said === undefined || said.status >= 300) return false;
    this.accepted += 1;
    return true;
  }

  /** Counts what was accepted, and keeps why something was not. */
  #noted(place: string, { said, tries, what }: Done): Outcome {
    if (said === undefined) return 'not today';
    this.mended += Math.max(0, tries - 1);
    if (said.status < 300) {
      this.accepted += 1;
      return 'accepted';
    }
    const name = `${place} ${what}`;
    this.refused.set(name, (this.refused.get(name) ?? 0) + 1);
    return 'refused';
  }

  #month(): number {
    return Number(this.#today().slice(5, 7));
  }

  #today(): CivilDate {
    return civilDateOf(this.#office.now, this.#offset);
  }
}
