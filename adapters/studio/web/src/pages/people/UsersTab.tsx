import { useDeferredValue, useState } from 'react';
import { keepPreviousData, useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { Bot, MoreHorizontal, UserPlus, UserRound } from 'lucide-react';
import { CairnProblem, type User } from 'cairn-client';
import { useLive } from 'cairn-client/react';
import { cairn } from '../../cairn.ts';
import { Actor } from '../../ui/Actor.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog, DialogActions } from '../../ui/Dialog.tsx';
import { Field, Select } from '../../ui/Field.tsx';
import { Menu, MenuItem, MenuLine } from '../../ui/Menu.tsx';
import { More } from '../../ui/More.tsx';
import { problemOf } from '../../ui/problem.ts';
import { Answered, EmptyState } from '../../ui/States.tsx';
import { Badge, Status } from '../../ui/Status.tsx';
import { type Column, Table } from '../../ui/Table.tsx';
import { Time } from '../../ui/Time.tsx';
import { Toggle } from '../../ui/Toggle.tsx';
import { usePlace } from '../../ui/usePlace.ts';
import { NewUser } from './NewUser.tsx';
import styles from './People.module.css';

const PAGE = 50;

const KINDS = [
  { value: '', label: 'People and agents' },
  { value: 'human', label: 'People' },
  { value: 'agent', label: 'Agents' },
];

type Doing = { what: 'rename' | 'deactivate'; user: User };

export function UsersTab({ me, accounts }: { me: User; accounts: boolean }) {
  const [place, go] = usePlace();
  const [isNew, setNew] = useState<'human' | 'agent' | undefined>();
  const [doing, setDoing] = useState<Doing | undefined>();
  const q = useDeferredValue(place.get('q') ?? '').trim();
  const kind = place.get('kind');
  const withFormer = place.get('former') === 'yes';
  const options = cairn.query.listUsersInfinite({
    query: { limit: PAGE, sort: 'name', ...(q && { q }), ...(kind && { type: [kind as User['type']] }), ...(!withFormer && { active: true }) },
  });
  const users = useInfiniteQuery({ ...options, placeholderData: keepPreviousData });
  useLive(options.queryKey);
  const close = () => setDoing(undefined);
  const columns: Column<User>[] = [
    {
      head: 'Name',
      cell: (user) => (
        <span className={styles.name}>
          <Actor name={user.name} />
          {user.id === me.id && <Badge tone="accent">you</Badge>}
          {user.email && <span className={styles.soft}>{user.email}</span>}
        </span>
      ),
    },
    { head: 'Is', cell: (user) => <Kind user={user} /> },
    { head: 'State', cell: (user) => <State user={user} /> },
    { head: 'Since', cell: ({ createdAt }) => <Time at={createdAt} /> },
    { head: 'Actions', narrow: true, cell: (user) => <Actions user={user} me={me} onDo={(what) => setDoing({ what, user })} /> },
  ];
  return (
    <div className={styles.part}>
      <div className={styles.tools}>
        <Field label="Find somebody" hideLabel type="search" placeholder="Name" value={place.get('q') ?? ''} onChange={({ target }) => go({ q: target.value }, true)} />
        <Select label="Kind" hideLabel value={kind ?? ''} options={KINDS} onChange={({ target }) => go({ kind: target.value })} />
        <Toggle checked={withFormer} onChange={({ target }) => go({ former: target.checked ? 'yes' : undefined })}>Deactivated, too</Toggle>
        <span className={styles.push} />
        {accounts && me.systemRole === 'admin' && <Button icon={UserPlus} onClick={() => setNew('human')}>New person</Button>}
        <Button kind="primary" icon={Bot} onClick={() => setNew('agent')}>New agent</Button>
      </div>
      <Answered query={users}>
        {({ pages }) => {
          const rows = pages.flatMap(({ items }) => items);
          return rows.length === 0 ? (
            <EmptyState icon={UserRound} title="Nobody is like that">Fewer letters of the name find more.</EmptyState>
          ) : (
            <Table name="People and agents" columns={columns} rows={rows} id={({ id }) => id} />
          );
        }}
      </Answered>
      <More list={users} />
      {isNew && <NewUser type={isNew} onClose={() => setNew(undefined)} />}
      {doing?.what === 'rename' && <Rename user={doing.user} onClose={close} />}
      {doing?.what === 'deactivate' && <Deactivate user={doing.user} me={me} onClose={close} />}
    </div>
  );
}

function Kind({ user: { type, systemRole } }: { user: User }) {
  return (
    <span className={styles.badges}>
      {type === 'agent' ? 'Agent' : 'Person'}
      {systemRole === 'admin' && <Badge tone="accent">admin</Badge>}
    </span>
  );
}

function State({ user: { deactivatedAt, presence } }: { user: User }) {
  const said = presence === 'offline' ? 'active' : presence; // Nobody has to say theirs, and those who say nothing are offline.
  return deactivatedAt ? <span>Deactivated <Time at={deactivatedAt} /></span> : <Status status={said} tone="completed" />;
}

function Actions({ user, me, onDo }: { user: User; me: User; onDo: (what: Doing['what']) => void }) {
  const client = useQueryClient();
  const options = { headers: { 'If-Match': `"${user.version}"` }, path: { user: user.id } };
  const onSuccess = () => void client.invalidateQueries({ predicate: ({ queryKey: [first] }) => (first as { _id?: string } | undefined)?._id === 'listUsers' });
  const role = useMutation({ ...cairn.mutation.changeUserRole(), onSuccess });
  const reactivate = useMutation({ ...cairn.mutation.reactivateUser(), onSuccess });
  const isAdmin = me.systemRole === 'admin';
  const isMine = user.id === me.id || user.ownerId === me.id || isAdmin;
  if (!isMine) {
    return null;
  }
  const other = user.systemRole === 'admin' ? 'member' : 'admin';
  return (
    <div className={styles.right}>
      <Menu align="end" trigger={<Button kind="quiet" icon={MoreHorizontal} iconOnly>{`What can be done with ${user.name}`}</Button>}>
        <MenuItem onSelect={() => onDo('rename')}>Change name and address</MenuItem>
        {isAdmin && user.type === 'human' && (
          <MenuItem onSelect={() => role.mutate({ ...options, body: { systemRole: other } })}>{other === 'admin' ? 'Make an admin' : 'Make a member'}</MenuItem>
        )}
        <MenuLine />
        {user.deactivatedAt ? (
          <MenuItem onSelect={() => reactivate.mutate(options)}>Reactivate</MenuItem>
        ) : (
          <MenuItem danger onSelect={() => onDo('deactivate')}>Deactivate</MenuItem>
        )}
      </Menu>
    </div>
  );
}

function Rename({ user, onClose }: { user: User; onClose: () => void }) {
  const update = useMutation({ ...cairn.mutation.updateUser(), meta: { quiet: true }, onSuccess: onClose });
  const said = update.error && problemOf(update.error);
  return (
    <Dialog title={`Change ${user.name}`} onClose={onClose}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          const form = new FormData(event.currentTarget);
          const email = String(form.get('email')).trim();
          update.mutate({ path: { user: user.id }, headers: { 'If-Match': `"${user.version}"` }, body: { name: String(form.get('name')), email: email || null } });
        }}
      >
        <Field label="Name" name="name" defaultValue={user.name} required />
        <Field label="E-mail" name="email" type="email" defaultValue={user.email ?? ''} error={said ? [said.detail, said.hint].filter(Boolean).join(' ') : undefined} />
        <DialogActions>
          <Button onClick={onClose}>Cancel</Button>
          <Button kind="primary" type="submit" busy={update.isPending}>Save</Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

function Deactivate({ user, me, onClose }: { user: User; me: User; onClose: () => void }) {
  const [archives, setArchives] = useState(false);
  const leave = useMutation({ ...cairn.mutation.deactivateUser(), meta: { quiet: true }, onSuccess: onClose });
  const said = leave.error && problemOf(leave.error);
  const owns = leave.error instanceof CairnProblem && leave.error.code === 'owns_projects';
  const what =
    user.type === 'agent'
      ? 'Its tokens end at once, and what it has claimed goes back.'
      : 'Sessions and tokens end at once, and the agents they answer for leave with them.';
  return (
    <Dialog title={`Deactivate ${user.name}`} onClose={onClose}>
      <p>{user.id === me.id && <strong>This is you: you will be logged out. </strong>}{what} What they wrote stays, and they can be reactivated.</p>
      {(owns || archives) && (
        <Toggle checked={archives} onChange={({ target }) => setArchives(target.checked)} hint="Else make somebody else their owner first, under Members.">
          Archive the projects that they own
        </Toggle>
      )}
      {said && <p className={styles.error} role="alert">{said.detail} {said.hint}</p>}
      <DialogActions>
        <Button onClick={onClose}>Cancel</Button>
        <Button
          kind="danger"
          busy={leave.isPending}
          onClick={() => leave.mutate({ path: { user: user.id }, headers: { 'If-Match': `"${user.version}"` }, body: { archiveProjects: archives } })}
        >
          Deactivate
        </Button>
      </DialogActions>
    </Dialog>
  );
}
