import { useDeferredValue, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { cairn } from '../../cairn.ts';
import { Actor } from '../../ui/Actor.tsx';
import { Field } from '../../ui/Field.tsx';
import { Badge } from '../../ui/Status.tsx';
import type { Somebody } from './names.ts';
import styles from './PersonPicker.module.css';

const FOUND_MAX = 8;

type Props = { label: string; agentsOnly?: boolean; without: readonly string[]; busy?: boolean; onPick: (somebody: Somebody) => void };

/** Finds somebody by a part of their name. @param without ids of those that are not offered */
export function PersonPicker({ label, agentsOnly, without, busy, onPick }: Props) {
  const [text, setText] = useState('');
  const q = useDeferredValue(text.trim());
  const { data } = useQuery(cairn.query.listUsers({ query: { active: true, limit: FOUND_MAX + without.length, ...(q && { q }), ...(agentsOnly && { type: ['agent'] }) } }));
  const found = data?.items.filter(({ id }) => !without.includes(id)).slice(0, FOUND_MAX) ?? [];
  return (
    <div className={styles.picker}>
      <Field label={label} type="search" placeholder="A part of the name" value={text} onChange={({ target }) => setText(target.value)} onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()} />
      <ul className={styles.found} aria-label="Found">
        {found.map(({ id, name, type }) => (
          <li key={id}>
            <button type="button" className={styles.choice} disabled={busy} onClick={() => onPick({ id, name, isAgent: type === 'agent' })}>
              <Plus size={14} aria-hidden /> <span className="sr-only">Add </span><Actor name={name} /> {type === 'agent' && <Badge tone="accent">agent</Badge>}
            </button>
          </li>
        ))}
      </ul>
      {data && found.length === 0 && <p className={styles.none}>{q ? 'Nobody else is called so.' : agentsOnly ? 'There are no other agents: create one on the page Agents.' : 'There is nobody else.'}</p>}
    </div>
  );
}
