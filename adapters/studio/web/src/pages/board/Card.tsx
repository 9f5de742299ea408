import { memo, type ReactNode } from 'react';
import { useDraggable } from '@dnd-kit/core';
import { Ban, GripVertical, MoreHorizontal } from 'lucide-react';
import { Link } from 'react-router';
import type { ListedTicket } from 'cairn-client';
import { STATUSES } from '../../tickets/choices.ts';
import { Priority } from '../../tickets/Priority.tsx';
import { Actor } from '../../ui/Actor.tsx';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { Menu, MenuItem, MenuLabel } from '../../ui/Menu.tsx';
import { Progress } from '../../ui/Progress.tsx';
import { Badge, Status, words } from '../../ui/Status.tsx';
import styles from './Board.module.css';
import type { Move } from './moves.ts';

const LABELS_MAX = 3;

/** Drawn anew only when its ticket is another: a column that scrolls draws only what comes into sight. */
export const Card = memo(function Card({ ticket, onMove }: { ticket: ListedTicket; onMove: (move: Move) => void }) {
  const { listeners, attributes, setNodeRef, setActivatorNodeRef, isDragging } = useDraggable({ id: ticket.id, data: { ticket } });
  return (
    <article ref={setNodeRef} id={`card-${ticket.id}`} className={classes(styles.draggable, isDragging && styles.dragged)} onPointerDown={listeners?.onPointerDown as () => void}>
      <CardFace ticket={ticket}>
        <div className={styles.handles}>
          <button
            type="button"
            ref={setActivatorNodeRef}
            className={styles.handle}
            onKeyDown={listeners?.onKeyDown as () => void}
            aria-label={`Move ${ticket.key}`}
            aria-describedby={attributes['aria-describedby']}
          >
            <GripVertical size={14} aria-hidden />
          </button>
          <Menu align="end" trigger={<Button kind="quiet" icon={MoreHorizontal} iconOnly className={styles.handle}>{`More about ${ticket.key}`}</Button>}>
            <MenuLabel>Move to</MenuLabel>
            {STATUSES.map((status) => (
              <MenuItem key={status} checked={status === ticket.status} onSelect={() => status !== ticket.status && onMove({ ticket, to: status })}>{words(status)}</MenuItem>
            ))}
          </Menu>
        </div>
      </CardFace>
    </article>
  );
});

/** What a ticket looks like on the board, and under the pointer that moves it. */
export function CardFace({ ticket, isLifted, children }: { ticket: ListedTicket; isLifted?: boolean; children?: ReactNode }) {
  const { key, title, priority, labels, taskCount, openTaskCount, blockerCount, claimedBy, status } = ticket;
  const hasFoot = labels.length > 0 || taskCount > 0 || blockerCount > 0 || claimedBy;
  return (
    <div className={classes(styles.card, isLifted && styles.lifted)}>
      <div className={styles.cardHead}>
        <Priority priority={priority} iconOnly />
        <span className={styles.key}>{key}</span>
        {isLifted ? <Status status={status} /> : children}
      </div>
      <Link to={`/t/${key}`} className={styles.title} draggable={false}>{title}</Link>
      {hasFoot && (
        <div className={styles.cardFoot}>
          {blockerCount > 0 && <Badge tone="warning"><Ban size={11} aria-hidden /> {blockerCount === 1 ? '1 blocker' : `${blockerCount} blockers`}</Badge>}
          {claimedBy && <Actor name={claimedBy.agent} />}
          {labels.slice(0, LABELS_MAX).map((label) => <Badge key={label}>{label}</Badge>)}
          {labels.length > LABELS_MAX && <Badge>+{labels.length - LABELS_MAX}</Badge>}
          {taskCount > 0 && <Progress done={taskCount - openTaskCount} of={taskCount} label="Tasks done" />}
        </div>
      )}
    </div>
  );
}
