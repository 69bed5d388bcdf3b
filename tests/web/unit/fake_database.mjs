// Stands in for web/src/store/database.js: object stores in memory whose transactions take effect
// as a whole, one after another, like IndexedDB's.

export class FakeDatabase {
  constructor() {
    this.stores = { files: new Map(), meta: new Map() };
    this.failNext = null; // thrown instead of completing the next transaction that writes
    this.throwNext = null; // thrown by the next put itself
    this.puts = []; // keys in the order of writing
    this.damageNext = false; // the next write keeps other bytes than it was given
    this.queue = Promise.resolve();
  }

  transact(store, mode, work) {
    const run = this.queue.then(() => this.#run(store, mode, work));
    this.queue = run.catch(() => {});
    return run;
  }

  async #run(store, mode, work) {
    const draft = new Map(this.stores[store]);
    const pending = [];
    const result = work(new FakeObjectStore(this, draft, pending));
    while (pending.length > 0) {
      const request = pending.shift();
      await null;
      request.onsuccess?.({ target: request });
    }
    if (mode === 'readwrite') {
      const failure = this.failNext;
      this.failNext = null;
      if (failure) throw failure;
      this.stores[store] = draft;
    }
    return result?.();
  }
}

class FakeObjectStore {
  constructor(owner, data, pending) {
    Object.assign(this, { owner, data, pending });
  }

  get(key) {
    return this.#answer(this.data.get(String(key)));
  }
  getKey(key) {
    return this.#answer(this.data.has(String(key)) ? key : undefined);
  }
  getAllKeys() {
    return this.#answer([...this.data.keys()].sort());
  }
  put(value, key) {
    const thrown = this.owner.throwNext;
    this.owner.throwNext = null;
    if (thrown) throw thrown;
    const damaged = this.owner.damageNext && value instanceof Uint8Array;
    this.owner.damageNext = false;
    this.owner.puts.push(String(key));
    this.data.set(String(key), damaged ? new Uint8Array(value.length + 1) : value);
    return this.#answer(key);
  }
  add(value, key) {
    if (this.data.has(String(key))) throw new Error('ConstraintError');
    return this.put(value, key);
  }
  delete(key) {
    this.data.delete(String(key));
    return this.#answer(undefined);
  }

  #answer(result) {
    const request = { result, onsuccess: null };
    this.pending.push(request);
    return request;
  }
}
