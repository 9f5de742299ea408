import { useState } from 'react';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { KeyRound, Plus } from 'lucide-react';
import type { ApiToken, User } from 'cairn-client';
import { useLive, useLiveQuery } from 'cairn-client/react';
import { cairn } from '../../cairn.ts';
import { Button } from '../../ui/Button.tsx';
import { Confirm } from '../../ui/Confirm.tsx';
import { More } from '../../ui/More.tsx';
import { Answered, EmptyState } from '../../ui/States.tsx';
import { Badge } from '../../ui/Status.tsx';
import { type Column, Table } from '../../ui/Table.tsx';
import { Time } from '../../ui/Time.tsx';
import { toast } from '../../ui/Toast.tsx';
import { NewToken } from './NewToken.tsx';
import styles from './People.module.css';

const PAGE = 50;
const CHOICES = 200;

export function TokensTab({ me }: { me: User }) {
  const client = useQueryClient();
  const options = cairn.query.listTokensInfinite({ query: { limit: PAGE } });
  const tokens = useInfiniteQuery(options);
  useLive(options.queryKey);
  const users = useLiveQuery(cairn.query.listUsers({ query: { limit: CHOICES } })).data?.items ?? [];
  const projects = useLiveQuery(cairn.query.listOverviews({ query: { limit: CHOICES } })).data?.items ?? [];
  const [isNew, setNew] = useState(false);
  const [revoked, setRevoked] = useState<ApiToken | undefined>();
  const changed = () => void client.invalidateQueries({ queryKey: options.queryKey });
  const revoke = useMutation({
    ...cairn.mutation.revokeToken(),
    onSuccess: () => toast(`${revoked?.name} is revoked.`),
    onSettled: () => {
      setRevoked(undefined);
      changed();
    },
  });
  const columns: Column<ApiToken>[] = [
    { head: 'Name', cell: ({ name, prefix }) => <span>{name}<br /><span className={styles.soft}><code>{prefix}…</code></span></span> },
    { head: 'Of', cell: ({ userId }) => users.find(({ id }) => id === userId)?.name ?? userId },
    { head: 'May', cell: ({ scopes }) => <span className={styles.badges}>{scopes.map((scope) => <Badge key={scope}>{scope}</Badge>)}</span> },
    { head: 'In', cell: ({ projectId }) => (projectId ? (projects.find((project) => project.projectId === projectId)?.key ?? projectId) : 'All projects') },
    { head: 'Ends', cell: (token) => <Ends token={token} /> },
    { head: 'Last used', cell: ({ lastUsedAt }) => (lastUsedAt ? <Time at={lastUsedAt} /> : 'Never') },
    {
      head: 'Actions',
      narrow: true,
      cell: (token) => <div className={styles.right}><Button kind="quiet" onClick={() => setRevoked(token)}>Revoke<span className="sr-only"> {token.name}</span></Button></div>,
    },
  ];
  return (
    <div className={styles.part}>
      <div className={styles.tools}>
        <p className={styles.off}>Keys of programs. A secret is shown once, when it is made, and is kept nowhere.</p>
        <span className={styles.push} />
        <Button kind="primary" icon={Plus} onClick={() => setNew(true)}>New token</Button>
      </div>
      <Answered query={tokens}>
        {({ pages }) => {
          const rows = pages.flatMap(({ items }) => items);
          return rows.length === 0 ? (
            <EmptyState icon={KeyRound} title="No program has a token yet">Make one for each program that works with Cairn, so that each can be revoked alone.</EmptyState>
          ) : (
            <Table name="Tokens" columns={columns} rows={rows} id={({ id }) => id} />
          );
        }}
      </Answered>
      <More list={tokens} />
      {isNew && <NewToken me={me} users={users} projects={projects} onMade={changed} onClose={() => setNew(false)} />}
      {revoked && (
        <Confirm
          title={`Revoke ${revoked.name}`}
          action="Revoke the token"
          busy={revoke.isPending}
          onClose={() => setRevoked(undefined)}
          onConfirm={() => revoke.mutate({ path: { token: revoked.id } })}
        >
          Whatever uses it is refused at once, and what it has claimed goes back when its lease ends. This cannot be taken back.
        </Confirm>
      )}
    </div>
  );
}

function Ends({ token: { expiresAt } }: { token: ApiToken }) {
  if (!expiresAt) {
    return 'Never';
  }
  return Date.parse(expiresAt) < Date.now() ? <Badge tone="warning">ended <Time at={expiresAt} /></Badge> : <Time at={expiresAt} />;
}
