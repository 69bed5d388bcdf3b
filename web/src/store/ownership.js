// Which tab may take files out of a folder: the one that has held the folder's Web Lock the longest.
// The lock goes with the tab, however it ends, and the tab that waits next becomes the owner.

export class Ownership {
  #mine = false;

  // Asks for the lock and keeps it for as long as the tab lives.
  constructor(locks, name) {
    locks
      .request(name, () => {
        this.#mine = true;
        return new Promise(() => {});
      })
      .catch(() => {}); // without it this tab never removes anything
  }

  get mine() {
    return this.#mine;
  }
}
