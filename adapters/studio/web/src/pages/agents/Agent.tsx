import { useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import type { AgentBody } from 'cairn-client';
import { useLiveQuery } from 'cairn-client/react';
import { ArrowLeft, Power, PowerOff, Trash2 } from 'lucide-react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { cairn, queries } from '../../cairn.ts';
import { Button } from '../../ui/Button.tsx';
import { Confirm } from '../../ui/Confirm.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { Answered } from '../../ui/States.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { toast } from '../../ui/Toast.tsx';
import { AgentForm } from './AgentForm.tsx';
import { Availability } from './Availability.tsx';
import { Memories } from './Memories.tsx';
import { Preview } from './Preview.tsx';
import { Runs } from './Runs.tsx';
import styles from './Agents.module.css';

/** One agent: what it is, what it is told, what it has answered and what it remembers. */
export function Agent({ id }: { id: string }) {
  const query = useLiveQuery(cairn.query.getAgent({ path: { agent: id } }));
  return (
    <>
      <Link to="/agents" className={styles.back}><ArrowLeft size={14} aria-hidden /> All agents</Link>
      <Answered query={query}>{(agent) => <Shown agent={agent} />}</Answered>
    </>
  );
}

function Shown({ agent }: { agent: AgentBody }) {
  const [parameters, setParameters] = useSearchParams();
  const { id, name, role, availability } = agent;
  return (
    <>
      <PageHead title={name} about={<span className={styles.about}>{role} <Availability of={availability} /></span>}>
        <Doing agent={agent} />
      </PageHead>
      <Tabs
        name={name}
        value={parameters.get('tab') ?? 'runs'}
        onChange={(tab) => setParameters({ agent: id, ...(tab !== 'runs' && { tab }) }, { replace: true })}
        tabs={[
          { id: 'runs', name: 'Answers', content: <Runs agent={id} /> },
          { id: 'memories', name: 'Memories', content: <Memories agent={id} name={name} /> },
          { id: 'preview', name: 'What it is told', content: <Preview agent={id} /> },
          { id: 'settings', name: 'Settings', content: <div className={styles.settings}><AgentForm agent={agent} onDone={() => toast(`${name} is saved.`)} /></div> },
        ]}
      />
    </>
  );
}

function Doing({ agent: { id, name, availability, version } }: { agent: AgentBody }) {
  const [isDeleting, setDeleting] = useState(false);
  const navigate = useNavigate();
  const isOff = availability === 'inactive';
  const onSuccess = (changed: AgentBody) => queries.setQueryData(cairn.query.getAgent({ path: { agent: id } }).queryKey, changed);
  const activate = useMutation({ ...cairn.mutation.activateAgent(), onSuccess });
  const deactivate = useMutation({ ...cairn.mutation.deactivateAgent(), onSuccess });
  const remove = useMutation({
    ...cairn.mutation.deleteAgent(),
    onSuccess: () => {
      toast(`${name} is deleted; what it said stays.`);
      void navigate('/agents');
    },
  });
  const which = { path: { agent: id }, headers: { 'If-Match': `"${version}"` } };
  return (
    <>
      {isOff ? (
        <Button icon={Power} busy={activate.isPending} onClick={() => activate.mutate(which)}>Activate</Button>
      ) : (
        <Button icon={PowerOff} busy={deactivate.isPending} onClick={() => deactivate.mutate(which)}>Deactivate</Button>
      )}
      <Button kind="danger" icon={Trash2} onClick={() => setDeleting(true)}>Delete</Button>
      {isDeleting && (
        <Confirm title={`Delete ${name}?`} action="Delete the agent" busy={remove.isPending} onClose={() => setDeleting(false)} onConfirm={() => remove.mutate(which)}>
          It answers nobody any more, and what it is answering ends. What it said stays, under its name.
        </Confirm>
      )}
    </>
  );
}
