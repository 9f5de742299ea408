import { useLiveQuery } from 'cairn-client/react';
import { cairn } from '../../cairn.ts';
import { Answered, EmptyState } from '../../ui/States.tsx';
import { Table } from '../../ui/Table.tsx';
import styles from './Ticket.module.css';

const FILES_MAX = 20;

/** The files that matter to a ticket, and why. */
export function Files({ ticket }: { ticket: string }) {
  const files = useLiveQuery(cairn.query.listRelevantFiles({ path: { ticket }, query: { limit: FILES_MAX } }));
  return (
    <Answered query={files}>
      {({ items }) =>
        items.length === 0 ? (
          <EmptyState title="No file matters to this ticket">
            Files are known once the project has a folder: <code>cairn index</code>.
          </EmptyState>
        ) : (
          <Table
            name="Files"
            rows={items}
            id={({ file }) => file.id}
            columns={[
              { head: 'File', cell: ({ file }) => <code className={styles.filePath}>{file.path}</code> },
              { head: 'Because of', cell: ({ why }) => [...why.words, ...why.importsWith].join(', ') || (why.suggested > 0 ? 'named by the ticket' : 'recent changes') },
              { head: 'Score', number: true, cell: ({ score }) => score.toFixed(2) },
            ]}
          />
        )
      }
    </Answered>
  );
}
