import { useEffect, useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import type { AgentRun, ShownConversation } from 'cairn-client';
import { useLiveQuery } from 'cairn-client/react';
import { CircleAlert, FileSearch, RotateCcw, Square } from 'lucide-react';
import { cairn, queries } from '../../cairn.ts';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { isLive, RunDetails } from '../../ui/RunDetails.tsx';
import { Transcript } from '../../ui/Transcript.tsx';
import { blockQuery } from './blocks.ts';
import { Author, Face } from './MessageRow.tsx';
import { useNames } from './names.ts';
import { useFollowed } from './run.ts';
import row from './MessageRow.module.css';
import styles from './Answers.module.css';

const RUNS_READ = 30;
/** Each takes a connection, of which a browser has six for all tabs of a server; the others are there when they are whole. */
const FOLLOWED_MAX = 2;

type Props = { conversation: ShownConversation; project: string; begun: readonly AgentRun[] };

/** The answers that come right now, as they come, and those that came to nothing since a person spoke. */
export function Answers({ conversation, project, begun }: Props) {
  const { id, nextSeq } = conversation;
  const { data: runs } = useLiveQuery(cairn.query.listRuns({ query: { conversation: id, limit: RUNS_READ } }));
  const { data: newest } = useLiveQuery(blockQuery(id, nextSeq - 1));
  const [coming, setComing] = useState<readonly AgentRun[]>([]);
  const nameOf = useNames(conversation, project);
  const live = [...(runs?.items ?? []), ...begun].filter(isLive);
  const isKnown = live.map((run) => run.id).join();
  useEffect(() => {
    setComing((was) => [...was, ...live.filter((run, at) => !was.some((each) => each.id === run.id) && live.findIndex((each) => each.id === run.id) === at)]);
  }, [isKnown]);
  const [done, setDone] = useState<ReadonlySet<string>>(new Set());
  const over = async (run: AgentRun) => {
    await Promise.all([queries.invalidateQueries({ queryKey: blockQuery(id, nextSeq - 1).queryKey }), queries.invalidateQueries({ queryKey: cairn.query.getConversation({ path: { conversation: id } }).queryKey })]);
    await queries.invalidateQueries({ queryKey: cairn.query.listRuns({ query: { conversation: id, limit: RUNS_READ } }).queryKey });
    setDone((was) => new Set([...was, run.id]));
  };
  const isShown = (run: AgentRun) =>
    done.has(run.id) || newest?.items.some(({ runId }) => runId === run.id) || runs?.items.some((each) => each.id === run.id && !isLive(each) && !each.messageId);
  const ended = runs?.items.filter((run) => !isLive(run)) ?? [];
  const isLast = (run: AgentRun) => runs?.items.find(({ agentId }) => agentId === run.agentId) === run; // The newest are first.
  const asked = newest?.items.findLast(({ role }) => role === 'user') ?? newest?.items[0];
  const isSince = ({ triggerId }: AgentRun) => !asked || (newest?.items.find(({ id: said }) => said === triggerId)?.seq ?? 0) >= asked.seq;
  const inVain = ended.filter((run) => run.status !== 'succeeded' && !run.messageId && isLast(run) && isSince(run));
  return (
    <>
      {coming.filter((run) => !isShown(run)).map((run, at) => <Coming key={run.id} run={run} isFollowed={at < FOLLOWED_MAX} name={nameOf(run.agentId)} onOver={() => void over(run)} />)}
      {inVain.toReversed().map((run) => <InVain key={run.agentId} run={run} name={nameOf(run.agentId)} conversation={conversation} />)}
    </>
  );
}

function Coming({ run, isFollowed, name, onOver }: { run: AgentRun; isFollowed: boolean; name: string; onOver: () => void }) {
  const { parts, isOver } = useFollowed(run.id, isFollowed);
  useEffect(() => {
    if (isOver) {
      onOver();
    }
  }, [isOver]);
  const cancel = useMutation(cairn.mutation.cancelRun());
  return (
    <article className={row.row} aria-label={`${name} is answering`} aria-busy>
      <span className={row.face}><Face name={name} /></span>
      <div className={row.body}>
        <div className={styles.head}>
          <Author name={name} isAgent />
          <span className={styles.state}>{parts.length === 0 ? 'is thinking' : 'is answering'}<span className={styles.dots} aria-hidden>…</span></span>
          <Button kind="quiet" icon={Square} className={classes(styles.cancel)} busy={cancel.isPending} disabled={isOver} onClick={() => cancel.mutate({ path: { run: run.id } })}>Cancel</Button>
        </div>
        <Transcript parts={parts} />
      </div>
    </article>
  );
}

function InVain({ run, name, conversation }: { run: AgentRun; name: string; conversation: ShownConversation }) {
  const [isShown, setShown] = useState(false);
  const ask = useMutation(cairn.mutation.requestReply());
  const mayAsk = !conversation.archivedAt && conversation.role !== 'viewer';
  return (
    <div role="alert" className={classes(styles.vain, run.status === 'cancelled' && styles.cancelled)}>
      <CircleAlert size={16} aria-hidden />
      <p className={styles.why}>
        {run.status === 'cancelled' ? `${name} was stopped before saying anything.` : <><strong>{name} could not answer.</strong> {run.error?.detail} {run.error && <code>{run.error.code}</code>}</>}
      </p>
      <Button kind="quiet" icon={FileSearch} onClick={() => setShown(true)}>Details</Button>
      {mayAsk && <Button icon={RotateCcw} busy={ask.isPending} onClick={() => ask.mutate({ path: { conversation: conversation.id }, body: { agentId: run.agentId } })}>Ask again</Button>}
      {isShown && <Dialog title={`Answer of ${name}`} wide onClose={() => setShown(false)}><RunDetails id={run.id} /></Dialog>}
    </div>
  );
}
