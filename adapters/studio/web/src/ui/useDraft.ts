import { useState } from 'react';
import { whoLooks } from '../cairn.ts';

type Draft<Value> = [
  value: Value,
  change: (change: Value | ((was: Value) => Value)) => void,
  /** Forgets it. @param sent what was sent: if more was typed meanwhile, that stays; without it, all is forgotten. Answers whether it did */
  drop: (sent?: Value) => boolean,
];

/**
 * What somebody types and has not sent: it outlives another page, a reload and an ended session, until it is sent or given up.
 *
 * @param key what it is about, such as `comment DEMO-1`
 */
export function useDraft<Value extends object | string | null>(key: string, initial: Value): Draft<Value> {
  const stored = nameOf(key);
  const read = () => {
    const kept = sessionStorage.getItem(stored);
    return kept === null ? initial : (JSON.parse(kept) as Value);
  };
  const [value, setValue] = useState(read);
  const change = (next: Value | ((was: Value) => Value)) => {
    const changed = typeof next === 'function' ? next(read()) : next;
    sessionStorage.setItem(stored, JSON.stringify(changed));
    setValue(changed);
  };
  const drop = (sent?: Value) => {
    const kept = sessionStorage.getItem(stored);
    if (sent !== undefined && kept !== null && kept !== JSON.stringify(sent)) {
      return false;
    }
    sessionStorage.removeItem(stored);
    setValue(initial);
    return true;
  };
  return [value, change, drop];
}

export function hasDraft(key: string): boolean {
  return sessionStorage.getItem(nameOf(key)) !== null;
}

/** Has what was typed in one place be the draft of another. */
export function keepDraft(key: string, value: object): void {
  sessionStorage.setItem(nameOf(key), JSON.stringify(value));
}

function nameOf(key: string): string {
  return `cairn.draft ${whoLooks()} ${key}`;
}
