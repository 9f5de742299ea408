import { useMutation } from '@tanstack/react-query';
import type { AgentRun, RunUsage } from 'cairn-client';
import { useLiveQuery } from 'cairn-client/react';
import { Square } from 'lucide-react';
import { cairn, queries } from '../cairn.ts';
import { Button } from './Button.tsx';
import { Answered } from './States.tsx';
import { Badge, Status, words } from './Status.tsx';
import { Time } from './Time.tsx';
import { Transcript } from './Transcript.tsx';
import styles from './RunDetails.module.css';

const COLOURS: Record<string, string> = { queued: 'open', running: 'in_progress', succeeded: 'completed', failed: 'blocked', cancelled: 'closed' };
const MICROS = 1_000_000;

export function RunState({ status }: { status: string }) {
  return <Status status={status} tone={COLOURS[status] ?? 'open'} />;
}

export const isLive = ({ status }: AgentRun) => status === 'queued' || status === 'running';

export function tokens(count: number): string {
  return count.toLocaleString('en');
}

/** @param micros in millionths of the money in which prices are given */
export function money(micros: number): string {
  return (micros / MICROS).toLocaleString('en', { minimumFractionDigits: 2, maximumFractionDigits: 4 });
}

export function usageText({ inputTokens, outputTokens, estimated, costMicros }: RunUsage): string {
  const cost = costMicros === null ? '' : `, cost ${money(costMicros)}`;
  return `${estimated ? 'about ' : ''}${tokens(inputTokens)} tokens in, ${tokens(outputTokens)} out${cost}`;
}

/** One answer of an agent: how it went, what it took, and all that was said and called. */
export function RunDetails({ id }: { id: string }) {
  const query = useLiveQuery(cairn.query.getRun({ path: { run: id } }));
  const cancel = useMutation({ ...cairn.mutation.cancelRun(), onSettled: () => void queries.invalidateQueries({ queryKey: cairn.query.getRun({ path: { run: id } }).queryKey }) });
  return (
    <Answered query={query}>
      {(run) => (
        <div className={styles.run}>
          <dl className={styles.facts}>
            <Fact name="Status"><RunState status={run.status} /></Fact>
            <Fact name="Began"><Time at={run.createdAt} /></Fact>
            {run.startedAt && run.finishedAt && <Fact name="Took">{seconds(run.startedAt, run.finishedAt)}</Fact>}
            {run.model && <Fact name="Model"><code>{run.model}</code></Fact>}
            {run.usage && <Fact name="Usage">{usageText(run.usage)}</Fact>}
            {run.finishReason && run.finishReason !== 'stop' && <Fact name="Ended"><Badge tone="warning">{words(run.finishReason)}</Badge></Fact>}
            {run.attempt > 1 && <Fact name="Attempt">{run.attempt}</Fact>}
          </dl>
          {run.error && <p role="alert" className={styles.error}><code>{run.error.code}</code> {run.error.detail}</p>}
          {isLive(run) && <div><Button icon={Square} busy={cancel.isPending} onClick={() => cancel.mutate({ path: { run: id } })}>Cancel this answer</Button></div>}
          {run.transcript.parts.length > 0 ? <Transcript parts={run.transcript.parts} /> : <p className={styles.nothing}>It has said nothing{isLive(run) ? ' yet' : ''}.</p>}
        </div>
      )}
    </Answered>
  );
}

function seconds(from: string, to: string): string {
  return `${((Date.parse(to) - Date.parse(from)) / 1_000).toFixed(1)} s`;
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return <div><dt>{name}</dt><dd>{children}</dd></div>;
}
