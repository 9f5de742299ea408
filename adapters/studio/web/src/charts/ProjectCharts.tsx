import { useEffect } from 'react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useLive } from 'cairn-client/react';
import { calm } from '../calm.ts';
import { cairn } from '../cairn.ts';
import { Answered } from '../ui/States.tsx';
import { bucketsOf, plusDays } from './buckets.ts';
import { Chart } from './Chart.tsx';
import { burnUp, countIn } from './series.ts';
import styles from './Chart.module.css';

const PAGE = 200;
const PAGES_MAX = 5;
const PAUSE_MILLIS = 5_000;
const DAY_MILLIS = 86_400_000;

/** What there is to do in a project and what is done of it, by when its tickets were created and completed. @param days so far back, or from the beginning */
export function ProjectCharts({ project, days }: { project: string; days: number | undefined }) {
  const options = cairn.query.listTicketsInfinite({ path: { project }, query: { limit: PAGE, sort: '-createdAt', include: 'total', archived: 'any' } });
  const tickets = useInfiniteQuery(calm(options, PAUSE_MILLIS));
  useLive(options.queryKey);
  const { data, hasNextPage, isFetching, fetchNextPage } = tickets;
  const pages = data?.pages.length ?? 0;
  useEffect(() => {
    if (hasNextPage && !isFetching && pages < PAGES_MAX) {
      void fetchNextPage();
    }
  }, [hasNextPage, isFetching, pages]);
  return (
    <Answered query={tickets}>
      {(read) => {
        const all = read.pages.flatMap(({ items }) => items);
        const oldest = Math.min(...all.flatMap(({ createdAt, completedAt }) => [Date.parse(createdAt), ...(completedAt ? [Date.parse(completedAt)] : [])]));
        if (all.length === 0) {
          return <p className={styles.none}>They appear with the first ticket.</p>;
        }
        const now = Date.now();
        const from = Math.max(oldest, days ? plusDays(now, 1 - days) : 0);
        const buckets = bucketsOf(from, now, DAY_MILLIS);
        const { scope, done } = burnUp(all, buckets);
        const total = read.pages[0]?.total ?? all.length;
        const note = all.length < total ? `Of the newest ${all.length} of ${total} tickets.` : `Of all ${total} tickets, archived ones too; those closed without being completed do not count.`;
        return (
          <div className={styles.charts}>
            <Chart
              title="Burn-up"
              buckets={buckets}
              note={note}
              series={[
                { name: 'Tickets', kind: 'line', tone: 'soft', values: scope },
                { name: 'Completed', kind: 'area', tone: 'accent', values: done },
              ]}
            />
            <Chart
              title="Created and completed"
              buckets={buckets}
              series={[
                { name: 'Completed', kind: 'bar', tone: 'accent', values: countIn(all.flatMap(({ completedAt }) => completedAt ?? []), buckets) },
                { name: 'Created', kind: 'line', tone: 'soft', values: countIn(all.map(({ createdAt }) => createdAt), buckets) },
              ]}
            />
          </div>
        );
      }}
    </Answered>
  );
}
