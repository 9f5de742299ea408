import { type FormEvent, useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { cairn } from '../../cairn.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog, DialogActions } from '../../ui/Dialog.tsx';
import { Field } from '../../ui/Field.tsx';
import { problemOf } from '../../ui/problem.ts';
import styles from './Home.module.css';
import { keyFor } from './keys.ts';

export function NewProject({ onClose }: { onClose: () => void }) {
  const [name, setName] = useState('');
  const [key, setKey] = useState<string>(); // Until somebody says another one, it follows from the name.
  const navigate = useNavigate();
  const create = useMutation({
    ...cairn.mutation.createProject(),
    meta: { quiet: true },
    onSuccess: (project) => void navigate(`/p/${project.key}/board`),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    create.mutate({ body: { name, key: key ?? keyFor(name) } });
  };
  return (
    <Dialog title="New project" onClose={onClose}>
      <form className={styles.form} onSubmit={submit}>
        <Field label="Name" required value={name} onChange={({ target }) => setName(target.value)} />
        <Field
          label="Key"
          hint="Its tickets are called like it: WEB-1, WEB-2"
          required
          value={key ?? keyFor(name)}
          error={create.error ? problemOf(create.error).detail : undefined}
          onChange={({ target }) => setKey(target.value.toUpperCase())}
        />
        <DialogActions>
          <Button onClick={onClose}>Cancel</Button>
          <Button kind="primary" type="submit" busy={create.isPending}>Create</Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
