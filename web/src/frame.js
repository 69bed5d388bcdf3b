// Draws frames when something asks for one and not otherwise. A page in the background gets its
// frames from a timer, so that saving goes on there.

const kAheadMs = 8; // between two frames; what comes faster is taken together by the next

export class FrameLoop {
  #core;
  #onError;
  #drawing = false;
  #aheadMs = 0; // spent since the last frame
  #animation = 0;
  #timer = 0;
  #broken = false;
  #counts = { frames: 0, drawCpuMs: 0, mirrorCpuMs: 0, lastFrameAt: 0, firstFrameAt: 0 };

  // core: draw(nowMs) draws and gives {nextFrameMs, drawMs, mirrorMs}; workAhead(nowMs) does what can
  // be done without drawing.
  constructor(core, onError) {
    this.#core = core;
    this.#onError = onError;
  }

  get counts() {
    return this.#counts;
  }

  request() {
    this.#stopTimer();
    if (this.#animation || this.#broken) return;
    if (document.hidden) this.#timer = setTimeout(() => this.run(), 0);
    else this.#animation = requestAnimationFrame(() => this.run());
  }

  // The time until the browser's next frame is used: that one has little left but to be painted.
  workAhead() {
    this.request();
    if (!this.#animation || this.#drawing || this.#broken || this.#aheadMs >= kAheadMs) return;
    this.#attempt(() => this.#workAhead());
  }

  #workAhead() {
    const begun = performance.now();
    this.#core.workAhead(begun);
    const spent = performance.now() - begun;
    this.#aheadMs += spent;
    this.#counts.drawCpuMs += spent;
  }

  // Draws now: when the page is about to be hidden, or first shown.
  run() {
    if (this.#broken) return;
    this.#stop();
    this.#drawing = true;
    this.#attempt(() => this.#drawFrame());
    this.#drawing = false;
  }

  #attempt(work) {
    try {
      work();
    } catch (error) {
      this.#broken = true;
      this.#onError(error);
    }
  }

  #drawFrame() {
    const now = performance.now();
    const drawn = this.#core.draw(now);
    this.#aheadMs = 0;
    this.#count(now, drawn);
    if (drawn.nextFrameMs === 0) this.request();
    else if (drawn.nextFrameMs > 0 && !this.#animation) {
      this.#stopTimer();
      this.#timer = setTimeout(() => this.request(), drawn.nextFrameMs);
    }
  }

  #count(now, drawn) {
    const counts = this.#counts;
    counts.frames += 1;
    counts.drawCpuMs += drawn.drawMs;
    counts.mirrorCpuMs += drawn.mirrorMs;
    counts.lastFrameAt = now;
    counts.firstFrameAt ||= performance.now();
  }

  #stopTimer() {
    clearTimeout(this.#timer);
    this.#timer = 0;
  }

  #stop() {
    this.#stopTimer();
    cancelAnimationFrame(this.#animation);
    this.#animation = 0;
  }
}
