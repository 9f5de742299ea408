import { useState } from 'react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useLive, useLiveQuery } from 'cairn-client/react';
import { Moon } from 'lucide-react';
import { useSearchParams } from 'react-router';
import { calm } from '../../calm.ts';
import { cairn } from '../../cairn.ts';
import { Held } from '../../queues/Held.tsx';
import list from '../../queues/Queue.module.css';
import { Button } from '../../ui/Button.tsx';
import { Select } from '../../ui/Field.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { Answered, EmptyState } from '../../ui/States.tsx';
import { ProjectQueues } from './ProjectQueues.tsx';
import styles from './Fleet.module.css';

const CLAIMS_PAGE = 50;
/** So many projects are watched at first; each has its queues, and their figures. */
const PROJECTS_PAGE = 8;
const ENDED_MAX = 200;

/** All queues of all projects: who works on what, what holds up the rest, and what went wrong. */
export default function Fleet() {
  const [parameters, setParameters] = useSearchParams();
  const project = parameters.get('project') ?? '';
  const [shown, setShown] = useState(PROJECTS_PAGE);
  const overviews = useLiveQuery(calm(cairn.query.listOverviews({ query: { limit: 200 } })));
  const ended = useLiveQuery(calm(cairn.query.listClaims({ query: { ended: 'true', limit: ENDED_MAX } }), 2_000));
  const all = overviews.data?.items ?? [];
  const wanted = all.filter(({ key }) => !project || key === project).sort((one, other) => other.queueDepth - one.queueDepth);
  const keys = new Map(all.map(({ projectId, key }) => [projectId, key]));
  const choose = (key: string) => setParameters(key ? { project: key } : {}, { replace: true });
  return (
    <div className={styles.page}>
      <PageHead title="Fleet" about="Who works on what in all queues, what holds up the rest, and what went wrong.">
        <Select
          label="Project"
          hideLabel
          value={project}
          options={[{ value: '', label: 'All projects' }, ...all.map(({ key, name }) => ({ value: key, label: name }))]}
          onChange={({ target }) => choose(target.value)}
        />
      </PageHead>
      <AtWork keys={keys} project={project} />
      <Answered query={overviews}>
        {() => wanted.length === 0 ? (
          <EmptyState title="There are no projects yet">Queues belong to projects.</EmptyState>
        ) : (
          <>
            {wanted.slice(0, shown).map((each) => (
              <ProjectQueues key={each.projectId} project={each.key} name={each.name} ended={ended.data?.items ?? []} />
            ))}
            {wanted.length > shown && <p><Button onClick={() => setShown(shown + PROJECTS_PAGE)}>Show more projects</Button></p>}
          </>
        )}
      </Answered>
    </div>
  );
}

function AtWork({ keys, project }: { keys: ReadonlyMap<string, string>; project: string }) {
  // One request either way: all claims that the caller may see, or those of one project.
  const everywhere = cairn.query.listClaimsInfinite({ query: { limit: CLAIMS_PAGE } });
  const inProject = cairn.query.listClaimsInProjectInfinite({ path: { project }, query: { limit: CLAIMS_PAGE } });
  const claims = useInfiniteQuery((project ? inProject : everywhere) as typeof everywhere);
  useLive((project ? inProject : everywhere).queryKey);
  const count = claims.data?.pages.reduce((sum, { items }) => sum + items.length, 0) ?? 0;
  return (
    <section aria-labelledby="at-work">
      <h2 id="at-work" className={styles.sectionHead}>
        At work <span className={styles.count} role="status">{claims.data ? `${count}${claims.hasNextPage ? '+' : ''}` : ''}</span>
      </h2>
      <Answered query={claims}>
        {({ pages }) => count === 0 ? (
          <div className={styles.quiet}>
            <EmptyState icon={Moon} title="Nobody holds anything">
              Agents that ask for work appear here, with what they do and how far they are. Below is what waits for them.
            </EmptyState>
          </div>
        ) : (
          <>
            <ul className={list.list}>
              {pages.flatMap(({ items }) => items).map((claim) => <Held key={claim.id} claim={claim} project={keys.get(claim.projectId)} />)}
            </ul>
            {claims.hasNextPage && <p className={list.more}><Button busy={claims.isFetchingNextPage} onClick={() => void claims.fetchNextPage()}>Show more</Button></p>}
          </>
        )}
      </Answered>
    </section>
  );
}
