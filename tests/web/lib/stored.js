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

  const counterOf = (name) => name.split('-')[2]; // of the first change, as hexadecimal digits

  // Turns a bit in the segment that was written last: {name, bytes} as it stands then.
  async function damageLast() {
    return withFiles(await workspace(), 'readwrite', async (files) => {
      const segments = (await answer(files.getAllKeys())).filter((key) => key.startsWith('seg-'));
      const name = segments.reduce((a, b) => (counterOf(a) > counterOf(b) ? a : b));
      const kept = await answer(files.get(name));
      const bytes = new Uint8Array(kept.buffer, kept.byteOffset, kept.byteLength);
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
    let refusal = '';
    for (let size = 1 << 20; size >= 1 << 12; ) {
      refusal = await filledBy(size);
      if (refusal) size >>= 1;
    }
    return refusal;
  }

  // A new connection each time: Firefox may end the one whose write it refused.
  async function filledBy(size) {
    const database = await filler();
    try {
      const transaction = database.transaction(['all'], 'readwrite', { durability: 'strict' });
      return await new Promise((resolve) => {
        transaction.oncomplete = () => resolve('');
        transaction.onabort = () => resolve(transaction.error?.name ?? 'aborted');
        const request = transaction.objectStore('all').add(hardToPack(size));
        request.onerror = (event) => event.stopPropagation();
      });
    } finally {
      database.close();
    }
  }

  function hardToPack(size) {
    const bytes = new Uint8Array(size);
    for (let at = 0; at < size; at += 65536) {
      crypto.getRandomValues(bytes.subarray(at, Math.min(at + 65536, size)));
    }
    return bytes;
  }

  const empty = () => answer(indexedDB.deleteDatabase('filler'));

  globalThis.atlasStored = { parts, damageLast, deleteAll, raiseVersion, fill, empty };
})();
