import { useCallback, useState } from 'react';

type Stored<Value> = [value: Value, change: (change: (was: Value) => Value) => void, drop: () => void];

/** A state that outlives a reload, under a name, until it is empty again or dropped. */
export function useStored<Value>(name: string, empty: Value): Stored<Value> {
  const [value, setValue] = useState(() => read(name, empty));
  const change = useCallback(
    (next: (was: Value) => Value) =>
      setValue((was) => {
        const value = next(was);
        if (JSON.stringify(value) === JSON.stringify(empty)) {
          localStorage.removeItem(name);
        } else {
          localStorage.setItem(name, JSON.stringify(value));
        }
        return value;
      }),
    [name],
  );
  return [value, change, () => localStorage.removeItem(name)];
}

export function isStored(name: string): boolean {
  return localStorage.getItem(name) !== null;
}

function read<Value>(name: string, empty: Value): Value {
  const stored = localStorage.getItem(name);
  return stored === null ? empty : JSON.parse(stored);
}
