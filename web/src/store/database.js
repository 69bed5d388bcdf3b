// One IndexedDB with two object stores: `files` (name → bytes) and `meta` (key → value).
// The connection is opened when it is needed and again after the browser closed it.
import { StoreError, kNewer, kRefused } from './reasons.js';

const kVersion = 1;
const kOpenTimeoutMs = 15000;
export const kFiles = 'files';
export const kMeta = 'meta';

export class Database {
  #indexedDB;
  #name;
  #connection = null;
  #lost = false;

  constructor(indexedDB, name) {
    this.#indexedDB = indexedDB;
    this.#name = name;
  }

  // True once after the browser closed the database by itself (site data cleared): what was in it
  // may be gone.
  takeLoss() {
    const lost = this.#lost;
    this.#lost = false;
    return lost;
  }

  // Runs `work(objectStore)` in one transaction. `work` makes its requests at once or from the
  // success of others, and may give back a function that makes the result. Resolves only when the
  // transaction has completed.
  async transact(store, mode, work) {
    const connection = await this.#open();
    return new Promise((resolve, reject) => {
      const transaction = connection.transaction([store], mode, { durability: 'strict' });
      let result;
      let problem = null;
      transaction.oncomplete = () => resolve(result?.());
      transaction.onabort = () => reject(problem ?? transaction.error ?? new StoreError(kRefused));
      try {
        result = work(transaction.objectStore(store));
      } catch (error) {
        problem = error;
        transaction.abort();
      }
    });
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
      const late = setTimeout(() => reject(new StoreError(kRefused)), kOpenTimeoutMs);
      const request = this.#indexedDB.open(this.#name, kVersion);
      request.onupgradeneeded = () => {
        request.result.createObjectStore(kFiles);
        request.result.createObjectStore(kMeta);
      };
      request.onerror = () => {
        clearTimeout(late);
        reject(request.error);
      };
      request.onblocked = () => reject(new StoreError(kNewer));
      request.onsuccess = () => {
        clearTimeout(late);
        this.#adopt(request.result);
        resolve(request.result);
      };
    });
  }

  #adopt(connection) {
    // A newer version of the app wants to change the database: let it.
    connection.onversionchange = () => {
      connection.close();
      this.#connection = null;
    };
    connection.onclose = () => {
      this.#connection = null;
      this.#lost = true;
    };
  }
}
