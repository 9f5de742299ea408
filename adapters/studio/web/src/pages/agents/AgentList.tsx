import { useState } from 'react';
import type { AgentBody, ModelProvider } from 'cairn-client';
import { useLiveQuery } from 'cairn-client/react';
import { Bot, Plus } from 'lucide-react';
import { Link, useNavigate } from 'react-router';
import { cairn } from '../../cairn.ts';
import { Actor } from '../../ui/Actor.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { More } from '../../ui/More.tsx';
import { usePaged } from '../../ui/paged.ts';
import { Answered, EmptyState } from '../../ui/States.tsx';
import { Table } from '../../ui/Table.tsx';
import { AgentForm } from './AgentForm.tsx';
import { Availability } from './Availability.tsx';
import { pathOf } from './path.ts';
import { PROVIDERS_READ } from './providers.ts';
import styles from './Agents.module.css';

export function AgentList() {
  const agents = usePaged(cairn.query.listAgentsInfinite({}));
  const { data: providers } = useLiveQuery(cairn.query.listProviders({ query: { limit: PROVIDERS_READ } }));
  const [isNew, setNew] = useState(false);
  const navigate = useNavigate();
  const create = <Button kind="primary" icon={Plus} onClick={() => setNew(true)}>New agent</Button>;
  return (
    <div className={styles.part}>
      <Answered query={agents}>
        {(items) =>
          items.length === 0 ? (
            <EmptyState icon={Bot} title="You have no agents yet">
              <p>An agent answers in talk, as far as it is a member of the project. It needs somebody who provides its model: create one under Providers first.</p>
              <p className={styles.first}>{create}</p>
            </EmptyState>
          ) : (
            <>
              <div className={styles.bar}>{create}</div>
              <Table
                name="Your agents"
                rows={items}
                id={({ id }) => id}
                columns={[
                  { head: 'Agent', cell: (agent) => <Link to={pathOf(agent.id)} className={styles.name}><Actor name={agent.name} /></Link> },
                  { head: 'Role', cell: ({ role }) => role },
                  { head: 'State', cell: ({ availability }) => <Availability of={availability} /> },
                  { head: 'Model', cell: (agent) => modelOf(agent, providers?.items) },
                  { head: 'May', cell: ({ scopes }) => scopes.join(', ') || 'read' },
                ]}
              />
              <More list={agents} of="agents" />
            </>
          )
        }
      </Answered>
      {isNew && (
        <Dialog title="New agent" wide onClose={() => setNew(false)}>
          <AgentForm onDone={({ id }) => void navigate(pathOf(id))} onCancel={() => setNew(false)} />
        </Dialog>
      )}
    </div>
  );
}

function modelOf({ providerId, modelConfig: { model } }: AgentBody, providers: readonly ModelProvider[] | undefined) {
  const provider = providers?.find(({ id, isDefault }) => (providerId ? id === providerId : isDefault));
  if (!provider) {
    return <span className={styles.warn}>{providers && 'Nobody provides one'}</span>;
  }
  return <>{model ?? provider.defaultModel} <span className={styles.soft}>{provider.name}{!providerId && ', the default'}</span></>;
}
