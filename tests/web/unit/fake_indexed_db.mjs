// Stands in for a browser's IndexedDB as far as opening, closing and deleting go: databases with
// connections that are told of what happens to them. What is in them is nobody's concern here.

export class FakeIndexedDB {
  #databases = new Map(); // name → {version, connections}
  failure = null; // given to whoever opens next
  silent = false; // requests are never answered, as while another page holds the database

  open(name, version) {
    const request = {};
    queueMicrotask(() => this.#open(request, name, version));
    return request;
  }

  // As indexedDB.deleteDatabase by some page: connections are told first.
  delete(name) {
    const { connections } = this.#databases.get(name);
    for (const connection of [...connections]) connection.onversionchange({ newVersion: null });
    this.#databases.delete(name);
  }

  // As clearing the site's data: connections are closed under the page.
  clear(name) {
    const { connections } = this.#databases.get(name);
    this.#databases.delete(name);
    for (const connection of [...connections]) {
      connection.dead = true;
      connection.onclose();
    }
  }

  // It is gone, and the page has not heard of it yet.
  clearUnseen(name) {
    for (const connection of this.#databases.get(name).connections) connection.dead = true;
    this.#databases.delete(name);
  }

  #open(request, name, version) {
    if (this.silent) return;
    if (this.failure) {
      request.error = this.failure;
      this.failure = null;
      request.onerror();
      return;
    }
    const made = !this.#databases.has(name);
    if (made) this.#databases.set(name, { version, connections: new Set() });
    const { connections } = this.#databases.get(name);
    request.result = new FakeConnection(connections);
    if (made) request.onupgradeneeded();
    request.onsuccess();
  }
}

class FakeConnection {
  constructor(connections) {
    this.connections = connections;
    this.dead = false;
    this.stores = [];
    connections.add(this);
  }

  createObjectStore(name) {
    this.stores.push(name);
  }

  close() {
    this.dead = true;
    this.connections.delete(this);
  }

  transaction() {
    if (this.dead) throw Object.assign(new Error('closing'), { name: 'InvalidStateError' });
    const transaction = { objectStore: () => ({}) };
    queueMicrotask(() => transaction.oncomplete());
    return transaction;
  }
}
