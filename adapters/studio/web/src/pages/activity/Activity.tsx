import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { History, Pause, Play, X } from 'lucide-react';
import { useLiveQuery } from 'cairn-client/react';
import { useParams } from 'react-router';
import { cairn } from '../../cairn.ts';
import { Button } from '../../ui/Button.tsx';
import { Field, Select } from '../../ui/Field.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { problemOf } from '../../ui/problem.ts';
import { isEcho } from '../../ui/Sentence.tsx';
import { Answered, EmptyState } from '../../ui/States.tsx';
import styles from './Activity.module.css';
import { type Filters, KINDS, typesOf, useFilters } from './filters.ts';
import { Timeline } from './Timeline.tsx';
import { useTimeline, type Wanted } from './useTimeline.ts';

const ID = /^[0-9A-Z]{13}$/;

export default function Activity() {
  const { project = '' } = useParams();
  const { filters, set } = useFilters();
  const [follows, setFollows] = useState(true);
  const isNamed = filters.entity !== '' && !ID.test(filters.entity);
  const ticket = useQuery({ ...cairn.query.getTicket({ path: { ticket: filters.entity } }), enabled: isNamed });
  const subject = isNamed ? ticket.data?.id : filters.entity;
  const types = typesOf(filters.type);
  const wanted: Wanted = { project, ...(filters.actor && { actor: filters.actor }), ...(subject && { subject }), ...(types && { types }) };
  const isFiltered = Object.values(filters).some((value) => value !== '');
  return (
    <>
      <PageHead title={`Activity in ${project}`} about="Who changed what, the newest first.">
        <Button icon={follows ? Pause : Play} aria-pressed={follows} onClick={() => setFollows(!follows)}>{follows ? 'Following' : 'Follow'}</Button>
      </PageHead>
      <FilterBar project={project} filters={filters} set={set} problem={ticket.error && isNamed ? problemOf(ticket.error).detail : undefined} />
      {isNamed && !ticket.data ? (
        ticket.error && <EmptyState icon={History} title={`There is no ticket ${filters.entity}`}>Write a key such as {project}-1.</EmptyState>
      ) : (
        <Entries wanted={wanted} filters={filters} follows={follows} isFiltered={isFiltered} set={set} />
      )}
    </>
  );
}

type BarProps = { project: string; filters: Filters; set: (part: Partial<Filters>) => void; problem: string | undefined };

function FilterBar({ project, filters, set, problem }: BarProps) {
  const members = useLiveQuery(cairn.query.listMembers({ path: { project } }));
  const people = (members.data?.items ?? []).map(({ userId, name }) => ({ value: userId, label: name }));
  const kinds = Object.entries(KINDS).map(([value, { name }]) => ({ value, label: name }));
  const withChosen = (options: { value: string; label: string }[], chosen: string) =>
    chosen === '' || options.some(({ value }) => value === chosen) ? options : [...options, { value: chosen, label: chosen }];
  return (
    <search className={styles.filters} aria-label="Filter the activity">
      <Select
        label="Kind"
        hideLabel
        value={filters.type}
        options={withChosen([{ value: '', label: 'All kinds' }, ...kinds], filters.type)}
        onChange={({ target }) => set({ type: target.value })}
      />
      <Select
        label="Who"
        hideLabel
        value={filters.actor}
        options={withChosen([{ value: '', label: 'Everybody' }, ...people], filters.actor)}
        onChange={({ target }) => set({ actor: target.value })}
      />
      <form
        key={filters.entity}
        onSubmit={(event) => {
          event.preventDefault();
          set({ entity: String(new FormData(event.currentTarget).get('entity')).trim().toUpperCase() });
        }}
      >
        <Field
          label="About which ticket"
          hideLabel
          type="search"
          name="entity"
          placeholder={`Ticket, as ${project}-1`}
          defaultValue={filters.entity}
          error={problem}
          onBlur={({ target }) => target.value.trim().toUpperCase() !== filters.entity && target.form?.requestSubmit()}
        />
      </form>
      {(filters.type || filters.actor || filters.entity) && <Button kind="quiet" icon={X} onClick={() => set({ type: '', actor: '', entity: '' })}>Clear</Button>}
    </search>
  );
}

type EntriesProps = { wanted: Wanted; filters: Filters; follows: boolean; isFiltered: boolean; set: (part: Partial<Filters>) => void };

function Entries({ wanted, filters, follows, isFiltered, set }: EntriesProps) {
  const { older, fresh, entries, isFull, isCut, restart } = useTimeline(wanted, follows);
  const shown = filters.type.includes('.') ? entries : entries.filter((entry) => !isEcho(entry));
  const count = fresh.filter((entry) => !isEcho(entry)).length;
  const newest = older.data?.pages[0]?.items[0]?.seq ?? 0;
  return (
    <Answered query={older}>
      {() => (
        <>
          <p className="sr-only" role="status">{count > 0 && `${count} new since the page was opened`}</p>
          {isFull && (
            <p className={styles.full}>
              {fresh.length} entries came while you read; the page follows no more. <Button onClick={restart}>Begin at the newest</Button>
            </p>
          )}
          {shown.length === 0 && !older.hasNextPage && !isCut ? (
            <EmptyState icon={History} title={isFiltered ? 'Nothing that fits has happened' : 'Nothing has happened yet'}>
              {isFiltered ? <Button onClick={() => set({ type: '', actor: '', entity: '' })}>Show everything</Button> : 'Whatever people and agents change appears here at once.'}
            </EmptyState>
          ) : (
            <Timeline entries={shown} newest={newest} set={set} />
          )}
          {(older.hasNextPage || isCut) && (
            <p className={styles.more}>
              <Button busy={older.isFetchingNextPage} onClick={() => (isCut ? restart() : void older.fetchNextPage())}>Show what was before</Button>
            </p>
          )}
        </>
      )}
    </Answered>
  );
}
