import { execFileSync } from 'node:child_process';

/** Chromium on this machine: that of CHROMIUM, of Debian, or Google's. */
export function program(): string {
  for (const name of process.env.CHROMIUM ? [process.env.CHROMIUM] : ['chromium', 'google-chrome']) {
    try {
      return execFileSync('which', [name], { encoding: 'utf8' }).trim();
    } catch {
      // The next one.
    }
  }
  throw new Error('There is no Chromium: install the package chromium, or name the program in CHROMIUM');
}
