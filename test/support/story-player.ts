import {
  addDays,
  type CivilDate,
  daysBetween,
  type Instant,
  instantOf,
  isObject,
  type Published,
  ROW_KEY,
} from '#engine';
import { shiftBetween, shifted } from '../../demo/shift.ts';
import type { Field } from '../../schemas/generated/process.ts';
import type { Scenario, ScenarioDocument } from '../../schemas/generated/scenario.ts';
import { mendedValues } from './mended-values.ts';
import {
  accepted,
  type CaseSeen,
  type Cast,
  type Company,
  type Fields,
  type Forms,
  openIn,
  type Said,
  stepsIn,
  summary,
} from './spoken-company.ts';
import {
  type Acting,
  BEGINNING,
  besides,
  type Carrying,
  chosen,
  keyHere,
  mapped,
  merged,
  type Pick,
  type Turn,
  tellings,
  valuesOf,
} from './told-story.ts';

const AUDITOR = 'u39';
const OFFSET = 480;
const PAPER = new TextEncoder().encode('%PDF-1.4\n%%EOF\n');
const ONE_DOT = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const PHOTO = new Uint8Array(Buffer.from(ONE_DOT, 'base64'));

/** Time goes by in steps, so that things happen in their order. */
const MOST_HOPS = 30;
const HALF_A_DAY = 12 * 3_600_000;
const PLAIN = ['cancel', 'terminate', 'revoke', 'hold', 'resume'] as const;
const MOST_STEPS = 40;
const MOST_MENDS = 3;

/** Plays what the stories of the rule book tell, through the API of a company that goes on afterwards. */
export class StoryPlayer {
  readonly #company: Company;
  readonly #stories: ReadonlyMap<string, ScenarioDocument>;
  readonly #processes: Readonly<Record<string, Published>>;

  constructor(company: Company, stories: readonly ScenarioDocument[], processes: Readonly<Record<string, Published>>) {
    this.#company = company;
    this.#stories = new Map(stories.map((story) => [story.process, story]));
    this.#processes = processes;
  }

  /** Plays a story, moved by whole weeks to today unless its day is still to come; answers the cases it was about. */
  async play(process: string, pick: Pick, { cases = {}, over = {}, rows = {}, on, until }: Turn = {}): Promise<Cast> {
    const document = this.#stories.get(process);
    if (document === undefined) throw new Error(`no stories of ${process}`);
    const scenario = chosen(document, pick);
    const today = this.today();
    const day = scenario.clock.slice(0, 10) as CivilDate;
    const next = day >= today ? day : addDays(today, 6);
    const days = on === undefined ? shiftBetween(day, next).days : daysBetween(day, on as CivilDate);
    await this.#wait(scenario.clock, days);
    const found = shifted(scenario.ledgers ?? {}, { days }) as NonNullable<Scenario['ledgers']>;
    await this.#company.lay(mapped(found, (ledger, each) => each.map((row) => ({ ...row, ...rows[ledger] }))));
    const before = new Set(await this.allCases());
    const cast = new Map(Object.entries(cases));
    if (cases.main !== undefined) cast.set(`${process}/1`, cases.main);
    const awaited = new Set(cast.keys());
    const find = async (name: string) => {
      const found = cast.get(name) ?? (await this.#patiently(() => this.#named(name, process, before, cast)));
      if (found === undefined) throw new Error(`${process}, ${scenario.title}: no case ${name}`);
      cast.set(name, found);
      return found;
    };
    for (const [index, action] of scenario.do.slice(0, until).entries()) {
      if ('wait' in action) await this.#wait(action.wait, days);
      if (!('by' in action) || ('refuse' in action && action.refuse !== undefined)) continue;
      try {
        const told = await this.#resolved(shifted(valuesOf(action, document), { days }), find);
        await this.#happen(action, told as Forms, { process, cast, awaited, find, over });
      } catch (error) {
        throw new Error(`${process}, ${scenario.title}, ${index}: ${String(error)}`, { cause: error });
      }
    }
    return Object.fromEntries(cast);
  }

  /**
   * Goes on with a case that is there: at each step whoever is asked hands in what the story says of that step, or what
   * any other story of the process says, until the case ends, waits for others, or comes to `stop`.
   */
  async carry(
    id: string,
    pick: Pick,
    { over = {}, rows = {}, stop, parts = {}, cases = {} }: Carrying = {},
  ): Promise<CaseSeen> {
    const { process } = await this.see(id);
    const document = this.#stories.get(process.id);
    if (document === undefined) throw new Error(`no stories of ${process.id}`);
    const scenario = chosen(document, pick);
    const { days } = shiftBetween(scenario.clock.slice(0, 10) as CivilDate, this.today());
    const found = shifted(scenario.ledgers ?? {}, { days }) as NonNullable<Scenario['ledgers']>;
    await this.#company.lay(mapped(found, (ledger, each) => each.map((row) => ({ ...row, ...rows[ledger] }))));
    const told = [scenario, ...document.scenarios.filter((each) => each !== scenario)].flatMap((each) =>
      tellings(each, document),
    );
    const times = new Map<string, number>();
    for (let n = 0; n < MOST_STEPS; n += 1) {
      const seen = await this.see(id);
      const step = openIn(seen)[0];
      if (seen.status !== 'open' || (step !== undefined && step.step === stop)) return seen;
      if (step === undefined) {
        if (!(await this.#carryParts(seen, parts))) return seen;
        continue;
      }
      const again = times.get(step.step) ?? 0;
      times.set(step.step, again + 1);
      const first = step.step === stepsIn(seen.picture)[0]?.step;
      const saying = told.filter((each) => each.step === step.step || (first && each.step === BEGINNING));
      const telling = saying[Math.min(again, saying.length - 1)];
      const shift = telling === undefined ? { days: 0 } : shiftBetween(telling.day, this.today());
      const named = async (name: string) => cases[name] ?? name;
      const values = (await this.#resolved(shifted(telling?.values ?? {}, shift), named)) as Forms;
      const by = step.seats.find(({ status, person }) => status === 'open' && person === telling?.by)?.person;
      const here = first && again === 0 ? besides(values, seen.values) : values;
      await this.answer(id, step.step, merged(here, over[step.step] ?? {}), by);
    }
    throw new Error(`${process.id} does not come to an end`);
  }

  async #carryParts(seen: CaseSeen, parts: NonNullable<Carrying['parts']>): Promise<boolean> {
    const open = seen.children.filter(({ process, status }) => status === 'open' && process in parts);
    for (const child of open) {
      const [pick, carrying] = parts[child.process] ?? [];
      if (pick !== undefined) await this.carry(child.id, pick, carrying);
    }
    return open.length > 0;
  }

  /** Lets time pass until a day of the calendar there. */
  async until(moment: string): Promise<void> {
    await this.#wait(moment, 0);
  }

  today(): CivilDate {
    return new Date(Date.parse(this.#company.now) + OFFSET * 60_000).toISOString().slice(0, 10) as CivilDate;
  }

  async see(id: string, person = AUDITOR): Promise<CaseSeen> {
    const { status, body } = await this.#company.get(person, `/api/cases/${id}`);
    if (status !== 200) throw new Error(`${person} does not see ${id}: ${status}`);
    return body as unknown as CaseSeen;
  }

  /** What the stories of a process hand in under a name. */
  valuesOf(process: string, name: string): Forms {
    const values = this.#stories.get(process)?.values?.[name];
    if (values === undefined) throw new Error(`${process} has no values ${name}`);
    return values;
  }

  /** The rows of a ledger, newest first. */
  async rowsOf(ledger: string): Promise<readonly { readonly id: string; readonly cells: Fields }[]> {
    const { body } = await this.#company.get(AUDITOR, `/api/ledgers/${ledger}/rows?limit=100`);
    return (Array.isArray(body.items) ? body.items : []).filter(isObject).map(({ id, cells }) => ({
      id: String(id),
      cells: isObject(cells) ? cells : {},
    }));
  }

  /** The cases that have written a row. */
  async writersOf(ledger: string, row: string): Promise<ReadonlySet<string>> {
    const { body } = await this.#company.get(AUDITOR, `/api/ledgers/${ledger}/rows/${encodeURIComponent(row)}`);
    const items = (Array.isArray(body.items) ? body.items : []).filter(isObject);
    return new Set(items.flatMap(({ case: writer }) => (isObject(writer) ? [String(writer.id)] : [String(writer)])));
  }

  /** Hands in, or decides, at a step of a case as whoever is asked. */
  async answer(id: string, step: string, values: Forms = {}, by?: string, opinion = '同意。'): Promise<Said> {
    const person = await this.#asked(id, step, by);
    const seen = await this.see(id, person);
    const task = seen.tasks.find((each) => each.step === step);
    const fill = task?.kind === 'fill';
    const command = {
      do: fill ? 'submit' : 'agree',
      step,
      ...(task === undefined ? {} : { seen: task.seen }),
      ...(task?.form === undefined && !fill ? {} : { values: await this.#ready(seen, values, person) }),
      ...(fill ? {} : { opinion }),
    };
    let said = await this.#company.act(person, id, command);
    let sent: unknown = command.values;
    for (let tries = 0; tries < MOST_MENDS && said.status >= 300; tries += 1) {
      const mended = mendedValues(this.#processes[seen.process.id]?.document.forms ?? {}, seen, sent, said);
      if (mended === undefined) break;
      sent = mended;
      said = await this.#company.act(person, id, { ...command, values: sent });
    }
    return accepted(`${step} of ${seen.process.id} by ${person}`, said);
  }

  /** Starts a case. */
  async begin(by: string, process: string, values: Forms): Promise<string> {
    const ready = await this.#ready({ process: { id: process }, values: {} }, values, by);
    return String(accepted(`start of ${process} by ${by}`, await this.#company.start(by, process, ready)).body.id);
  }

  async #happen(action: Acting, told: Forms, { process, cast, awaited, find, over }: Scene): Promise<void> {
    if ('start' in action) {
      const name = action.start === true ? 'main' : `${action.start}/1`;
      const of = action.start === true ? process : action.start;
      const values = merged(told, over[`${of} start`] ?? {});
      const there = cast.get(name);
      if (there !== undefined && awaited.delete(name))
        return void (await this.answer(there, await this.#firstStep(there), values, action.by));
      const id = await this.begin(action.by, of, values);
      if (!cast.has(name)) cast.set(name, id);
      if (!cast.has('main')) cast.set('main', id);
      return;
    }
    const id = await find(('in' in action ? action.in : undefined) ?? 'main');
    const { process: at } = await this.see(id);
    const opinion = 'opinion' in action && action.opinion !== undefined ? action.opinion : '同意。';
    if ('submit' in action || 'agree' in action) {
      const step = 'submit' in action ? action.submit : action.agree;
      const values = merged(told, over[`${at.id} ${step}`] ?? {});
      return void (await this.answer(id, step, values, action.by, opinion));
    }
    const plain = PLAIN.find((command) => command in action);
    if (plain !== undefined)
      return void accepted(plain, await this.#company.act(action.by, id, { do: plain, opinion }));
    const step = 'return' in action ? action.return : 'reject' in action ? action.reject : undefined;
    if (step === undefined) throw new Error(`${Object.keys(action).join(' ')} is not played`);
    const by = await this.#asked(id, step, action.by);
    const command = 'return' in action ? { do: 'return', to: action.to } : { do: 'reject' };
    accepted(`${step} by ${by}`, await this.#company.act(by, id, { ...command, step, opinion }));
  }

  /** Stories name cases, and the rows of cases, after the process and the order in which they came. */
  async #resolved(value: unknown, find: (name: string) => Promise<string>): Promise<unknown> {
    if (typeof value === 'string') {
      const [, process = '', n, rest] = /^([a-z-]+)-(\d+)(:.*)?$/.exec(value) ?? [];
      if (n === undefined || !(process in this.#processes)) return value;
      return `${await find(`${process}/${n}`)}${rest ?? ''}`;
    }
    if (Array.isArray(value)) return Promise.all(value.map((item) => this.#resolved(item, find)));
    if (!isObject(value)) return value;
    const entries = Object.entries(value).map(async ([key, item]) => [key, await this.#resolved(item, find)] as const);
    return Object.fromEntries(await Promise.all(entries));
  }

  async #firstStep(id: string): Promise<string> {
    const { picture } = await this.see(id);
    const step = stepsIn(picture).find(({ state, kind }) => state === 'open' && kind === 'fill');
    if (step === undefined) throw new Error(`nothing to fill in ${id}`);
    return step.step;
  }

  /** Who is asked at a step: whom the story names, or whoever has it here. */
  async #asked(id: string, step: string, by: string | undefined): Promise<string> {
    const asked = await this.#patiently(async () => {
      const seats = stepsIn((await this.see(id)).picture).find((each) => each.step === step)?.seats ?? [];
      const open = seats.filter(({ status }) => status === 'open').map(({ person }) => person);
      return by !== undefined && open.includes(by) ? by : open[0];
    });
    if (asked !== undefined) return asked;
    const { picture, process } = await this.see(id);
    throw new Error(`nobody is asked at ${step} of ${process.id}: ${summary(picture)}`);
  }

  /** Looks again a moment later, when what was ordered in other cases has happened as well. */
  async #patiently<T>(look: () => Promise<T | undefined>): Promise<T | undefined> {
    const found = await look();
    if (found !== undefined) return found;
    await this.#company.waitUntil(new Date(Date.parse(this.#company.now) + 1000).toISOString() as Instant);
    return look();
  }

  /** The case of a process that another case, or a part of it, has started. */
  async startedBy(id: string, process: string): Promise<string> {
    const found = await this.#patiently(async () =>
      (await this.see(id)).children.find((child) => child.process === process),
    );
    if (found === undefined) throw new Error(`${id} has started no ${process}`);
    return found.id;
  }

  async #named(
    name: string,
    process: string,
    before: ReadonlySet<string>,
    cast: ReadonlyMap<string, string>,
  ): Promise<string | undefined> {
    const [of = '', n = '1'] = name === 'main' ? [process] : name.split('/');
    const there = [...cast].filter(([each, id]) => each.startsWith(`${of}/`) && before.has(id)).length;
    const fresh = (await this.allCases(of)).filter((id) => !before.has(id));
    return fresh[Number(n) - 1 - there];
  }

  /** Oldest first. */
  async allCases(process?: string): Promise<readonly string[]> {
    const filter = process === undefined ? '' : `process=${process}&`;
    const ids: string[] = [];
    let next: unknown = '';
    while (typeof next === 'string') {
      const cursor = next === '' ? '' : `&cursor=${encodeURIComponent(next)}`;
      const { body } = await this.#company.get(AUDITOR, `/api/cases?${filter}limit=100${cursor}`);
      for (const item of Array.isArray(body.items) ? body.items : []) if (isObject(item)) ids.push(String(item.id));
      next = body.next;
    }
    return ids.reverse();
  }

  async #wait(moment: string, days: number): Promise<void> {
    const target = this.#momentOf(moment, days);
    const hop = Math.max(
      this.#company.hop ?? HALF_A_DAY,
      (Date.parse(target) - Date.parse(this.#company.now)) / MOST_HOPS,
    );
    while (this.#company.now < target) {
      const step = new Date(Date.parse(this.#company.now) + hop).toISOString() as Instant;
      await this.#company.waitUntil(step < target ? step : target);
    }
  }

  #momentOf(moment: string, days: number): Instant {
    const [, count, unit] = /^(\d+)(d|wd|h)$/.exec(moment) ?? [];
    if (count !== undefined) {
      const hours = unit === 'h' ? Number(count) : 24 * Number(count) * (unit === 'wd' ? 1.5 : 1);
      return new Date(Date.parse(this.#company.now) + hours * 3_600_000).toISOString() as Instant;
    }
    const [day = '', time = '00:00'] = moment.split('T');
    return instantOf(addDays(day as CivilDate, days), time, OFFSET);
  }

  /** Values as this company takes them: rows by their names here, files that are here. */
  async #ready(
    there: { readonly process: { readonly id: string }; readonly values: Forms },
    values: Forms,
    person: string,
  ): Promise<Forms> {
    const forms = this.#processes[there.process.id]?.document.forms ?? {};
    const ready: Record<string, Record<string, unknown>> = {};
    for (const [form, fields] of Object.entries(values)) {
      const made: Record<string, unknown> = {};
      for (const [id, value] of Object.entries(fields))
        made[id] = await this.#fitted(forms[form]?.fields[id], value, there.values[form]?.[id], person);
      ready[form] = made;
    }
    return ready;
  }

  async #fitted(field: Field | undefined, value: unknown, there: unknown, person: string): Promise<unknown> {
    if (field?.type === 'files' && Array.isArray(value) && value.length > 0) return [await this.#file(field, person)];
    if (field?.type !== 'table' || !Array.isArray(value)) return value;
    const keys = Array.isArray(there) ? there.map((row) => (isObject(row) ? row[ROW_KEY] : undefined)) : [];
    const rows: unknown[] = [];
    for (const row of value) {
      if (!isObject(row)) continue;
      const cells: Record<string, unknown> = {};
      for (const [id, cell] of Object.entries(row))
        cells[id] =
          id === ROW_KEY ? keyHere(cell, keys) : await this.#fitted(field.columns[id], cell, undefined, person);
      rows.push(cells);
    }
    return rows;
  }

  async #file({ accept }: Extract<Field, { type: 'files' }>, person: string): Promise<unknown> {
    const picture = accept !== undefined && !accept.includes('documents');
    const said = await this.#company.upload(person, picture ? '照片.png' : '原件.pdf', picture ? PHOTO : PAPER);
    return accepted('a file', said).body;
  }
}

type Scene = {
  readonly process: string;
  readonly cast: Map<string, string>;
  /** Names of cases that the story starts and that are there already. */
  readonly awaited: Set<string>;
  readonly find: (name: string) => Promise<string>;
  readonly over: NonNullable<Turn['over']>;
};
