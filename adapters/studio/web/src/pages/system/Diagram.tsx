import { Fragment, type ReactNode } from 'react';
import { Link } from 'react-router';
import { classes } from '../../ui/classes.ts';
import { Select } from '../../ui/Field.tsx';
import { Table } from '../../ui/Table.tsx';
import { usePlace } from '../../ui/usePlace.ts';
import text from '../../../../../../docs/schema/README.md?raw';
import styles from './Diagram.module.css';
import { type Entity, placed, type Placed, tablesOf } from './schema.ts';

const WIDTH = 150;
const GAP = 60;
const HEIGHT = 26;
const ROW = 34;

const entities = tablesOf(text);
const tables = placed(entities);
const byName = new Map(tables.map((each) => [each.name, each]));
const size = {
  width: (Math.max(...tables.map(({ layer }) => layer)) + 1) * (WIDTH + GAP) - GAP,
  height: (Math.max(...tables.map(({ row }) => row)) + 1) * ROW,
};
const left = ({ layer }: Placed) => layer * (WIDTH + GAP);
const top = ({ row }: Placed) => row * ROW;
const search = (table: string) => `?tab=schema&table=${table}`;

/** The tables of the database and what they refer to, and one of them in full. */
export default function Diagram() {
  const [place, go] = usePlace();
  const chosen = entities.find(({ name }) => name === place.get('table')) ?? entities.find(({ name }) => name === 'tickets') ?? entities[0]!;
  const isNear = ({ name, references }: Entity) =>
    name === chosen.name || references.some(({ to }) => to === chosen.name) || chosen.references.some(({ to }) => to === name);
  return (
    <div className={styles.schema}>
      <p className={styles.about}>The {entities.length} tables of the database: each refers to those on its left. A click shows one in full.</p>
      <div className={styles.frame} tabIndex={0} role="region" aria-label="Diagram of the tables">
        <div className={styles.plane} style={size}>
          <svg className={styles.lines} {...size} aria-hidden>
            {tables.flatMap((from) => from.references.map(({ column, to }) => {
              const target = byName.get(to);
              const isOfChosen = from.name === chosen.name || to === chosen.name;
              return target && target !== from && <path key={`${from.name}.${column}`} d={curve(from, target)} className={classes(styles.line, isOfChosen && styles.isNear)} />;
            }))}
          </svg>
          {tables.map((table) => (
            <Link
              key={table.name}
              to={search(table.name)}
              replace
              preventScrollReset
              aria-current={table.name === chosen.name || undefined}
              className={classes(styles.node, isNear(table) && styles.isNear)}
              style={{ left: left(table), top: top(table), width: WIDTH, height: HEIGHT }}
            >
              {table.name}
            </Link>
          ))}
        </div>
      </div>
      <section className={styles.one} aria-labelledby="table">
        <div className={styles.head}>
          <h2 id="table">{chosen.name}</h2>
          <Select label="Table" hideLabel value={chosen.name} options={entities.map(({ name }) => ({ value: name, label: name }))} onChange={({ target }) => go({ table: target.value }, true)} />
        </div>
        <Neighbours of={chosen} />
        <Table
          name={`Columns of ${chosen.name}`}
          rows={chosen.columns}
          id={({ name }) => name}
          columns={[
            { head: 'Column', cell: ({ name, isKey }) => isKey ? <strong>{name}</strong> : name },
            { head: 'Type', narrow: true, cell: ({ type }) => type },
            { head: 'May be empty', narrow: true, cell: ({ mayBeNull }) => (mayBeNull ? 'yes' : '') },
            { head: 'Rules', cell: ({ rules }) => <Code text={rules} /> },
          ]}
        />
        <ul className={styles.rules}>
          {[...chosen.checks.map((check) => `Always ${check}`), ...chosen.indexes.map((index) => `Index ${index}`)].map((rule) => <li key={rule}><Code text={rule} /></li>)}
        </ul>
      </section>
    </div>
  );
}

function curve(from: Placed, to: Placed): string {
  const begin = { x: left(from), y: top(from) + HEIGHT / 2 };
  const end = { x: left(to) + WIDTH, y: top(to) + HEIGHT / 2 };
  const middle = Math.max((begin.x - end.x) / 2, GAP / 2);
  return `M ${begin.x} ${begin.y} C ${begin.x - middle} ${begin.y}, ${end.x + middle} ${end.y}, ${end.x} ${end.y}`;
}

function Neighbours({ of: { name, references } }: { of: Entity }) {
  const from = entities.flatMap((each) => each.references.filter(({ to }) => to === name).map(({ column }) => ({ table: each.name, column })));
  return (
    <dl className={styles.neighbours}>
      <Listed name="Refers to">{references.map(({ column, to }) => <Fragment key={column}><Link to={search(to)} replace preventScrollReset>{to}</Link> by {column}</Fragment>)}</Listed>
      <Listed name="Referred to by">{from.map(({ table, column }) => <Fragment key={`${table}.${column}`}><Link to={search(table)} replace preventScrollReset>{table}</Link> by {column}</Fragment>)}</Listed>
    </dl>
  );
}

function Listed({ name, children }: { name: string; children: readonly ReactNode[] }) {
  return <div><dt>{name}</dt><dd>{children.length === 0 ? 'nothing' : children.map((child, at) => <span key={at}>{at > 0 && ', '}{child}</span>)}</dd></div>;
}

/** Text in which some stands between backquotes. */
function Code({ text }: { text: string }) {
  return text.split('`').map((part, at) => (at % 2 === 1 ? <code key={at} className={styles.code}>{part}</code> : <Fragment key={at}>{part}</Fragment>));
}
