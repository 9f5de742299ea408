import { type FormEvent, useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import type { ShownConversation } from 'cairn-client';
import { cairn, queries } from '../../cairn.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog, DialogActions } from '../../ui/Dialog.tsx';
import { Field, TextField } from '../../ui/Field.tsx';
import { Refused } from '../../ui/Refused.tsx';
import { Stale } from '../../ui/Stale.tsx';
import form from './NewConversation.module.css';

export function EditConversation({ conversation, onClose }: { conversation: ShownConversation; onClose: () => void }) {
  const [{ id, title, description, version: opened }] = useState(conversation);
  const [version, setVersion] = useState(opened);
  const update = useMutation({
    ...cairn.mutation.updateConversation(),
    meta: { quiet: true },
    onSuccess: (shown) => {
      queries.setQueryData(cairn.query.getConversation({ path: { conversation: id } }).queryKey, shown);
      onClose();
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    update.mutate({
      path: { conversation: id },
      headers: { 'If-Match': `"${version}"` },
      body: { title: String(fields.get('title')), description: String(fields.get('description')).trim() || null },
    });
  };
  const isStale = version !== conversation.version && !update.isPending;
  return (
    <Dialog title="Rename, describe" onClose={onClose}>
      <form className={form.form} onSubmit={submit}>
        <Field label="Title" name="title" required maxLength={200} defaultValue={title} autoFocus />
        <TextField label="What it is about" name="description" maxLength={5_000} defaultValue={description ?? ''} />
        {isStale && <Stale what="conversation" onKeep={() => setVersion(conversation.version)} />}
        <Refused error={update.error} />
        <DialogActions>
          <Button onClick={onClose}>Cancel</Button>
          <Button kind="primary" type="submit" busy={update.isPending} disabled={isStale}>Save</Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
