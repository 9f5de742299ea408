import { useState } from 'react';
import { ChevronDown, Filter } from 'lucide-react';
import type { Activity } from 'cairn-client';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { changesOf, Differences } from '../../ui/Differences.tsx';
import { Menu, MenuItem, MenuLabel } from '../../ui/Menu.tsx';
import { words } from '../../ui/Status.tsx';
import styles from './Activity.module.css';
import type { Filters } from './filters.ts';
import { Told } from './Told.tsx';

const day = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
const clock = new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium' });

/** Which colour marks what happened; what it was is said in words anyway. */
const TONES: Record<string, string> = {
  created: 'good',
  completed: 'good',
  restored: 'good',
  deleted: 'bad',
  purged: 'bad',
  failed: 'bad',
  cancelled: 'bad',
  status_changed: 'moved',
  claimed: 'moved',
};

type Props = { entries: readonly Activity[]; newest: number; set: (part: Partial<Filters>) => void };

/** Entries by day. @param newest the number of the newest entry when the page was opened; what is newer lights up */
export function Timeline({ entries, newest, set }: Props) {
  const days = new Map<string, Activity[]>();
  for (const entry of entries) {
    const name = day.format(Date.parse(entry.at));
    const of = days.get(name) ?? [];
    of.push(entry);
    days.set(name, of);
  }
  return [...days].map(([name, of]) => (
    <section key={name} aria-label={name} className={styles.day}>
      <h2 className={styles.dayHead}>{name}</h2>
      <ol className={styles.entries}>
        {of.map((entry) => <Entry key={entry.seq} entry={entry} isNew={entry.seq > newest} set={set} />)}
      </ol>
    </section>
  ));
}

type EntryProps = { entry: Activity; isNew: boolean; set: Props['set'] };

function Entry({ entry, isNew, set }: EntryProps) {
  const [isOpen, setOpen] = useState(false);
  const { type, at, actorId, actorName, subjectType, subjectId, data } = entry;
  const verb = type.split('.')[1] ?? '';
  const key = (data as { key?: string } | null)?.key;
  const entity = subjectType === 'ticket' && key ? key : subjectId;
  const changes = changesOf(entry);
  return (
    <li className={classes(styles.entry, isNew && styles.isNew)}>
      <time dateTime={at} className={styles.clock}>{clock.format(Date.parse(at))}</time>
      <span className={classes(styles.mark, styles[TONES[verb] ?? ''])} aria-hidden />
      <div className={styles.what}>
        <Told entry={entry} />
        {isOpen && <Differences changes={changes} />}
      </div>
      <div className={styles.actions}>
        <Menu align="end" trigger={<Button kind="quiet" icon={Filter} iconOnly>Show only such</Button>}>
          <MenuLabel>Show only</MenuLabel>
          <MenuItem onSelect={() => set({ entity })}>{subjectType === 'ticket' && key ? key : `this ${words(subjectType).toLowerCase()}`}</MenuItem>
          {actorId && <MenuItem onSelect={() => set({ actor: actorId })}>what {actorName} did</MenuItem>}
          <MenuItem onSelect={() => set({ type })}>{type}</MenuItem>
        </Menu>
        {changes.length > 0 && (
          <Button kind="quiet" icon={ChevronDown} iconOnly className={classes(styles.unfold, isOpen && styles.isOpen)} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            What changed
          </Button>
        )}
      </div>
    </li>
  );
}
