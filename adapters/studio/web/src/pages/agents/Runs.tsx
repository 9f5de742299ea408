import { useState } from 'react';
import type { AgentRun, RunStatus } from 'cairn-client';
import { useLiveQuery } from 'cairn-client/react';
import { MessagesSquare } from 'lucide-react';
import { Link, useSearchParams } from 'react-router';
import { cairn } from '../../cairn.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Select } from '../../ui/Field.tsx';
import { More } from '../../ui/More.tsx';
import { usePaged } from '../../ui/paged.ts';
import { RunDetails, RunState, tokens } from '../../ui/RunDetails.tsx';
import { Answered, EmptyState } from '../../ui/States.tsx';
import { words } from '../../ui/Status.tsx';
import { Table } from '../../ui/Table.tsx';
import { Time } from '../../ui/Time.tsx';
import { pathOf } from './path.ts';
import styles from './Agents.module.css';

const STATUSES: readonly RunStatus[] = ['running', 'queued', 'succeeded', 'failed', 'cancelled'];
const ANY = [{ value: '', label: 'Any status' }, ...STATUSES.map((value) => ({ value, label: words(value) }))];

/** What an agent has answered, the newest first; each opens to its transcript. */
export function Runs({ agent }: { agent: string }) {
  const [status, setStatus] = useState('');
  const [parameters, setParameters] = useSearchParams();
  const run = parameters.get('run');
  const runs = usePaged(cairn.query.listAgentRunsInfinite({ path: { agent }, query: { ...(status && { status: [status as RunStatus] }) } }));
  const { data: projects } = useLiveQuery(cairn.query.listOverviews({ query: { limit: 200 } }));
  const keyOf = (id: string | null) => projects?.items.find(({ projectId }) => projectId === id)?.key;
  return (
    <div className={styles.part}>
      <div className={styles.bar}><Select label="Status" hideLabel options={ANY} value={status} onChange={({ target }) => setStatus(target.value)} /></div>
      <Answered query={runs}>
        {(items) =>
          items.length === 0 ? (
            <EmptyState icon={MessagesSquare} title={status ? 'There is none of this status' : 'It has answered nobody yet'}>{!status && 'Take it into a project, and call it with @ in a channel.'}</EmptyState>
          ) : (
            <>
              <Table
                name="Answers"
                rows={items}
                id={({ id }) => id}
                columns={[
                  { head: 'Began', cell: ({ id, createdAt }) => <Link to={pathOf(agent, { run: id })} preventScrollReset className={styles.name}><Time at={createdAt} /><span className="sr-only">: transcript</span></Link> },
                  { head: 'Status', cell: ({ status: is }) => <RunState status={is} /> },
                  { head: 'Ended', cell: (each) => <Ended of={each} /> },
                  { head: 'Model', cell: ({ model }) => model ?? '' },
                  { head: 'Tokens', number: true, cell: ({ usage }) => usage && `${usage.estimated ? '≈ ' : ''}${tokens(usage.inputTokens + usage.outputTokens)}` },
                  { head: 'Where', cell: ({ projectId, conversationId }) => <Where project={keyOf(projectId)} conversation={conversationId} /> },
                ]}
              />
              <More list={runs} of="answers" />
            </>
          )
        }
      </Answered>
      {run && <Dialog title="Transcript" wide onClose={() => setParameters({ agent }, { replace: true, preventScrollReset: true })}><RunDetails id={run} /></Dialog>}
    </div>
  );
}

function Ended({ of: { error, finishReason } }: { of: AgentRun }) {
  return error ? <span className={styles.warn} title={error.detail}>{error.code}</span> : finishReason ? words(finishReason) : null;
}

/** Conversations of no project are read in whichever was looked at; there is none to name here. */
function Where({ project, conversation }: { project: string | undefined; conversation: string }) {
  return project ? <Link to={`/p/${project}/talk/${conversation}`} className={styles.link}>{project}</Link> : <span className={styles.soft}>in no project</span>;
}
