// Copy, cut and paste for what has the keyboard in the app, inside the browser's own events: they work
// without asking for permission. A field that is being edited has a clipboard of its own, and on the
// plain page so has text that a person selected.

// page: {edits(): whether a field is being edited, plain: whether the page is the plain one,
//        draw(): takes in what waits}
export function listenToClipboard(core, page) {
  const leave = (event) => event.defaultPrevented || page.edits() || (page.plain && ownText(event));

  const copy = (event) => {
    if (leave(event)) return false;
    page.draw(); // the keyboard may just have moved
    const text = core.copied();
    if (text === '') return false;
    event.clipboardData.setData('text/plain', text);
    event.preventDefault();
    return true;
  };
  document.addEventListener('copy', copy);
  document.addEventListener('cut', (event) => {
    if (copy(event)) core.cut();
  });
  document.addEventListener('paste', (event) => {
    if (leave(event)) return;
    const text = event.clipboardData.getData('text/plain');
    event.preventDefault();
    if (text !== '') core.pasted(text.normalize('NFC'));
  });
}

function ownText({ type, target }) {
  if (target.matches?.('input, textarea')) {
    return type === 'paste' ? !target.readOnly : target.selectionStart !== target.selectionEnd;
  }
  return !document.getSelection().isCollapsed;
}
