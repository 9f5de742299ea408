import { useQuery } from '@tanstack/react-query';
import { BookOpen, FileCode } from 'lucide-react';
import { cairn } from '../../cairn.ts';
import { PageHead } from '../../ui/PageHead.tsx';
import { EmptyState } from '../../ui/States.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { usePlace } from '../../ui/usePlace.ts';
import { Backups } from './Backups.tsx';
import { Figures } from './Figures.tsx';
import { Jobs } from './Jobs.tsx';
import { OwnSettings } from './OwnSettings.tsx';
import { Schema } from './Schema.tsx';
import { Secrets } from './Secrets.tsx';
import { Settings } from './Settings.tsx';
import styles from './System.module.css';

export default function System() {
  const [place, go] = usePlace();
  const index = useQuery(cairn.query.getIndex());
  const me = useQuery(cairn.query.getMe());
  const version = index.data?.version;
  const isAdmin = me.data?.user.systemRole === 'admin' && me.data.scopes.includes('admin');
  const forAdmins = (
    <EmptyState title="This is for admins">Figures are about all projects, and settings are everybody's. An admin can make you one, under People.</EmptyState>
  );
  return (
    <>
      <PageHead title="System" about={`How the server does, and what it goes by. ${version ? (version === 'development' ? 'This is a development build.' : `Version ${version}.`) : ''}`}>
        <a className={styles.link} href="/docs" target="_blank" rel="noreferrer"><BookOpen size={15} aria-hidden /> API documentation</a>
        <a className={styles.link} href="/openapi.yml" target="_blank" rel="noreferrer"><FileCode size={15} aria-hidden /> OpenAPI</a>
      </PageHead>
      {me.data && (
        <Tabs
          name="Parts of the system"
          value={place.get('tab') ?? 'now'}
          onChange={(tab) => go({ tab: tab === 'now' ? undefined : tab, kind: undefined, status: undefined, table: undefined })}
          tabs={[
            { id: 'now', name: 'Now', content: isAdmin ? <Figures /> : forAdmins },
            { id: 'jobs', name: 'Jobs', content: <Jobs /> },
            { id: 'backups', name: 'Backups', content: isAdmin ? <Backups /> : forAdmins },
            { id: 'schema', name: 'Schema', content: <Schema /> },
            {
              id: 'settings',
              name: 'Settings',
              content: (
                <div className={styles.settings}>
                  {isAdmin ? <><Settings /><Secrets /></> : forAdmins}
                  <OwnSettings />
                </div>
              ),
            },
          ]}
        />
      )}
    </>
  );
}
