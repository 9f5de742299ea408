import { useRef } from 'react';
import { Copy } from 'lucide-react';
import { Button } from './Button.tsx';
import { toast } from './Toast.tsx';
import styles from './Copyable.module.css';

/** Something for a terminal or a file, copied by a click. @param name what it is: "The command" */
export function Copyable({ name, text }: { name: string; text: string }) {
  const shown = useRef<HTMLPreElement>(null);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      toast(`${name} is copied`);
    } catch {
      getSelection()?.selectAllChildren(shown.current!); // Browsers keep the clipboard from pages that came without TLS from another machine.
      toast('It is selected: copy it with Ctrl-C');
    }
  };
  return (
    <div className={styles.copyable}>
      <pre ref={shown} tabIndex={0} role="group" aria-label={name}>{text}</pre>
      <Button kind="quiet" icon={Copy} iconOnly onClick={() => void copy()}>{`Copy ${name.toLowerCase()}`}</Button>
    </div>
  );
}
