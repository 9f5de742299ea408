import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useDroppable } from '@dnd-kit/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useVirtualizer } from '@tanstack/react-virtual';
import type { TicketStatus } from 'cairn-client';
import { useLive } from 'cairn-client/react';
import { cairn } from '../../cairn.ts';
import { classes } from '../../ui/classes.ts';
import { ErrorState, Loading } from '../../ui/States.tsx';
import { Badge, Status, words } from '../../ui/Status.tsx';
import styles from './Board.module.css';
import { Card } from './Card.tsx';
import type { queryOf } from './filters.ts';
import { type Move, withMoves } from './moves.ts';

const PAGE = 100;
const CARD_PIXELS = 92;
const AHEAD = 8;

type Props = { project: string; status: TicketStatus; query: ReturnType<typeof queryOf>; moves: readonly Move[]; onMove: (move: Move) => void };

/** The tickets of one status, of which only those are in the document that can be seen; further pages are read when one comes near them. */
export function Column({ project, status, query, moves, onMove }: Props) {
  const isDone = status === 'completed' || status === 'closed';
  const options = cairn.query.listTicketsInfinite({
    path: { project },
    query: { ...query, status: [status], limit: PAGE, include: 'total', sort: isDone ? '-updatedAt' : '-priority' },
  });
  const { data, error, hasNextPage, isFetching, fetchNextPage, refetch } = useInfiniteQuery(options);
  useLive(options.queryKey);

  const scroller = useRef<HTMLDivElement>(null);
  const { setNodeRef, isOver } = useDroppable({ id: status });
  const tickets = withMoves(data?.pages.flatMap(({ items }) => items) ?? [], status, moves);
  const held = tickets.filter(({ claimed }) => claimed).length;
  const list = useVirtualizer({
    count: tickets.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => CARD_PIXELS,
    getItemKey: (index) => tickets[index]!.id,
    overscan: AHEAD,
  });
  const rows = list.getVirtualItems();
  const last = rows.at(-1)?.index ?? 0;
  useEffect(() => {
    if (last >= tickets.length - AHEAD && hasNextPage && !isFetching) {
      void fetchNextPage();
    }
  }, [last, tickets.length, hasNextPage, isFetching]);

  return (
    <section ref={setNodeRef} className={classes(styles.column, isOver && styles.over)} aria-label={words(status)}>
      <h2 className={styles.columnHead}>
        <Status status={status} /> {held > 0 && <Badge tone="accent">{held} held</Badge>}
        <span className={styles.count}>{data?.pages[0]?.total ?? ''}</span>
      </h2>
      <div ref={scroller} className={styles.scroller} onKeyDown={walk}>
        {!data && (error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Loading />)}
        {data && tickets.length === 0 && <p className={styles.none}>Nothing here</p>}
        <ul className={styles.list} style={{ height: list.getTotalSize() }}>
          {rows.map(({ key, index, start }) => (
            <li key={key} ref={list.measureElement} data-index={index} className={styles.row} style={{ transform: `translateY(${start}px)` }}>
              <Card ticket={tickets[index]!} onMove={onMove} />
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}

/** Arrows go from card to card, and from column to column, so that nobody has to pass the parts of each. */
function walk(event: KeyboardEvent<HTMLDivElement>): void {
  const link = event.target;
  if (!(link instanceof HTMLAnchorElement)) {
    return;
  }
  const row = link.closest('li');
  const column = link.closest('section');
  const next = {
    ArrowDown: row?.nextElementSibling,
    ArrowUp: row?.previousElementSibling,
    ArrowRight: column?.nextElementSibling,
    ArrowLeft: column?.previousElementSibling,
  }[event.key];
  if (next) {
    event.preventDefault();
    next.querySelector('a')?.focus();
  }
}
