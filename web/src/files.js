// Files that a person keeps: saved as a download, opened with the browser's picker or dropped.
const kLargest = 256 * 1024 * 1024;

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
    const picker = document.createElement('input');
    picker.type = 'file';
    picker.multiple = true;
    picker.accept = '.atlas,application/octet-stream';
    picker.hidden = true;
    picker.setAttribute('aria-label', 'Choose a file to open');
    picker.addEventListener('change', () => {
      this.#read(picker.files);
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
      this.#read(event.dataTransfer.files);
    });
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
