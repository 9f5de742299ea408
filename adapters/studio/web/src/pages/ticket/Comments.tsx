import { type FormEvent, useState } from 'react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { MoreHorizontal, Pencil, Trash2 } from 'lucide-react';
import type { Comment } from 'cairn-client';
import { cairn } from '../../cairn.ts';
import { Actor } from '../../ui/Actor.tsx';
import { Button } from '../../ui/Button.tsx';
import { Confirm } from '../../ui/Confirm.tsx';
import { DialogActions } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/Field.tsx';
import { Markdown } from '../../ui/Markdown.tsx';
import { Menu, MenuItem } from '../../ui/Menu.tsx';
import { More } from '../../ui/More.tsx';
import { usePaged } from '../../ui/paged.ts';
import { Answered } from '../../ui/States.tsx';
import { Time } from '../../ui/Time.tsx';
import { useDraft } from '../../ui/useDraft.ts';
import styles from './Ticket.module.css';

const PAGE = 50;

/** The newest comments, oldest first, with those before them one click away. */
export function Comments({ ticket }: { ticket: string }) {
  const options = cairn.query.listCommentsInfinite({ path: { ticket }, query: { sort: '-createdAt', limit: PAGE } });
  const comments = usePaged(options);
  const client = useQueryClient();
  const onSuccess = () => client.invalidateQueries({ queryKey: options.queryKey });
  return (
    <Answered query={comments}>
      {(items) => (
        <div className={styles.comments}>
          <More list={comments} of="older comments" />
          {items.filter(({ deletedAt }) => !deletedAt).reverse().map((comment) => <Shown key={comment.id} comment={comment} onSuccess={onSuccess} />)}
          <NewComment ticket={ticket} onSuccess={onSuccess} />
        </div>
      )}
    </Answered>
  );
}

function Shown({ comment, onSuccess }: { comment: Comment; onSuccess: () => Promise<void> }) {
  const { id, authorId, authorName, content, createdAt, editedAt } = comment;
  const [state, setState] = useState<'shown' | 'edited' | 'deleted'>('shown');
  const { data: me } = useQuery(cairn.query.getMe());
  const remove = useMutation({ ...cairn.mutation.deleteComment(), onSuccess });
  return (
    <article className={styles.comment} aria-label={`Comment by ${authorName}`}>
      <header className={styles.entryHead}>
        <Actor name={authorName} /> <Time at={createdAt} /> {editedAt && <span className={styles.soft}>edited</span>}
        {me?.user.id === authorId && (
          <Menu align="end" trigger={<Button kind="quiet" icon={MoreHorizontal} iconOnly>More</Button>}>
            <MenuItem icon={Pencil} onSelect={() => setState('edited')}>Edit</MenuItem>
            <MenuItem icon={Trash2} danger onSelect={() => setState('deleted')}>Delete</MenuItem>
          </Menu>
        )}
      </header>
      {state === 'edited' ? (
        <CommentForm
          draft={`comment ${id}`}
          initial={content}
          action="Save"
          send={(text) => cairn.editComment({ path: { comment: id }, body: { content: text } })}
          onSuccess={onSuccess}
          onDone={() => setState('shown')}
        />
      ) : <Markdown text={content} />}
      {state === 'deleted' && (
        <Confirm
          title="Delete this comment?"
          action="Delete the comment"
          busy={remove.isPending}
          onConfirm={() => remove.mutate({ path: { comment: id } })}
          onClose={() => setState('shown')}
        >
          It is gone for everybody.
        </Confirm>
      )}
    </article>
  );
}

function NewComment({ ticket, onSuccess }: { ticket: string; onSuccess: () => Promise<void> }) {
  return (
    <CommentForm
      draft={`comment on ${ticket}`}
      initial=""
      action="Comment"
      send={(content) => cairn.addComment({ path: { ticket }, body: { content } })}
      onSuccess={onSuccess}
    />
  );
}

type FormProps = {
  draft: string;
  initial: string;
  action: string;
  send: (text: string) => Promise<unknown>;
  onSuccess: () => Promise<void>;
  /** What closes it; without it, it stays where it is. */
  onDone?: () => void;
};

function CommentForm({ draft, initial, action, send, onSuccess, onDone }: FormProps) {
  const [text, change, drop] = useDraft(draft, initial);
  const sending = useMutation({
    mutationFn: send,
    onSuccess: async (_, sent) => {
      await onSuccess();
      if (drop(sent)) {
        onDone?.();
      }
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    sending.mutate(text);
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <TextField
        label="Your comment"
        hideLabel
        placeholder="Say something, in Markdown"
        required
        value={text}
        onChange={({ target }) => change(target.value)}
        onKeyDown={(event) => event.key === 'Enter' && (event.ctrlKey || event.metaKey) && event.currentTarget.form?.requestSubmit()}
      />
      <DialogActions>
        {onDone && <Button onClick={() => { drop(); onDone(); }}>Cancel</Button>}
        <Button kind="primary" type="submit" busy={sending.isPending} disabled={!text.trim()}>{action}</Button>
      </DialogActions>
    </form>
  );
}
