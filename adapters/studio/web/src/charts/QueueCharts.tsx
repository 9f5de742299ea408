import { useLiveQuery } from 'cairn-client/react';
import type { Queue } from 'cairn-client';
import { calm } from '../calm.ts';
import { cairn } from '../cairn.ts';
import { Answered } from '../ui/States.tsx';
import { duration } from '../ui/duration.ts';
import { bucketsOf } from './buckets.ts';
import { Chart } from './Chart.tsx';
import { countIn, meanIn, waits } from './series.ts';
import styles from './Chart.module.css';

const CLAIMS_MAX = 200;
const PAUSE_MILLIS = 5_000;

/** What goes through a queue, and how long it takes, by the newest attempts that ended. */
export function QueueCharts({ queue }: { queue: Queue }) {
  const ended = useLiveQuery(calm(cairn.query.listClaims({ query: { queue: queue.id, ended: 'true', limit: CLAIMS_MAX } }), PAUSE_MILLIS));
  const left = useLiveQuery(
    calm(cairn.query.listQueueItems({ path: { queue: queue.id }, query: { sort: '-enqueuedAt', limit: CLAIMS_MAX } }), PAUSE_MILLIS),
  );
  return (
    <Answered query={ended}>
      {({ items: claims, nextCursor }) => {
        const oldest = claims.at(-1);
        if (!oldest) {
          return <p className={styles.none}>They appear with the first attempt that ends.</p>;
        }
        const buckets = bucketsOf(Date.parse(oldest.claimedAt), Date.now());
        const endings = (...outcomes: string[]) =>
          countIn(claims.flatMap(({ endedAt, outcome }) => (endedAt && outcomes.includes(outcome ?? '') ? [endedAt] : [])), buckets);
        const work = claims.flatMap(({ endedAt, claimedAt, outcome }) =>
          endedAt && outcome === 'completed' ? [{ at: endedAt, value: Date.parse(endedAt) - Date.parse(claimedAt) }] : [],
        );
        const note = `From the ${nextCursor ? 'newest ' : ''}${claims.length} attempts that ended.`;
        return (
          <div className={styles.charts}>
            <Chart
              title="Throughput"
              buckets={buckets}
              note={note}
              series={[
                { name: 'Completed', kind: 'bar', tone: 'accent', values: endings('completed', 'finished') },
                { name: 'Given back', kind: 'bar', tone: 'soft', values: endings('released', 'cancelled') },
                { name: 'Failed or lost', kind: 'bar', tone: 'bad', values: endings('failed', 'lost') },
              ]}
            />
            <Chart
              title="Time per item, on average"
              buckets={buckets}
              format={duration}
              isTime
              note={`${note} Waiting: until first held, of the newest ${CLAIMS_MAX} items at most.`}
              series={[
                { name: 'Waiting', kind: 'line', tone: 'orange', values: meanIn(waits(claims, left.data?.items ?? []), buckets) },
                { name: 'In work', kind: 'line', tone: 'blue', values: meanIn(work, buckets) },
              ]}
            />
          </div>
        );
      }}
    </Answered>
  );
}
