// The browser's store: which databases there are, when they are read, flushed and shared among tabs.
// Every tab appends its own files; what another tab appended arrives through announcements. The
// order that keeps counters from being used twice: first the slot's lock, then reading (a transaction
// of the slot's last holder that was under way is before ours), and only then the app may write.
import { Database, kMeta } from './database.js';
import { FolderDatabase } from './folder_database.js';
import { kNoLocks, kNotSecure, plainReason } from './reasons.js';
import { randomReplica, replicaOfSlot, takeSlot } from './slots.js';

const kApp = 'partnership-atlas';
const kRoot = '/store/';
const kDevice = 'device';
const kWorkspaces = 'w/';
const kWorkspaceFolder = /^w\/[0-9A-Za-z_-]+$/;

export class Store {
  #env;
  #device;
  #folders = new Map(); // "device" or "w/<name>" → FolderDatabase
  #atlasfs = null;
  #channel = null;
  #announced = new Set(); // folders to read again
  #noted = new Set(); // workspaces that the device's database names
  #tickets = []; // of flushes asked for and not begun
  #flushing = false;
  #reading = false;
  #refusal = null; // the sentence, when nothing can be kept
  lastFlushMs = 0;

  // env: {indexedDB, locks, storage, secure, makeChannel}
  // onFlushDone(ticket, ok, why), onArrived(paths)
  constructor(env, { onFlushDone, onArrived }) {
    this.#env = env;
    this.onFlushDone = onFlushDone;
    this.onArrived = onArrived;
    if (env.indexedDB) this.#device = new Database(env.indexedDB, `${kApp}/${kDevice}`);
  }

  // Learns who this tab is and starts reading. {replica (hex), persistent, why}
  async open() {
    try {
      this.#refusal = this.#missing();
      if (this.#refusal) return this.#memoryOnly();
      const slot = await takeSlot(this.#env.locks);
      this.#listen();
      const [replica, workspaces] = await Promise.all([
        replicaOfSlot(this.#device, slot),
        this.#knownWorkspaces(),
      ]);
      const folders = [kDevice, ...workspaces.map((name) => kWorkspaces + name)];
      await Promise.all(folders.map((folder) => this.#folder(folder).prefetch()));
      this.#env.storage?.persist?.().catch(() => {}); // never awaited: Firefox asks the person
      return { replica, persistent: true, why: '' };
    } catch (error) {
      this.#folders.clear();
      this.#refusal = plainReason(error);
      return this.#memoryOnly();
    }
  }

  // Mounts what is kept into the module's file system.
  async attach(atlasfs, host) {
    this.#atlasfs = atlasfs;
    const folders = [...this.#folders.keys()];
    if (!folders.includes(kDevice)) folders.push(kDevice);
    for (const folder of folders) {
      const mount = atlasfs.mount_folder(kRoot + folder, host);
      if (!this.#refusal) await this.#sync(mount, true);
    }
    this.#readAnnounced();
  }

  // For ATLASFS: the database of a folder path such as "/store/w/<name>".
  database(path) {
    return this.#folder(path.slice(kRoot.length));
  }

  // Makes all that was written durable; answered by onFlushDone with every ticket that it covers.
  flush(ticket) {
    this.#tickets.push(ticket);
    if (!this.#flushing) this.#flushAll();
  }

  // Reads what other tabs may have written while this one was asleep.
  wake() {
    if (this.#refusal) return;
    for (const folder of this.#folders.keys()) {
      if (folder !== kDevice) this.#announced.add(folder);
    }
    this.#readAnnounced();
  }

  #missing() {
    if (!this.#env.secure) return kNotSecure;
    if (!this.#env.locks) return kNoLocks;
    return this.#env.indexedDB ? null : plainReason(null);
  }

  #memoryOnly() {
    return { replica: randomReplica(), persistent: false, why: this.#refusal };
  }

  #folder(folder) {
    if (!this.#folders.has(folder)) {
      const device = folder === kDevice;
      const database = device
        ? this.#device
        : new Database(this.#env.indexedDB, `${kApp}/${folder.slice(kWorkspaces.length)}`);
      const owner = `${kApp}/owner/${folder}`;
      const withOwnership = (work) =>
        this.#env.locks.request(owner, { ifAvailable: true }, (lock) => work(lock !== null));
      this.#folders.set(folder, new FolderDatabase(database, { overwrites: device, withOwnership }));
    }
    return this.#folders.get(folder);
  }

  async #knownWorkspaces() {
    const keys = await this.#device.transact(kMeta, 'readonly', (store) => {
      const request = store.getAllKeys();
      return () => request.result;
    });
    const names = keys.filter(([kind]) => kind === 'workspace').map(([, name]) => name);
    this.#noted = new Set(names);
    return names;
  }

  // A workspace is written down before its database is made, so that it is always found again.
  async #noteWorkspaces(folders) {
    const names = folders
      .filter((folder) => folder.startsWith(kWorkspaces))
      .map((folder) => folder.slice(kWorkspaces.length))
      .filter((name) => !this.#noted.has(name));
    if (names.length === 0) return;
    await this.#device.transact(kMeta, 'readwrite', (store) => {
      for (const name of names) store.put(true, ['workspace', name]);
    });
    for (const name of names) this.#noted.add(name);
  }

  async #flushAll() {
    this.#flushing = true;
    while (this.#tickets.length > 0) {
      const tickets = this.#tickets.splice(0);
      const begun = performance.now();
      const why = await this.#flushOnce();
      this.lastFlushMs = performance.now() - begun;
      for (const ticket of tickets) this.onFlushDone(ticket, why === '', why);
    }
    this.#flushing = false;
  }

  // The sentence why it failed, or nothing.
  async #flushOnce() {
    if (this.#refusal) return this.#refusal;
    try {
      // Workspaces first: what the device remembers of them is never ahead of them.
      const folders = [...this.#folders.keys()].sort().reverse();
      const busy = folders.filter((folder) => this.#atlasfs.has_work(this.#mount(folder)));
      await this.#noteWorkspaces(busy);
      for (const folder of busy) {
        await this.#sync(this.#mount(folder), false);
        if (folder !== kDevice) this.#channel?.postMessage(folder);
      }
      return '';
    } catch (error) {
      return plainReason(error);
    }
  }

  #mount(folder) {
    return this.#atlasfs.mount_folder(kRoot + folder, this);
  }

  #sync(mount, populate) {
    return new Promise((resolve, reject) => {
      this.#atlasfs.syncfs(mount, populate, (error) => (error ? reject(error) : resolve()));
    });
  }

  #listen() {
    this.#channel = this.#env.makeChannel(kApp);
    this.#channel.onmessage = ({ data }) => {
      if (!kWorkspaceFolder.test(data)) return;
      this.#announced.add(data);
      this.#readAnnounced();
    };
  }

  async #readAnnounced() {
    if (!this.#atlasfs || this.#reading) return;
    this.#reading = true;
    while (this.#announced.size > 0) {
      const [folder] = this.#announced;
      this.#announced.delete(folder);
      try {
        const mount = this.#mount(folder);
        await this.#sync(mount, true);
        if (mount.arrived.length > 0) this.onArrived(mount.arrived.map((name) => `${folder}/${name}`));
      } catch {
        // It is read again at the next announcement or when the tab is looked at.
      }
    }
    this.#reading = false;
  }
}
