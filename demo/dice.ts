/** A small generator of its own (mulberry32), so that a seed always makes the same year. */
export class Dice {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** From 0 up to 1. */
  roll(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  chance(share: number): boolean {
    return this.roll() < share;
  }

  whole(from: number, to: number): number {
    return from + Math.floor(this.roll() * (to - from + 1));
  }

  pick<T>(list: readonly T[]): T | undefined {
    return list[Math.floor(this.roll() * list.length)];
  }

  /** How often something of a mean frequency happens (Knuth's method for a Poisson number). */
  times(mean: number): number {
    const limit = Math.exp(-mean);
    let n = 0;
    for (let product = this.roll(); product > limit; product *= this.roll()) n += 1;
    return n;
  }
}
