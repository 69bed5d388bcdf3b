// The browser's store: which databases there are, when they are read, flushed and shared among tabs.
// Every tab appends its own files; what another tab appended arrives through announcements. The
// order that keeps counters from being used twice: first the slot's lock, then reading (a transaction
// of the slot's last holder that was under way is before ours), and only then the app may write.
import { Database, kMeta } from './database.js';
import { FolderDatabase } from './folder_database.js';
import { Ownership } from './ownership.js';
import { kNoLocks, kNotSecure, kRefused, plainReason, plainReasonAtStart } from './reasons.js';
import { randomReplica, replicaOfSlot, takeSlot } from './slots.js';
import { StorageFacts } from './storage_facts.js';

const kApp = 'partnership-atlas';
const kRoot = '/store/';
const kDevice = 'device';
const kWorkspaces = 'w/';
const kWorkspaceFolder = /^w\/[0-9A-Za-z_-]+$/;

export class Store {
  #env;
  #device;
  #folders = new Map(); // "device" or "w/<name>" → FolderDatabase
  #owners = new Map(); // the same → Ownership
  #atlasfs = null;
  #channel = null;
  #announced = new Set(); // folders to read again
  #noted = new Set(); // workspaces that the device's database names
  #tickets = []; // of flushes asked for and not begun
  #flushing = false;
  #reading = false;
  #refusal = null; // the sentence, when nothing can be kept
  #lost = false; // a database was lost since everything was last sent
  lastFlushMs = 0;

  // env: {indexedDB, locks, storage, secure, makeChannel}
  // onFlushDone(ticket, ok, why), onArrived(paths), onLost(), onFacts (storage_facts.js)
  constructor(env, { onFlushDone, onArrived, onLost, onFacts }) {
    this.#env = env;
    this.onFlushDone = onFlushDone;
    this.onArrived = onArrived;
    this.onLost = onLost;
    this.facts = new StorageFacts(env.storage, onFacts);
    if (env.indexedDB) this.#device = this.#databaseNamed(kDevice);
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
      return { replica, persistent: true, why: '' };
    } catch (error) {
      this.#folders.clear();
      this.#refusal = plainReasonAtStart(error);
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

  // Whether this tab may take files out of a folder path.
  owns(path) {
    return this.#owner(path.slice(kRoot.length))?.mine ?? false;
  }

  // After the first frame: asks the browser to keep what is stored, and how much that is.
  begin() {
    if (!this.#refusal) this.facts.begin();
  }

  // Makes all that was written durable; answered by onFlushDone with every ticket that it covers.
  flush(ticket) {
    this.#tickets.push(ticket);
    if (!this.#flushing) this.#flushAll();
  }

  // Reads what other tabs may have written while this one was asleep.
  wake() {
    if (this.#refusal) return;
    for (const folder of this.#folders.keys()) this.#announced.add(folder);
    this.#readAnnounced();
  }

  #missing() {
    if (!this.#env.secure) return kNotSecure;
    if (!this.#env.locks) return kNoLocks;
    return this.#env.indexedDB ? null : kRefused;
  }

  #memoryOnly() {
    return { replica: randomReplica(), persistent: false, why: this.#refusal };
  }

  #folder(folder) {
    if (!this.#folders.has(folder)) {
      const device = folder === kDevice;
      const database = device
        ? this.#device
        : this.#databaseNamed(folder.slice(kWorkspaces.length));
      const owns = () => this.#owner(folder)?.mine ?? false;
      this.#folders.set(folder, new FolderDatabase(database, { overwrites: device, owns }));
      this.#owner(folder);
    }
    return this.#folders.get(folder);
  }

  #owner(folder) {
    if (this.#refusal) return null;
    if (!this.#owners.has(folder)) {
      this.#owners.set(folder, new Ownership(this.#env.locks, `${kApp}/owner/${folder}`));
    }
    return this.#owners.get(folder);
  }

  #databaseNamed(name) {
    return new Database(this.#env.indexedDB, `${kApp}/${name}`, () => this.#noteLoss());
  }

  // Every database of this page counts as lost with one: whoever deletes one mostly deletes all.
  #noteLoss() {
    if (this.#lost || this.#refusal) return;
    this.#lost = true;
    this.onLost();
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
      let why = '';
      do {
        this.#sendAgainWhatWasLost();
        why = await this.#flushOnce();
      } while (why === '' && this.#lost);
      this.lastFlushMs = performance.now() - begun;
      for (const ticket of tickets) this.onFlushDone(ticket, why === '', why);
      if (why === '' && !this.#refusal) this.facts.refresh();
    }
    this.#flushing = false;
  }

  #sendAgainWhatWasLost() {
    if (!this.#lost) return;
    this.#lost = false;
    this.#noted.clear();
    for (const folder of this.#folders.keys()) this.#atlasfs.send_all_again(this.#mount(folder));
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
        this.#channel?.postMessage(folder);
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
      if (data !== kDevice && !kWorkspaceFolder.test(data)) return;
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
