import { Archive, DatabaseBackup } from 'lucide-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { cairn, queries } from '../../cairn.ts';
import { Button } from '../../ui/Button.tsx';
import { Copyable } from '../../ui/Copyable.tsx';
import { bytes } from '../../ui/figures.ts';
import { Answered, EmptyState } from '../../ui/States.tsx';
import { Table } from '../../ui/Table.tsx';
import { Time } from '../../ui/Time.tsx';
import { toast } from '../../ui/Toast.tsx';
import styles from './System.module.css';

/** No event tells of them: the command line makes some, too. */
const LOOK_MILLIS = 10_000;

/** Copies of the database, and another one by a click. */
export function Backups() {
  const options = cairn.query.listBackups();
  const backups = useQuery({ ...options, refetchInterval: LOOK_MILLIS });
  const make = useMutation({
    ...cairn.mutation.createBackup(),
    onSuccess: async ({ bytes: size }) => {
      toast(`A copy of ${bytes(size)} was made and checked.`);
      await queries.invalidateQueries({ queryKey: options.queryKey });
    },
  });
  return (
    <Answered query={backups}>
      {({ possible, items }) => !possible ? (
        <EmptyState icon={Archive} title="PostgreSQL is copied by the command line">cairn db backup makes a copy, cairn db restore puts it back.</EmptyState>
      ) : (
        <div className={styles.settings}>
          <div className={styles.bar}>
            <p className={styles.soft}>Whole copies of the database, beside it, checked when they are made. The ten newest are kept. One is made before each migration, too.</p>
            <Button kind="primary" icon={DatabaseBackup} busy={make.isPending} onClick={() => make.mutate({})}>Make a backup</Button>
          </div>
          {items.length === 0 ? (
            <EmptyState icon={Archive} title="There is no backup yet">The server goes on while one is made.</EmptyState>
          ) : (
            <>
              <Table
                name="Backups"
                rows={items}
                id={({ file }) => file}
                columns={[
                  { head: 'File', cell: ({ file }) => <code className={styles.file} title={file}>{file}</code> },
                  { head: 'Made', narrow: true, cell: ({ madeAt }) => <Time at={madeAt} /> },
                  { head: 'Size', number: true, cell: ({ bytes: size }) => bytes(size) },
                  { head: 'Schema', number: true, cell: ({ version }) => version },
                ]}
              />
              <p className={styles.soft}>Put one back while no server runs:</p>
              <Copyable name="The command that puts the newest back" text={`cairn db restore "${items[0]?.file}"`} />
            </>
          )}
        </div>
      )}
    </Answered>
  );
}
