import {
  type Announcements,
  closestCenter,
  DndContext,
  type DragEndEvent,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import { arrayMove, SortableContext, sortableKeyboardCoordinates, verticalListSortingStrategy } from '@dnd-kit/sortable';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useLive } from 'cairn-client/react';
import type { ItemBody, Queue } from 'cairn-client';
import { cairn } from '../../cairn.ts';
import { useReorder, useShown } from '../../queues/changes.ts';
import list from '../../queues/Queue.module.css';
import { Button } from '../../ui/Button.tsx';
import { Answered } from '../../ui/States.tsx';
import { words } from '../../ui/Status.tsx';
import styles from './Queues.module.css';
import { WaitingItem } from './WaitingItem.tsx';

const PAGE = 50;
const DRAG_PIXELS = 6;

/** What waits, in the order in which it is handed out; it can be given another one when all of it is here, since an order names all. */
export function Waiting({ project, queue }: { project: string; queue: Queue }) {
  const options = cairn.query.listQueueItemsInfinite({ path: { queue: queue.id }, query: { status: ['ready'], limit: PAGE } });
  const waiting = useInfiniteQuery({ ...options, refetchInterval: 30_000 });
  useLive(options.queryKey);
  const items = useShown(waiting.data?.pages.flatMap((page) => page.items) ?? []);
  const reorder = useReorder();
  const isWhole = waiting.data !== undefined && !waiting.hasNextPage;

  const areMixed = items.some(({ priority }) => priority !== items[0]?.priority || priority !== 'normal');

  /** Puts an item where another one is, with its priority, which goes before the order. */
  const place = (from: number, to: number) => {
    const moved = items[from];
    const there = items[to];
    if (moved && there && from !== to) {
      const ids = arrayMove(items, from, to).map(({ id }) => id);
      reorder.mutate({ queue: queue.id, ids, moved: moved.id, ...(there.priority !== moved.priority && { priority: there.priority }) });
    }
  };
  return (
    <section aria-labelledby="waiting">
      <h3 id="waiting" className={styles.sectionHead}>
        Waiting <span className={styles.count}>{waiting.data ? `${items.length}${isWhole ? '' : '+'}` : ''}</span>
      </h3>
      <Answered query={waiting}>
        {() =>
          items.length === 0 ? (
            <p className={styles.none}>Nothing waits.</p>
          ) : (
            <>
              <Sortable items={items} isWhole={isWhole} onPlace={place}>
                {items.map((item, index) => (
                  <WaitingItem
                    key={item.id}
                    item={item}
                    project={project}
                    place={index}
                    last={items.length - 1}
                    isFirstOfPriority={areMixed && item.priority !== items[index - 1]?.priority}
                    canMove={isWhole}
                    onPlace={(to) => place(index, to)}
                  />
                ))}
              </Sortable>
              {waiting.hasNextPage && (
                <p className={styles.more}>
                  <Button busy={waiting.isFetchingNextPage} onClick={() => void waiting.fetchNextPage()}>Show more</Button>
                  <span className={list.soft}>They can be reordered when all are here.</span>
                </p>
              )}
            </>
          )
        }
      </Answered>
    </section>
  );
}

type SortableProps = { items: readonly ItemBody[]; isWhole: boolean; onPlace: (from: number, to: number) => void; children: React.ReactNode };

function Sortable({ items, isWhole, onPlace, children }: SortableProps) {
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: DRAG_PIXELS } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const place = (id: unknown) => items.findIndex((item) => item.id === id);
  const end = ({ active, over }: DragEndEvent) => over && onPlace(place(active.id), place(over.id));
  const said = (id: unknown) => `place ${place(id) + 1} of ${items.length}, ${words(items[place(id)]?.priority ?? '').toLowerCase()} priority`;
  const announcements: Announcements = {
    onDragStart: ({ active }) => `Picked up from ${said(active.id)}.`,
    onDragOver: ({ over }) => (over ? `Now at ${said(over.id)}.` : undefined),
    onDragEnd: ({ over }) => (over ? `Put down at ${said(over.id)}.` : 'Put back.'),
    onDragCancel: () => 'Put back.',
  };
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={closestCenter}
      accessibility={{ announcements, screenReaderInstructions: { draggable: 'Space picks the item up, the arrow keys move it, Space puts it down, Escape puts it back.' } }}
      onDragEnd={end}
    >
      <SortableContext items={items.map(({ id }) => id)} strategy={verticalListSortingStrategy} disabled={!isWhole}>
        <ol className={list.list}>{children}</ol>
      </SortableContext>
    </DndContext>
  );
}

