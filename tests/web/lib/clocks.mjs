// Put into a page before its own scripts: clocks that a test moves, of the page (time since it opened) and of the wall.
export const movableClocks = () => {
  let awake = 0;
  let wall = 0;
  const [now, date] = [performance.now.bind(performance), Date.now];
  performance.now = () => now() + awake;
  Date.now = () => date() + wall;
  globalThis.sleepFor = (ms) => {
    awake += ms;
    wall += ms;
  };
  globalThis.setClock = (ms) => (wall += ms);
  globalThis.timeOfDay = (ago = 0) => {
    const at = new Date(Date.now() - ago);
    return [at.getHours(), at.getMinutes()].map((part) => String(part).padStart(2, '0')).join(':');
  };
};
