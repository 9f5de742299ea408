import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { cairn } from '../../cairn.ts';
import { Button } from '../../ui/Button.tsx';
import { Select } from '../../ui/Field.tsx';
import { Answered } from '../../ui/States.tsx';
import { Badge } from '../../ui/Status.tsx';
import styles from './Agents.module.css';

const CONVERSATIONS_READ = 100;

/** What a model would be told now, without asking one. */
export function Preview({ agent }: { agent: string }) {
  const [conversation, setConversation] = useState('');
  const { data: conversations } = useQuery(cairn.query.listAllConversations({ query: { limit: CONVERSATIONS_READ } }));
  const query = useQuery({
    queryKey: ['previewAgent', agent, conversation],
    queryFn: ({ signal }) => cairn.previewAgent({ path: { agent }, body: { ...(conversation && { conversationId: conversation }) }, signal }),
    gcTime: 0,
    retry: false,
  });
  const options = [{ value: '', label: 'In no conversation' }, ...(conversations?.items ?? []).map(({ id, title, kind }) => ({ value: id, label: `${kind === 'channel' ? '#' : ''}${title}` }))];
  return (
    <div className={styles.part}>
      <div className={styles.bar}>
        <Select label="Conversation" options={options} value={conversation} onChange={({ target }) => setConversation(target.value)} />
        <Button busy={query.isFetching} onClick={() => void query.refetch()}>Look again</Button>
      </div>
      <Answered query={query}>
        {({ model, instructions, turns, tools }) => (
          <div className={styles.prompt}>
            <h2>Model</h2>
            <p>{model ?? 'the provider’s default'}</p>
            <h2>Instructions</h2>
            <pre tabIndex={0} aria-label="Instructions">{instructions ?? '(none)'}</pre>
            <h2>What was said <span className={styles.soft}>{turns.length}</span></h2>
            {turns.length === 0 && <p className={styles.soft}>Nothing: choose a conversation.</p>}
            <ol>{turns.map(({ role, text }, at) => <li key={at} className={styles.turn}><Badge tone={role === 'assistant' ? 'accent' : undefined}>{role}</Badge><span>{text}</span></li>)}</ol>
            <h2>Tools <span className={styles.soft}>{tools.length}</span></h2>
            <p className={styles.tools}>{tools.map((tool) => <code key={tool}>{tool}</code>)}</p>
          </div>
        )}
      </Answered>
    </div>
  );
}
