import { useEffect, useState } from 'react';
import {
  type CollisionDetection,
  DndContext,
  DragOverlay,
  KeyboardSensor,
  type KeyboardCoordinateGetter,
  PointerSensor,
  pointerWithin,
  rectIntersection,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import { Plus } from 'lucide-react';
import { useParams } from 'react-router';
import type { ListedTicket, TicketStatus } from 'cairn-client';
import { NewTicket } from '../../tickets/NewTicket.tsx';
import { STATUSES } from '../../tickets/choices.ts';
import { announcements, instructions } from '../../ui/announcements.ts';
import { Button } from '../../ui/Button.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { words } from '../../ui/Status.tsx';
import styles from './Board.module.css';
import { CardFace } from './Card.tsx';
import { Column } from './Column.tsx';
import { FilterBar } from './FilterBar.tsx';
import { queryOf, useFilters } from './filters.ts';
import { useMove, useMoves } from './moves.ts';

const DRAG_PIXELS = 6;

export default function Board() {
  const { project = '' } = useParams();
  const { filters, showsClosed } = useFilters();
  const [dragged, setDragged] = useState<ListedTicket>();
  const [isNew, setNew] = useState(false);
  const move = useMove();
  const moves = useMoves();
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: DRAG_PIXELS } }),
    useSensor(KeyboardSensor, { coordinateGetter: toNextColumn }),
  );
  const moved = moves.at(-1)?.ticket.id;
  useEffect(() => {
    if (moved) {
      document.getElementById(`card-${moved}`)?.querySelector('a')?.focus({ preventScroll: true }); // It is another element now, in another column.
    }
  }, [moved]);
  const shown = STATUSES.filter((status) => showsClosed || status !== 'closed');
  return (
    <div className={styles.page}>
      <PageHead title={`Board of ${project}`}>
        <Button kind="primary" icon={Plus} onClick={() => setNew(true)}>New ticket</Button>
      </PageHead>
      <FilterBar project={project} />
      <DndContext
        sensors={sensors}
        collisionDetection={underPointer}
        accessibility={ACCESSIBILITY}
        onDragStart={({ active }) => setDragged(ticketOf(active))}
        onDragCancel={() => setDragged(undefined)}
        onDragEnd={({ active, over }) => {
          setDragged(undefined);
          const ticket = ticketOf(active);
          if (ticket && over && over.id !== ticket.status) {
            move.mutate({ ticket, to: over.id as TicketStatus });
          }
        }}
      >
        <div className={styles.columns} tabIndex={-1}>
          {shown.map((status) => (
            <Column key={status} project={project} status={status} query={queryOf(filters)} moves={moves} onMove={move.mutate} />
          ))}
        </div>
        <DragOverlay dropAnimation={null}>{dragged && <CardFace ticket={dragged} isLifted />}</DragOverlay>
      </DndContext>
      {isNew && <NewTicket project={project} onClose={() => setNew(false)} />}
    </div>
  );
}

type Dragged = { data: { current?: Record<string, unknown> | undefined } };

const ticketOf = ({ data }: Dragged) => data.current?.ticket as ListedTicket | undefined;

const underPointer: CollisionDetection = (args) => (args.pointerCoordinates ? pointerWithin(args) : rectIntersection(args));

/** Left and right go from column to column. */
const toNextColumn: KeyboardCoordinateGetter = (event, { context: { over, active, droppableRects } }) => {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.code];
  if (!step) {
    return undefined;
  }
  event.preventDefault();
  const columns = STATUSES.filter((status) => droppableRects.has(status));
  const from = columns.indexOf((over?.id ?? (active && ticketOf(active)?.status)) as TicketStatus);
  const rect = droppableRects.get(columns[Math.min(Math.max(from + step, 0), columns.length - 1)] ?? '');
  return rect && { x: rect.left, y: rect.top };
};

const ACCESSIBILITY = {
  announcements: announcements((active) => ticketOf(active)?.key ?? 'The ticket', (over) => words(String(over.id))),
  screenReaderInstructions: instructions('left and right'),
};
