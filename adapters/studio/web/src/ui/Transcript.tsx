import type { RunPart } from 'cairn-client';
import { Wrench } from 'lucide-react';
import { Markdown } from './Markdown.tsx';
import styles from './Transcript.module.css';

/** What an agent said and which tools it called, in this order; each call opens to what it asked and was answered. */
export function Transcript({ parts }: { parts: readonly RunPart[] }) {
  return (
    <div className={styles.transcript}>
      {parts.map((part, at) =>
        part.kind === 'text' ? <Markdown key={at} text={part.text} /> : part.kind === 'call' ? <Call key={at} call={part} result={resultOf(part, parts.slice(at + 1))} /> : null,
      )}
    </div>
  );
}

/** The next one of this id: providers use theirs again in each round. */
function resultOf(call: RunPart, later: readonly RunPart[]): RunPart | undefined {
  return later.find(({ kind, callId }) => kind === 'result' && callId === call.callId);
}

function Call({ call, result }: { call: RunPart; result: RunPart | undefined }) {
  return (
    <details className={styles.call}>
      <summary><Wrench size={13} aria-hidden /> <code>{call.name}</code> <span className={styles.state}>{result ? 'answered' : 'called'}</span></summary>
      <p className={styles.label}>Asked</p>
      <pre tabIndex={0} aria-label="What it asked">{readable(call.text)}</pre>
      {result && (
        <>
          <p className={styles.label}>Answered</p>
          <pre tabIndex={0} aria-label="What it was answered">{readable(result.text)}</pre>
        </>
      )}
    </details>
  );
}

function readable(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
