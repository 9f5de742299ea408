import type { ReactNode } from 'react';
import { Button } from './Button.tsx';
import { Dialog, DialogActions } from './Dialog.tsx';

type Props = { title: string; children: ReactNode; action: string; busy?: boolean; onConfirm: () => void; onClose: () => void };

/** Asks before something that cannot be taken back. @param action what is done, as the button says it: "Delete the ticket" */
export function Confirm({ title, children, action, busy, onConfirm, onClose }: Props) {
  return (
    <Dialog title={title} onClose={onClose}>
      <div>{children}</div>
      <DialogActions>
        <Button onClick={onClose}>Cancel</Button>
        <Button kind="danger" busy={busy ?? false} onClick={onConfirm}>{action}</Button>
      </DialogActions>
    </Dialog>
  );
}
