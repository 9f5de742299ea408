import { useState } from 'react';
import { keepPreviousData } from '@tanstack/react-query';
import { Search as Glass } from 'lucide-react';
import { Link, useSearchParams } from 'react-router';
import { type ProjectOverview, type SearchHit, SearchKind } from 'cairn-client';
import { useLiveQuery } from 'cairn-client/react';
import { cairn } from '../../cairn.ts';
import { placeOf } from '../../shell/places.ts';
import { Field, Select } from '../../ui/Field.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { Snippet } from '../../ui/Snippet.tsx';
import { Answered, EmptyState } from '../../ui/States.tsx';
import { Badge, words } from '../../ui/Status.tsx';
import styles from './Search.module.css';

const HITS_MAX = 100;
const KINDS = Object.values(SearchKind).map((value) => ({ value, label: words(value) }));

/** Everything that holds the words; what is asked is in the address. */
export default function Search() {
  const [parameters, setParameters] = useSearchParams();
  const q = parameters.get('q') ?? '';
  const kind = parameters.get('kind') ?? '';
  const project = parameters.get('project') ?? '';
  const [typed, setTyped] = useState(q);
  const projects = useLiveQuery(cairn.query.listOverviews({ query: { limit: 200 } })).data?.items ?? [];
  const hits = useLiveQuery({
    ...cairn.query.search({ query: { q, limit: HITS_MAX, ...(kind && { kind: [kind as SearchHit['kind']] }), ...(project && { project }) } }),
    enabled: q !== '',
    placeholderData: keepPreviousData,
  });
  const set = (name: string, value: string) =>
    setParameters((before) => {
      const next = new URLSearchParams(before);
      next.set(name, value);
      return next;
    }, { replace: true });
  return (
    <>
      <PageHead title="Search" about="Tickets, tasks, comments, messages, prompts and files." />
      <search className={styles.form} aria-label="Everything">
        <Field
          label="Words"
          hideLabel
          type="search"
          placeholder="What do you look for?"
          autoFocus
          value={typed}
          onChange={({ target }) => {
            setTyped(target.value);
            set('q', target.value.trim());
          }}
        />
        <Select label="Kind" hideLabel options={[{ value: '', label: 'Of any kind' }, ...KINDS]} value={kind} onChange={({ target }) => set('kind', target.value)} />
        <Select
          label="Project"
          hideLabel
          options={[{ value: '', label: 'In any project' }, ...projects.map(({ key, name }) => ({ value: key, label: name }))]}
          value={project}
          onChange={({ target }) => set('project', target.value)}
        />
      </search>
      {q === '' ? (
        <EmptyState icon={Glass} title="Type what you look for" />
      ) : (
        <Answered query={hits}>{({ items }) => <Hits hits={items} projects={projects} />}</Answered>
      )}
    </>
  );
}

function Hits({ hits, projects }: { hits: SearchHit[]; projects: readonly ProjectOverview[] }) {
  return (
    <>
      <p className={styles.count} role="status">{hits.length === HITS_MAX ? `The best ${HITS_MAX}` : `${hits.length} found`}</p>
      <ol className={styles.hits}>
        {hits.map((hit) => (
          <li key={`${hit.kind} ${hit.id}`} className={styles.hit}>
            <div className={styles.head}>
              <Badge>{words(hit.kind)}</Badge>
              <Title hit={hit} place={placeOf(hit, projects)} />
            </div>
            <Snippet text={hit.snippet} />
          </li>
        ))}
      </ol>
    </>
  );
}

function Title({ hit: { ticketKey, title }, place }: { hit: SearchHit; place: string | undefined }) {
  const text = <>{ticketKey && <span className={styles.key}>{ticketKey}</span>} {title}</>;
  return place ? <Link to={place} className={styles.title}>{text}</Link> : <span className={styles.title}>{text}</span>;
}
