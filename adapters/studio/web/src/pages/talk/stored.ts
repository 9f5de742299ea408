import { useCallback, useState } from 'react';
import { whoLooks } from '../../cairn.ts';

type Stored<Value> = [value: Value, change: (change: (was: Value) => Value) => void, drop: () => void];

/** A state of whoever looks that outlives a reload, under a name, until it is empty again or dropped. */
export function useStored<Value>(of: string, empty: Value): Stored<Value> {
  const name = nameOf(of);
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

export function isStored(of: string): boolean {
  return localStorage.getItem(nameOf(of)) !== null;
}

function nameOf(of: string): string {
  return `cairn.${whoLooks()}.${of}`;
}

function read<Value>(name: string, empty: Value): Value {
  const stored = localStorage.getItem(name);
  return stored === null ? empty : JSON.parse(stored);
}
