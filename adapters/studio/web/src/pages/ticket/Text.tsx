import { type FormEvent, useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import { Pencil } from 'lucide-react';
import { CairnProblem, type TicketBody } from 'cairn-client';
import { cairn } from '../../cairn.ts';
import { Button } from '../../ui/Button.tsx';
import { DialogActions } from '../../ui/Dialog.tsx';
import { Field, TextField } from '../../ui/Field.tsx';
import { Markdown } from '../../ui/Markdown.tsx';
import { problemOf } from '../../ui/problem.ts';
import { hasDraft, useDraft } from '../../ui/useDraft.ts';
import { useReread } from './changes.ts';
import { Conflict } from './Conflict.tsx';
import styles from './Ticket.module.css';

export type Words = Pick<TicketBody, 'title' | 'overview' | 'version'>;

/** @param base what it was changed from */
type Draft = { base: Words; mine: Words };

const draftOf = (key: string) => `text of ${key}`;

/** A ticket's title and text, or the form that changes them. */
export function Text({ ticket }: { ticket: TicketBody }) {
  const [isEdited, setEdited] = useState(() => hasDraft(draftOf(ticket.key)));
  if (isEdited) {
    return <Form ticket={ticket} onDone={() => setEdited(false)} />;
  }
  return (
    <section aria-label="Text" className={styles.text}>
      <div className={styles.titleRow}>
        <h1>{ticket.title}</h1>
        <Button icon={Pencil} onClick={() => setEdited(true)}>Edit</Button>
      </div>
      {ticket.overview ? <Markdown text={ticket.overview} /> : <p className={styles.soft}>No text yet</p>}
      {ticket.acceptanceCriteria.length > 0 && (
        <div>
          <h2>Done when</h2>
          <ul className={styles.criteria}>{ticket.acceptanceCriteria.map((each) => <li key={each}>{each}</li>)}</ul>
        </div>
      )}
    </section>
  );
}

function Form({ ticket, onDone }: { ticket: TicketBody; onDone: () => void }) {
  const { key } = ticket;
  const wordsOf = ({ title, overview, version }: Words): Words => ({ title, overview, version });
  const [draft, change, drop] = useDraft<Draft>(draftOf(key), { base: wordsOf(ticket), mine: wordsOf(ticket) });
  const [theirs, setTheirs] = useState<Words>();
  const reread = useReread(key);
  const save = useMutation({
    meta: { quiet: true },
    mutationFn: async ({ base: over, mine: { title, overview } }: Draft) => {
      const put = ({ version }: Words) =>
        cairn.updateTicket({ path: { ticket: key }, headers: { 'If-Match': `"${version}"` }, body: { title, overview } });
      try {
        return await put(over);
      } catch (error) {
        if (!(error instanceof CairnProblem && error.code === 'stale_version')) {
          throw error;
        }
        const now = await cairn.getTicket({ path: { ticket: key } });
        if (now.title !== over.title || now.overview !== over.overview) {
          setTheirs(wordsOf(now));
          throw error;
        }
        return await put(now); // Something else about it is newer: a comment, a task.
      }
    },
    onSuccess: async (saved, sent) => {
      await reread();
      if (drop(sent)) {
        onDone();
      } else {
        change((was) => ({ ...was, base: wordsOf(saved) }));
      }
    },
  });
  const close = () => {
    drop();
    onDone();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate(draft);
  };
  const type = (part: Partial<Words>) => change({ ...draft, mine: { ...draft.mine, ...part } });
  if (theirs) {
    return (
      <Conflict
        theirs={theirs}
        mine={draft.mine}
        onKeepMine={() => {
          const over = { ...draft, base: theirs };
          change(over);
          setTheirs(undefined);
          save.mutate(over);
        }}
        onTakeTheirs={close}
        onEdit={() => {
          change({ ...draft, base: theirs });
          setTheirs(undefined);
        }}
      />
    );
  }
  return (
    <form className={styles.form} onSubmit={submit} aria-label={`Text of ${key}`}>
      <h1 className="sr-only">{ticket.title}</h1>
      <Field label="Title" required autoFocus value={draft.mine.title} onChange={({ target }) => type({ title: target.value })} />
      <TextField
        label="Text"
        hint="Markdown"
        value={draft.mine.overview}
        error={save.error ? problemOf(save.error).detail : undefined}
        onChange={({ target }) => type({ overview: target.value })}
      />
      <DialogActions>
        <Button onClick={close}>Cancel</Button>
        <Button kind="primary" type="submit" busy={save.isPending}>Save</Button>
      </DialogActions>
    </form>
  );
}
