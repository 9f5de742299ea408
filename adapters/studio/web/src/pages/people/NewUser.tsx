import type { FormEvent } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { CairnProblem, type CreateUserData } from 'cairn-client';
import { cairn } from '../../cairn.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog, DialogActions } from '../../ui/Dialog.tsx';
import { Field } from '../../ui/Field.tsx';
import { problemOf } from '../../ui/problem.ts';
import { toast } from '../../ui/Toast.tsx';
import styles from './People.module.css';

export function NewUser({ type, onClose }: { type: 'human' | 'agent'; onClose: () => void }) {
  const client = useQueryClient();
  const create = useMutation({
    ...cairn.mutation.createUser(),
    meta: { quiet: true },
    onSuccess: ({ name }) => {
      toast(type === 'agent' ? `${name} is there. Add it to a project, and make a token for it.` : `${name} can log in now.`);
      void client.invalidateQueries();
      onClose();
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => String(form.get(name) ?? '').trim();
    const body: CreateUserData['body'] =
      type === 'agent'
        ? { type, name: text('name') }
        : { type, username: text('username'), password: String(form.get('password')), ...(text('name') && { name: text('name') }), email: text('email') || null };
    create.mutate({ body });
  };
  const said = create.error && problemOf(create.error);
  const isOf = (field: string) => create.error instanceof CairnProblem && create.error.errors[0]?.pointer === `/${field}`;
  const told = (field: string) => (isOf(field) ? said?.detail : undefined);
  const isElsewhere = said && !['name', 'username', 'password', 'email'].some(isOf);
  return (
    <Dialog title={type === 'agent' ? 'New agent' : 'New person'} onClose={onClose}>
      <form className={styles.form} onSubmit={submit}>
        {type === 'agent' ? (
          <>
            <p className={styles.off}>
              A program that works under its own name, such as a coding agent. You answer for it. Agents that answer with a language model are made under Agents.
            </p>
            <Field label="Name" name="name" placeholder="Claude on my laptop" required error={told('name')} />
          </>
        ) : (
          <>
            <Field label="Username" name="username" required autoCapitalize="none" spellCheck={false} hint="They log in by it" error={told('username')} />
            <Field label="Name" name="name" hint="Left empty, the username" error={told('name')} />
            <Field label="E-mail" name="email" type="email" error={told('email')} />
            <Field label="First password" name="password" type="password" autoComplete="new-password" required hint="Tell them; they change it under You" error={told('password')} />
          </>
        )}
        {isElsewhere && <p className={styles.error} role="alert">{said.detail} {said.hint}</p>}
        <DialogActions>
          <Button onClick={onClose}>Cancel</Button>
          <Button kind="primary" type="submit" busy={create.isPending}>Create</Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
