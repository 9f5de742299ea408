import { type ReactNode, useEffect, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { cairn } from '../../cairn.ts';
import { classes } from '../../ui/classes.ts';
import { bytes, count } from '../../ui/figures.ts';
import { Answered } from '../../ui/States.tsx';
import { Badge, Status, words } from '../../ui/Status.tsx';
import { type Column, Table } from '../../ui/Table.tsx';
import { Metrics, perSecond } from './metrics.ts';
import { Spark } from './Spark.tsx';
import styles from './Figures.module.css';

/** No event tells of figures. */
const LOOK_MILLIS = 2_000;
const MOMENTS_MAX = 60;
const ROUTES_SHOWN = 12;
/** Above it something keeps the write-ahead log from being folded in. */
const WAL_BYTES_WORRY = 64_000_000;

export function Figures() {
  const options = cairn.query.getMetrics();
  const figures = useQuery({ ...options, refetchInterval: LOOK_MILLIS });
  const readiness = useQuery({ ...cairn.query.getReadiness(), refetchInterval: LOOK_MILLIS, retry: false });
  const [moments, setMoments] = useState<readonly Metrics[]>([]);
  useEffect(() => {
    const text = figures.data;
    if (typeof text === 'string') {
      setMoments((before) => [...before, new Metrics(text, figures.dataUpdatedAt)].slice(-MOMENTS_MAX));
    }
  }, [figures.dataUpdatedAt]);
  const now = moments.at(-1);
  return (
    <Answered query={{ ...figures, data: now }}>
      {(shown) => (
        <div className={styles.figures}>
          <div className={styles.cards}>
            <Health now={shown} status={readiness.data?.status} reason={readiness.error ? readiness.error.detail : readiness.data?.reason} />
            <Rates moments={moments} />
            <Work now={shown} />
            <Claims now={shown} />
            <Database now={shown} />
            <Events now={shown} />
          </div>
          <Routes now={shown} />
        </div>
      )}
    </Answered>
  );
}

function Card({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={styles.card} aria-label={title}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

/** @param worry why the figure asks for somebody's eyes, if it does */
function Figure({ name, value, worry }: { name: ReactNode; value: ReactNode; worry?: string | false }) {
  return (
    <div className={styles.figure}>
      <dt>{name}</dt>
      <dd className={classes(Boolean(worry) && styles.worry)}>
        {worry && <Badge tone="warning">{worry}</Badge>}
        {value}
      </dd>
    </div>
  );
}

function Health({ now, status, reason }: { now: Metrics; status: string | undefined; reason: string | null | undefined }) {
  const isUp = status === 'up';
  const failed = now.sum('cairn_http_requests_total', { status: '5xx' });
  const lost = now.sum('cairn_database_write_failures_total');
  return (
    <Card title="Health">
      <p className={styles.big}><Status status={isUp ? 'ready' : status === undefined && !reason ? 'asking' : 'not ready'} tone={isUp ? 'completed' : 'blocked'} /></p>
      {reason && <p className={styles.soft}>{reason}</p>}
      <dl>
        <Figure name="Database" value={now.has('cairn_database_wal_bytes') ? 'SQLite' : 'PostgreSQL'} />
        <Figure name="Requests that failed here" value={count(failed)} worry={failed > 0 && 'see the log'} />
        <Figure name="Writes that failed" value={count(lost)} worry={lost > 0 && 'see the log'} />
        <Figure name="Connections cut" value={count(now.sum('cairn_http_connections_cut_total'))} />
      </dl>
    </Card>
  );
}

const RATES = [
  { name: 'cairn_http_requests_total', title: 'Requests' },
  { name: 'cairn_database_writes_total', title: 'Writes' },
  { name: 'cairn_claims_total', title: 'Handed out' },
];

function Rates({ moments }: { moments: readonly Metrics[] }) {
  return (
    <Card title="Every second">
      {RATES.map(({ name, title }) => {
        const rates = moments.slice(1).map((moment, index) => perSecond(moments[index]!, moment, name));
        const last = rates.at(-1) ?? 0;
        return (
          <div key={name} className={styles.rate}>
            <span>{title}</span>
            <Spark values={rates} length={MOMENTS_MAX - 1} />
            <span className={styles.number}>{last < 10 ? last.toFixed(1) : count(Math.round(last))}</span>
          </div>
        );
      })}
      <p className={styles.soft}>The last {Math.round((MOMENTS_MAX * LOOK_MILLIS) / 60_000)} minutes of this page</p>
    </Card>
  );
}

const ITEM_TONES: Record<string, string> = { ready: 'open', scheduled: 'open', blocked: 'blocked', claimed: 'in_progress', stalled: 'blocked', failed: 'blocked' };

function Work({ now }: { now: Metrics }) {
  const age = now.sum('cairn_queue_oldest_ready_age_seconds');
  return (
    <Card title="Work on queues">
      <dl>
        {[...now.by('cairn_queue_items', 'state')].map(([state, number]) => (
          <Figure
            key={state}
            name={<Status status={state} tone={ITEM_TONES[state] ?? 'open'} />}
            value={count(number)}
            worry={state === 'stalled' && number > 0 && 'nobody sweeps'}
          />
        ))}
        <Figure name="The oldest waits" value={age > 0 ? span(age) : '—'} />
      </dl>
    </Card>
  );
}

function Claims({ now }: { now: Metrics }) {
  const expired = now.sum('cairn_leases', { state: 'expired' });
  return (
    <Card title="Claims">
      <dl>
        <Figure name="Held now" value={count(now.sum('cairn_leases', { state: 'live' }))} />
        <Figure name="Held, lease expired" value={count(expired)} />
        <Figure name="Callers that wait for work" value={count(now.sum('cairn_claims_waiting'))} />
        <Figure name="Handed out since the start" value={count(now.sum('cairn_claims_total'))} />
        {[...now.by('cairn_claims_ended_total', 'outcome')].filter(([, number]) => number > 0).map(([outcome, number]) => (
          <Figure key={outcome} name={`Ended: ${words(outcome).toLowerCase()}`} value={count(number)} />
        ))}
      </dl>
    </Card>
  );
}

function Database({ now }: { now: Metrics }) {
  const isSqlite = now.has('cairn_database_wal_bytes');
  const wal = now.sum('cairn_database_wal_bytes');
  const wait = now.quantile('cairn_database_write_wait_seconds', 0.95);
  const groups = now.sum('cairn_database_write_group_size_count');
  return (
    <Card title="Database">
      <dl>
        <Figure name="Writes since the start" value={count(now.sum('cairn_database_writes_total'))} />
        <Figure name="Connections busy" value={`${now.sum('cairn_database_connections', { state: 'busy' })} of ${now.sum('cairn_database_connections')}`} />
        <Figure name="Callers that wait" value={count(now.sum('cairn_database_waiting'))} />
        {isSqlite && (
          <>
            <Figure name="Writes waited, 95 %" value={wait === undefined ? '—' : `≤ ${span(wait)}`} />
            <Figure name="Writes in one commit" value={groups ? (now.sum('cairn_database_write_group_size_sum') / groups).toFixed(1) : '—'} />
            <Figure name="Write-ahead log" value={bytes(wal)} worry={wal > WAL_BYTES_WORRY && 'large'} />
          </>
        )}
        {now.has('cairn_database_write_retries_total') && <Figure name="Writes tried again" value={count(now.sum('cairn_database_write_retries_total'))} />}
      </dl>
    </Card>
  );
}

function Events({ now }: { now: Metrics }) {
  const lost = now.sum('cairn_event_overflows_total');
  return (
    <Card title="Events">
      <dl>
        <Figure name="Streams open" value={count(now.sum('cairn_event_streams'))} />
        <Figure name="Streams catching up" value={count(now.sum('cairn_event_streams_behind'))} />
        <Figure name="Events that wait to be taken" value={count(now.sum('cairn_event_buffered'))} />
        <Figure name="Streams that fell behind" value={count(lost)} />
        <Figure name="Newest entry of the log" value={count(now.sum('cairn_event_newest'))} />
        <Figure name="Requests under way" value={count(now.sum('cairn_http_requests_in_flight'))} />
      </dl>
    </Card>
  );
}

type Route = { method: string; route: string; requests: number; errors: number; typical: number | undefined; slow: number | undefined };

const DURATION = 'cairn_http_request_duration_seconds';

/** Those that took most time in all come first. */
function Routes({ now }: { now: Metrics }) {
  const all = [...now.by(`${DURATION}_sum`, 'route')].flatMap(([route]) =>
    [...now.by(`${DURATION}_sum`, 'method', { route })].map(([method, seconds]) => ({ route, method, seconds })),
  );
  const rows: Route[] = all
    .toSorted((a, b) => b.seconds - a.seconds)
    .slice(0, ROUTES_SHOWN)
    .map(({ route, method }) => {
      const labels = { route, method };
      return {
        ...labels,
        requests: now.sum(`${DURATION}_count`, labels),
        errors: now.sum('cairn_http_requests_total', { ...labels, status: '5xx' }),
        typical: now.quantile(DURATION, 0.5, labels),
        slow: now.quantile(DURATION, 0.95, labels),
      };
    });
  const columns: Column<Route>[] = [
    { head: 'Request', cell: ({ method, route }) => <code className={styles.route}>{method} {route}</code> },
    { head: 'Times', number: true, cell: ({ requests }) => count(requests) },
    { head: 'Half within', number: true, cell: ({ typical }) => (typical === undefined ? '—' : span(typical)) },
    { head: '95 % within', number: true, cell: ({ slow }) => (slow === undefined ? '—' : span(slow)) },
    { head: 'Failed', number: true, cell: ({ errors }) => (errors > 0 ? <Badge tone="danger">{count(errors)}</Badge> : '0') },
  ];
  return (
    <section className={styles.routes} aria-labelledby="routes">
      <h2 id="routes">Where the time goes</h2>
      <p className={styles.soft}>Since the start of the server. Times are read from the bounds of histograms: they are about right, not exact.</p>
      <Table name="Requests" columns={columns} rows={rows} id={({ method, route }) => `${method} ${route}`} />
    </section>
  );
}

/** Seconds, as people say them. */
function span(seconds: number): string {
  if (seconds < 1) {
    const millis = seconds * 1_000;
    return `${millis > 0 && millis < 10 ? millis.toFixed(1) : Math.round(millis)} ms`;
  }
  if (seconds < 90) {
    return `${seconds < 10 ? seconds.toFixed(1) : Math.round(seconds)} s`;
  }
  const minutes = seconds / 60;
  return minutes < 90 ? `${Math.round(minutes)} min` : `${Math.round(minutes / 60)} h`;
}
