import { useLiveQuery } from 'cairn-client/react';
import { Link, useParams, useSearchParams } from 'react-router';
import { calm } from '../../calm.ts';
import { cairn } from '../../cairn.ts';
import { ProjectCharts } from '../../charts/ProjectCharts.tsx';
import { QueueCharts } from '../../charts/QueueCharts.tsx';
import { UsageChart } from '../../charts/UsageChart.tsx';
import { Select } from '../../ui/Field.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { Answered } from '../../ui/States.tsx';
import { Status } from '../../ui/Status.tsx';
import styles from './Progress.module.css';

const SPANS = [
  { value: '', label: 'From the beginning' },
  { value: '90', label: 'The last 90 days' },
  { value: '30', label: 'The last 30 days' },
  { value: '7', label: 'The last 7 days' },
];
const STATUSES = ['open', 'in_progress', 'review', 'blocked', 'completed', 'closed'];
/** Each has charts of its own; more are on their pages. */
const QUEUES_MAX = 3;

export default function Progress() {
  const { project = '' } = useParams();
  const [parameters, setParameters] = useSearchParams();
  const span = SPANS.find(({ value }) => value === (parameters.get('days') ?? ''))?.value ?? '';
  const overview = useLiveQuery(calm(cairn.query.getProjectOverview({ path: { project } })));
  const queues = useLiveQuery(calm(cairn.query.listQueues({ path: { project }, query: { limit: QUEUES_MAX + 1 } })));
  return (
    <div className={styles.page}>
      <PageHead title={`Progress of ${project}`} about="What there is to do, how fast it is done, and what the agents took for it.">
        <Select label="Time" hideLabel value={span} options={SPANS} onChange={({ target }) => setParameters(target.value ? { days: target.value } : {}, { replace: true })} />
      </PageHead>
      <Answered query={overview}>
        {({ tickets }) => (
          <ul className={styles.statuses} aria-label="Tickets by status">
            {STATUSES.map((status) => <li key={status}><Status status={status} /> <strong>{tickets[status] ?? 0}</strong></li>)}
          </ul>
        )}
      </Answered>
      <section aria-labelledby="tickets">
        <h2 id="tickets">Tickets</h2>
        <ProjectCharts project={project} days={span ? Number(span) : undefined} />
      </section>
      {queues.data?.items.slice(0, QUEUES_MAX).map((queue) => (
        <section key={queue.id} aria-labelledby={`queue-${queue.id}`}>
          <h2 id={`queue-${queue.id}`}>The queue <Link to={`/p/${project}/queues?queue=${encodeURIComponent(queue.name)}`} className={styles.link}>{queue.name}</Link></h2>
          <QueueCharts queue={queue} />
        </section>
      ))}
      {(queues.data?.items.length ?? 0) > QUEUES_MAX && (
        <p className={styles.soft}>Further queues have their charts among the <Link to={`/p/${project}/queues`} className={styles.link}>queues</Link>.</p>
      )}
      <section aria-labelledby="usage">
        <h2 id="usage">What agents took</h2>
        <UsageChart project={project} />
      </section>
    </div>
  );
}
