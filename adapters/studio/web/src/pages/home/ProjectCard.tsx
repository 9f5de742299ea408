import { useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import { MoreHorizontal, Trash2 } from 'lucide-react';
import { Link } from 'react-router';
import type { ProjectOverview } from 'cairn-client';
import { cairn } from '../../cairn.ts';
import { Button } from '../../ui/Button.tsx';
import { Confirm } from '../../ui/Confirm.tsx';
import { Menu, MenuItem } from '../../ui/Menu.tsx';
import { Status } from '../../ui/Status.tsx';
import { Time } from '../../ui/Time.tsx';
import { toast } from '../../ui/Toast.tsx';
import styles from './Home.module.css';

const SHOWN = ['open', 'in_progress', 'review', 'blocked', 'completed'];

export function ProjectCard({ project: { projectId, key, name, tickets, openTasks, queueDepth, lastActivityAt } }: { project: ProjectOverview }) {
  const [isDeleting, setDeleting] = useState(false);
  const restore = useMutation(cairn.mutation.restoreProject());
  const remove = useMutation({
    ...cairn.mutation.deleteProject(),
    onSuccess: () => {
      setDeleting(false);
      const take = () => restore.mutate({ path: { project: projectId } });
      toast(`${name} was deleted`, { action: { name: 'Take it back', onSelect: take } });
    },
  });
  return (
    <article className={styles.card}>
      <header className={styles.cardHead}>
        <h2><Link to={`/p/${key}/board`} className={styles.cardLink}>{name}</Link></h2>
        <span className={styles.key}>{key}</span>
        <div className={styles.cardMenu}>
          <Menu align="end" trigger={<Button kind="quiet" icon={MoreHorizontal} iconOnly>{`More about ${name}`}</Button>}>
            <MenuItem icon={Trash2} danger onSelect={() => setDeleting(true)}>Delete</MenuItem>
          </Menu>
        </div>
      </header>
      <div className={styles.bar} aria-hidden>
        {SHOWN.map((status) => <span key={status} style={{ flexGrow: tickets[status] ?? 0, background: `var(--status-${status})` }} />)}
      </div>
      <dl className={styles.counts}>
        {SHOWN.map((status) => (
          <div key={status}>
            <dt><Status status={status} /></dt>
            <dd>{tickets[status] ?? 0}</dd>
          </div>
        ))}
      </dl>
      <footer className={styles.cardFoot}>
        <span>{openTasks} open tasks</span>
        <span>{queueDepth} queued</span>
        {lastActivityAt && <Time at={lastActivityAt} />}
      </footer>
      {isDeleting && (
        <Confirm
          title={`Delete ${name}?`}
          action="Delete the project"
          busy={remove.isPending}
          onConfirm={() => remove.mutate({ path: { project: key } })}
          onClose={() => setDeleting(false)}
        >
          Its tickets, queues and conversations go with it. You can take it back right after.
        </Confirm>
      )}
    </article>
  );
}
