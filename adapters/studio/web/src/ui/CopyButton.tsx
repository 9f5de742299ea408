import { useEffect, useState } from 'react';
import { Check, Copy } from 'lucide-react';
import { Button } from './Button.tsx';
import { toast } from './Toast.tsx';

const DONE_MILLIS = 2_000;

/** Copies a text, and says that it did. */
export function CopyButton({ text, children, kind = 'plain' }: { text: string; children: string; kind?: 'primary' | 'plain' }) {
  const [isDone, setDone] = useState(false);
  useEffect(() => {
    const timer = isDone ? setTimeout(() => setDone(false), DONE_MILLIS) : undefined;
    return () => clearTimeout(timer);
  }, [isDone]);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setDone(true);
    } catch {
      toast('The browser keeps the clipboard from this page: select the text, and copy it with Ctrl-C.'); // As it came without TLS from another machine.
    }
  };
  return (
    <>
      <Button kind={kind} icon={isDone ? Check : Copy} disabled={text === ''} onClick={() => void copy()}>{isDone ? 'Copied' : children}</Button>
      <span className="sr-only" role="status">{isDone && 'Copied'}</span>
    </>
  );
}
