import { Hammer, X } from 'lucide-react';
import { useMutation } from '@tanstack/react-query';
import { useLiveQuery } from 'cairn-client/react';
import { Link } from 'react-router';
import type { JobKind, JobStatus, ListedJob } from 'cairn-client';
import { cairn, queries } from '../../cairn.ts';
import { Button } from '../../ui/Button.tsx';
import { duration } from '../../ui/duration.ts';
import { Select } from '../../ui/Field.tsx';
import { More } from '../../ui/More.tsx';
import { usePaged } from '../../ui/paged.ts';
import { Answered, EmptyState } from '../../ui/States.tsx';
import { Badge, words } from '../../ui/Status.tsx';
import { Table } from '../../ui/Table.tsx';
import { Time } from '../../ui/Time.tsx';
import { usePlace } from '../../ui/usePlace.ts';
import styles from './System.module.css';

/** No event tells how far a job is. */
const LOOK_MILLIS = 5_000;
const PAGE = 50;
const KINDS: Record<JobKind, string> = {
  index: 'Index of a folder',
  reply: 'Answer of an agent',
  retention: 'Old entries forgotten',
  summary: 'Summaries of files',
};
const STATUSES: readonly JobStatus[] = ['ready', 'running', 'completed', 'failed', 'cancelled'];
const TONES: Partial<Record<JobStatus, 'accent' | 'danger'>> = { running: 'accent', failed: 'danger' };

/** What Cairn does by itself: what waits, what runs, and how it went. */
export function Jobs() {
  const [place, go] = usePlace();
  const kind = place.get('kind') ?? '';
  const status = place.get('status') ?? '';
  const wanted = { ...(kind && { kind: [kind as JobKind] }), ...(status && { status: [status as JobStatus] }) };
  const options = cairn.query.listJobsInfinite({ query: { limit: PAGE, ...wanted } });
  const jobs = usePaged({ ...options, refetchInterval: LOOK_MILLIS });
  const { data: projects } = useLiveQuery(cairn.query.listOverviews({ query: { limit: 200 } }));
  const cancel = useMutation({ ...cairn.mutation.cancelJob(), onSettled: () => queries.invalidateQueries({ queryKey: options.queryKey }) });
  return (
    <div className={styles.part}>
      <div className={styles.filters}>
        <Select
          label="Kind"
          hideLabel
          value={kind}
          options={[{ value: '', label: 'All kinds' }, ...Object.entries(KINDS).map(([value, label]) => ({ value, label }))]}
          onChange={({ target }) => go({ kind: target.value || undefined })}
        />
        <Select
          label="State"
          hideLabel
          value={status}
          options={[{ value: '', label: 'In any state' }, ...STATUSES.map((value) => ({ value, label: words(value) }))]}
          onChange={({ target }) => go({ status: target.value || undefined })}
        />
      </div>
      <Answered query={jobs}>
        {(items) => items.length === 0 ? (
          <EmptyState icon={Hammer} title={kind || status ? 'No job is like that' : 'Nothing was done in the background yet'}>
            Here is what Cairn does by itself: it indexes folders, has agents answer, has files summed up, and forgets what is old.
          </EmptyState>
        ) : (
          <Table
            name="Jobs"
            rows={items}
            id={({ id }) => id}
            columns={[
              { head: 'What', cell: (job) => <What job={job} /> },
              { head: 'State', narrow: true, cell: ({ status: is }) => <Badge {...(TONES[is] && { tone: TONES[is] })}>{words(is)}</Badge> },
              { head: 'Project', narrow: true, cell: ({ projectId }) => projectId === null ? <span className={styles.soft}>none</span> : <Project keyed={projects?.items.find((each) => each.projectId === projectId)?.key} /> },
              { head: 'Attempts', number: true, cell: ({ attempts, maxAttempts }) => `${attempts} of ${maxAttempts}` },
              { head: 'Begun', narrow: true, cell: ({ createdAt }) => <Time at={createdAt} /> },
              { head: 'Took', narrow: true, cell: ({ createdAt, finishedAt }) => finishedAt === null ? '–' : duration(Date.parse(finishedAt) - Date.parse(createdAt)) },
              {
                head: 'What can be done',
                narrow: true,
                cell: ({ id, kind: is, finishedAt }) => is === 'index' && finishedAt === null && (
                  <Button kind="quiet" icon={X} busy={cancel.isPending && cancel.variables.path.job === id} onClick={() => cancel.mutate({ path: { job: id } })}>Stop</Button>
                ),
              },
            ]}
          />
        )}
      </Answered>
      <More list={jobs} of="jobs" />
    </div>
  );
}

function What({ job: { kind, status, error, runAt } }: { job: ListedJob }) {
  return (
    <>
      {KINDS[kind]}
      {error && <span className={styles.failure}>{error}</span>}
      {status === 'ready' && Date.parse(runAt) > Date.now() && <span className={styles.soft}> comes <Time at={runAt} /></span>}
    </>
  );
}

function Project({ keyed }: { keyed: string | undefined }) {
  return keyed ? <Link to={`/p/${keyed}/board`} className={styles.name}>{keyed}</Link> : <span className={styles.soft}>another</span>;
}
