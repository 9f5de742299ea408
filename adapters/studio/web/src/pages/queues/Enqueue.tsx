import { type FormEvent, useState } from 'react';
import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { useLive } from 'cairn-client/react';
import type { Queue, ReadyTicket } from 'cairn-client';
import { calm } from '../../calm.ts';
import { cairn } from '../../cairn.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog, DialogActions } from '../../ui/Dialog.tsx';
import { Field } from '../../ui/Field.tsx';
import { problemOf } from '../../ui/problem.ts';
import { Answered } from '../../ui/States.tsx';
import { Badge, words } from '../../ui/Status.tsx';
import { toast } from '../../ui/Toast.tsx';
import styles from './Queues.module.css';

const PAGE = 50;

/** Puts ready tickets into a queue. */
export function Enqueue({ project, queue, onClose }: { project: string; queue: Queue; onClose: () => void }) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [text, setText] = useState('');
  const [withTasks, setWithTasks] = useState(false);
  const options = cairn.query.listReadyTicketsInfinite({ path: { project }, query: { limit: PAGE } });
  const ready = useInfiniteQuery(calm(options));
  useLive(options.queryKey);
  const enqueue = useMutation({
    ...cairn.mutation.enqueueItems(),
    meta: { quiet: true },
    onSuccess: ({ items }) => {
      onClose();
      toast(items.length === 1 ? `1 item is in ${queue.name}` : `${items.length} items are in ${queue.name}`);
    },
  });
  const all = ready.data?.pages.flatMap(({ items }) => items) ?? [];
  const shown = all.filter(({ key, title, labels }) => [key, title, ...labels].join(' ').toLowerCase().includes(text.trim().toLowerCase()));
  const choose = (ids: string[], isChosen: boolean) => setChosen(new Set(isChosen ? [...chosen, ...ids] : [...chosen].filter((id) => !ids.includes(id))));
  const isAll = shown.length > 0 && shown.every(({ id }) => chosen.has(id));
  const problem = enqueue.error && problemOf(enqueue.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const items = all
      .filter(({ id }) => chosen.has(id))
      .map(({ id, openTaskCount }) => ({ ticketId: id, includeTasks: withTasks && openTaskCount > 0, returnExisting: true }));
    enqueue.mutate({ path: { queue: queue.id }, body: { items } });
  };
  return (
    <Dialog title={`Enqueue ready tickets in ${queue.name}`} onClose={onClose} wide>
      <form className={styles.form} onSubmit={submit}>
        <Field label="Find among the ready tickets" hideLabel type="search" placeholder="Key, title or label" autoFocus value={text} onChange={({ target }) => setText(target.value)} />
        <Answered query={ready}>
          {() => all.length === 0 ? (
            <p className={styles.none}>No ticket of {project} is ready: what is open waits for something else, or is held already.</p>
          ) : (
            <fieldset className={styles.choices}>
              <legend className="sr-only">Ready tickets</legend>
              <label className={styles.choice}>
                <input type="checkbox" checked={isAll} onChange={({ target }) => choose(shown.map(({ id }) => id), target.checked)} />
                <strong>All {shown.length} shown</strong>
              </label>
              {shown.map((ticket) => <Choice key={ticket.id} ticket={ticket} isChosen={chosen.has(ticket.id)} onChoose={(isChosen) => choose([ticket.id], isChosen)} />)}
              {ready.hasNextPage && <Button busy={ready.isFetchingNextPage} onClick={() => void ready.fetchNextPage()}>Show more</Button>}
            </fieldset>
          )}
        </Answered>
        <label className={styles.check}>
          <input type="checkbox" checked={withTasks} onChange={({ target }) => setWithTasks(target.checked)} />
          Hand out their tasks one by one, where they have some
        </label>
        {problem && <p role="alert" className={styles.problem}>{problem.detail} {problem.hint}</p>}
        <DialogActions>
          <Button onClick={onClose}>Cancel</Button>
          <Button kind="primary" type="submit" busy={enqueue.isPending} disabled={chosen.size === 0}>
            {chosen.size === 1 ? 'Enqueue 1 ticket' : `Enqueue ${chosen.size} tickets`}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

function Choice({ ticket: { key, title, priority, openTaskCount }, isChosen, onChoose }: { ticket: ReadyTicket; isChosen: boolean; onChoose: (isChosen: boolean) => void }) {
  return (
    <label className={styles.choice}>
      <input type="checkbox" checked={isChosen} onChange={({ target }) => onChoose(target.checked)} />
      <span className={styles.key}>{key}</span>
      <span className={styles.choiceTitle}>{title}</span>
      {openTaskCount > 0 && <Badge>{openTaskCount === 1 ? '1 task' : `${openTaskCount} tasks`}</Badge>}
      <Badge {...(priority === 'urgent' && { tone: 'danger' })}>{words(priority)}</Badge>
    </label>
  );
}
