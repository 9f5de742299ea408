import { cairn } from './cairn.ts';
import { problemToast } from './ui/Toast.tsx';

const RELOADED = 'cairn.reloaded';

/** Loads the page anew if the server is there to give it; else the page that is shown stays, and says that it is not. */
export function reload(): void {
  cairn.getIndex().then(() => location.reload(), problemToast);
}

/** A part of the page that was loaded before the server was updated asks for parts that are others now: reloads for that, but not again and again. */
export function reloadWhenUpdated(): void {
  const wasReloaded = sessionStorage.getItem(RELOADED) !== null;
  sessionStorage.removeItem(RELOADED);
  addEventListener('vite:preloadError', () => {
    if (!wasReloaded) {
      cairn.getIndex().then(() => {
        sessionStorage.setItem(RELOADED, 'true');
        location.reload();
      }, () => {}); // It is away: what could not be loaded says so in its place.
    }
  });
}
