import { FolderOpen } from 'lucide-react';
import { useLiveQuery } from 'cairn-client/react';
import { cairn } from '../../cairn.ts';
import { PageHead } from '../../ui/PageHead.tsx';
import { Answered, EmptyState } from '../../ui/States.tsx';
import { Latest } from './Latest.tsx';
import { ProjectCard } from './ProjectCard.tsx';
import styles from './Home.module.css';

export default function Home() {
  const projects = useLiveQuery(cairn.query.listOverviews({ query: { limit: 200 } }));
  return (
    <>
      <PageHead title="Home" about="Your projects, the busiest first, and what happened last." />
      <Answered query={projects}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState icon={FolderOpen} title="There are no projects yet" />
          ) : (
            <div className={styles.home}>
              <section aria-label="Projects" className={styles.projects}>
                {items.map((project) => <ProjectCard key={project.projectId} project={project} />)}
              </section>
              <Latest />
            </div>
          )
        }
      </Answered>
    </>
  );
}
