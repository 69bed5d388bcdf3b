// Put into a page by tests of the store: reads and changes the browser's databases of the app behind its
// back, and fills what room the browser leaves.
(() => {
  const kApp = 'partnership-atlas/';
  const kDevice = `${kApp}device`;

  const answer = (request) =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });

  async function names() {
    return (await indexedDB.databases()).map(({ name }) => name).filter((name) => name.startsWith(kApp));
  }

  // The database of the only workspace.
  async function workspace() {
    return (await names()).find((name) => name !== kDevice);
  }

  async function withFiles(name, mode, work) {
    const database = await answer(indexedDB.open(name));
    try {
      const transaction = database.transaction(['files'], mode);
      const done = new Promise((resolve, reject) => {
        transaction.oncomplete = resolve;
        transaction.onabort = () => reject(transaction.error);
      });
      const result = await work(transaction.objectStore('files'));
      await done;
      return result;
    } finally {
      database.close();
    }
  }

  const parts = async () => withFiles(await workspace(), 'readonly', (files) => answer(files.getAllKeys()));

  // Turns a bit in the first segment: {name, bytes} as it stands then.
  async function damageOne() {
    return withFiles(await workspace(), 'readwrite', async (files) => {
      const name = (await answer(files.getAllKeys())).find((key) => key.startsWith('seg-'));
      const bytes = await answer(files.get(name));
      bytes[bytes.length >> 1] ^= 0x40;
      await answer(files.put(bytes, name));
      return { name, bytes: [...bytes] };
    });
  }

  async function deleteAll() {
    const all = await names();
    await Promise.all(all.map((name) => answer(indexedDB.deleteDatabase(name))));
    return all.length;
  }

  // As a newer version of the app would.
  async function raiseVersion() {
    for (const name of await names()) (await answer(indexedDB.open(name, 2))).close();
  }

  const filler = () => {
    const request = indexedDB.open('filler', 1);
    request.onupgradeneeded = () => request.result.createObjectStore('all', { autoIncrement: true });
    return answer(request);
  };

  // Writes until the browser refuses, in smaller and smaller pieces. The name of the refusal.
  async function fill() {
    const database = await filler();
    let refusal = '';
    for (let size = 1 << 20; size >= 1 << 12; ) {
      const bytes = crypto.getRandomValues(new Uint8Array(Math.min(size, 65536)));
      const piece = new Uint8Array(size).map((_, i) => bytes[i % bytes.length] ^ (i >> 8));
      refusal = await new Promise((resolve) => {
        const transaction = database.transaction(['all'], 'readwrite', { durability: 'strict' });
        transaction.oncomplete = () => resolve('');
        transaction.onabort = () => resolve(transaction.error?.name ?? 'aborted');
        transaction.objectStore('all').add(piece).onerror = (event) => event.stopPropagation();
      });
      if (refusal) size >>= 1;
    }
    database.close();
    return refusal;
  }

  const empty = () => answer(indexedDB.deleteDatabase('filler'));

  globalThis.atlasStored = { parts, damageOne, deleteAll, raiseVersion, fill, empty };
})();
