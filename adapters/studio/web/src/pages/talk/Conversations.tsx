import { type ReactNode, useDeferredValue, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import type { ConversationView } from 'cairn-client';
import { Archive, Hash, MessageSquare, MessageSquareLock, Plus, UsersRound } from 'lucide-react';
import { NavLink } from 'react-router';
import { cairn } from '../../cairn.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { More } from '../../ui/More.tsx';
import { type Paged, usePaged } from '../../ui/paged.ts';
import { Snippet } from '../../ui/Snippet.tsx';
import { ErrorState, Loading } from '../../ui/States.tsx';
import { Time } from '../../ui/Time.tsx';
import { pathOf } from './path.ts';
import styles from './Conversations.module.css';

const HITS_MAX = 20;

type Props = { project: string; onNew: () => void; children: ReactNode };

export function Conversations({ project, onNew, children }: Props) {
  const [text, setText] = useState('');
  const [isArchived, setArchived] = useState(false);
  const q = useDeferredValue(text.trim());
  const chosen = { archived: isArchived ? 'true' : 'false', ...(q && { q }) } as const;
  const channels = usePaged(cairn.query.listConversationsInfinite({ path: { project }, query: { ...chosen, kind: ['channel'] } }));
  const chats = usePaged(cairn.query.listConversationsInfinite({ path: { project }, query: { ...chosen, kind: ['chat'] } }));
  const own = useOutside(chosen);
  const isEmpty = [channels, chats, own].every(({ data }) => data?.length === 0);
  return (
    <section className={styles.list} aria-label="Conversations">
      <header className={styles.head}>
        <h1 className={styles.title}>Talk</h1>
        <Button kind="quiet" icon={Archive} iconOnly aria-pressed={isArchived} onClick={() => setArchived(!isArchived)}>
          Archived conversations
        </Button>
        <Button icon={Plus} onClick={onNew}>New</Button>
      </header>
      <div className={styles.search}>
        <Field label="Search in talk" hideLabel type="search" placeholder="Titles and messages" value={text} onChange={({ target }) => setText(target.value)} />
      </div>
      <nav aria-label="Conversations" className={styles.groups}>
        {children}
        {isArchived && <p className={styles.note}>These are archived: they can be read, and brought back.</p>}
        <Group name="Channels" list={channels} project={project} />
        <Group name="Chats" list={chats} project={project} />
        <Group name="Direct and your own" list={own} project={project} />
        {isEmpty && <p className={styles.note}>{q ? 'No conversation is called so.' : isArchived ? 'Nothing is archived.' : 'There are no conversations.'}</p>}
        {q && <Hits q={q} project={project} />}
      </nav>
    </section>
  );
}

/** What belongs to no project. The API lists all chats; those of projects are left out here. */
function useOutside(chosen: { archived: 'true' | 'false'; q?: string }): Paged<ConversationView> {
  const list = usePaged(cairn.query.listAllConversationsInfinite({ query: { ...chosen, kind: ['chat', 'direct'] } }));
  return { ...list, data: list.data?.filter(({ projectId }) => projectId === null) };
}

const ICONS = { channel: Hash, chat: MessageSquare, direct: UsersRound } as const;

function Group({ name, list, project }: { name: string; list: Paged<ConversationView>; project: string }) {
  if (list.data?.length === 0 && !list.hasNextPage) {
    return null;
  }
  return (
    <section aria-label={name}>
      <h2 className={styles.group}>{name}</h2>
      {!list.data && (list.error ? <ErrorState error={list.error} onRetry={() => void list.refetch()} /> : <Loading />)}
      <ul>{list.data?.map((each) => <Entry key={each.id} of={each} project={project} />)}</ul>
      <More list={list} of={name.toLowerCase()} />
    </section>
  );
}

function Entry({ of: { id, kind, projectId, title, lastMessage, lastMessageAt, createdAt, unread }, project }: { of: ConversationView; project: string }) {
  const Icon = kind === 'chat' && projectId === null ? MessageSquareLock : ICONS[kind];
  return (
    <li>
      <NavLink to={pathOf(project, id)} className={styles.entry}>
        <span className={styles.line}>
          <Icon size={14} aria-hidden />
          <span className={unread > 0 ? `${styles.name} ${styles.new}` : styles.name}>{title}</span>
          <span className={styles.when}><Time at={lastMessageAt ?? createdAt} /></span>
        </span>
        <span className={styles.line}>
          <span className={styles.last}>{lastMessage ? <>{lastMessage.authorName && `${lastMessage.authorName}: `}{plain(lastMessage.content) || 'deleted a message'}</> : 'Nothing was said yet'}</span>
          {unread > 0 && <span className={styles.unread}>{unread > 99 ? '99+' : unread}<span className="sr-only"> unread</span></span>}
        </span>
      </NavLink>
    </li>
  );
}

/** Without the signs that Markdown takes for itself. */
function plain(text: string): string {
  return text.replaceAll(/[*_`#>]+/g, '').replaceAll(/\s+/g, ' ').trim();
}

function Hits({ q, project }: { q: string; project: string }) {
  const here = useHits({ q, project });
  const outside = useHits({ q }).hits?.filter(({ projectId }) => projectId === null) ?? [];
  const hits = [...(here.hits ?? []), ...outside];
  return (
    <section aria-label="Messages">
      <h2 className={styles.group}>Messages</h2>
      {here.error ? <ErrorState error={here.error} /> : !here.hits && <Loading />}
      <p role="status" className={hits.length === 0 && here.hits ? styles.note : 'sr-only'}>{here.hits && (hits.length === 0 ? 'No message holds these words.' : `${hits.length} messages found`)}</p>
      <ul>
        {hits.map((hit) => (
          <li key={hit.id}>
            <NavLink to={`${pathOf(project, hit.conversationId ?? '')}?message=${hit.id}`} className={styles.hit}>
              <span className={styles.where}>{hit.title}</span>
              <span className={styles.snippet}><Snippet text={hit.snippet} /></span>
            </NavLink>
          </li>
        ))}
      </ul>
    </section>
  );
}

function useHits(of: { q: string; project?: string }) {
  const { data, error } = useQuery(cairn.query.search({ query: { ...of, kind: ['message'], limit: HITS_MAX } }));
  return { hits: data?.items, error };
}
