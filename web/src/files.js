// Files that a person keeps: saved as a download, opened with the browser's picker or dropped.
const kLargest = 256 * 1024 * 1024;

const kNoneInFolder =
  'This folder has no file whose name ends in .atlas. Nothing was changed. Choose another folder.';

function isOurs(file) {
  return file.name.toLowerCase().endsWith('.atlas');
}

// All files of a dropped folder, also of those inside it, by name. A part that the browser cannot
// read is left out.
async function filesIn(folder) {
  const reader = folder.createReader();
  const entries = [];
  for (;;) {
    // A reader gives a hundred at a time.
    const some = await new Promise((resolve) => {
      reader.readEntries(resolve, () => resolve([]));
    });
    if (some.length === 0) break;
    entries.push(...some);
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  const files = await Promise.all(
    entries.map((entry) =>
      entry.isDirectory
        ? filesIn(entry)
        : new Promise((resolve) => {
            entry.file((file) => resolve([file]), () => resolve([]));
          }),
    ),
  );
  return files.flat();
}

export class Files {
  constructor() {
    this.onOpened = () => {}; // (name, bytes)
    this.onSaved = () => {}; // (name)
    this.onProblem = () => {}; // (sentence)
  }

  save(name, mime, bytes) {
    const address = URL.createObjectURL(new Blob([bytes], { type: mime }));
    const link = document.createElement('a');
    link.href = address;
    link.download = name;
    link.hidden = true;
    document.body.append(link);
    link.click();
    link.remove();
    // Firefox reads it a little later.
    setTimeout(() => URL.revokeObjectURL(address), 60000);
    // The core is in the middle of an update: it hears of it afterwards.
    queueMicrotask(() => this.onSaved(name));
  }

  open() {
    this.#pick('Choose files to open', (picker) => {
      picker.accept = '.atlas,application/octet-stream';
    });
  }

  // All files of ours in a folder, and in those inside it.
  openFolder() {
    this.#pick('Choose a folder to open', (picker) => {
      picker.webkitdirectory = true;
    });
  }

  #pick(label, prepare) {
    const picker = document.createElement('input');
    picker.type = 'file';
    picker.multiple = true;
    prepare(picker);
    picker.hidden = true;
    picker.setAttribute('aria-label', label);
    picker.addEventListener('change', () => {
      const files = [...picker.files];
      const ours = picker.webkitdirectory ? files.filter(isOurs) : files;
      if (files.length > 0 && ours.length === 0) this.onProblem(kNoneInFolder);
      this.#read(ours);
      picker.remove();
    });
    picker.addEventListener('cancel', () => picker.remove());
    document.body.append(picker);
    picker.click();
  }

  listenToDrops() {
    window.addEventListener('dragover', (event) => {
      if (!event.dataTransfer.types.includes('Files')) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'copy';
    });
    window.addEventListener('drop', (event) => {
      if (event.dataTransfer.files.length === 0) return;
      event.preventDefault();
      // Entries are there during the event only.
      const entries = [...event.dataTransfer.items].map((item) => item.webkitGetAsEntry?.());
      const folders = entries.filter((entry) => entry?.isDirectory);
      const single = [...event.dataTransfer.files].filter((_, i) => !entries[i]?.isDirectory);
      this.#read(single);
      if (folders.length > 0) this.#readFolders(folders);
    });
  }

  async #readFolders(folders) {
    const files = (await Promise.all(folders.map(filesIn))).flat().filter(isOurs);
    if (files.length === 0) this.onProblem(kNoneInFolder);
    await this.#read(files);
  }

  async #read(files) {
    for (const file of [...files]) {
      try {
        // Too large to be ours: its beginning is enough for the core to say so.
        const part = file.size > kLargest ? file.slice(0, 4096) : file;
        this.onOpened(file.name, new Uint8Array(await part.arrayBuffer()));
      } catch {
        this.onProblem(`The browser could not read the file ${file.name}. Nothing was changed.`);
      }
    }
  }
}
