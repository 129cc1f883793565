import {
  type AskingStep,
  asks,
  type CivilDate,
  civilDateOf,
  type Definition,
  digestOf,
  firstStep,
  isObject,
  type Person,
} from '#engine';
import { type Desk, type Forms, NotToday, type Row, type Target } from './desk.ts';
import type { Dice } from './dice.ts';
import { filledIn } from './fill.ts';
import { type Issue, mended } from './mend.ts';
import type { Office, Said, Task } from './office.ts';
import { BEGINNING, type Told, type toldIn } from './told.ts';

const MENDS = 6;
const VARIANTS = 3;
const ONE_DOT = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const PHOTO = { name: '现场照片.png', content: new Uint8Array(Buffer.from(ONE_DOT, 'base64')) };
const PAPER = { name: '原件.pdf', content: new TextEncoder().encode('%PDF-1.4\n%%EOF\n') };
const BRANCHES = ['hd01', 'hd02', 'hn01', 'hn02', 'bf01', 'bf02'];

/** The company as its clerk knows it. */
export type Company = {
  readonly processes: ReadonlyMap<string, Definition>;
  readonly told: ReturnType<typeof toldIn>;
  /** Who works there. */
  readonly people: readonly Person[];
  /** Minutes east of Greenwich. */
  readonly offset: number;
  /** How much business there is on a day; 1 is usual. */
  season(day: CivilDate): number;
};
/** What is said whatever the clerk would have written. */
export type Hint = { readonly values?: Forms };
/** What the API said at last; nothing where there is nothing to point to, or where it is too early. */
export type Done = { readonly said?: Said; readonly tries: number; readonly what: string };
type Hand = (values: Forms) => Promise<Said>;

/** Fills forms for people as they would: with what the rules of the form take. */
export class Clerk {
  readonly #office: Office;
  readonly #company: Company;
  readonly #dice: Dice;
  readonly #units: ReadonlyMap<string, string>;
  readonly #worked = new Map<string, Told>();
  readonly #files = new Map<string, unknown>();
  /** Fields that a person was not asked for at a step, as pointers. */
  readonly #habits = new Map<string, Set<string>>();
  #lists: { day: CivilDate | undefined; found: Map<string, readonly Row[]> } = { day: undefined, found: new Map() };
  #serial = 20_260_000;

  constructor(office: Office, company: Company, dice: Dice) {
    this.#office = office;
    this.#company = company;
    this.#dice = dice;
    this.#units = new Map(company.people.map(({ id, posts }) => [id, posts[0]?.unit ?? '']));
  }

  start(person: string, process: string, hint: Hint = {}): Promise<Done> {
    const definition = this.#definition(process);
    const hand: Hand = (values) => this.#office.start(person, process, values);
    return this.#hand(definition, firstStep(definition), person, undefined, hint, hand);
  }

  /** Hands in what a task asks for: submits, or agrees. */
  async do(person: string, task: Task, hint: Hint = {}): Promise<Done> {
    const definition = this.#definition(task.process);
    const step = definition.steps.get(task.step);
    if (!asks(step)) return { tries: 0, what: 'asks nobody' };
    const seen = digestOf(step.rights, task.values);
    const hand: Hand = (values) =>
      this.#office.act(person, task.case, {
        do: step.kind === 'fill' ? 'submit' : 'agree',
        step: task.step,
        seen,
        ...(step.form === undefined ? {} : { values }),
        ...(step.kind === 'fill' ? {} : { opinion: this.#dice.pick(OPINIONS) }),
      });
    return this.#hand(definition, step, person, task, hint, hand);
  }

  /** What somebody may point to now. */
  pointable(person: string, to: Target, like?: string): Promise<readonly Row[]> {
    return this.#desk(person).targets(to, like);
  }

  async #hand(
    definition: Definition,
    step: AskingStep,
    person: string,
    task: Task | undefined,
    hint: Hint,
    hand: Hand,
  ): Promise<Done> {
    const desk = this.#desk(person);
    const key = `${definition.id} ${step.id}`;
    let last: Done = { tries: 0, what: 'nothing to point to' };
    for (const told of this.#variants(key, this.#heard(definition, step, task))) {
      try {
        last = await this.#try(definition, step, { task, told, hint }, desk, hand, last.tries);
      } catch (error) {
        if (!(error instanceof NotToday)) throw error;
        continue;
      }
      if (last.said === undefined || last.said.status >= 300) continue;
      if (told !== undefined) this.#worked.set(key, told);
      return last;
    }
    return last;
  }

  async #try(
    definition: Definition,
    step: AskingStep,
    { task, told, hint }: { readonly task: Task | undefined; readonly told: Told | undefined; readonly hint: Hint },
    desk: Desk,
    hand: Hand,
    before: number,
  ): Promise<Done> {
    const said = hint.values ?? {};
    let values: Forms | undefined = await filledIn({ definition, step, values: task?.values ?? {}, told, said }, desk);
    const habit = this.#habit(`${definition.id} ${step.id} ${desk.person}`);
    values = without(values, habit);
    let done: Done = { tries: before, what: '' };
    while (values !== undefined && done.tries - before <= MENDS) {
      const answer = await hand(values);
      const issues = issuesOf(answer);
      const what = issues.map(({ path, code }) => `${path}:${code}`).slice(0, 3);
      done = { said: answer, tries: done.tries + 1, what: [answer.body.code, ...what].join(' ') };
      if (answer.status < 300 || issues.length === 0) return done;
      for (const { code, path } of issues)
        if (code === 'not-writable') habit.add(path);
        else habit.delete(path);
      if (issues.some(({ code }) => code === 'unknown-row')) this.#lists.found.clear();
      values = await mended(definition, values, issues, desk);
    }
    return done;
  }

  #habit(place: string): Set<string> {
    const known = this.#habits.get(place) ?? new Set();
    this.#habits.set(place, known);
    return known;
  }

  /** What stories say of a step; a first step also begins cases, whole, where later it is only put right. */
  #heard(definition: Definition, { id }: AskingStep, task: Task | undefined): readonly Told[] {
    const told = this.#company.told.get(definition.id);
    const begun = id === firstStep(definition).id ? (told?.get(BEGINNING) ?? []) : [];
    return task === undefined && begun.length > 0 ? begun : [...begun, ...(told?.get(id) ?? [])];
  }

  /** Mostly what went well before, or is told first; then the others. */
  #variants(place: string, told: readonly Told[]): readonly (Told | undefined)[] {
    const first = this.#dice.chance(0.8) ? (this.#worked.get(place) ?? told[0]) : this.#dice.pick(told);
    return [first, ...told.filter((other) => other !== first)].slice(0, VARIANTS);
  }

  #desk(person: string): Desk {
    const today = civilDateOf(this.#office.now, this.#company.offset);
    const listed = (path: string) => this.#listed(person, path, today);
    return {
      today,
      person,
      unit: this.#units.get(person) ?? '',
      dice: this.#dice,
      season: this.#company.season(today),
      people: this.#company.people.map(({ id }) => id),
      units: BRANCHES,
      peopleIn: (unit) =>
        this.#company.people.filter(({ posts }) => posts.some((seat) => seat.unit === unit)).map(({ id }) => id),
      targets: (to, like) => {
        const find = like === undefined ? '' : `q=${encodeURIComponent(like)}`;
        if ('ledger' in to) return listed(`/api/ledgers/${to.ledger}/references?${find}`);
        const status = to.state === 'any' ? '' : '&status=completed';
        return listed(`/api/processes/${to.process}/references?${find}${status}`);
      },
      rows: (ledger) => listed(`/api/ledgers/${ledger}/rows?limit=100`),
      file: (picture) => this.#file(person, picture),
      serial: () => (this.#serial += 1),
    };
  }

  /** Lists are looked up once a day, and again when something in them is not there any more. */
  async #listed(person: string, path: string, today: CivilDate): Promise<readonly Row[]> {
    if (this.#lists.day !== today) this.#lists = { day: today, found: new Map() };
    const key = `${person} ${path}`;
    const known = this.#lists.found.get(key);
    if (known !== undefined) return known;
    const { body } = await this.#office.get(person, path);
    const rows = Array.isArray(body.items) ? body.items.filter(isRow) : [];
    this.#lists.found.set(key, rows);
    return rows;
  }

  async #file(person: string, picture: boolean): Promise<unknown> {
    const key = `${civilDateOf(this.#office.now, this.#company.offset)} ${person} ${picture}`;
    const known = this.#files.get(key);
    if (known !== undefined) return known;
    const { name, content } = picture ? PHOTO : PAPER;
    const { body } = await this.#office.upload(person, name, content);
    this.#files.set(key, body);
    return body;
  }

  #definition(process: string): Definition {
    const definition = this.#company.processes.get(process);
    if (definition === undefined) throw new Error(`no process ${process}`);
    return definition;
  }
}

const OPINIONS = ['同意。', '同意，请按计划执行。', '情况属实，同意。', '同意，注意控制进度和费用。'];

const without = (values: Forms, pointers: ReadonlySet<string>): Forms =>
  Object.fromEntries(
    Object.entries(values).map(([form, fields]) => [
      form,
      Object.fromEntries(Object.entries(fields).filter(([id]) => !pointers.has(`/${form}/${id}`))),
    ]),
  );

const issuesOf = ({ body }: Said): readonly Issue[] => (Array.isArray(body.issues) ? (body.issues as Issue[]) : []);

const isRow = (value: unknown): value is Row =>
  isObject(value) && typeof value.id === 'string' && isObject(value.cells);
