// Who this tab is. Each running tab of a browser profile holds one numbered slot, by a Web Lock that
// goes with the tab, and writes under the replica id kept for that slot. So two tabs never share an
// id, and a profile has as many as it ever had tabs at once.
import { kMeta } from './database.js';

const kLockPrefix = 'partnership-atlas/slot/';

// Takes the first free slot for as long as the tab lives; its number.
export async function takeSlot(locks) {
  for (let slot = 0; ; ++slot) {
    if (await tryHold(locks, kLockPrefix + slot)) return slot;
  }
}

function tryHold(locks, name) {
  return new Promise((resolve, reject) => {
    locks
      .request(name, { ifAvailable: true }, (lock) => {
        resolve(lock !== null);
        return lock && new Promise(() => {});
      })
      .catch(reject);
  });
}

// The replica id of a slot, made and made durable at its first use.
export async function replicaOfSlot(database, slot) {
  const key = ['replica', slot];
  const fresh = randomReplica();
  return database.transact(kMeta, 'readwrite', (store) => {
    let replica = fresh;
    const kept = store.get(key);
    kept.onsuccess = () => {
      if (kept.result === undefined) store.put(fresh, key);
      else replica = kept.result;
    };
    return () => replica;
  });
}

export function randomReplica() {
  const bits = new BigUint64Array(1);
  while (bits[0] === 0n) crypto.getRandomValues(bits);
  return bits[0].toString(16).padStart(16, '0');
}
