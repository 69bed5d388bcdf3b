// What the browser says about its storage: whether it keeps it, and how much there is. Nothing waits
// for the answers. Asked at the start and after flushes, at most once a minute, by no timer.

const kLeastMs = 60000;

export class StorageFacts {
  #storage;
  #now;
  #facts = { persisted: null, used: null, quota: null };
  #told = '';
  #askedAt = -Infinity;

  // storage: navigator.storage or nothing. onFacts({persisted (true, false, null: not known), used,
  // quota (bytes, null: not told)}): only when something is new.
  constructor(storage, onFacts, now = () => performance.now()) {
    this.#storage = storage;
    this.onFacts = onFacts;
    this.#now = now;
  }

  // Asks the browser to keep what is stored. Firefox asks the person, who may take days.
  begin() {
    this.refresh();
    this.#storage?.persist?.().then(
      (persisted) => this.#tell({ persisted }),
      () => {},
    );
  }

  // A short while after the last time it does nothing.
  refresh() {
    if (this.#now() - this.#askedAt < kLeastMs) return;
    this.#askedAt = this.#now();
    this.#storage?.persisted?.().then(
      // No answer to `persist` yet is no refusal.
      (persisted) => persisted && this.#tell({ persisted }),
      () => {},
    );
    this.#storage?.estimate?.().then(
      ({ usage, quota }) => this.#tell({ used: usage ?? null, quota: quota ?? null }),
      () => {},
    );
  }

  #tell(news) {
    this.#facts = { ...this.#facts, ...news };
    const told = JSON.stringify(this.#facts);
    if (told === this.#told) return;
    this.#told = told;
    this.onFacts(this.#facts);
  }
}
