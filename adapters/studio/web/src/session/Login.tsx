import { type FormEvent } from 'react';
import { useMutation } from '@tanstack/react-query';
import { cairn } from '../cairn.ts';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { problemOf } from '../ui/problem.ts';
import { session } from './session.ts';
import styles from './Entrance.module.css';

/** @param onDone when this browser has a session again */
export function Login({ onDone }: { onDone: () => void }) {
  const logIn = useMutation({
    ...cairn.mutation.logIn(),
    meta: { quiet: true },
    onSuccess: () => {
      session.begun();
      onDone();
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    logIn.mutate({ body: { username: String(form.get('username')), password: String(form.get('password')), browser: true } });
  };
  return (
    <form onSubmit={submit} className={styles.form}>
      <Field label="Username" name="username" autoComplete="username" required />
      <Field
        label="Password"
        name="password"
        type="password"
        autoComplete="current-password"
        required
        error={logIn.error ? problemOf(logIn.error).detail : undefined}
      />
      <Button kind="primary" type="submit" busy={logIn.isPending}>Log in</Button>
    </form>
  );
}
