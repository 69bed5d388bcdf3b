// What ATLASFS asks of a database: the files of one folder, read and committed as a whole.
import { kFiles } from './database.js';
import { StoreError, kNotAsWritten } from './reasons.js';

export class FolderDatabase {
  #database;
  #overwrites;
  #withOwnership;
  #early = null;

  // overwrites: whether a file may be written again under its name (device) or stands for its
  // content and is only ever added (workspaces).
  // withOwnership(work): runs work(true) while this tab alone may remove files, or work(false).
  constructor(database, { overwrites, withOwnership }) {
    this.#database = database;
    this.#overwrites = overwrites;
    this.#withOwnership = withOwnership;
  }

  takeLoss() {
    return this.#database.takeLoss();
  }

  // Reads everything now, for the first `read` to find.
  prefetch() {
    this.#early = this.#readMissing(new Set());
    return this.#early;
  }

  // The files whose names are not in `known`: [{name, bytes}].
  async read(known) {
    if (!this.#early) return this.#readMissing(known);
    const files = await this.#early;
    this.#early = null;
    return files.filter((file) => !known.has(file.name));
  }

  // Adds files and removes names in one transaction, durable and read back when it resolves.
  // Removals are left out while another tab is the owner.
  commit(files, removed) {
    if (removed.length === 0) return this.#commitAll(files, []);
    return this.#withOwnership((owner) => this.#commitAll(files, owner ? removed : []));
  }

  async #commitAll(files, removed) {
    await this.#database.transact(kFiles, 'readwrite', (store) => {
      for (const { name, bytes } of files) this.#put(store, name, bytes);
      for (const name of removed) store.delete(name);
    });
    if (files.length > 0) await this.#readBack(files[files.length - 1]);
  }

  #put(store, name, bytes) {
    if (this.#overwrites) {
      store.put(bytes, name);
      return;
    }
    const there = store.getKey(name);
    there.onsuccess = () => {
      if (there.result === undefined) store.add(bytes, name);
    };
  }

  async #readBack({ name, bytes }) {
    const kept = await this.#database.transact(kFiles, 'readonly', (store) => {
      const request = store.get(name);
      return () => request.result;
    });
    // Another tab may write a device file in between: then its being there has to do.
    if (kept && (this.#overwrites || sameBytes(kept, bytes))) return;
    throw new StoreError(kNotAsWritten);
  }

  #readMissing(known) {
    return this.#database.transact(kFiles, 'readonly', (store) => {
      const files = [];
      const keys = store.getAllKeys();
      keys.onsuccess = () => {
        for (const name of keys.result) {
          if (known.has(name)) continue;
          store.get(name).onsuccess = (event) => {
            files.push({ name, bytes: event.target.result });
          };
        }
      };
      return () => files;
    });
  }
}

function sameBytes(a, b) {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}
