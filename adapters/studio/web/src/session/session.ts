import { useSyncExternalStore } from 'react';
import { CairnProblem, createCairn } from 'cairn-client';

const LINK = '#token=';

/** Whether the server still knows this browser. */
class SessionState {
  #isOver = false;
  readonly #listeners = new Set<() => void>();

  /** Whether a problem means that there is no session, which is then asked for once for the whole page. */
  ended(error: unknown): boolean {
    const isOver = error instanceof CairnProblem && error.status === 401;
    if (isOver) {
      this.#set(true);
    }
    return isOver;
  }

  begun(): void {
    this.#set(false);
  }

  /** For useSyncExternalStore. */
  readonly listen = (changed: () => void) => {
    this.#listeners.add(changed);
    return () => this.#listeners.delete(changed);
  };

  readonly isOver = () => this.#isOver;

  #set(isOver: boolean): void {
    this.#isOver = isOver;
    this.#listeners.forEach((changed) => changed());
  }
}

export const session = new SessionState();

export function useSessionIsOver(): boolean {
  return useSyncExternalStore(session.listen, session.isOver);
}

/**
 * Swaps the token of the link that a first start or `cairn open` prints for a session. It leaves the address, and with it the history, before
 * anything else happens, and only this one request carries it. Answers what is wrong with the link, if anything is.
 */
export async function enterByLink(): Promise<string | undefined> {
  if (!location.hash.startsWith(LINK)) {
    return undefined;
  }
  const token = location.hash.slice(LINK.length);
  history.replaceState(null, '', location.pathname);
  try {
    await createCairn({ token }).openBrowserSession();
    return undefined;
  } catch (error) {
    return error instanceof CairnProblem && error.status !== 401 ? error.detail : 'This link was used before, or is too old.';
  }
}
