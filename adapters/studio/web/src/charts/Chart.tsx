import { lazy, type ReactNode, Suspense, useState } from 'react';
import { ChartLine, Table2 } from 'lucide-react';
import { Button } from '../ui/Button.tsx';
import { Table } from '../ui/Table.tsx';
import { type Buckets, nameOf } from './buckets.ts';
import type { Series } from './series.ts';
import styles from './Chart.module.css';

/** What draws it is large, and loaded when the first chart is shown. */
const Plot = lazy(() => import('./Plot.tsx'));

type Props = {
  title: string;
  buckets: Buckets;
  series: readonly Series[];
  format?: (value: number) => string;
  /** Whether the figures are milliseconds: the rows are whole seconds, minutes, hours or days then. */
  isTime?: boolean;
  /** What the figures are made of, and what is left out. */
  note?: ReactNode;
  children?: ReactNode;
};

const plain = new Intl.NumberFormat('en');

/** Figures over time, as a drawing or as a table. */
export function Chart({ title, buckets, series, format = plain.format, isTime = false, note, children }: Props) {
  const [isTable, setTable] = useState(false);
  return (
    <figure className={styles.chart}>
      <figcaption className={styles.head}>
        <span className={styles.title}>{title}</span>
        <div className={styles.actions}>
          {children}
          <Button kind="quiet" icon={isTable ? ChartLine : Table2} iconOnly onClick={() => setTable(!isTable)}>
            {`${title} as a ${isTable ? 'drawing' : 'table'}`}
          </Button>
        </div>
      </figcaption>
      {isTable ? (
        <div className={styles.table}>
          <Table
            name={title}
            rows={buckets.starts.map((start, index) => ({ start, index })).toReversed()}
            id={({ start }) => String(start)}
            columns={[
              { head: 'From', cell: ({ start }) => nameOf(buckets, start) },
              ...series.map(({ name, values }) => ({
                head: name,
                number: true,
                cell: ({ index }: { index: number }) => {
                  const value = values[index] ?? null;
                  return value === null ? '–' : format(value);
                },
              })),
            ]}
          />
        </div>
      ) : (
        <>
          <ul className={styles.legend}>
            {series.map(({ name, kind, tone }) => (
              <li key={name}>
                <svg className={styles.swatch} viewBox="0 0 12 8" aria-hidden>
                  {kind === 'line' ? <line x1="0" x2="12" y1="4" y2="4" className={`${styles.line} ${styles[tone]}`} /> : <rect width="12" height="8" rx="2" className={`${styles.fill} ${styles[tone]}`} />}
                </svg>
                {name}
              </li>
            ))}
          </ul>
          <Suspense fallback={<div className={styles.space} />}>
            <Plot title={title} buckets={buckets} series={series} format={format} isTime={isTime} />
          </Suspense>
        </>
      )}
      {note && <p className={styles.note}>{note}</p>}
    </figure>
  );
}
