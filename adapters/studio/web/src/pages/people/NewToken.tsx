import { type FormEvent, useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import type { IssuedToken, ProjectOverview, Scope, User } from 'cairn-client';
import { cairn } from '../../cairn.ts';
import { Button } from '../../ui/Button.tsx';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { Dialog, DialogActions } from '../../ui/Dialog.tsx';
import { Field, Select } from '../../ui/Field.tsx';
import { problemOf } from '../../ui/problem.ts';
import { Toggle } from '../../ui/Toggle.tsx';
import styles from './People.module.css';

const DAY_MILLIS = 86_400_000;

const SCOPES: readonly { scope: Scope; means: string }[] = [
  { scope: 'read', means: 'see projects, tickets and files' },
  { scope: 'write', means: 'change what it sees' },
  { scope: 'claim', means: 'take work from queues' },
  { scope: 'admin', means: 'what admins may: settings, all users, metrics' },
];
const USUAL: readonly Scope[] = ['read', 'write', 'claim'];

const ENDS = [
  { value: '30', label: 'In 30 days' },
  { value: '90', label: 'In 90 days' },
  { value: '365', label: 'In a year' },
  { value: '', label: 'Never' },
];

type Props = { me: User; users: readonly User[]; projects: readonly ProjectOverview[]; onMade: () => void; onClose: () => void };

export function NewToken({ me, users, projects, onMade, onClose }: Props) {
  const create = useMutation({ ...cairn.mutation.createToken(), meta: { quiet: true }, gcTime: 0, onSuccess: onMade });
  return create.data ? <Made token={create.data} onClose={onClose} /> : (
    <Wish me={me} users={users} projects={projects} busy={create.isPending} error={create.error} onClose={onClose} onWish={(body) => create.mutate({ body })} />
  );
}

/** The one time that a secret is shown. It cannot be left by a click beside it. */
function Made({ token: { name, token }, onClose }: { token: IssuedToken; onClose: () => void }) {
  return (
    <Dialog title={`The token “${name}”`}>
      <p>Copy it now: it is shown this once.</p>
      <code className={styles.secret} aria-label="Secret">{token}</code>
      <p className={styles.off}>A program sends it as <code>Authorization: Bearer …</code>; Cairn's own commands take it from <code>CAIRN_TOKEN</code>.</p>
      <DialogActions>
        <CopyButton kind="primary" text={token}>Copy</CopyButton>
        <Button onClick={onClose}>I have it</Button>
      </DialogActions>
    </Dialog>
  );
}

type WishProps = Omit<Props, 'onMade'> & { busy: boolean; error: unknown; onWish: (body: Parameters<typeof cairn.createToken>[0]['body']) => void };

function Wish({ me, users, projects, busy, error, onClose, onWish }: WishProps) {
  const [scopes, setScopes] = useState<readonly Scope[]>(USUAL);
  const mine = users.filter(({ id, ownerId, deactivatedAt }) => !deactivatedAt && id !== me.id && ownerId === me.id);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const days = String(form.get('ends'));
    onWish({
      name: String(form.get('name')),
      scopes: [...scopes],
      userId: String(form.get('user')),
      project: String(form.get('project')) || null,
      expiresAt: days ? new Date(Date.now() + Number(days) * DAY_MILLIS).toISOString() : null,
    });
  };
  const said = error ? problemOf(error) : undefined;
  return (
    <Dialog title="New token" onClose={onClose}>
      <form className={styles.form} onSubmit={submit}>
        <Field label="Name" name="name" placeholder="laptop" required hint="By which you know it again" />
        <Select label="For" name="user" options={[{ value: me.id, label: `${me.name} (you)` }, ...mine.map(({ id, name }) => ({ value: id, label: `${name} (your agent)` }))]} />
        <fieldset className={styles.scopes}>
          <legend>It may</legend>
          {SCOPES.filter(({ scope }) => scope !== 'admin' || me.systemRole === 'admin').map(({ scope, means }) => (
            <Toggle
              key={scope}
              checked={scopes.includes(scope)}
              onChange={({ target }) => setScopes(target.checked ? [...scopes, scope] : scopes.filter((each) => each !== scope))}
            >
              <strong>{scope}</strong>: {means}
            </Toggle>
          ))}
        </fieldset>
        <Select label="In" name="project" options={[{ value: '', label: 'All projects' }, ...projects.map(({ key, name }) => ({ value: key, label: `${name} (${key})` }))]} />
        <Select label="Ends" name="ends" defaultValue="90" options={ENDS} />
        {said && <p className={styles.error} role="alert">{said.detail} {said.hint}</p>}
        <DialogActions>
          <Button onClick={onClose}>Cancel</Button>
          <Button kind="primary" type="submit" busy={busy} disabled={busy || scopes.length === 0}>Make the token</Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
