import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import type { ShownConversation } from 'cairn-client';
import { useLive, useLiveQuery } from 'cairn-client/react';
import { ArrowDown, MessagesSquare } from 'lucide-react';
import { useSearchParams } from 'react-router';
import { cairn, queries } from '../../cairn.ts';
import { Button } from '../../ui/Button.tsx';
import { Answered, EmptyState } from '../../ui/States.tsx';
import { Answers } from './Answers.tsx';
import { blockOf, blockQuery, firstOf } from './blocks.ts';
import { Letters } from './Letters.tsx';
import { MessageRow } from './MessageRow.tsx';
import type { Unsent } from './unsent.ts';
import styles from './Messages.module.css';

/** So near its end somebody reads along, and is to see what comes. */
const NEAR_END_PX = 48;
const AHEAD = '800px 0px';
const GROUPED_MILLIS = 5 * 60_000;

type Props = { conversation: ShownConversation; project: string; unsent: Unsent };

/** What was said, from its end on: earlier blocks come when somebody scrolls to them, and follow the events while they are near. */
export function Messages({ conversation, project, unsent }: Props) {
  const { nextSeq, title } = conversation;
  const target = useTarget();
  const last = blockOf(nextSeq - 1);
  const [from, setFrom] = useState(last);
  const [readUpTo] = useState(conversation.lastReadSeq); // What came since somebody opened it is new as long as they look.
  const scroller = useRef<HTMLDivElement>(null);
  const end = useEnd(scroller, !target.id);
  const first = Math.min(from, target.seq ? blockOf(target.seq) : from);
  useReading(conversation, end.isThere);
  return (
    <div className={styles.frame}>
      <div ref={scroller} className={styles.scroller} role="log" aria-live="off" aria-label={`Messages in ${title}`} tabIndex={0} onScroll={end.look}>
        <div className={styles.content}>
          {first > 0 && <Earlier key={first} root={scroller} onWanted={() => setFrom(first - 1)} />}
          {nextSeq === 1 && unsent.letters.length === 0 && (
            <EmptyState icon={MessagesSquare} title="Nothing was said yet">Say something below. Where agents take part, calling one with @ has it answer.</EmptyState>
          )}
          {nextSeq > 1 &&
            Array.from({ length: last - first + 1 }, (_, at) => first + at).map((block) => (
              <Block key={block} block={block} isLast={block === last} conversation={conversation} root={scroller} target={target} readUpTo={readUpTo} />
            ))}
          <Letters unsent={unsent} />
          <Answers conversation={conversation} project={project} begun={unsent.begun} />
        </div>
      </div>
      {!end.isThere && <Button className={styles.down} icon={ArrowDown} onClick={end.go}>{conversation.unread > 0 ? `${conversation.unread} new` : 'To the end'}</Button>}
      <Announced conversation={conversation} />
    </div>
  );
}

type Target = { id: string | null; seq: number | undefined };

/** The message that the address names. */
function useTarget(): Target {
  const [parameters] = useSearchParams();
  const id = parameters.get('message');
  const { data } = useQuery({ ...cairn.query.getMessage({ path: { message: id ?? '' } }), enabled: id !== null });
  return { id, seq: data?.seq };
}

/** Whether the end is in sight; as long as it is, what comes stays in sight, too. */
function useEnd(scroller: RefObject<HTMLDivElement | null>, fromTheEnd: boolean) {
  const [isThere, setThere] = useState(fromTheEnd);
  const sticks = useRef(fromTheEnd);
  const top = useRef(0);
  const go = () => {
    sticks.current = true; // Also while what lies between is read, and the end moves away.
    setThere(true);
    scroller.current?.scrollTo({ top: scroller.current.scrollHeight });
  };
  useLayoutEffect(() => {
    const element = scroller.current!;
    const grown = new ResizeObserver(() => sticks.current && go());
    grown.observe(element);
    grown.observe(element.firstElementChild!);
    return () => grown.disconnect();
  }, []);
  const look = () => {
    const { scrollHeight, scrollTop, clientHeight } = scroller.current!;
    if (scrollHeight - scrollTop - clientHeight < NEAR_END_PX) {
      sticks.current = true;
    } else if (scrollTop < top.current) {
      sticks.current = false; // Somebody went up; where it is only longer than it was, it is followed.
    }
    top.current = scrollTop;
    setThere(sticks.current);
  };
  return { isThere, go, look };
}

/** Says how far somebody has read, who has the end in sight and the window before them. */
function useReading({ id, nextSeq, lastReadSeq, unread }: ShownConversation, isAtEnd: boolean): void {
  const seq = nextSeq - 1;
  useEffect(() => {
    const read = async () => {
      if (isAtEnd && seq > lastReadSeq && document.visibilityState === 'visible') {
        const mark = await cairn.markRead({ path: { conversation: id }, body: { seq } });
        queries.setQueryData(cairn.query.getConversation({ path: { conversation: id } }).queryKey, (was) => was && { ...was, ...mark });
        // No event tells of it, and lists count it.
        void queries.invalidateQueries({ predicate: ({ queryKey: [key] }) => ['listConversations', 'listAllConversations'].includes((key as { _id?: string })._id ?? '') });
      }
    };
    const look = () => void read().catch(() => {}); // A mark that is not set now is set with the next message.
    look();
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, [id, seq, lastReadSeq, unread > 0, isAtEnd]);
}

function useNear(element: RefObject<HTMLElement | null>, root: RefObject<HTMLElement | null>): boolean {
  const [isNear, setNear] = useState(false);
  useEffect(() => {
    const observer = new IntersectionObserver((entries) => setNear(entries.some(({ isIntersecting }) => isIntersecting)), { root: root.current, rootMargin: AHEAD });
    observer.observe(element.current!);
    return () => observer.disconnect();
  }, []);
  return isNear;
}

/** What came before; it comes when somebody scrolls there. */
function Earlier({ root, onWanted }: { root: RefObject<HTMLDivElement | null>; onWanted: () => void }) {
  const mark = useRef<HTMLDivElement>(null);
  const isNear = useNear(mark, root);
  useEffect(() => {
    if (isNear) {
      onWanted();
    }
  }, [isNear]);
  return <div ref={mark} className={styles.earlier}><Button kind="quiet" onClick={onWanted}>Earlier messages</Button></div>;
}

type BlockProps = { block: number; isLast: boolean; conversation: ShownConversation; root: RefObject<HTMLDivElement | null>; target: Target; readUpTo: number };

function Block({ block, isLast, conversation, root, target, readUpTo }: BlockProps) {
  const mark = useRef<HTMLDivElement>(null);
  const isNear = useNear(mark, root);
  const isTarget = target.seq !== undefined && blockOf(target.seq) === block;
  const isFollowed = isNear || isLast || isTarget;
  const options = blockQuery(conversation.id, firstOf(block));
  const query = useQuery({ ...options, enabled: isFollowed });
  const messages = query.data?.items ?? [];
  const isFound = isTarget && messages.some(({ id }) => id === target.id);
  useEffect(() => {
    if (isFound) {
      const row = document.getElementById(`message-${target.id}`);
      row?.scrollIntoView({ block: 'center' });
      row?.focus({ preventScroll: true });
    }
  }, [isFound, target.id]);
  const me = useQuery(cairn.query.getMe()).data?.user.id;
  const isNews = (seq: number, authorId: string | null) => seq > readUpTo && authorId !== me;
  return (
    <div ref={mark} className={query.data ? styles.block : styles.later}>
      {isFollowed && <Follow options={options} />}
      {(isFollowed || query.data) && (
        <Answered query={query}>
          {({ items }) =>
            items.map((message, at) => {
              const before = items[at - 1];
              const isFirstNew = isNews(message.seq, message.authorId) && (before ? before.seq <= readUpTo : message.seq === readUpTo + 1);
              const isMore = !isFirstNew && before?.authorId === message.authorId && before.role === message.role && !message.finishReason && Date.parse(message.createdAt) - Date.parse(before.createdAt) < GROUPED_MILLIS;
              return <MessageRow key={message.id} message={message} conversation={conversation} isMore={isMore} isFirstNew={isFirstNew && readUpTo > 0} isTarget={message.id === target.id} />;
            })
          }
        </Answered>
      )}
    </div>
  );
}

function Follow({ options }: { options: ReturnType<typeof blockQuery> }) {
  useLive(options.queryKey);
  return null;
}

/** Tells screen readers what others say, and not what is merely loaded. */
function Announced({ conversation: { id, nextSeq } }: { conversation: ShownConversation }) {
  const [heard] = useState(nextSeq);
  const { data } = useLiveQuery(blockQuery(id, nextSeq - 1));
  const me = useQuery(cairn.query.getMe()).data?.user.id;
  const last = data?.items.at(-1);
  const isNew = last !== undefined && last.seq >= heard && last.authorId !== me;
  return <p role="status" className="sr-only">{isNew && `${last.authorName ?? 'Somebody'}: ${last.content.slice(0, 300)}`}</p>;
}
