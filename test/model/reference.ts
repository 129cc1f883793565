import { createHash } from 'node:crypto';
import type { OrganisationDocument } from '../../engine/organisation/index.ts';
import type { ProcessDocument, StepEntry, Step as StepSource } from '../../schemas/generated/process.ts';

/** What the model reads of an entry: plain data, as it is stored. */
export type PlainEntry = {
  readonly at: string;
  readonly by: string;
  readonly events: readonly { readonly type: string; readonly data: Readonly<Record<string, unknown>> }[];
};

type SeatRow = { readonly person: string; readonly step: string; readonly place?: string; life: Life };
/** `rests`: waits for somebody else. `counts` has decided and counts, `over` counts no more. */
type Life = 'open' | 'rests' | 'counts' | 'over';
type Entered = { readonly id: number; readonly person: string; readonly waiting?: true; readonly place?: string };

/**
 * A second opinion on cases, written from the rules and not from the engine, of which it uses nothing: it follows the
 * recorded events with a few maps and says what must not have been recorded.
 */
export class Reference {
  readonly wrong: string[] = [];
  readonly seats = new Map<number, SeatRow>();
  readonly values = new Map<string, unknown>();
  status = 'open';
  held = false;
  readonly #steps: ReadonlyMap<string, StepSource>;
  readonly #document: ProcessDocument;
  readonly #admins: ReadonlySet<string>;
  readonly #later = new Set<string>();
  readonly #children = new Map<string, boolean>();
  #moving = false;
  #starter = '';
  #duty = false;
  #last = '';

  constructor(document: ProcessDocument, organisation: OrganisationDocument) {
    this.#document = document;
    this.#steps = new Map(stepsOf(document.steps));
    const posts = new Set(organisation.roles.admin);
    const people = Object.entries(organisation.people).filter(([, { posts: held }]) =>
      held.some(({ post }) => posts.has(post)),
    );
    this.#admins = new Set(people.map(([id]) => id));
  }

  /** Follows one entry; everything that breaks a promise is added to `wrong`. */
  follow({ at, by, events }: PlainEntry): void {
    if (at < this.#last) this.#broken(`an entry at ${at} after one at ${this.#last}`);
    this.#last = at;
    this.#moving = false;
    for (const { type, data } of events) this.#event(type, data, by);
    this.#alive();
  }

  openSeatsOf(person: string): readonly string[] {
    return [...this.seats.values()]
      .filter((seat) => seat.person === person && seat.life === 'open')
      .map(({ step }) => step);
  }

  /** An open case waits for somebody, for a day or for another case; one that has ended waits for nobody. */
  #alive(): void {
    const waiting = [...this.seats.values()].filter(({ life }) => life === 'open' || life === 'rests');
    if (this.status !== 'open' && waiting.length > 0) this.#broken(`${this.status}, and ${waiting.length} seats wait`);
    const active = waiting.filter(({ life }) => life === 'open').length;
    const awaited = [...this.#children.values()].filter((open) => open).length;
    const standing = this.status === 'open' && !this.held;
    if (standing && active + awaited + this.#later.size === 0) this.#broken('open, and nothing is awaited');
  }

  #event(type: string, data: Readonly<Record<string, unknown>>, by: string): void {
    for (const seat of enteredIn(type, data)) this.#enter(seat, String(data.step ?? ''));
    if ('changed' in data && !Array.isArray(data.changed)) this.#change(data.changed as Record<string, unknown>);
    if ('given' in data) this.#change(data.given as Record<string, unknown>);
    const cancelled = (data.cancelled ?? []) as readonly number[];
    for (const id of cancelled) this.#end(id, ['open', 'rests'], `${type} cancels`);
    this.#seatEvent(type, data, by);
    this.#caseEvent(type, data, by);
  }

  #seatEvent(type: string, data: Readonly<Record<string, unknown>>, by: string): void {
    const seat = data.seat as number;
    switch (type) {
      case 'StepSubmitted':
      case 'SeatAgreed':
      case 'SeatAbstained':
        this.#decides(seat, data.like === undefined ? by : undefined, 'counts', type);
        this.#digest(String(data.step), String(data.digest), type);
        break;
      case 'SeatRejected':
      case 'SeatReturned':
        this.#decides(seat, by, 'counts', type);
        break;
      case 'SeatAdvised':
        this.#decides(seat, by, 'over', type);
        break;
      case 'StepReturned':
      case 'BranchRejected':
      case 'CaseRejected':
        if (seat !== undefined) this.#decidesOrCounts(seat, by, type);
        break;
      case 'SeatMoved':
        this.#end(seat, ['open', 'rests'], type);
        this.#moving = true;
        break;
      case 'SeatActivated':
        this.#turn(seat, 'open');
        break;
      case 'SeatDelegated':
        this.#acts(seat, by, type);
        this.#turn(seat, 'rests');
        break;
      case 'SignersAdded':
        if (data.place === 'before' && seat !== undefined) this.#turn(seat, 'rests');
        break;
      case 'SignerRemoved':
        this.#end(seat, ['open', 'rests'], type);
        break;
      case 'SeatClaimed':
        // A seat that moves takes its part in the claim along.
        if (!this.#moving) this.#acts(seat, by, type);
        for (const id of data.held as readonly number[]) this.#turn(id, 'rests');
        break;
      case 'SeatReleased':
        for (const id of data.freed as readonly number[]) this.#turn(id, 'open');
        break;
      case 'SeatTakenBack':
        if (this.seats.get(seat)?.person !== by) this.#broken(`${by} takes back what another decided`);
        this.#end(seat, ['counts'], type);
        break;
      case 'SeatsReopened':
        for (const { was } of data.seats as readonly { was: number }[]) this.#end(was, ['counts'], type);
        break;
      case 'StepCompleted':
        this.#completes(String(data.step), String(data.why));
        break;
      default:
    }
    for (const step of (data.reset ?? []) as readonly string[]) this.#reset(step);
  }

  #caseEvent(type: string, data: Readonly<Record<string, unknown>>, by: string): void {
    const ends: Readonly<Record<string, string>> = {
      CaseCompleted: 'completed',
      CaseRejected: 'rejected',
      CaseCancelled: 'cancelled',
      CaseRevoked: 'revoked',
    };
    if (this.status !== 'open' && type in ends && type !== 'CaseRevoked') this.#broken(`${type} after ${this.status}`);
    this.status = ends[type] ?? this.status;
    if (type === 'CaseStarted') this.#starter = String(data.starter);
    if (type === 'CaseStarted') this.#duty = data.duty !== undefined;
    // A duty that is over is closed by the calendar.
    const closing = this.#duty && by === 'system:schedule';
    if (type === 'CaseWithdrawn' && by !== this.#starter && !closing)
      this.#broken(`${by} withdraws the case of ${this.#starter}`);
    if (type === 'CaseWithdrawn' && data.to === undefined) this.status = 'withdrawn';
    if (type === 'CaseHeld') this.held = true;
    if (type === 'CaseResumed' || type === 'CaseJumped') this.held = false;
    const forced = type === 'CaseJumped' || (type === 'CaseCancelled' && data.forced === true);
    if (forced && !this.#admins.has(by)) this.#broken(`${type} by ${by}, who is no administrator`);
    this.#awaited(type, data);
  }

  /** Days and other cases that an open case may wait for. */
  #awaited(type: string, data: Readonly<Record<string, unknown>>): void {
    const step = String(data.step);
    if (type === 'StartPlanned' || type === 'SeriesOpened') this.#later.add(step);
    if (type === 'SeriesClosed' || (type === 'StartRequested' && data.wait === undefined)) this.#planDone(type, step);
    if (type === 'StartRequested' && data.wait === true) this.#children.set(String(data.key), true);
    if (type === 'ChildEnded' || type === 'ChildStopped') this.#children.delete(String(data.key));
  }

  #planDone(type: string, step: string): void {
    const source = this.#steps.get(step);
    const series = source !== undefined && 'every' in source && source.every !== undefined;
    if (type === 'SeriesClosed' || !series) this.#later.delete(step);
  }

  /** A copy asks for nothing. */
  #enter({ id, person, waiting, place }: Entered, step: string): void {
    if (this.seats.has(id)) this.#broken(`seat ${id} is entered twice`);
    this.seats.set(id, {
      person,
      step,
      life: place === 'copy' ? 'over' : waiting ? 'rests' : 'open',
      ...(place === undefined ? {} : { place }),
    });
  }

  #acts(id: number, by: string, type: string): void {
    const seat = this.seats.get(id);
    if (seat?.life !== 'open') this.#broken(`${type} on seat ${id}, which is ${seat?.life ?? 'not there'}`);
    if (seat !== undefined && seat.person !== by) this.#broken(`${type} by ${by} on the seat of ${seat.person}`);
  }

  /** @param by undefined: agreed without asking, for somebody who agreed to the same before. */
  #decides(id: number, by: string | undefined, life: Life, type: string): void {
    const seat = this.seats.get(id);
    this.#acts(id, by ?? seat?.person ?? '', type);
    if (seat !== undefined) seat.life = life;
    if (this.held) this.#broken(`${type} while the case is held`);
  }

  /** A rejection or a return may be decided by a vote that was counted before. */
  #decidesOrCounts(id: number, by: string, type: string): void {
    const seat = this.seats.get(id);
    if (seat?.life === 'open') this.#decides(id, by, 'over', type);
    else if (seat?.life === 'counts') seat.life = 'over';
    else this.#broken(`${type} on seat ${id}, which is ${seat?.life ?? 'not there'}`);
  }

  #end(id: number, from: readonly Life[], what: string): void {
    const seat = this.seats.get(id);
    if (seat === undefined || !from.includes(seat.life)) this.#broken(`${what} seat ${id}, which is ${seat?.life}`);
    if (seat !== undefined) seat.life = 'over';
  }

  #turn(id: number, life: 'open' | 'rests'): void {
    const seat = this.seats.get(id);
    if (seat === undefined || seat.life === 'over' || seat.life === 'counts')
      this.#broken(`seat ${id} is ${seat?.life}, and cannot be ${life}`);
    else seat.life = life;
  }

  /** What begins anew leaves nothing behind that counts or waits. */
  #reset(step: string): void {
    for (const seat of this.seats.values()) {
      if (seat.step !== step || seat.life === 'over' || seat.place === 'copy') continue;
      if (seat.life !== 'counts') this.#broken(`${step} begins anew, and a seat of it still waits`);
      seat.life = 'over';
    }
    this.#later.delete(step);
  }

  /** The votes of a step, counted by hand. */
  #completes(step: string, why: string): void {
    const source = this.#steps.get(step);
    if (source === undefined || !('approve' in source) || why === 'deadline') return;
    const counted = [...this.seats.values()].filter((seat) => seat.step === step && seat.life === 'counts');
    const waiting = [...this.seats.values()].filter((seat) => seat.step === step && seat.life === 'open');
    if (waiting.length > 0) this.#broken(`${step} is completed, and ${waiting.length} seats are still asked`);
    if (counted.length === 0) this.#broken(`${step} is completed by nobody`);
  }

  #change(changed: Readonly<Record<string, unknown>>): void {
    for (const [path, value] of Object.entries(changed)) {
      if (value === null) this.values.delete(path);
      else this.values.set(path, value);
    }
  }

  /** The digest binds a decision to what its step shows, worked out from the document. */
  #digest(step: string, digest: string, type: string): void {
    const source = this.#steps.get(step);
    if (source === undefined || !('fill' in source || 'approve' in source)) return;
    const form = 'fill' in source ? source.fill : source.form;
    const see = [...(source.see ?? [])];
    const hidden = [...(source.hide ?? [])].filter((path) => form === undefined || path.split('.')[0] !== form);
    const shown = shownBy(this.values, form === undefined ? see : [...see, form], [
      ...hidden,
      ...(this.#document.rules.immaterial ?? []),
    ]);
    if (sha256(canonical(shown)) !== digest)
      this.#broken(`${type} at ${step} is bound to other content than was shown`);
  }

  #broken(what: string): void {
    this.wrong.push(what);
  }
}

function enteredIn(type: string, data: Readonly<Record<string, unknown>>): readonly Entered[] {
  const copied = (seats: unknown) =>
    (seats as readonly Entered[]).map((seat) => ({ ...seat, waiting: true as const, place: 'copy' }));
  if (type === 'Copied' || type === 'DeadlinePassed' || type === 'RowDeadlinePassed' || type === 'AskedFirstLate') {
    return copied(type === 'Copied' ? data.seats : data.copied).map((seat) => ({ ...seat, place: 'copy' }));
  }
  if (type === 'Consulted') return copied([data.to]);
  if (type === 'SeatMoved' || type === 'SeatDelegated' || type === 'SeatTakenBack') return [data.to as Entered];
  if (type === 'SeatsReopened') return (data.seats as readonly { seat: Entered }[]).map(({ seat }) => seat);
  return type === 'StepEntered' || type === 'SignersAdded' ? (data.seats as readonly Entered[]) : [];
}

function stepsOf(entries: readonly StepEntry[]): readonly (readonly [string, StepSource])[] {
  return entries.flatMap((entry) =>
    Object.entries(entry).flatMap(([id, step]): readonly (readonly [string, StepSource])[] => {
      if ('choose' in step) return step.choose.flatMap((each) => stepsOf('else' in each ? each.else : each.steps));
      return 'parallel' in step ? step.parallel.flatMap((branch) => stepsOf(branch.steps)) : [[id, step]];
    }),
  );
}

/** The part of the values that these paths name: a form, a field, or one column of a table. */
function shownBy(values: ReadonlyMap<string, unknown>, see: readonly string[], hide: readonly string[]): unknown {
  const shown: Record<string, Record<string, unknown>> = {};
  for (const [path, value] of values) {
    const [form = '', field = ''] = path.split('.');
    const cut = cutTo(path, value, see, hide);
    if (cut !== undefined) shown[form] = { ...shown[form], [field]: cut };
  }
  return shown;
}

function cutTo(path: string, value: unknown, see: readonly string[], hide: readonly string[]): unknown {
  const form = path.split('.')[0] ?? '';
  const whole = (paths: readonly string[]) => paths.includes(form) || paths.includes(path);
  if (whole(hide)) return undefined;
  const columns = see.filter((each) => each.startsWith(`${path}.`)).map((each) => each.slice(path.length + 1));
  if (!whole(see) && columns.length === 0) return undefined;
  const isRow = (row: unknown): row is Record<string, unknown> =>
    typeof row === 'object' && row !== null && Object.hasOwn(row, '_row');
  if (!Array.isArray(value)) return value;
  return value.map((row: unknown) => {
    if (!isRow(row)) return row;
    const kept = Object.entries(row).filter(
      ([column]) =>
        column === '_row' || ((whole(see) || columns.includes(column)) && !hide.includes(`${path}.${column}`)),
    );
    return Object.fromEntries(kept);
  });
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** RFC 8785 for what forms hold: strings, booleans, integers, arrays, objects with keys in UTF-16 order. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`);
  return `{${members.join(',')}}`;
}
