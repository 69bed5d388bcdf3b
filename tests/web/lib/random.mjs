// Chance that repeats: the same seed gives the same numbers (mulberry32).
export class SeededRandom {
  #state;

  constructor(seed) {
    this.#state = seed >>> 0;
  }

  // From 0 up to and without 1.
  next() {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  below(count) {
    return Math.floor(this.next() * count);
  }
}

// A seed to print and to give back, or the one that was given.
export function seedOf(given) {
  return given === undefined || given === '' ? Math.floor(Math.random() * 4294967296) : Number(given) >>> 0;
}
