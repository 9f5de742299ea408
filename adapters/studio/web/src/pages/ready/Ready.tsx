import { useState } from 'react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { CircleCheck, Plus } from 'lucide-react';
import { Link, useParams } from 'react-router';
import type { ReadyTicket, ReadyTicketReason } from 'cairn-client';
import { useLive } from 'cairn-client/react';
import { cairn } from '../../cairn.ts';
import { NewTicket } from '../../tickets/NewTicket.tsx';
import { Priority } from '../../tickets/Priority.tsx';
import { Button } from '../../ui/Button.tsx';
import { KeyLink } from '../../ui/KeyLink.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { Answered, EmptyState } from '../../ui/States.tsx';
import { Badge } from '../../ui/Status.tsx';
import { type Column, Table } from '../../ui/Table.tsx';
import styles from './Ready.module.css';

const PAGE = 200;

/** What can be worked on now, as it would be handed out; and what the rest waits for. */
export default function Ready() {
  const { project = '' } = useParams();
  const [isNew, setNew] = useState(false);
  const options = cairn.query.listReadyTicketsInfinite({ path: { project }, query: { include: 'blocked', limit: PAGE } });
  const query = useInfiniteQuery(options);
  useLive(options.queryKey);
  return (
    <>
      <PageHead title={`Ready in ${project}`} about="What can be worked on now, the most urgent first, and what the rest waits for.">
        <Button kind="primary" icon={Plus} onClick={() => setNew(true)}>New ticket</Button>
      </PageHead>
      <Answered query={query}>
        {({ pages }) => {
          const tickets = pages.flatMap(({ items }) => items);
          return (
            <div className={styles.page}>
              <Part title="Can be worked on" tickets={tickets.filter(({ ready }) => ready)} columns={READY}>
                <EmptyState icon={CircleCheck} title="Nothing is ready">Either all is done, or what is left waits for something below.</EmptyState>
              </Part>
              <Part title="Waits" tickets={tickets.filter(({ ready }) => !ready)} columns={WAITING}>
                <EmptyState title="Nothing waits" />
              </Part>
              {query.hasNextPage && <Button onClick={() => void query.fetchNextPage()} busy={query.isFetchingNextPage}>More</Button>}
            </div>
          );
        }}
      </Answered>
      {isNew && <NewTicket project={project} onClose={() => setNew(false)} />}
    </>
  );
}

type PartProps = { title: string; tickets: ReadyTicket[]; columns: Column<ReadyTicket>[]; children: React.ReactNode };

function Part({ title, tickets, columns, children }: PartProps) {
  return (
    <section>
      <h2 className={styles.head}>{title} <span className={styles.count}>{tickets.length}</span></h2>
      {tickets.length === 0 ? children : <Table name={title} columns={columns} rows={tickets} id={({ id }) => id} />}
    </section>
  );
}

const TICKET: Column<ReadyTicket>[] = [
  { head: 'Key', narrow: true, cell: ({ key }) => <KeyLink ticket={key} /> },
  { head: 'Title', cell: ({ key, title }) => <Link to={`/t/${key}`}>{title}</Link> },
  { head: 'Priority', narrow: true, cell: ({ priority }) => <Priority priority={priority} /> },
];

const READY: Column<ReadyTicket>[] = [
  ...TICKET,
  { head: 'Labels', cell: ({ labels }) => <span className={styles.labels}>{labels.map((label) => <Badge key={label}>{label}</Badge>)}</span> },
  { head: 'Tasks', number: true, cell: ({ taskCount, openTaskCount }) => (taskCount > 0 ? `${taskCount - openTaskCount} of ${taskCount}` : '') },
];

const WAITING: Column<ReadyTicket>[] = [
  ...TICKET,
  {
    head: 'Waits because',
    cell: (ticket) => <ul>{ticket.reasons.map((reason, at) => <li key={at}><Because of={ticket} reason={reason} /></li>)}</ul>,
  },
];

function Because({ of: { status, claimedBy }, reason: { code, ticket, via } }: { of: ReadyTicket; reason: ReadyTicketReason }) {
  const other = ticket && <KeyLink ticket={ticket} />;
  switch (code) {
    case 'blocked_by':
      return <>{other} blocks {via ? <KeyLink ticket={via} /> : 'it'}</>;
    case 'open_child':
      return <>{other} is a part of it, and open</>;
    case 'claimed':
      return <>{claimedBy?.agent ?? 'somebody'} holds it</>;
    case 'status':
      return <>it is {status.replaceAll('_', ' ')}</>;
  }
}
