import { useState } from 'react';
import { Plug, Plus, Upload } from 'lucide-react';
import { useLiveQuery } from 'cairn-client/react';
import { cairn } from '../../cairn.ts';
import { Button } from '../../ui/Button.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { Answered } from '../../ui/States.tsx';
import { Connect } from './Connect.tsx';
import { FirstRun } from './FirstRun.tsx';
import styles from './Home.module.css';
import { Import } from './Import.tsx';
import { Latest } from './Latest.tsx';
import { NewProject } from './NewProject.tsx';
import { ProjectCard } from './ProjectCard.tsx';

type Open = { what: 'project' | 'connect' } | { what: 'import'; file?: File };

export default function Home() {
  const projects = useLiveQuery(cairn.query.listOverviews({ query: { limit: 200 } }));
  const [open, setOpen] = useState<Open>();
  const close = () => setOpen(undefined);
  return (
    <Answered query={projects}>
      {({ items }) => (
        <>
          {items.length === 0 ? (
            <>
              <PageHead title="Welcome to Cairn" about="People and agents work here on the same projects. Nothing is here yet:" />
              <FirstRun onProject={() => setOpen({ what: 'project' })} onFile={(file) => setOpen({ what: 'import', file })} onConnect={() => setOpen({ what: 'connect' })} />
            </>
          ) : (
            <>
              <PageHead title="Home" about="Your projects, the busiest first, and what happened last.">
                <Button icon={Plug} onClick={() => setOpen({ what: 'connect' })}>Connect an agent</Button>
                <Button icon={Upload} onClick={() => setOpen({ what: 'import' })}>Import</Button>
                <Button kind="primary" icon={Plus} onClick={() => setOpen({ what: 'project' })}>New project</Button>
              </PageHead>
              <div className={styles.home}>
                <section aria-label="Projects" className={styles.projects}>
                  {items.map((project) => <ProjectCard key={project.projectId} project={project} />)}
                </section>
                <Latest />
              </div>
            </>
          )}
          {open?.what === 'project' && <NewProject onClose={close} />}
          {open?.what === 'connect' && <Connect onClose={close} />}
          {open?.what === 'import' && <Import projects={items} {...(open.file && { file: open.file })} onClose={close} />}
        </>
      )}
    </Answered>
  );
}
