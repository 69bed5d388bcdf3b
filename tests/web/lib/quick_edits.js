// Put into a page by tests of the store: edits two fields of a row in turn, as fast as the app takes
// them, by the change events that assistive technology sends. `atlasEdits.begin` writes n into one and
// then n into the other, n + 1 into the first and so on; whenever the app says “Saved” the server is
// asked for `address?saved=<first>,<second>` with what the core then showed as saved.
(() => {
  const field = (title, name) => ({
    role: ['textbox', 'combobox'],
    name,
    within: { role: 'row', name: title, within: { role: 'grid', name: 'Delivery plan' } },
  });
  const kSaved = { role: 'status', name: { pattern: '^Saved( \\d\\d:\\d\\d)?$', flags: '' } };

  // Puts the text into the field of the mirror. False when it is not there.
  function write(title, name, text) {
    const [node] = atlasTest.find('mirror', field(title, name));
    if (!node) return false;
    const element = atlasTest.elementAt(node.index);
    element.value = text;
    element.dispatchEvent(new Event('change', { bubbles: true }));
    return true;
  }

  // As the core has it, which is what it calls saved: never what was only put into the mirror.
  function shown(title, name) {
    return atlasTest.find('probe', field(title, name))[0]?.value ?? '';
  }

  const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

  function tellSaved(title, names, address) {
    let told = '';
    const look = () => {
      if (atlasTest.find('mirror', kSaved).length === 0) return;
      const values = names.map((name) => shown(title, name)).join(',');
      if (values === told) return;
      told = values;
      fetch(`${address}?saved=${values}`, { cache: 'no-store' }).catch(() => {});
    };
    const root = document.getElementById('mirror');
    new MutationObserver(look).observe(root, {
      subtree: true, childList: true, characterData: true, attributes: true,
    });
    look();
  }

  const isSaved = () => atlasTest.find('probe', kSaved).length > 0;

  // pauses: milliseconds between edits; bursts: how many edits before it waits for “Saved”, which a
  // store that is slower than the edits would never come to; each taken in turn.
  async function begin({ title, names, from, pauses, bursts, address }) {
    tellSaved(title, names, address);
    for (let n = from, step = 0, burst = 0, left = bursts[0]; ; ++n) {
      for (const name of names) {
        write(title, name, String(n));
        await wait(pauses[step++ % pauses.length]);
        if (--left > 0) continue;
        left = bursts[++burst % bursts.length];
        while (shown(title, name) !== String(n) || !isSaved()) await wait(1);
      }
    }
  }

  // Ends when that many edits have been saved, each by itself.
  async function saveEach({ title, name, from, count }) {
    for (let n = from; n < from + count; ++n) {
      write(title, name, String(n));
      while (shown(title, name) !== String(n) || !isSaved()) await wait(1);
    }
  }

  globalThis.atlasEdits = { begin, saveEach, write };
})();
