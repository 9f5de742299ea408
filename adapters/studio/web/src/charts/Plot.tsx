import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react';
import { AxisBottom, AxisLeft } from '@visx/axis';
import { GridRows } from '@visx/grid';
import { scaleBand, scaleLinear } from '@visx/scale';
import { AreaClosed, LinePath } from '@visx/shape';
import { type Buckets, nameOf } from './buckets.ts';
import type { Series } from './series.ts';
import styles from './Chart.module.css';

const HEIGHT = 180;
const MARGIN = { top: 8, right: 18, bottom: 22, left: 52 };
const TICK_PIXELS = 76;
const ROWS = 4;
const BAR_PIXELS_MAX = 32;
/** Lengths of time whose multiples are easily read. */
const UNITS = [86_400_000, 3_600_000, 60_000, 1_000];

type Props = { title: string; buckets: Buckets; series: readonly Series[]; format: (value: number) => string; isTime: boolean };

/** Bars on one another, and lines. The pointer, or the arrow keys, say the figures of one bucket. */
export default function Plot({ title, buckets, series, format, isTime }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  const [shown, setShown] = useState<number>();
  useEffect(() => {
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry!.contentRect.width)));
    observer.observe(frame.current!);
    return () => observer.disconnect();
  }, []);

  const { starts } = buckets;
  const bars = series.filter(({ kind }) => kind === 'bar');
  const lines = series.filter(({ kind }) => kind !== 'bar');
  const stacks = starts.map((_, index) => bars.reduce((sum, { values }) => sum + (values[index] ?? 0), 0));
  const highest = Math.max(...stacks, ...lines.flatMap(({ values }) => values.map((value) => value ?? 0)), 0);
  const inner = { width: Math.max(width - MARGIN.left - MARGIN.right, 10), height: HEIGHT - MARGIN.top - MARGIN.bottom };
  const x = scaleBand({ domain: [...starts], range: [0, inner.width], padding: 0.25 });
  const unit = isTime ? (UNITS.find((each) => each <= highest) ?? 1_000) : 1;
  const scale = scaleLinear({ domain: [0, Math.max(highest / unit, 1)], range: [inner.height, 0], nice: ROWS });
  const y = (value: number) => scale(value / unit);
  const barWidth = Math.min(x.bandwidth(), BAR_PIXELS_MAX);
  const middle = (start: number) => (x(start) ?? 0) + x.bandwidth() / 2;
  const every = Math.max(1, Math.ceil(starts.length / Math.max(1, Math.floor(inner.width / TICK_PIXELS))));
  const ticks = starts.filter((_, index) => (starts.length - 1 - index) % every === 0);
  const rows = scale.ticks(ROWS).filter((row) => Number.isInteger(row) || highest < 1);

  const point = ({ clientX, currentTarget }: PointerEvent<SVGSVGElement>) => {
    const at = clientX - currentTarget.getBoundingClientRect().left - MARGIN.left;
    setShown(Math.min(starts.length - 1, Math.max(0, Math.floor((at / inner.width) * starts.length))));
  };
  const walk = (event: KeyboardEvent) => {
    const last = starts.length - 1;
    const to = { ArrowLeft: (shown ?? last + 1) - 1, ArrowRight: (shown ?? last - 1) + 1, Home: 0, End: last }[event.key];
    if (to !== undefined) {
      event.preventDefault();
      setShown(Math.min(last, Math.max(0, to)));
    } else if (event.key === 'Escape') {
      setShown(undefined);
    }
  };
  const start = shown === undefined ? undefined : starts[shown];
  return (
    <div ref={frame} className={styles.space} tabIndex={0} role="group" aria-label={`${title}. The arrow keys go through it.`} onKeyDown={walk} onBlur={() => setShown(undefined)}>
      {width > 0 && (
        <svg width={width} height={HEIGHT} aria-hidden onPointerMove={point} onPointerLeave={() => setShown(undefined)}>
          <g transform={`translate(${MARGIN.left}, ${MARGIN.top})`}>
            <GridRows scale={scale} width={inner.width} tickValues={rows} className={styles.grid} stroke="currentColor" />
            {start !== undefined && <rect x={(x(start) ?? 0) - (x.step() - x.bandwidth()) / 2} width={x.step()} height={inner.height} className={styles.band} />}
            {starts.map((each, index) => {
              let top = inner.height;
              return bars.map(({ name, tone, values }) => {
                const height = inner.height - y(values[index] ?? 0);
                top -= height;
                return height > 0 && <rect key={`${each} ${name}`} x={middle(each) - barWidth / 2} y={top} width={barWidth} height={height} rx={1.5} className={`${styles.fill} ${styles[tone]}`} />;
              });
            })}
            {lines.map(({ name, kind, tone, values }) => {
              const points = starts.map((each, index) => ({ at: middle(each), value: values[index] ?? null }));
              const known = points.filter((each): each is { at: number; value: number } => each.value !== null);
              const place = { x: ({ at }: { at: number }) => at, y: ({ value }: { value: number }) => y(value) };
              return (
                <g key={name} className={styles[tone]}>
                  {kind === 'area' && <AreaClosed data={known} {...place} yScale={scale} className={styles.area} />}
                  <LinePath data={known} {...place} className={styles.line} />
                  {points.length < 16 && known.map(({ at, value }) => <circle key={at} cx={at} cy={y(value)} r={2.5} className={styles.dot} />)}
                </g>
              );
            })}
            <AxisLeft scale={scale} tickValues={rows} tickFormat={(value) => format(Number(value) * unit)} hideAxisLine hideTicks tickLabelProps={{ className: styles.tick, fill: 'currentColor', textAnchor: 'end', dx: -4, dy: 4 }} />
            <AxisBottom
              top={inner.height}
              scale={x}
              tickValues={ticks}
              tickFormat={(value) => nameOf(buckets, Number(value))}
              hideTicks
              stroke="currentColor"
              axisClassName={styles.axis ?? ''}
              tickLabelProps={{ className: styles.tick, fill: 'currentColor', textAnchor: 'middle', dy: 2 }}
            />
          </g>
        </svg>
      )}
      <p className={styles.said} role="status">
        {start !== undefined && shown !== undefined && (
          <>
            <strong>{nameOf(buckets, start)}</strong>{' '}
            {series.map(({ name, values }) => {
              const value = values[shown] ?? null;
              return <span key={name}>{name} {value === null ? '–' : format(value)}</span>;
            })}
          </>
        )}
      </p>
    </div>
  );
}
