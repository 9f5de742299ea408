import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import { X } from 'lucide-react';
import { Button } from './Button.tsx';
import styles from './Dialog.module.css';

type Props = {
  title: string;
  children: ReactNode;
  /** Without it nobody can leave it but by what is in it. */
  onClose?: () => void;
  wide?: boolean;
};

/** The browser's own dialog: it keeps the focus, gives it back, and Escape closes it. It is open as long as it is there. */
export function Dialog({ title, children, onClose, wide }: Props) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const isPressedBeside = useRef(false);
  // Before it leaves the page: only a dialog that is there can give the focus back.
  useLayoutEffect(() => {
    const element = dialog.current!;
    element.showModal();
    element.querySelector<HTMLElement>('input, textarea, select')?.focus(); // Rather than the button that closes it.
    return () => element.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={wide ? `${styles.dialog} ${styles.wide}` : styles.dialog}
      aria-labelledby={id}
      closedby={onClose ? 'closerequest' : 'none'}
      onCancel={(event) => {
        if (event.target === dialog.current) { // Rather than a choice of files in it.
          event.preventDefault();
          onClose?.();
        }
      }}
      onClose={({ currentTarget }) => !currentTarget.open && (onClose ? onClose() : currentTarget.showModal())}
      onPointerDown={({ target }) => { isPressedBeside.current = target === dialog.current; }}
      onClick={({ target }) => target === dialog.current && isPressedBeside.current && onClose?.()} // Not where text was selected to beyond its edge.
    >
      <div className={styles.content}>
        <header className={styles.head}>
          <h2 id={id}>{title}</h2>
          {onClose && <Button kind="quiet" icon={X} iconOnly onClick={onClose}>Close</Button>}
        </header>
        {children}
      </div>
    </dialog>
  );
}

/** What a dialog ends with. */
export function DialogActions({ children }: { children: ReactNode }) {
  return <div className={styles.actions}>{children}</div>;
}
