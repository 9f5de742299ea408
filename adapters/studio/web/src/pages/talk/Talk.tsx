import { useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import { MessagesSquare, Undo2 } from 'lucide-react';
import { useLocation, useNavigate, useParams } from 'react-router';
import { cairn } from '../../cairn.ts';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { EmptyState } from '../../ui/States.tsx';
import { Conversation } from './Conversation.tsx';
import { Conversations } from './Conversations.tsx';
import { NewConversation } from './NewConversation.tsx';
import { type Left, pathOf } from './path.ts';
import styles from './Talk.module.css';

/** The conversations of a project, and those outside of all projects, beside the one that is read. */
export default function Talk() {
  const { project = '', conversation } = useParams();
  const [isNew, setNew] = useState(false);
  const state = useLocation().state as Left | null;
  return (
    <div className={classes(styles.talk, conversation && styles.reads)}>
      <Conversations project={project} onNew={() => setNew(true)}>
        {state?.deleted && <Deleted key={state.deleted.id} of={state.deleted} project={project} />}
      </Conversations>
      {conversation ? (
        <Conversation key={conversation} id={conversation} project={project} />
      ) : (
        <section className={styles.pane} aria-label="Conversation">
          <title>{`Talk · ${project} · Cairn`}</title>
          <EmptyState icon={MessagesSquare} title="Choose a conversation">
            Channels are for everybody in the project, chats for a subject, direct conversations for you and others. Agents answer in all of them.
          </EmptyState>
        </section>
      )}
      {isNew && <NewConversation project={project} onClose={() => setNew(false)} />}
    </div>
  );
}

function Deleted({ of: { id, title }, project }: { of: Left['deleted']; project: string }) {
  const navigate = useNavigate();
  const restore = useMutation({ ...cairn.mutation.restoreConversation(), onSuccess: () => void navigate(pathOf(project, id), { replace: true }) });
  return (
    <p role="status" className={styles.deleted}>
      “{title}” is deleted.
      <Button icon={Undo2} busy={restore.isPending} onClick={() => restore.mutate({ path: { conversation: id } })}>Bring it back</Button>
    </p>
  );
}
