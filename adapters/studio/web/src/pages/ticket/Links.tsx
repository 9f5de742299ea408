import { type FormEvent, useState } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { Link } from 'react-router';
import type { LinkedTicket, LinkKind, TicketBody } from 'cairn-client';
import { useLiveQuery } from 'cairn-client/react';
import { cairn } from '../../cairn.ts';
import { Button } from '../../ui/Button.tsx';
import { Field, Select } from '../../ui/Field.tsx';
import { More } from '../../ui/More.tsx';
import { usePaged } from '../../ui/paged.ts';
import { Answered } from '../../ui/States.tsx';
import { Status, words } from '../../ui/Status.tsx';
import styles from './Ticket.module.css';

const PAGE = 100;
/** Titles are read one by one. */
const TITLES_MAX = 12;

/** A link as it is seen from the ticket: what leads here, and what leads on. */
type Seen = { link: LinkedTicket; key: string; status: string; how: string };

export function Links({ ticket: { key } }: { ticket: TicketBody }) {
  const options = cairn.query.listLinksInfinite({ path: { ticket: key }, query: { limit: PAGE } });
  const links = usePaged(options);
  const client = useQueryClient();
  const onSuccess = () => client.invalidateQueries({ queryKey: options.queryKey });
  const remove = useMutation({ ...cairn.mutation.deleteLink(), onSuccess });
  return (
    <section aria-labelledby="links">
      <h2 id="links" className={styles.sectionHead}>Links</h2>
      <Answered query={links}>
        {(items) => {
          const seen = items.map((link) => seenFrom(key, link));
          const before = seen.filter(({ link }) => link.toKey === key);
          const after = seen.filter(({ link }) => link.toKey !== key);
          const cut = ({ link: { fromKey, kind, toKey } }: Seen) => remove.mutate({ path: { ticket: fromKey, kind, other: toKey } });
          return seen.length > 0 && <Graph ticket={key} before={before} after={after} onCut={cut} />;
        }}
      </Answered>
      <More list={links} of="links" />
      <NewLink ticket={key} onSuccess={onSuccess} />
    </section>
  );
}

function seenFrom(key: string, link: LinkedTicket): Seen {
  const leadsHere = link.toKey === key;
  const backwards: Partial<Record<LinkKind, string>> = {
    blocks: 'blocks this',
    duplicates: 'duplicates this',
    supersedes: 'supersedes this',
    discovered_from: 'discovered here',
  };
  return leadsHere
    ? { link, key: link.fromKey, status: link.fromStatus, how: backwards[link.kind] ?? words(link.kind).toLowerCase() }
    : { link, key: link.toKey, status: link.toStatus, how: words(link.kind).toLowerCase() };
}

type GraphProps = { ticket: string; before: Seen[]; after: Seen[]; onCut: (seen: Seen) => void };

/** What leads here on the left, what it leads to on the right, and lines between them. */
function Graph({ ticket, before, after, onCut }: GraphProps) {
  const rows = Math.max(before.length, after.length, 1);
  const nodes = (seen: Seen[]) => (
    <ul className={styles.nodes}>
      {seen.map((each) => (
        <li key={`${each.link.kind} ${each.key}`} className={styles.node}>
          <Link to={`/t/${each.key}`} className={styles.nodeLink}>
            <span className={styles.how}>{each.how}</span>
            <span className={styles.nodeKey}>{each.key}</span>
            {seen.length <= TITLES_MAX && <Title of={each.key} />}
            <Status status={each.status} />
          </Link>
          <Button kind="quiet" icon={X} iconOnly className={styles.remove} onClick={() => onCut(each)}>{`Remove the link to ${each.key}`}</Button>
        </li>
      ))}
    </ul>
  );
  return (
    <div className={styles.graph}>
      {nodes(before)}
      <Lines of={before.length} rows={rows} />
      <strong className={styles.here}>{ticket}</strong>
      <Lines of={after.length} rows={rows} mirrored />
      {nodes(after)}
    </div>
  );
}

function Title({ of }: { of: string }) {
  const { data } = useLiveQuery(cairn.query.getTicket({ path: { ticket: of } }));
  return <span className={styles.nodeTitle}>{data?.title}</span>;
}

/** In units of one row: from the middle of each to the middle of all. */
function Lines({ of, rows, mirrored }: { of: number; rows: number; mirrored?: boolean }) {
  const first = (rows - of) / 2 + 0.5;
  const middle = rows / 2;
  return (
    <svg className={styles.lines} viewBox={`0 0 1 ${rows}`} preserveAspectRatio="none" aria-hidden>
      {Array.from({ length: of }, (_, at) => (
        <path key={at} d={`M ${mirrored ? 1 : 0} ${first + at} C 0.5 ${first + at}, 0.5 ${middle}, ${mirrored ? 0 : 1} ${middle}`} />
      ))}
    </svg>
  );
}

const WAYS: { value: string; label: string; kind: LinkKind; backwards?: boolean }[] = [
  { value: 'blocks', label: 'blocks', kind: 'blocks' },
  { value: 'blocked', label: 'is blocked by', kind: 'blocks', backwards: true },
  { value: 'relates_to', label: 'relates to', kind: 'relates_to' },
  { value: 'duplicates', label: 'duplicates', kind: 'duplicates' },
  { value: 'supersedes', label: 'supersedes', kind: 'supersedes' },
  { value: 'discovered_from', label: 'was discovered from', kind: 'discovered_from' },
];

function NewLink({ ticket, onSuccess }: { ticket: string; onSuccess: () => Promise<void> }) {
  const [way, setWay] = useState('blocked');
  const [other, setOther] = useState('');
  const put = useMutation({
    ...cairn.mutation.putLink(),
    onSuccess: async () => {
      setOther('');
      await onSuccess();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { kind, backwards } = WAYS.find(({ value }) => value === way)!;
    const key = other.trim().toUpperCase();
    put.mutate({ path: backwards ? { ticket: key, kind, other: ticket } : { ticket, kind, other: key } });
  };
  return (
    <form className={styles.add} onSubmit={submit}>
      <Select label="How it is linked" hideLabel options={WAYS} value={way} onChange={({ target }) => setWay(target.value)} />
      <Field label="Other ticket" hideLabel placeholder="Its key, such as CRN-12" required value={other} onChange={({ target }) => setOther(target.value)} />
      <Button type="submit" busy={put.isPending}>Link</Button>
    </form>
  );
}
