import styles from './Figures.module.css';

const HEIGHT = 24;
const WIDTH = 120;

/** A line of what was; the figure beside it says the same in words. @param length how many values make the whole width */
export function Spark({ values, length }: { values: readonly number[]; length: number }) {
  const top = Math.max(...values, 0.1);
  const from = length - values.length;
  const points = values.map((value, index) => `${(((from + index) * WIDTH) / Math.max(length - 1, 1)).toFixed(1)},${(HEIGHT - 2 - (value / top) * (HEIGHT - 4)).toFixed(1)}`);
  return (
    <svg className={styles.spark} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden>
      <polyline points={points.join(' ')} />
    </svg>
  );
}
