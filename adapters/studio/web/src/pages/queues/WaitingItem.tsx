import { useState } from 'react';
import { useSortable } from '@dnd-kit/sortable';
import { ArrowDown, ArrowUp, ArrowUpToLine, ChevronDown, GripVertical, MoreHorizontal, X } from 'lucide-react';
import type { ItemBody, Priority } from 'cairn-client';
import { useItemChange } from '../../queues/changes.ts';
import { ItemHistory } from '../../queues/ItemHistory.tsx';
import list from '../../queues/Queue.module.css';
import { itemName, Subject, Waits } from '../../queues/Subject.tsx';
import { tried } from '../../queues/tried.ts';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { Menu, MenuItem, MenuLabel, MenuLine } from '../../ui/Menu.tsx';
import { Badge, words } from '../../ui/Status.tsx';
import { Time } from '../../ui/Time.tsx';
import styles from './Queues.module.css';

const PRIORITIES: readonly Priority[] = ['urgent', 'high', 'normal', 'low'];

type Props = {
  item: ItemBody;
  project: string;
  place: number;
  last: number;
  isFirstOfPriority: boolean;
  /** Whether it can be put elsewhere: the whole list is here. */
  canMove: boolean;
  onPlace: (place: number) => void;
};

export function WaitingItem({ item, project, place, last, isFirstOfPriority, canMove, onPlace }: Props) {
  const [isOpen, setOpen] = useState(false);
  const change = useItemChange();
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, transform, transition, isDragging } = useSortable({ id: item.id });
  const style = transform ? { transform: `translate3d(0, ${Math.round(transform.y)}px, 0)`, transition } : undefined;
  const name = itemName(item);
  return (
    <li ref={setNodeRef} style={style} className={classes(list.item, styles.waiting, isDragging && styles.dragged)}>
      {isFirstOfPriority && <span className={styles.priority}>{words(item.priority)}</span>}
      <div className={styles.line}>
        <button
          type="button"
          ref={setActivatorNodeRef}
          className={styles.grip}
          disabled={!canMove}
          {...attributes}
          {...listeners}
          aria-label={`Move ${name}, place ${place + 1} of ${last + 1}`}
        >
          <GripVertical size={14} aria-hidden />
        </button>
        <span className={styles.place}>{place + 1}</span>
        <div className={list.what}>
          <Subject of={item} />
          <span className={list.facts}>
            {item.status === 'blocked' && <><Badge tone="warning">Blocked</Badge><Waits item={item} project={project} /></>}
            {item.status === 'scheduled' && <Badge>Comes <Time at={item.runAt} /></Badge>}
            {item.attempts + item.stalls > 0 && <Badge tone="warning">{tried(item.attempts, item.stalls)}</Badge>}
            {item.releases > 0 && <span>{tried(0, 0, item.releases)}</span>}
            <span>enqueued <Time at={item.enqueuedAt} /></span>
            {item.note && <span className={styles.note}>“{item.note}”</span>}
          </span>
        </div>
        <div className={styles.lineActions}>
          <Menu align="end" trigger={<Button kind="quiet" icon={MoreHorizontal} iconOnly>{`More about ${name}`}</Button>}>
            <MenuItem icon={ArrowUpToLine} disabled={!canMove || place === 0} onSelect={() => onPlace(0)}>Move to the top</MenuItem>
            <MenuItem icon={ArrowUp} disabled={!canMove || place === 0} onSelect={() => onPlace(place - 1)}>Move up</MenuItem>
            <MenuItem icon={ArrowDown} disabled={!canMove || place === last} onSelect={() => onPlace(place + 1)}>Move down</MenuItem>
            <MenuLine />
            <MenuLabel>Priority in this queue</MenuLabel>
            {PRIORITIES.map((priority) => (
              <MenuItem
                key={priority}
                checked={priority === item.priority}
                onSelect={() => priority !== item.priority && change.mutate({ kind: 'place', item: item.id, priority })}
              >
                {words(priority)}
              </MenuItem>
            ))}
            <MenuLine />
            {item.status === 'scheduled' && <MenuItem onSelect={() => change.mutate({ kind: 'place', item: item.id, runAt: new Date().toISOString() })}>Hand out now</MenuItem>}
            <MenuItem icon={X} danger onSelect={() => change.mutate({ kind: 'cancel', item: item.id })}>Take out of the queue</MenuItem>
          </Menu>
          <Button
            kind="quiet"
            icon={ChevronDown}
            iconOnly
            className={classes(list.unfold, isOpen && list.isOpen)}
            aria-expanded={isOpen}
            onClick={() => setOpen(!isOpen)}
          >
            {`Attempts and notes of ${name}`}
          </Button>
        </div>
      </div>
      {isOpen && <ItemHistory item={item.id} />}
    </li>
  );
}
