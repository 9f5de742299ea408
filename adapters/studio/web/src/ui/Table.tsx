import type { ReactNode } from 'react';
import { classes } from './classes.ts';
import styles from './Table.module.css';

export type Column<Row> = { head: string; cell: (row: Row) => ReactNode; number?: boolean; narrow?: boolean };

/** Rows under heads; scrolls by itself where it is too wide. @param name what screen readers call it */
export function Table<Row>({ name, columns, rows, id }: { name: string; columns: readonly Column<Row>[]; rows: readonly Row[]; id: (row: Row) => string }) {
  const side = ({ number, narrow }: Column<Row>) => classes(number && styles.number, narrow && styles.narrow);
  return (
    <div className={styles.wide} tabIndex={0} role="region" aria-label={name}>
      <table className={styles.table}>
        <thead>
          <tr>{columns.map((column) => <th key={column.head} scope="col" className={side(column)}>{column.head}</th>)}</tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={id(row)}>{columns.map((column) => <td key={column.head} className={side(column)}>{column.cell(row)}</td>)}</tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
