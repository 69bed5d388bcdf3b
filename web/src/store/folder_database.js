// What ATLASFS asks of a database: the files of one folder, read and committed as a whole.
import { kFiles } from './database.js';
import { StoreError, kNotAsWritten } from './reasons.js';

export class FolderDatabase {
  #database;
  #overwrites;
  #owns;
  #early = null;

  // overwrites: whether a file may be written again under its name (device) or stands for its
  // content and is only ever added (workspaces).
  // owns(): whether this tab alone may remove files.
  constructor(database, { overwrites, owns }) {
    this.#database = database;
    this.#overwrites = overwrites;
    this.#owns = owns;
  }

  get overwrites() {
    return this.#overwrites;
  }

  // Reads everything now, for the first `read` to find.
  prefetch() {
    this.#early = this.#readMissing(new Set());
    return this.#early;
  }

  // The files whose names are not in `known`, or all where they may have been written again:
  // [{name, bytes}].
  async read(known) {
    if (this.#overwrites) known = new Set();
    if (!this.#early) return this.#readMissing(known);
    const files = await this.#early;
    this.#early = null;
    return files.filter((file) => !known.has(file.name));
  }

  // Adds files and removes names in one transaction, durable and read back when it resolves.
  // Removals are left out while another tab is the owner.
  async commit(files, removed) {
    if (!this.#owns()) removed = [];
    await this.#database.transact(kFiles, 'readwrite', (store) => {
      for (const { name, bytes } of files) this.#put(store, name, bytes);
      for (const name of removed) store.delete(name);
    });
    await this.#readBack(files);
  }

  #put(store, name, bytes) {
    if (this.#overwrites) {
      store.put(bytes, name);
      return;
    }
    // What is there under this name has this content, or has been damaged.
    const there = store.get(name);
    there.onsuccess = () => {
      if (there.result && sameBytes(there.result, bytes)) return;
      try {
        store.put(bytes, name);
      } catch {
        // Firefox still answers after a full disk has ended the transaction, which says so itself.
        // Whatever else it may be, reading back finds it.
      }
    };
  }

  async #readBack(files) {
    if (files.length === 0) return;
    const kept = await this.#database.transact(kFiles, 'readonly', (store) => {
      const requests = files.map(({ name }) => store.get(name));
      return () => requests.map((request) => request.result);
    });
    // Another tab may write a device file in between: then its being there has to do.
    const asWritten = ({ bytes }, i) => kept[i] && (this.#overwrites || sameBytes(kept[i], bytes));
    if (!files.every(asWritten)) throw new StoreError(kNotAsWritten);
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

// Of any typed arrays: what the core wrote may come as signed bytes.
function sameBytes(a, b) {
  const [one, other] = [a, b].map((view) => new Uint8Array(view.buffer, view.byteOffset, view.byteLength));
  return one.length === other.length && one.every((byte, i) => byte === other[i]);
}
