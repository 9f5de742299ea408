import { useEffect, useState } from 'react';
import { X } from 'lucide-react';
import { useLiveQuery } from 'cairn-client/react';
import { cairn } from '../../cairn.ts';
import { PRIORITY_CHOICES, TYPE_CHOICES } from '../../tickets/choices.ts';
import { Button } from '../../ui/Button.tsx';
import { Field, Select } from '../../ui/Field.tsx';
import styles from './Board.module.css';
import { useFilters } from './filters.ts';

const PAUSE_MILLIS = 200;

export function FilterBar({ project }: { project: string }) {
  const { filters, showsClosed, set, clear } = useFilters();
  const members = useLiveQuery(cairn.query.listMembers({ path: { project } }));
  const people = (members.data?.items ?? []).map(({ userId, name }) => ({ value: userId, label: name }));
  const choose = (name: 'priority' | 'type' | 'assignee', label: string, options: { value: string; label: string }[]) => (
    <Select
      label={label}
      hideLabel
      value={filters[name] ?? ''}
      options={[{ value: '', label: `Any ${label.toLowerCase()}` }, ...options]}
      onChange={({ target }) => set(name, target.value)}
    />
  );
  return (
    <search className={styles.filters} aria-label="Filter the board">
      <Words name="q" label="Words" value={filters.q ?? ''} onChange={set} />
      {choose('priority', 'Priority', PRIORITY_CHOICES)}
      {choose('type', 'Type', TYPE_CHOICES)}
      {choose('assignee', 'Assignee', people)}
      <Words name="label" label="Label" value={filters.label ?? ''} onChange={set} />
      <label className={styles.check}>
        <input type="checkbox" checked={showsClosed} onChange={({ target }) => set('closed', target.checked ? '1' : '')} /> Closed
      </label>
      {Object.keys(filters).length > 0 && <Button kind="quiet" icon={X} onClick={clear}>Clear</Button>}
    </search>
  );
}

/** Filters as soon as somebody pauses. */
function Words({ name, label, value, onChange }: { name: string; label: string; value: string; onChange: (name: string, value: string) => void }) {
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  useEffect(() => {
    if (typed !== value) {
      const timer = setTimeout(() => onChange(name, typed.trim()), PAUSE_MILLIS);
      return () => clearTimeout(timer);
    }
    return undefined;
  }, [typed]);
  return <Field label={label} hideLabel type="search" placeholder={label} value={typed} onChange={({ target }) => setTyped(target.value)} />;
}
