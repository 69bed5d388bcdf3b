// Draws frames when something asks for one and not otherwise. A page in the background gets its
// frames from a timer, so that saving goes on there.

export class FrameLoop {
  #draw;
  #onError;
  #animation = 0;
  #timer = 0;
  #broken = false;
  #counts = { frames: 0, drawCpuMs: 0, mirrorCpuMs: 0, lastFrameAt: 0, firstFrameAt: 0 };

  // draw(nowMs): draws and gives {nextFrameMs, drawMs, mirrorMs}.
  constructor(draw, onError) {
    this.#draw = draw;
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

  // Draws now: when the page is about to be hidden, or first shown.
  run() {
    if (this.#broken) return;
    this.#stop();
    const now = performance.now();
    let drawn;
    try {
      drawn = this.#draw(now);
    } catch (error) {
      this.#broken = true;
      this.#onError(error);
      return;
    }
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
