// The page before the app: a status while it loads, a plain sentence when it cannot.
const kFailed = 'Partnership Atlas could not start.';
const kStopped =
  'Partnership Atlas stopped because of a mistake of its own. What was marked as saved is kept. Reload the page to go on.';

export class StartUp {
  #box = document.getElementById('start-up');
  #failed = false;

  done() {
    if (!this.#failed) this.#box.hidden = true;
  }

  // The app has not begun.
  fail(error) {
    this.#show(`${kFailed} ${sentenceFor(error)}`, error);
  }

  // The app was running.
  stop(error) {
    this.#show(kStopped, error);
  }

  #show(sentence, error) {
    console.error(error);
    if (this.#failed) return;
    this.#failed = true;
    const text = document.createElement('p');
    text.textContent = sentence;
    const again = document.createElement('button');
    again.type = 'button';
    again.textContent = 'Reload the page';
    again.addEventListener('click', () => window.location.reload());
    this.#box.setAttribute('role', 'alert');
    this.#box.replaceChildren(text, again);
    this.#box.hidden = false;
    again.focus();
  }
}

function sentenceFor(error) {
  if (typeof WebAssembly !== 'object') {
    return 'This browser does not run WebAssembly: please use a newer one.';
  }
  if (error instanceof WebAssembly.CompileError || error instanceof WebAssembly.LinkError) {
    return 'This browser is too old for it: please use a newer one.';
  }
  if (error instanceof TypeError) {
    return 'A part of it could not be fetched: check the network, then reload the page.';
  }
  return 'Reload the page; if it happens again, try another browser.';
}
