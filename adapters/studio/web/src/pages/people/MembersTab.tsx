import { useState } from 'react';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { UserPlus, Users } from 'lucide-react';
import type { MemberView, Role, User } from 'cairn-client';
import { useLive, useLiveQuery } from 'cairn-client/react';
import { cairn } from '../../cairn.ts';
import { Actor } from '../../ui/Actor.tsx';
import { Button } from '../../ui/Button.tsx';
import { Confirm } from '../../ui/Confirm.tsx';
import { Dialog, DialogActions } from '../../ui/Dialog.tsx';
import { Select } from '../../ui/Field.tsx';
import { More } from '../../ui/More.tsx';
import { problemOf } from '../../ui/problem.ts';
import { Answered, EmptyState } from '../../ui/States.tsx';
import { Badge } from '../../ui/Status.tsx';
import { type Column, Table } from '../../ui/Table.tsx';
import { Time } from '../../ui/Time.tsx';
import { usePlace } from '../../ui/usePlace.ts';
import styles from './People.module.css';

const PAGE = 100;
const CHOICES = 200;

const ROLES: readonly { value: Role; label: string }[] = [
  { value: 'viewer', label: 'Viewer: reads' },
  { value: 'editor', label: 'Editor: writes and claims' },
];

type Doing = { what: 'remove' | 'transfer'; member: MemberView };

export function MembersTab({ me }: { me: User }) {
  const [place, go] = usePlace();
  const projects = useLiveQuery(cairn.query.listOverviews({ query: { limit: CHOICES } }));
  return (
    <Answered query={projects}>
      {({ items }) => {
        const chosen = items.find(({ key }) => key === place.get('project')) ?? items[0];
        return chosen ? (
          <div className={styles.part}>
            <Members
              key={chosen.key}
              project={chosen.key}
              me={me}
              choice={
                <Select
                  label="Project"
                  hideLabel
                  value={chosen.key}
                  options={items.map(({ key, name }) => ({ value: key, label: `${name} (${key})` }))}
                  onChange={({ target }) => go({ project: target.value })}
                />
              }
            />
          </div>
        ) : (
          <EmptyState icon={Users} title="There are no projects yet">Members are those of a project: make one on the home page.</EmptyState>
        );
      }}
    </Answered>
  );
}

function Members({ project, me, choice }: { project: string; me: User; choice: React.ReactNode }) {
  const path = { project };
  const client = useQueryClient();
  const options = cairn.query.listMembersInfinite({ path, query: { limit: PAGE } });
  const members = useInfiniteQuery(options);
  useLive(options.queryKey);
  const [doing, setDoing] = useState<Doing | undefined>();
  const [isAdding, setAdding] = useState(false);
  const done = () => {
    setDoing(undefined);
    return client.invalidateQueries({ queryKey: options.queryKey }); // Until it is read, the role that was wanted is shown.
  };
  const put = useMutation({ ...cairn.mutation.putMember(), onSettled: done });
  const remove = useMutation({ ...cairn.mutation.removeMember(), onSettled: done });
  const transfer = useMutation({ ...cairn.mutation.transferProject(), onSettled: done });
  const rows = members.data?.pages.flatMap(({ items }) => items) ?? [];
  const isOwner = rows.some(({ userId, role }) => userId === me.id && role === 'owner');
  const pending = put.isPending ? put.variables : undefined;
  const roleOf = ({ userId, role }: MemberView) => (pending?.path.user === userId ? pending.body.role : role);
  const columns: Column<MemberView>[] = [
    { head: 'Name', cell: (member) => <span className={styles.name}><Actor name={member.name} />{member.userId === me.id && <Badge tone="accent">you</Badge>}</span> },
    { head: 'Is', cell: ({ type }) => (type === 'agent' ? 'Agent' : 'Person') },
    {
      head: 'Role',
      cell: (member) =>
        member.role === 'owner' || !isOwner ? (
          <span>{member.role === 'owner' ? 'Owner: also archives, deletes, and manages members' : ROLES.find(({ value }) => value === member.role)?.label}</span>
        ) : (
          <div className={styles.role}>
            <Select
              label={`Role of ${member.name}`}
              hideLabel
              value={roleOf(member)}
              options={ROLES}
              onChange={({ target }) => put.mutate({ path: { project, user: member.userId }, body: { role: target.value as Role } })}
            />
          </div>
        ),
    },
    { head: 'Since', cell: ({ joinedAt }) => <Time at={joinedAt} /> },
    {
      head: 'Actions',
      narrow: true,
      cell: (member) =>
        member.role !== 'owner' && (isOwner || member.userId === me.id) && (
          <div className={styles.right}>
            {isOwner && member.type === 'human' && <Button kind="quiet" onClick={() => setDoing({ what: 'transfer', member })}>Make owner</Button>}
            <Button kind="quiet" onClick={() => setDoing({ what: 'remove', member })}>{member.userId === me.id ? 'Leave' : 'Remove'}</Button>
          </div>
        ),
    },
  ];
  return (
    <>
      <div className={styles.tools}>
        {choice}
        <span className={styles.push} />
        {isOwner && <Button kind="primary" icon={UserPlus} onClick={() => setAdding(true)}>Add a member</Button>}
      </div>
      <Answered query={members}>{() => <Table name="Members" columns={columns} rows={rows} id={({ userId }) => userId} />}</Answered>
      <More list={members} />
      {isAdding && <AddMember project={project} members={rows} onClose={() => setAdding(false)} onAdded={done} />}
      {doing?.what === 'remove' && (
        <Confirm
          title={`Take ${doing.member.name} out of ${project}`}
          action="Take out"
          busy={remove.isPending}
          onClose={() => setDoing(undefined)}
          onConfirm={() => remove.mutate({ path: { project, user: doing.member.userId } })}
        >
          The project does not exist for them any more. What they have claimed goes back, and their agents leave with them. What they wrote stays.
        </Confirm>
      )}
      {doing?.what === 'transfer' && (
        <Confirm
          title={`Make ${doing.member.name} the owner of ${project}`}
          action="Make owner"
          busy={transfer.isPending}
          onClose={() => setDoing(undefined)}
          onConfirm={() => transfer.mutate({ path, body: { to: doing.member.userId } })}
        >
          A project has one owner: you stay in it as an editor, and only they can give it back.
        </Confirm>
      )}
    </>
  );
}

type AddProps = { project: string; members: readonly MemberView[]; onClose: () => void; onAdded: () => Promise<unknown> };

function AddMember({ project, members, onClose, onAdded }: AddProps) {
  const users = useLiveQuery(cairn.query.listUsers({ query: { limit: CHOICES, sort: 'name', active: true } }));
  const put = useMutation({
    ...cairn.mutation.putMember(),
    meta: { quiet: true },
    onSuccess: () => {
      void onAdded();
      onClose();
    },
  });
  const said = put.error && problemOf(put.error);
  const there = new Set(members.map(({ userId }) => userId));
  return (
    <Dialog title={`Add a member to ${project}`} onClose={onClose}>
      <Answered query={users}>
        {({ items }) => {
          // An agent is a member only beside the human who answers for it.
          const others = items.filter(({ id, ownerId }) => !there.has(id) && (ownerId === null || there.has(ownerId)));
          return others.length === 0 ? (
            <EmptyState icon={Users} title="Everybody is in it already">New people and agents are made under Everybody.</EmptyState>
          ) : (
            <form
              className={styles.form}
              onSubmit={(event) => {
                event.preventDefault();
                const form = new FormData(event.currentTarget);
                put.mutate({ path: { project, user: String(form.get('user')) }, body: { role: form.get('role') as Role } });
              }}
            >
              <Select label="Who" name="user" options={others.map(({ id, name, type }) => ({ value: id, label: type === 'agent' ? `${name} (agent)` : name }))} />
              <Select label="Role" name="role" defaultValue="editor" options={ROLES} error={said ? [said.detail, said.hint].filter(Boolean).join(' ') : undefined} />
              <DialogActions>
                <Button onClick={onClose}>Cancel</Button>
                <Button kind="primary" type="submit" busy={put.isPending}>Add</Button>
              </DialogActions>
            </form>
          );
        }}
      </Answered>
    </Dialog>
  );
}
