import { useDeferredValue, useEffect, useRef, useState } from 'react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { PackageOpen, RefreshCw, X } from 'lucide-react';
import type { PackFormat, PackRequest, ProjectFile } from 'cairn-client';
import { useLiveQuery } from 'cairn-client/react';
import { cairn } from '../../cairn.ts';
import { Button } from '../../ui/Button.tsx';
import { Field, Select } from '../../ui/Field.tsx';
import { count } from '../../ui/figures.ts';
import { Answered, EmptyState } from '../../ui/States.tsx';
import { Toggle } from '../../ui/Toggle.tsx';
import { useDraft } from '../../ui/useDraft.ts';
import { PackMade } from './PackMade.tsx';
import { TicketPicker } from './TicketPicker.tsx';
import styles from './PackTab.module.css';

const BUDGETS = [8_000, 32_000, 100_000, 200_000];
const BUDGET_MIN = 100;
const BUDGET_MAX = 1_000_000;
const RELEVANT_MAX = 100;
const CHOICES = 100;
/** A while after the last change of what is wanted, the pack is made. */
const SETTLED_MILLIS = 300;
/** What a pack is made of. */
const INGREDIENTS =
  'ticket.updated,ticket.status_changed,task.created,task.updated,task.deleted,comment.created,comment.updated,comment.deleted,' +
  'prompt.updated,message.created,message.updated,project.indexed';

type Wanted = { tickets: string[]; prompts: string[]; conversations: string[]; files: boolean; relevant: number; budget: number; format: PackFormat };

const NOTHING: Wanted = { tickets: [], prompts: [], conversations: [], files: true, relevant: 10, budget: 32_000, format: 'markdown' };

export function PackTab({ project, selected }: { project: string; selected: readonly ProjectFile[] }) {
  const [wanted, setWanted] = useDraft<Wanted>(`pack ${project}`, NOTHING);
  const change = (part: Partial<Wanted>) => setWanted({ ...wanted, ...part });
  const hasAny = wanted.tickets.length + wanted.prompts.length + wanted.conversations.length > 0 || (wanted.files && selected.length > 0);
  return (
    <div className={styles.pack}>
      <section aria-label="What goes in" className={styles.wanted}>
        <Tickets project={project} tickets={wanted.tickets} onChange={(tickets) => change({ tickets })} />
        <fieldset className={styles.group}>
          <legend>Files</legend>
          <Toggle checked={wanted.files} onChange={({ target }) => change({ files: target.checked })}>My selection, {count(selected.length)}</Toggle>
          <Field
            label="Files that matter to the tickets"
            hint={`So many of the best ranked come behind, 0 to ${RELEVANT_MAX}`}
            type="number"
            min={0}
            max={RELEVANT_MAX}
            value={wanted.relevant}
            onChange={({ target }) => change({ relevant: within(target.valueAsNumber, 0, RELEVANT_MAX) })}
          />
        </fieldset>
        <Prompts project={project} chosen={wanted.prompts} onChange={(prompts) => change({ prompts })} />
        <Conversations project={project} chosen={wanted.conversations} onChange={(conversations) => change({ conversations })} />
        <fieldset className={styles.group}>
          <legend>Budget</legend>
          <Budget value={wanted.budget} onChange={(budget) => change({ budget })} />
          <Select
            label="Format"
            value={wanted.format}
            options={[{ value: 'markdown', label: 'Markdown' }, { value: 'json', label: 'JSON' }]}
            onChange={({ target }) => change({ format: target.value as PackFormat })}
          />
        </fieldset>
      </section>
      <section aria-label="The pack" className={styles.made}>
        {hasAny ? (
          <Made project={project} wanted={wanted} files={wanted.files ? selected.map(({ id }) => id) : []} />
        ) : (
          <EmptyState icon={PackageOpen} title="Nothing is in the pack yet">
            Choose tickets, prompts or files. They become one text that never has more tokens than you allow, and that says what it left away.
          </EmptyState>
        )}
      </section>
    </div>
  );
}

function within(number: number, min: number, max: number): number {
  return Math.max(min, Math.min(Number.isFinite(number) ? Math.round(number) : min, max));
}

function Tickets({ project, tickets, onChange }: { project: string; tickets: string[]; onChange: (tickets: string[]) => void }) {
  return (
    <fieldset className={styles.group}>
      <legend>Tickets</legend>
      <TicketPicker project={project} label="Add a ticket" onPick={({ key }) => onChange([...new Set([...tickets, key])])} />
      <Chips name="Tickets in the pack" of={tickets} onRemove={(key) => onChange(tickets.filter((each) => each !== key))} />
    </fieldset>
  );
}

function Chips({ name, of, onRemove }: { name: string; of: string[]; onRemove: (each: string) => void }) {
  return (
    of.length > 0 && (
      <ul className={styles.chips} aria-label={name}>
        {of.map((each) => (
          <li key={each} className={styles.chip}>
            {each}
            <button type="button" aria-label={`Leave ${each} out`} onClick={() => onRemove(each)}><X size={12} aria-hidden /></button>
          </li>
        ))}
      </ul>
    )
  );
}

function Budget({ value, onChange }: { value: number; onChange: (budget: number) => void }) {
  const [typed, setTyped] = useState(String(value));
  useEffect(() => setTyped(String(value)), [value]);
  return (
    <>
      <Field
        label="Tokens at most"
        type="number"
        min={BUDGET_MIN}
        max={BUDGET_MAX}
        step={100}
        value={typed}
        onChange={({ target }) => {
          setTyped(target.value);
          if (target.validity.valid || target.validity.stepMismatch) {
            onChange(within(target.valueAsNumber, BUDGET_MIN, BUDGET_MAX));
          }
        }}
        onBlur={() => setTyped(String(value))}
      />
      <div className={styles.chips}>
        {BUDGETS.map((budget) => (
          <Button key={budget} kind={budget === value ? 'plain' : 'quiet'} aria-pressed={budget === value} onClick={() => onChange(budget)}>{budget / 1_000}k</Button>
        ))}
      </div>
    </>
  );
}

type Choosing = { project: string; chosen: string[]; onChange: (ids: string[]) => void };

function Prompts({ project, ...rest }: Choosing) {
  const ofProject = useLiveQuery(cairn.query.listPromptsInProject({ path: { project }, query: { limit: CHOICES, sort: 'title' } }));
  const ofNone = useLiveQuery(cairn.query.listPrompts({ query: { limit: CHOICES, sort: 'title' } }));
  const choices = ofProject.data && ofNone.data && [...ofProject.data.items, ...ofNone.data.items];
  return <Choices legend="Prompts" choices={choices?.map(({ id, title }) => ({ id, name: title }))} {...rest} />;
}

function Conversations({ project, ...rest }: Choosing) {
  const { data } = useLiveQuery(cairn.query.listConversations({ path: { project }, query: { limit: CHOICES } }));
  return <Choices legend="Conversations" choices={data?.items.map(({ id, title }) => ({ id, name: title ?? 'Without a title' }))} {...rest} />;
}

type ChoicesProps = { legend: string; choices: { id: string; name: string }[] | undefined; chosen: string[]; onChange: (ids: string[]) => void };

/** What was chosen and is listed no more, as it was deleted, can be left out. */
function Choices({ legend, choices, chosen, onChange }: ChoicesProps) {
  const unlisted = chosen.filter((each) => !choices?.some(({ id }) => id === each));
  return (
    choices && choices.length + unlisted.length > 0 && (
      <fieldset className={styles.group}>
        <legend>{legend}</legend>
        <div className={styles.choices}>
          {choices.map(({ id, name }) => (
            <Toggle key={id} checked={chosen.includes(id)} onChange={({ target }) => onChange(target.checked ? [...chosen, id] : chosen.filter((each) => each !== id))}>
              {name}
            </Toggle>
          ))}
        </div>
        <Chips name={`${legend} that are not listed`} of={unlisted} onRemove={(id) => onChange(chosen.filter((each) => each !== id))} />
      </fieldset>
    )
  );
}

function Made({ project, wanted, files }: { project: string; wanted: Wanted; files: string[] }) {
  const request = useSettled<PackRequest>({
    tickets: wanted.tickets,
    prompts: wanted.prompts,
    conversations: wanted.conversations,
    files,
    relevantFiles: wanted.tickets.length > 0 ? wanted.relevant : 0,
    budgetTokens: wanted.budget,
    format: wanted.format,
  });
  const { data: log } = useLiveQuery(cairn.query.listActivity({ query: { project, types: INGREDIENTS, limit: 1 } }));
  const newest = log && (log.items[0]?.seq ?? 0);
  const known = useRef(newest);
  known.current = newest;
  const { data, error, isFetching, isPlaceholderData, refetch } = useQuery({
    queryKey: ['pack', project, request],
    queryFn: async ({ signal }) => {
      const since = known.current ?? 0; // What happens while it is made may be in it, or not.
      return { since, pack: await cairn.makePack({ path: { project }, body: request, signal }) };
    },
    enabled: newest !== undefined,
    placeholderData: keepPreviousData,
    retry: false,
    gcTime: 0,
  });
  const isOlder = data !== undefined && !isPlaceholderData && newest !== undefined && newest > data.since;
  const shown = useDeferredValue(error && !isFetching ? undefined : data?.pack);
  return (
    <>
      {isOlder && (
        <div className={styles.older} role="status">
          Something in the project changed since this was made. <Button icon={RefreshCw} busy={isFetching} onClick={() => void refetch()}>Make it again</Button>
        </div>
      )}
      <Answered query={{ data: shown, error, refetch }}>{(pack) => <PackMade pack={pack} isOld={isPlaceholderData} />}</Answered>
    </>
  );
}

/** A value as it was when it had not changed for a while. */
function useSettled<Value>(value: Value): Value {
  const [settled, setSettled] = useState(value);
  const text = JSON.stringify(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), SETTLED_MILLIS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
