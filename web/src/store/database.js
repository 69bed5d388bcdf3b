// One IndexedDB with two object stores: `files` (name → bytes) and `meta` (key → value).
// The connection is opened when it is needed and again after the browser closed it.
import { StoreError, kBusy, kTrouble } from './reasons.js';

const kVersion = 1;
const kOpenTimeoutMs = 15000;
export const kFiles = 'files';
export const kMeta = 'meta';

export class Database {
  #indexedDB;
  #name;
  #onLost;
  #connection = null;
  #seen = false; // it was there once while this page ran

  // onLost(): what was in it may be gone. Somebody deleted it, or the browser closed it by itself
  // (site data cleared, a disk that failed). Told as soon as it is known, at the latest when it is
  // opened again and found to be new.
  constructor(indexedDB, name, onLost = () => {}) {
    this.#indexedDB = indexedDB;
    this.#name = name;
    this.#onLost = onLost;
  }

  // Runs `work(objectStore)` in one transaction. `work` makes its requests at once or from the
  // success of others, and may give back a function that makes the result. Resolves only when the
  // transaction has completed.
  async transact(store, mode, work) {
    const begin = (connection) => connection.transaction([store], mode, { durability: 'strict' });
    let transaction = beginOrNothing(begin, await this.#open());
    if (!transaction) {
      this.#connection = null;
      transaction = begin(await this.#open());
    }
    return completed(transaction, () => work(transaction.objectStore(store)));
  }

  #open() {
    this.#connection ??= this.#connect().catch((error) => {
      this.#connection = null;
      throw error;
    });
    return this.#connection;
  }

  #connect() {
    return new Promise((resolve, reject) => {
      let late = false;
      const request = this.#indexedDB.open(this.#name, kVersion);
      const giveUp = () => {
        late = true;
        reject(new StoreError(kBusy));
      };
      const timer = setTimeout(giveUp, kOpenTimeoutMs);
      let made = false;
      request.onupgradeneeded = () => {
        request.result.createObjectStore(kFiles);
        request.result.createObjectStore(kMeta);
        made = true;
      };
      request.onblocked = giveUp;
      request.onerror = () => {
        clearTimeout(timer);
        reject(request.error);
      };
      request.onsuccess = () => {
        clearTimeout(timer);
        if (late) {
          request.result.close(); // nobody waits for it any more
          return;
        }
        this.#adopt(request.result, made);
        resolve(request.result);
      };
    });
  }

  #adopt(connection, made) {
    if (made && this.#seen) this.#onLost();
    this.#seen = true;
    // Another page wants to change the database, or to delete it: let it.
    connection.onversionchange = (event) => {
      connection.close();
      this.#connection = null;
      if (event.newVersion === null) this.#onLost();
    };
    connection.onclose = () => {
      this.#connection = null;
      this.#onLost();
    };
  }
}

// A connection that is being closed is only found out by using it.
function beginOrNothing(begin, connection) {
  try {
    return begin(connection);
  } catch (error) {
    if (error?.name === 'InvalidStateError') return null;
    throw error;
  }
}

function completed(transaction, work) {
  return new Promise((resolve, reject) => {
    let result;
    let problem = null;
    transaction.oncomplete = () => resolve(result?.());
    transaction.onabort = () => reject(problem ?? transaction.error ?? new StoreError(kTrouble));
    try {
      result = work();
    } catch (error) {
      problem = error;
      transaction.abort();
    }
  });
}
