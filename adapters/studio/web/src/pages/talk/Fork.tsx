import type { FormEvent } from 'react';
import { useMutation } from '@tanstack/react-query';
import type { ShownConversation } from 'cairn-client';
import { useNavigate, useParams } from 'react-router';
import { cairn } from '../../cairn.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog, DialogActions } from '../../ui/Dialog.tsx';
import { Field } from '../../ui/Field.tsx';
import { Refused } from '../../ui/Refused.tsx';
import { pathOf } from './path.ts';
import form from './NewConversation.module.css';

/** Copies what was said into a new chat, which is opened. @param untilSeq the last message that is copied; without it all are */
export function Fork({ conversation, untilSeq, onClose }: { conversation: ShownConversation; untilSeq?: number; onClose: () => void }) {
  const { project = '' } = useParams();
  const navigate = useNavigate();
  const fork = useMutation({
    ...cairn.mutation.forkConversation(),
    meta: { quiet: true },
    onSuccess: ({ id }) => {
      onClose();
      void navigate(pathOf(project, id));
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const title = String(new FormData(event.currentTarget).get('title')).trim();
    fork.mutate({ path: { conversation: conversation.id }, body: { ...(untilSeq && { untilSeq }), ...(title && { title }) } });
  };
  const count = untilSeq ?? conversation.nextSeq - 1;
  return (
    <Dialog title="Fork into a new chat" onClose={onClose}>
      <form className={form.form} onSubmit={submit}>
        <p>Copies {count === 1 ? 'the first message' : `the first ${count} messages`} into a chat of yours, where the talk can take another way. This one stays as it is.</p>
        <Field label="Title of the chat" name="title" maxLength={200} placeholder={`${conversation.title} (fork)`} autoFocus />
        <Refused error={fork.error} />
        <DialogActions>
          <Button onClick={onClose}>Cancel</Button>
          <Button kind="primary" type="submit" busy={fork.isPending}>Fork</Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
