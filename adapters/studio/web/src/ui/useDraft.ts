import { useCallback, useState } from 'react';

/**
 * What somebody types and has not sent: it outlives another page, a reload and an ended session, until it is sent or given up.
 *
 * @param key what it is about, such as `comment DEMO-1`
 */
export function useDraft<Value>(key: string, initial: Value): [Value, (value: Value) => void, () => void] {
  const stored = `cairn.draft ${key}`;
  const [value, setValue] = useState<Value>(() => {
    const kept = sessionStorage.getItem(stored);
    return kept === null ? initial : (JSON.parse(kept) as Value);
  });
  const change = useCallback((next: Value) => {
    sessionStorage.setItem(stored, JSON.stringify(next));
    setValue(next);
  }, [stored]);
  const drop = () => {
    sessionStorage.removeItem(stored);
    setValue(initial);
  };
  return [value, change, drop];
}

export function hasDraft(key: string): boolean {
  return sessionStorage.getItem(`cairn.draft ${key}`) !== null;
}
