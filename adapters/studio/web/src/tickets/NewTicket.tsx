import { type FormEvent } from 'react';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import type { Priority, TicketType } from 'cairn-client';
import { cairn } from '../cairn.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog, DialogActions } from '../ui/Dialog.tsx';
import { Field, Select, TextField } from '../ui/Field.tsx';
import { problemOf } from '../ui/problem.ts';
import { toast } from '../ui/Toast.tsx';
import { useDraft } from '../ui/useDraft.ts';
import { labelsOf, PRIORITY_CHOICES, TYPE_CHOICES } from './choices.ts';
import styles from './NewTicket.module.css';

const NOTHING = { title: '', overview: '', type: 'task', priority: 'normal', labels: '' };

export function NewTicket({ project, onClose }: { project: string; onClose: () => void }) {
  const [draft, change, drop] = useDraft(`ticket in ${project}`, NOTHING);
  const navigate = useNavigate();
  const create = useMutation({
    ...cairn.mutation.createTicket(),
    meta: { quiet: true },
    onSuccess: ({ key }) => {
      drop();
      onClose();
      toast(`${key} was created`, { action: { name: 'Open it', onSelect: () => void navigate(`/t/${key}`) } });
    },
  });
  const field = (name: keyof typeof NOTHING) => ({
    value: draft[name],
    onChange: ({ target }: { target: { value: string } }) => change({ ...draft, [name]: target.value }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { title, overview, labels } = draft;
    const body = { title, overview, labels: labelsOf(labels), type: draft.type as TicketType, priority: draft.priority as Priority };
    create.mutate({ path: { project }, body });
  };
  return (
    <Dialog title={`New ticket in ${project}`} onClose={onClose}>
      <form className={styles.form} onSubmit={submit}>
        <Field label="Title" required error={create.error ? problemOf(create.error).detail : undefined} {...field('title')} />
        <TextField label="Text" hint="Markdown" {...field('overview')} />
        <div className={styles.row}>
          <Select label="Type" options={TYPE_CHOICES} {...field('type')} />
          <Select label="Priority" options={PRIORITY_CHOICES} {...field('priority')} />
        </div>
        <Field label="Labels" hint="Separated by commas" {...field('labels')} />
        <DialogActions>
          <Button onClick={onClose}>Later</Button>
          <Button kind="primary" type="submit" busy={create.isPending}>Create</Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
