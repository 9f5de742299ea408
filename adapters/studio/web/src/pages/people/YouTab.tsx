import { type FormEvent, useState } from 'react';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import type { AuthOwnSession, User } from 'cairn-client';
import { useLive } from 'cairn-client/react';
import { cairn } from '../../cairn.ts';
import { leavePage } from '../../shell/leave.ts';
import { Button } from '../../ui/Button.tsx';
import { Confirm } from '../../ui/Confirm.tsx';
import { Field } from '../../ui/Field.tsx';
import { More } from '../../ui/More.tsx';
import { problemOf } from '../../ui/problem.ts';
import { Answered } from '../../ui/States.tsx';
import { Badge } from '../../ui/Status.tsx';
import { type Column, Table } from '../../ui/Table.tsx';
import { Time } from '../../ui/Time.tsx';
import { toast } from '../../ui/Toast.tsx';
import styles from './People.module.css';

const PAGE = 50;
const BROWSERS = ['Edg', 'OPR', 'Firefox', 'Chrome', 'Safari'];
const NAMES: Record<string, string> = { Edg: 'Edge', OPR: 'Opera' };

/** @param accounts undefined as long as nobody knows whether there are any */
export function YouTab({ me, accounts }: { me: User; accounts: boolean | undefined }) {
  return (
    <div className={styles.you}>
      <Sessions />
      <section className={styles.card} aria-labelledby="password">
        <h2 id="password">Your password</h2>
        {accounts && <Password me={me} />}
        {accounts === false && (
          <p className={styles.off}>
            There is none: accounts are off, and the link that <code>cairn open</code> prints lets you in. Started with <code>CAIRN_ACCOUNTS=on</code>,
            the server has people register and log in.
          </p>
        )}
      </section>
    </div>
  );
}

function Sessions() {
  const client = useQueryClient();
  const options = cairn.query.listSessionsInfinite({ query: { limit: PAGE } });
  const sessions = useInfiniteQuery(options);
  useLive(options.queryKey);
  const [isLeaving, setLeaving] = useState(false);
  const end = useMutation({ ...cairn.mutation.endSession(), onSettled: () => void client.invalidateQueries({ queryKey: options.queryKey }) });
  const endAll = useMutation({ ...cairn.mutation.logOutEverywhere(), onSuccess: leavePage });
  const columns: Column<AuthOwnSession>[] = [
    {
      head: 'Where',
      cell: ({ userAgent, current }) => (
        <span className={styles.name} title={userAgent ?? undefined}>{browser(userAgent)}{current && <Badge tone="accent">this one</Badge>}</span>
      ),
    },
    { head: 'Begun', cell: ({ createdAt }) => <Time at={createdAt} /> },
    { head: 'Last seen', cell: ({ lastSeenAt }) => <Time at={lastSeenAt} /> },
    { head: 'Ends', cell: ({ expiresAt }) => <Time at={expiresAt} /> },
    {
      head: 'Actions',
      narrow: true,
      cell: ({ id, current }) => !current && (
        <div className={styles.right}>
          <Button kind="quiet" busy={end.isPending && end.variables.path.session === id} onClick={() => end.mutate({ path: { session: id } })}>End</Button>
        </div>
      ),
    },
  ];
  return (
    <section className={styles.part} aria-labelledby="sessions">
      <div className={styles.tools}>
        <h2 id="sessions">Your sessions</h2>
        <span className={styles.push} />
        <Button onClick={() => setLeaving(true)}>Log out everywhere</Button>
      </div>
      <Answered query={sessions}>
        {({ pages }) => <Table name="Sessions" columns={columns} rows={pages.flatMap(({ items }) => items)} id={({ id }) => id} />}
      </Answered>
      <More list={sessions} />
      {isLeaving && (
        <Confirm title="Log out everywhere" action="Log out everywhere" busy={endAll.isPending} onClose={() => setLeaving(false)} onConfirm={() => endAll.mutate({})}>
          All your sessions end, this one among them. Tokens stay as they are.
        </Confirm>
      )}
    </section>
  );
}

function browser(userAgent: string | null): string {
  if (!userAgent) {
    return 'Unknown';
  }
  const name = BROWSERS.find((each) => userAgent.includes(`${each}/`));
  const system = /Windows|Android|iPhone|iPad|Mac OS X|CrOS|Linux/.exec(userAgent)?.[0];
  return name ? `${NAMES[name] ?? name}${system ? ` on ${system}` : ''}` : userAgent.slice(0, 40);
}

function Password({ me }: { me: User }) {
  const change = useMutation({
    ...cairn.mutation.changePassword(),
    meta: { quiet: true },
    gcTime: 0,
    onSuccess: () => toast('Your password is changed. All other sessions ended.'),
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const data = new FormData(form);
    change.mutate({ body: { currentPassword: String(data.get('current')), newPassword: String(data.get('new')) } }, { onSuccess: () => form.reset() });
  };
  const said = change.error && problemOf(change.error);
  return (
    <form className={styles.form} onSubmit={submit}>
      <input type="text" autoComplete="username" value={me.name} readOnly hidden aria-label="Name" />
      <Field label="The one you have" name="current" type="password" autoComplete="current-password" required />
      <Field
        label="The new one"
        name="new"
        type="password"
        autoComplete="new-password"
        required
        hint="All other sessions end"
        error={said ? [said.detail, said.hint].filter(Boolean).join(' ') : undefined}
      />
      <Button kind="primary" type="submit" busy={change.isPending}>Change it</Button>
    </form>
  );
}
