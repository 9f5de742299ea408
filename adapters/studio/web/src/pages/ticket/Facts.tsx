import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { X } from 'lucide-react';
import type { Priority, TicketBody, TicketStatus, TicketType } from 'cairn-client';
import { useLiveQuery } from 'cairn-client/react';
import { cairn } from '../../cairn.ts';
import { labelsOf, PRIORITY_CHOICES, STATUS_CHOICES, TYPE_CHOICES } from '../../tickets/choices.ts';
import { Actor } from '../../ui/Actor.tsx';
import { Field, Select } from '../../ui/Field.tsx';
import { KeyLink } from '../../ui/KeyLink.tsx';
import { Badge } from '../../ui/Status.tsx';
import { Time } from '../../ui/Time.tsx';
import { useChange, useStatusChange } from './changes.ts';
import styles from './Ticket.module.css';

const DATE_LENGTH = 'YYYY-MM-DD'.length;

/** What is known of a ticket besides its text; a choice is a change. */
export function Facts({ ticket, project }: { ticket: TicketBody; project: string }) {
  const [shown, change] = useChange(ticket);
  const [status, changeStatus] = useStatusChange(ticket);
  const members = useLiveQuery(cairn.query.listMembers({ path: { project } }));
  const people = (members.data?.items ?? []).map(({ userId, name }) => ({ value: userId, label: name }));
  return (
    <aside className={styles.facts} aria-label="Facts">
      {ticket.claimedBy && (
        <Fact name="Held by"><Actor name={ticket.claimedBy.agent} /> <span className={styles.soft}>until <Time at={ticket.claimedBy.leaseUntil} /></span></Fact>
      )}
      <Select label="Status" options={STATUS_CHOICES} value={status} onChange={({ target }) => changeStatus({ status: target.value as TicketStatus })} />
      <Select label="Priority" options={PRIORITY_CHOICES} value={shown.priority} onChange={({ target }) => change({ priority: target.value as Priority })} />
      <Select label="Type" options={TYPE_CHOICES} value={shown.type} onChange={({ target }) => change({ type: target.value as TicketType })} />
      <Select
        label="Assignee"
        options={[{ value: '', label: 'Nobody' }, ...people]}
        value={shown.assigneeId ?? ''}
        onChange={({ target }) => change({ assigneeId: target.value || null })}
      />
      <Labels labels={shown.labels} onChange={(labels) => change({ labels })} />
      <Due at={shown.dueAt?.slice(0, DATE_LENGTH) ?? ''} onChange={(date) => change({ dueAt: date ? `${date}T00:00:00Z` : null })} />
      {ticket.parentId && <Parent id={ticket.parentId} />}
      <Fact name="Created"><Time at={ticket.createdAt} /></Fact>
      <Fact name="Changed"><Time at={ticket.updatedAt} /></Fact>
    </aside>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return <div className={styles.fact}><span className={styles.soft}>{name}</span> <span>{children}</span></div>;
}

function Parent({ id }: { id: string }) {
  const { data } = useLiveQuery(cairn.query.getTicket({ path: { ticket: id } }));
  return data && <Fact name="Part of"><KeyLink ticket={data.key} /> {data.title}</Fact>;
}

/** While it is typed, it is one date after another: it counts once it is left, or at Enter. */
function Due({ at, onChange }: { at: string; onChange: (date: string) => void }) {
  const [typed, setTyped] = useState<string>();
  const send = ({ validity }: HTMLInputElement) => {
    if (typed !== undefined && typed !== at && !validity.badInput) {
      onChange(typed);
    }
    setTyped(undefined);
  };
  return (
    <Field
      label="Due"
      type="date"
      value={typed ?? at}
      onChange={({ target }) => setTyped(target.value)}
      onBlur={({ target }) => send(target)}
      onKeyDown={({ key, currentTarget }) => key === 'Enter' && send(currentTarget)}
    />
  );
}

function Labels({ labels, onChange }: { labels: readonly string[]; onChange: (labels: string[]) => void }) {
  const [text, setText] = useState('');
  const add = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && text.trim()) {
      event.preventDefault();
      onChange([...new Set([...labels, ...labelsOf(text)])]);
      setText('');
    }
  };
  return (
    <div className={styles.labels}>
      <Field label="Labels" placeholder="Add one, and Enter" value={text} onChange={({ target }) => setText(target.value)} onKeyDown={add} />
      {labels.length > 0 && (
        <ul className={styles.chips}>
          {labels.map((label) => (
            <li key={label}>
              <Badge>
                {label}
                <button type="button" className={styles.chipRemove} aria-label={`Remove the label ${label}`} onClick={() => onChange(labels.filter((each) => each !== label))}>
                  <X size={12} aria-hidden />
                </button>
              </Badge>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
