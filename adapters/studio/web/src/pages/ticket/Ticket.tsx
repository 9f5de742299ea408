import { useState } from 'react';
import { Link, useParams } from 'react-router';
import type { TicketBody } from 'cairn-client';
import { useLiveQuery } from 'cairn-client/react';
import { cairn } from '../../cairn.ts';
import { Answered } from '../../ui/States.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { Comments } from './Comments.tsx';
import { Facts } from './Facts.tsx';
import { Files } from './Files.tsx';
import { History } from './History.tsx';
import { Links } from './Links.tsx';
import { More } from './More.tsx';
import { Tasks } from './Tasks.tsx';
import { Text } from './Text.tsx';
import styles from './Ticket.module.css';

export default function Ticket() {
  const { ticket = '' } = useParams();
  const query = useLiveQuery(cairn.query.getTicket({ path: { ticket } }));
  return <Answered query={query}>{(found) => <Shown key={found.id} ticket={found} />}</Answered>;
}

function Shown({ ticket }: { ticket: TicketBody }) {
  const [tab, setTab] = useState('comments');
  const project = ticket.key.slice(0, ticket.key.lastIndexOf('-'));
  return (
    <article className={styles.page}>
      <title>{`${ticket.key} ${ticket.title} · Cairn`}</title>
      <div className={styles.path}>
        <Link to={`/p/${project}/board`}>{project}</Link> / <span className={styles.key}>{ticket.key}</span>
        <More ticket={ticket} project={project} />
      </div>
      <div className={styles.columns}>
        <div className={styles.main}>
          <Text ticket={ticket} />
          <Tasks ticket={ticket} />
          <Links ticket={ticket} />
          <Tabs
            name="What was said and done"
            value={tab}
            onChange={setTab}
            tabs={[
              { id: 'comments', name: 'Comments', content: <Comments ticket={ticket.key} /> },
              { id: 'history', name: 'History', content: <History ticket={ticket.id} /> },
              { id: 'files', name: 'Files', content: <Files ticket={ticket.key} /> },
            ]}
          />
        </div>
        <Facts ticket={ticket} project={project} />
      </div>
    </article>
  );
}
