import { useEffect, useState } from 'react';
import type { RunPart } from 'cairn-client';
import { cairn } from '../../cairn.ts';

const PAUSE_MILLIS = 1_000;

/** What an answer has said so far, and how it ended. */
export type Followed = { parts: readonly RunPart[]; isOver: boolean };

const NOTHING: Followed = { parts: [], isOver: false };

/** Follows an answer while it comes; after a break it goes on behind what is known. @param isWanted false for one that has to wait */
export function useFollowed(run: string, isWanted: boolean): Followed {
  const [followed, setFollowed] = useState(NOTHING);
  useEffect(() => {
    if (!isWanted) {
      return undefined;
    }
    const stop = new AbortController();
    void follow(run, stop.signal, setFollowed);
    return () => stop.abort();
  }, [run, isWanted]);
  return followed;
}

async function follow(run: string, signal: AbortSignal, tell: (followed: Followed) => void): Promise<void> {
  let followed = NOTHING;
  let last: string | undefined;
  while (!signal.aborted && !followed.isOver) {
    const { stream } = await cairn.followRun({
      path: { run },
      signal,
      ...(last && { headers: { 'Last-Event-ID': last } }),
      sseMaxRetryAttempts: 1, // This loop comes back itself, also where the server ended the connection in peace.
      onSseEvent: ({ event, data, id }) => {
        last = id ?? last; // What the stream begins with has none.
        followed = after(followed, event, data);
        if (!signal.aborted) {
          tell(followed);
        }
      },
    });
    for await (const _ of stream) {
      // Told by onSseEvent, with their names.
    }
    if (!followed.isOver) {
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MILLIS));
    }
  }
}

function after(followed: Followed, event: string | undefined, data: unknown): Followed {
  switch (event) {
    case 'delta':
      return { ...followed, parts: withText(followed.parts, (data as { text: string }).text) };
    case 'tool':
      return { ...followed, parts: [...followed.parts, data as RunPart] };
    case 'restarted':
      return NOTHING;
    case 'done':
    case 'failed':
      return { ...followed, isOver: true };
    default:
      return followed;
  }
}

function withText(parts: readonly RunPart[], text: string): readonly RunPart[] {
  const last = parts.at(-1);
  return last?.kind === 'text'
    ? [...parts.slice(0, -1), { ...last, text: last.text + text }]
    : [...parts, { kind: 'text', text, name: null, callId: null }];
}
