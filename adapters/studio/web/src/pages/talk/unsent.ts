import { useCallback, useState } from 'react';
import type { AgentRun, Message } from 'cairn-client';
import { cairn, queries } from '../../cairn.ts';
import { session } from '../../session/session.ts';
import { problemOf, type Said } from '../../ui/problem.ts';
import { blockQuery } from './blocks.ts';
import { useStored } from './stored.ts';

/** Something that was written and that the server does not have yet. The key lets it be sent again without being said twice. */
export type Letter = { key: string; content: string };

export type Unsent = {
  letters: readonly Letter[];
  /** Why a letter was refused; without a reason it is on its way. */
  refusals: Readonly<Record<string, Said>>;
  send: (content: string) => void;
  sendAgain: (letter: Letter) => void;
  drop: (letter: Letter) => void;
  /** The answers that were begun by what was sent here. */
  begun: readonly AgentRun[];
};

const NOT_CONFIRMED: Said = { detail: 'The page was left before the server said that it has this.' };

/** What is on its way to a conversation, or did not arrive: it outlives a reload. */
export function useUnsent(conversation: string): Unsent {
  const [letters, setLetters] = useStored<readonly Letter[]>(`unsent.${conversation}`, []);
  const [refusals, setRefusals] = useState<Unsent['refusals']>(() => Object.fromEntries(letters.map(({ key }) => [key, NOT_CONFIRMED])));
  const [begun, setBegun] = useState<readonly AgentRun[]>([]);

  const post = useCallback(
    async (letter: Letter) => {
      setRefusals(({ [letter.key]: _, ...others }) => others);
      try {
        const { runs, ...message } = await cairn.postMessage({
          path: { conversation },
          body: { content: letter.content },
          headers: { 'Idempotency-Key': letter.key },
        });
        setBegun((was) => [...was, ...(runs ?? [])]);
        show(message);
        setLetters((was) => was.filter(({ key }) => key !== letter.key));
      } catch (error) {
        session.ended(error);
        setRefusals((was) => ({ ...was, [letter.key]: problemOf(error) }));
      }
    },
    [conversation],
  );
  return {
    letters,
    refusals,
    begun,
    send: (content) => {
      const letter = { key: crypto.getRandomValues(new Uint32Array(4)).join('-'), content };
      setLetters((was) => [...was, letter]);
      void post(letter);
    },
    sendAgain: (letter) => void post(letter),
    drop: (letter) => setLetters((was) => was.filter(({ key }) => key !== letter.key)),
  };
}

/** Puts what was said where it is shown, so that its event has nothing to read anew. */
function show(message: Message): void {
  const { conversationId, seq } = message;
  queries.setQueryData(blockQuery(conversationId, seq).queryKey, (was) =>
    was && !was.items.some(({ id }) => id === message.id) ? { ...was, items: [...was.items, message] } : was,
  );
  queries.setQueryData(cairn.query.getConversation({ path: { conversation: conversationId } }).queryKey, (was) =>
    was && was.nextSeq <= seq ? { ...was, nextSeq: seq + 1, lastReadSeq: seq, unread: 0 } : was,
  );
}
