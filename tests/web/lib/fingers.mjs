// Fingers on a touch screen, moved in one go: a slow machine must not make a long press of a swipe.
import { wait } from './browsers.mjs';

const kStepMs = 16;

// paths: for each finger the points {x, y} that it goes through, the first where it comes down; all of
// one length. holdMs: how long they stay at the end. lift: whether they are lifted then; if not, call
// `lift` with the same paths.
export async function touch(page, paths, { holdMs = 0, lift: lifts = true } = {}) {
  const points = paths.map((path) => path.map(({ x, y }) => ({ x: Math.round(x), y: Math.round(y) })));
  if (page.tab.mainFrame().browsingContext) await byActions(page, points, holdMs, lifts);
  else await byEvents(page, points, holdMs, lifts);
}

export async function lift(page, paths) {
  if (page.tab.mainFrame().browsingContext) {
    await perform(page, paths.map(() => [{ type: 'pointerUp', button: 0 }]));
  } else {
    await dispatch(await sessionOf(page), 'touchEnd', []);
  }
}

// From one point to another, in equal steps.
export function line(from, to, steps = 8) {
  return Array.from({ length: steps + 1 }, (_, i) => ({
    x: from.x + ((to.x - from.x) * i) / steps,
    y: from.y + ((to.y - from.y) * i) / steps,
  }));
}

// Chromium. Answers are waited for at the end only.
async function byEvents(page, points, holdMs, lifts) {
  const session = await sessionOf(page);
  const sent = [];
  for (let i = 0; i < points[0].length; ++i) {
    const now = points.map((path, id) => ({ ...path[i], id }));
    sent.push(dispatch(session, i === 0 ? 'touchStart' : 'touchMove', now));
    await wait(kStepMs);
  }
  await wait(holdMs);
  if (lifts) sent.push(dispatch(session, 'touchEnd', []));
  await Promise.all(sent);
}

// The fingers that are down belong to a session.
const sessions = new WeakMap();
async function sessionOf({ tab }) {
  if (!sessions.has(tab)) sessions.set(tab, await tab.createCDPSession());
  return sessions.get(tab);
}

function dispatch(session, type, touchPoints) {
  return session.send('Input.dispatchTouchEvent', { type, touchPoints });
}

// Firefox.
async function byActions(page, points, holdMs, lifts) {
  await perform(page, points.map(([first, ...rest]) => [
    { type: 'pointerMove', ...first, duration: 0 },
    { type: 'pointerDown', button: 0 },
    ...rest.map((point) => ({ type: 'pointerMove', ...point, duration: kStepMs })),
    ...(holdMs > 0 ? [{ type: 'pause', duration: holdMs }] : []),
    ...(lifts ? [{ type: 'pointerUp', button: 0 }] : []),
  ]));
}

function perform(page, actions) {
  return page.tab.mainFrame().browsingContext.performActions(
    actions.map((of, i) => ({
      type: 'pointer', id: `finger ${i}`, parameters: { pointerType: 'touch' }, actions: of,
    })),
  );
}
