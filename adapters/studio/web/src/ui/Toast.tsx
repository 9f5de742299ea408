import { useEffect, useRef, useSyncExternalStore } from 'react';
import { X } from 'lucide-react';
import { Button } from './Button.tsx';
import { problemOf } from './problem.ts';
import styles from './Toast.module.css';

const SHOWN_MILLIS = 8_000;
const TOASTS_MAX = 4;

type More = { hint?: string; bad?: boolean; action?: { name: string; onSelect: () => void } };
type Shown = More & { id: number; text: string };

let toasts: readonly Shown[] = [];
let newest = 0;
const listeners = new Set<() => void>();

function set(next: readonly Shown[]): void {
  toasts = next;
  listeners.forEach((changed) => changed());
}

const close = (id: number) => set(toasts.filter((each) => each.id !== id));

/** Says something in passing. It goes by itself, unless it is about what went wrong. */
export function toast(text: string, more: More = {}): void {
  const id = ++newest;
  set([...toasts.filter((each) => each.text !== text), { id, text, ...more }].slice(-TOASTS_MAX));
  if (!more.bad) {
    setTimeout(() => close(id), SHOWN_MILLIS);
  }
}

export function problemToast(error: unknown): void {
  const { detail, hint } = problemOf(error);
  toast(detail, { bad: true, ...(hint && { hint }) });
}

export function Toasts() {
  const shown = useSyncExternalStore(
    (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    () => toasts,
  );
  const region = useRef<HTMLDivElement>(null);
  useEffect(() => {
    region.current?.hidePopover();
    region.current?.showPopover(); // Above a dialog that was opened meanwhile.
  }, [shown]);
  return (
    <div ref={region} popover="manual" className={styles.toasts} role="status" aria-live="polite">
      {shown.map(({ id, text, hint, bad, action }) => (
        <div key={id} className={bad ? `${styles.toast} ${styles.bad}` : styles.toast}>
          <div>
            <div>{text}</div>
            {hint && <div className={styles.hint}>{hint}</div>}
          </div>
          {action && <Button kind="quiet" onClick={() => { close(id); action.onSelect(); }}>{action.name}</Button>}
          <Button kind="quiet" icon={X} iconOnly onClick={() => close(id)}>Dismiss</Button>
        </div>
      ))}
    </div>
  );
}
