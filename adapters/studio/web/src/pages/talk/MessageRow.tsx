import { type FormEvent, type KeyboardEvent, useState } from 'react';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { ListBodyOfMessage, Message, ShownConversation } from 'cairn-client';
import { Copy, Ellipsis, FileSearch, GitFork, Link2, Pencil, RotateCcw, Trash2 } from 'lucide-react';
import { cairn, queries } from '../../cairn.ts';
import { Actor } from '../../ui/Actor.tsx';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { Confirm } from '../../ui/Confirm.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/Field.tsx';
import { Markdown } from '../../ui/Markdown.tsx';
import { Menu, MenuItem, MenuLine } from '../../ui/Menu.tsx';
import { problemOf } from '../../ui/problem.ts';
import { RunDetails } from '../../ui/RunDetails.tsx';
import { Badge } from '../../ui/Status.tsx';
import { Time } from '../../ui/Time.tsx';
import { toast } from '../../ui/Toast.tsx';
import { blockQuery } from './blocks.ts';
import { Fork } from './Fork.tsx';
import { isStored, useStored } from './stored.ts';
import styles from './MessageRow.module.css';

type Props = { message: Message; conversation: ShownConversation; isMore: boolean; isFirstNew: boolean; isTarget: boolean };

/** @param isMore it goes on what the same one said just before, and so needs no name */
export function MessageRow({ message, conversation, isMore, isFirstNew, isTarget }: Props) {
  const [doing, setDoing] = useState<'edit' | 'delete' | 'fork' | 'run' | undefined>(isStored(editOf(message)) ? 'edit' : undefined);
  const close = () => setDoing(undefined);
  const { id, authorName, role, content, createdAt, editedAt, deletedAt } = message;
  const name = authorName ?? 'Somebody';
  return (
    <>
      {isFirstNew && <p className={styles.news}><span>New</span></p>}
      <article id={`message-${id}`} tabIndex={-1} aria-label={`${name}, message ${message.seq}`} className={classes(styles.row, isMore && styles.more, isTarget && styles.target)}>
        <span className={styles.face}>{!isMore && <Face name={name} />}</span>
        <div className={styles.body}>
          {!isMore && <Author name={name} isAgent={role === 'assistant'} at={createdAt} />}
          {deletedAt ? (
            <p className={styles.gone}>This message was deleted.</p>
          ) : doing === 'edit' ? (
            <Editing message={message} onDone={close} />
          ) : (
            <>
              <Markdown text={content} />
              {editedAt && <span className={styles.edited}>edited <Time at={editedAt} /></span>}
              <Ending message={message} conversation={conversation} />
            </>
          )}
        </div>
        {!deletedAt && doing !== 'edit' && <Actions message={message} conversation={conversation} onDo={setDoing} />}
      </article>
      {doing === 'delete' && <Deleting message={message} onClose={close} />}
      {doing === 'fork' && <Fork conversation={conversation} untilSeq={message.seq} onClose={close} />}
      {doing === 'run' && message.runId && <Dialog title={`How ${name} came to this answer`} wide onClose={close}><RunDetails id={message.runId} /></Dialog>}
    </>
  );
}

/** A face alone: the name stands beside it. */
export function Face({ name }: { name: string }) {
  return <span aria-hidden><Actor name={name} avatarOnly /></span>;
}

export function Author({ name, isAgent, at }: { name: string; isAgent: boolean; at?: string }) {
  return (
    <p className={styles.author}>
      <strong>{name}</strong>
      {isAgent && <Badge tone="accent">agent</Badge>}
      {at && <span className={styles.when}><Time at={at} /></span>}
    </p>
  );
}

const ENDINGS: Record<string, string> = {
  length: 'The model reached its limit: this is not all.',
  cancelled: 'Somebody cancelled it: this is what had come.',
  cut: 'The connection ended: this is what had come.',
  failed: 'The model failed: this is what had come.',
};

/** Why an answer is not whole, and how to have another one. */
function Ending({ message: { finishReason, metadata, authorId, conversationId }, conversation }: { message: Message; conversation: ShownConversation }) {
  const ask = useMutation(cairn.mutation.requestReply());
  const said = finishReason && ENDINGS[finishReason];
  if (!said || !authorId) {
    return null;
  }
  const { code } = (metadata ?? {}) as { code?: string };
  return (
    <div className={styles.ending}>
      <span>{said} {code && <code>{code}</code>}</span>
      {!conversation.archivedAt && conversation.role !== 'viewer' && (
        <Button icon={RotateCcw} busy={ask.isPending} onClick={() => ask.mutate({ path: { conversation: conversationId }, body: { agentId: authorId } })}>Ask again</Button>
      )}
    </div>
  );
}

function Actions({ message, conversation, onDo }: { message: Message; conversation: ShownConversation; onDo: (what: 'edit' | 'delete' | 'fork' | 'run') => void }) {
  const me = useQuery(cairn.query.getMe()).data?.user.id;
  const isOwn = message.authorId === me;
  const isOpen = !conversation.archivedAt && conversation.role !== 'viewer';
  const copy = (text: string, what: string) => void navigator.clipboard.writeText(text).then(() => toast(`${what} is copied.`), () => toast('The browser does not let this page copy.', { bad: true }));
  return (
    <div className={styles.actions}>
      <Menu align="end" trigger={<Button kind="quiet" icon={Ellipsis} iconOnly>{`What to do with message ${message.seq}`}</Button>}>
        <MenuItem icon={Copy} onSelect={() => copy(message.content, 'The text')}>Copy the text</MenuItem>
        <MenuItem icon={Link2} onSelect={() => copy(`${location.origin}${location.pathname}?message=${message.id}`, 'The link')}>Copy a link</MenuItem>
        {message.runId && <MenuItem icon={FileSearch} onSelect={() => onDo('run')}>How it came to this</MenuItem>}
        {conversation.role !== 'viewer' && <MenuItem icon={GitFork} onSelect={() => onDo('fork')}>Fork up to here</MenuItem>}
        {isOpen && (isOwn || conversation.role === 'owner') && (
          <>
            <MenuLine />
            {isOwn && <MenuItem icon={Pencil} onSelect={() => onDo('edit')}>Edit</MenuItem>}
            <MenuItem icon={Trash2} danger onSelect={() => onDo('delete')}>Delete</MenuItem>
          </>
        )}
      </Menu>
    </div>
  );
}

function change({ conversationId, seq, id }: Message, to: Partial<Message>): void {
  queries.setQueryData(blockQuery(conversationId, seq).queryKey, (was: ListBodyOfMessage | undefined) => was && { ...was, items: was.items.map((each) => (each.id === id ? { ...each, ...to } : each)) });
}

/** Under which name it is kept what somebody makes of a message. */
function editOf({ id }: Message): string {
  return `edit.${id}`;
}

function Editing({ message, onDone }: { message: Message; onDone: () => void }) {
  const [draft, setDraft, drop] = useStored(editOf(message), { content: message.content, version: message.version });
  const edit = useMutation({
    ...cairn.mutation.editMessage(),
    meta: { quiet: true },
    onMutate: () => change(message, { content: draft.content }),
    onError: () => change(message, { content: message.content }),
    onSuccess: (edited) => {
      change(message, edited);
      leave();
    },
  });
  const leave = () => {
    drop();
    onDone();
  };
  const isStale = message.version !== draft.version;
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    edit.mutate({ path: { message: message.id }, body: { content: draft.content }, headers: { 'If-Match': `"${draft.version}"` } });
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      leave();
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      submit();
    }
  };
  const refused = edit.error ? problemOf(edit.error) : undefined;
  return (
    <form className={styles.editing} onSubmit={submit}>
      <TextField
        label="Edit the message"
        hideLabel
        autoFocus
        required
        maxLength={100_000}
        value={draft.content}
        onChange={({ target }) => setDraft((was) => ({ ...was, content: target.value }))}
        onKeyDown={onKey}
        hint="Ctrl-Enter saves, Escape leaves it as it was"
        error={refused && `${refused.detail} ${refused.hint ?? ''}`}
      />
      {isStale && (
        <div role="alert" className={styles.stale}>
          It was changed meanwhile, to:
          <Markdown text={message.content} />
          <Button onClick={() => setDraft((was) => ({ ...was, version: message.version }))}>Keep mine</Button>
        </div>
      )}
      <div className={styles.buttons}>
        <Button kind="quiet" onClick={leave}>Cancel</Button>
        <Button kind="primary" type="submit" busy={edit.isPending} disabled={isStale}>Save</Button>
      </div>
    </form>
  );
}

function Deleting({ message, onClose }: { message: Message; onClose: () => void }) {
  const { id, version, content } = message;
  const remove = useMutation({
    ...cairn.mutation.deleteMessage(),
    onMutate: () => {
      change(message, { deletedAt: new Date().toISOString() });
      onClose();
    },
    onError: () => change(message, { deletedAt: null }),
  });
  return (
    <Confirm title="Delete this message?" action="Delete" onClose={onClose} onConfirm={() => remove.mutate({ path: { message: id }, headers: { 'If-Match': `"${version}"` } })}>
      Its place stays, and says nothing any more: “{content.length > 120 ? `${content.slice(0, 120)}…` : content}”
    </Confirm>
  );
}
