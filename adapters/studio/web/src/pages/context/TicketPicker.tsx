import { type KeyboardEvent, useDeferredValue, useId, useState } from 'react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ListedTicket } from 'cairn-client';
import { cairn } from '../../cairn.ts';
import { Field } from '../../ui/Field.tsx';
import styles from './TicketPicker.module.css';

const FOUND_MAX = 8;

/** Finds a ticket of a project by its key or words. */
export function TicketPicker({ project, label, onPick }: { project: string; label: string; onPick: (ticket: ListedTicket) => void }) {
  const id = useId();
  const [text, setText] = useState('');
  const [isOpen, setOpen] = useState(false);
  const [chosen, setChosen] = useState(0);
  const q = useDeferredValue(text).trim();
  const key = /^(?:[A-Z][A-Z0-9]*-)?(\d+)$/i.exec(q)?.[1];
  const named = useQuery({ ...cairn.query.getTicket({ path: { ticket: `${project}-${key}` } }), enabled: isOpen && key !== undefined, retry: false });
  const { data } = useQuery({
    ...cairn.query.listTickets({ path: { project }, query: { limit: FOUND_MAX, sort: '-updatedAt', ...(q && { q }) } }),
    enabled: isOpen,
    staleTime: 0,
    placeholderData: keepPreviousData,
  });
  const found: Pick<ListedTicket, 'id' | 'key' | 'title'>[] = key && named.data ? [named.data] : (data?.items ?? []);
  const at = Math.min(chosen, found.length - 1);
  const pick = (ticket: Pick<ListedTicket, 'id' | 'key' | 'title'> | undefined) => {
    if (ticket) {
      onPick(ticket as ListedTicket);
      setText('');
      setOpen(false);
    }
  };
  const onKey = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && found.length > 0) {
      event.preventDefault();
      setOpen(true);
      setChosen((at + step + found.length) % found.length);
    } else if (event.key === 'Enter' && isOpen) {
      event.preventDefault();
      pick(found[at]);
    } else if (event.key === 'Escape') {
      setOpen(false);
    }
  };
  const isShown = isOpen && found.length > 0;
  return (
    <div className={styles.picker} onBlur={({ currentTarget, relatedTarget }) => currentTarget.contains(relatedTarget) || setOpen(false)}>
      <Field
        label={label}
        role="combobox"
        aria-expanded={isShown}
        aria-controls={`${id}found`}
        aria-activedescendant={isShown && at >= 0 ? `${id}${at}` : undefined}
        aria-autocomplete="list"
        placeholder={`${project}-12, or words of it`}
        value={text}
        onFocus={() => setOpen(true)}
        onChange={({ target }) => {
          setText(target.value);
          setChosen(0);
          setOpen(true);
        }}
        onKeyDown={onKey}
      />
      <ul id={`${id}found`} role="listbox" aria-label="Tickets" className={styles.found} hidden={!isShown} tabIndex={-1}>
        {found.map((ticket, index) => (
          <li key={ticket.id} id={`${id}${index}`} role="option" aria-selected={index === at} className={styles.ticket} onClick={() => pick(ticket)}>
            <span className={styles.key}>{ticket.key}</span> {ticket.title}
          </li>
        ))}
      </ul>
    </div>
  );
}
