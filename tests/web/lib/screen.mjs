// A screen in memory for browsers that need a window.
import { spawnSync } from 'node:child_process';

// Where there is no screen: runs this very command inside xvfb-run and returns true when that ended.
export function runInScreen() {
  if (process.env.DISPLAY || process.env.WAYLAND_DISPLAY || process.platform !== 'linux') return false;
  const command = ['-a', '-s', '-screen 0 1920x1200x24', process.execPath, ...process.argv.slice(1)];
  const { status, error } = spawnSync('xvfb-run', command, { stdio: 'inherit' });
  if (error) throw new Error('xvfb-run is not installed; tools/setup installs it');
  process.exitCode = status ?? 1;
  return true;
}
