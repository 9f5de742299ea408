import { type FormEvent, useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { CairnProblem, type Priority, type Queue, type QueueFields, TicketType } from 'cairn-client';
import { cairn } from '../../cairn.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog, DialogActions } from '../../ui/Dialog.tsx';
import { duration } from '../../ui/duration.ts';
import { Field, Select } from '../../ui/Field.tsx';
import { problemOf } from '../../ui/problem.ts';
import { words } from '../../ui/Status.tsx';
import { toast } from '../../ui/Toast.tsx';
import styles from './Queues.module.css';

const FRESH = { name: '', description: '', maxParallel: '4', leaseSeconds: '900', maxAttempts: '3', maxStalls: '3', feeds: false, labels: '', types: [] as TicketType[], minPriority: '' };
type Draft = typeof FRESH;

const TYPES = Object.values(TicketType);
const NAMES: Record<keyof Draft, string> = {
  name: 'Name',
  description: 'Description',
  maxParallel: 'At a time',
  leaseSeconds: 'Lease in seconds',
  maxAttempts: 'Attempts',
  maxStalls: 'Stalls',
  feeds: 'Takes in what becomes ready',
  labels: 'Labels',
  types: 'Types',
  minPriority: 'At least as urgent as',
};
const PRIORITIES = [{ value: '', label: 'Any priority' }, ...['low', 'normal', 'high', 'urgent'].map((value) => ({ value, label: words(value) }))];

/** Makes a queue, or changes one. What somebody else changed meanwhile is said; what one did not touch stays as theirs. */
export function QueueForm({ project, queue, onClose }: { project: string; queue?: Queue; onClose: () => void }) {
  const [base] = useState(() => draftOf(queue));
  const [draft, setDraft] = useState(base);
  const navigate = useNavigate();
  const save = useMutation({
    mutationFn: (): Promise<Queue> => {
      const body = fieldsOf(draft, base, queue === undefined);
      return queue
        ? cairn.updateQueue({ path: { queue: queue.id }, headers: { 'If-Match': `"${queue.version}"` }, body })
        : cairn.createQueue({ path: { project }, body });
    },
    meta: { quiet: true },
    onSuccess: ({ name }) => {
      onClose();
      toast(queue ? `${name} was changed` : `${name} was created`);
      void navigate(`?queue=${encodeURIComponent(name)}`, { replace: true });
    },
  });
  const theirs = draftOf(queue);
  const changed = (Object.keys(NAMES) as (keyof Draft)[]).filter((name) => String(theirs[name]) !== String(base[name]));
  const errors = save.error instanceof CairnProblem ? save.error.errors : [];
  const errorOf = (name: string) => errors.find(({ pointer }) => pointer.startsWith(`/${name}`))?.message;
  const problem = save.error && !errors.some(({ pointer }) => Object.keys(NAMES).some((name) => pointer.startsWith(`/${name}`))) ? problemOf(save.error) : undefined;
  const set = (part: Partial<Draft>) => setDraft({ ...draft, ...part });
  const field = (name: 'name' | 'description' | 'maxParallel' | 'leaseSeconds' | 'maxAttempts' | 'maxStalls' | 'labels' | 'minPriority') => ({
    label: NAMES[name],
    value: draft[name],
    error: errorOf(name),
    onChange: ({ target }: { target: { value: string } }) => set({ [name]: target.value }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <Dialog title={queue ? `Edit ${queue.name}` : `New queue in ${project}`} onClose={onClose}>
      <form className={styles.form} onSubmit={submit}>
        {changed.length > 0 && (
          <p role="status" className={styles.changed}>
            Somebody changed it meanwhile:{' '}
            {changed.map((name) => `${NAMES[name]} from “${String(base[name])}” to “${String(theirs[name])}”`).join('; ')}. What you did not change stays so.
          </p>
        )}
        <Field {...field('name')} required autoFocus maxLength={100} />
        <Field {...field('description')} />
        <div className={styles.numbers}>
          <Field {...field('maxParallel')} type="number" min={1} required hint="Handed out at most" />
          <Field {...field('leaseSeconds')} type="number" min={5} max={86_400} required hint={duration(Number(draft.leaseSeconds) * 1_000)} />
          <Field {...field('maxAttempts')} type="number" min={1} max={100} required hint="Before it is given up" />
          <Field {...field('maxStalls')} type="number" min={1} max={100} required hint="Leases that ran out" />
        </div>
        <label className={styles.check}>
          <input type="checkbox" checked={draft.feeds} onChange={({ target }) => set({ feeds: target.checked })} />
          Takes in by itself what becomes ready
        </label>
        {draft.feeds && (
          <div className={styles.feeds}>
            <fieldset className={styles.types}>
              <legend>Only these types (none means all)</legend>
              {TYPES.map((type) => (
                <label key={type} className={styles.check}>
                  <input
                    type="checkbox"
                    checked={draft.types.includes(type)}
                    onChange={({ target }) => set({ types: target.checked ? [...draft.types, type] : draft.types.filter((each) => each !== type) })}
                  />
                  {words(type)}
                </label>
              ))}
            </fieldset>
            <div className={styles.numbers}>
              <Field {...field('labels')} hint="One of these, separated by commas" />
              <Select {...field('minPriority')} options={PRIORITIES} />
            </div>
          </div>
        )}
        {problem && <p role="alert" className={styles.problem}>{problem.detail} {problem.hint}</p>}
        <DialogActions>
          <Button onClick={onClose}>Cancel</Button>
          <Button kind="primary" type="submit" busy={save.isPending}>{queue ? 'Save' : 'Create'}</Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

function draftOf(queue: Queue | undefined): Draft {
  if (!queue) {
    return FRESH;
  }
  const { name, description, maxParallel, leaseSeconds, maxAttempts, maxStalls, feeds } = queue;
  return {
    name,
    description: description ?? '',
    maxParallel: String(maxParallel),
    leaseSeconds: String(leaseSeconds),
    maxAttempts: String(maxAttempts),
    maxStalls: String(maxStalls),
    feeds: feeds !== null,
    labels: feeds?.labels.join(', ') ?? '',
    types: feeds?.types ?? [],
    minPriority: feeds?.minPriority ?? '',
  };
}

/** Only what differs from what the form began with, so that a change of somebody else beside it stays. */
function fieldsOf(draft: Draft, base: Draft, isNew: boolean): QueueFields {
  const isChanged = (...names: (keyof Draft)[]) => isNew || names.some((name) => String(draft[name]) !== String(base[name]));
  const labels = draft.labels.split(',').map((label) => label.trim()).filter(Boolean);
  const feeds = draft.feeds ? { labels, types: draft.types, minPriority: (draft.minPriority || null) as Priority | null } : null;
  return {
    ...(isChanged('name') && { name: draft.name }),
    ...(isChanged('description') && { description: draft.description.trim() || null }),
    ...(isChanged('maxParallel') && { maxParallel: Number(draft.maxParallel) }),
    ...(isChanged('leaseSeconds') && { leaseSeconds: Number(draft.leaseSeconds) }),
    ...(isChanged('maxAttempts') && { maxAttempts: Number(draft.maxAttempts) }),
    ...(isChanged('maxStalls') && { maxStalls: Number(draft.maxStalls) }),
    ...(isChanged('feeds', 'labels', 'types', 'minPriority') && { feeds }),
  };
}
