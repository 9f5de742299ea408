import { Link } from 'react-router';
import type { ProjectOverview } from 'cairn-client';
import { Status } from '../../ui/Status.tsx';
import { Time } from '../../ui/Time.tsx';
import styles from './Home.module.css';

const SHOWN = ['open', 'in_progress', 'review', 'blocked', 'completed'];

export function ProjectCard({ project: { key, name, tickets, openTasks, queueDepth, lastActivityAt } }: { project: ProjectOverview }) {
  return (
    <article className={styles.card}>
      <header className={styles.cardHead}>
        <h2><Link to={`/p/${key}/board`} className={styles.cardLink}>{name}</Link></h2>
        <span className={styles.key}>{key}</span>
      </header>
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
    </article>
  );
}
