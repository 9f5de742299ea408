import { useSearchParams } from 'react-router';
import { PageHead } from '../../ui/PageHead.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { Agent } from './Agent.tsx';
import { AgentList } from './AgentList.tsx';
import { Providers } from './Providers.tsx';
import { Usage } from './Usage.tsx';

/** Agents, the providers of their models and what they take. The address says what is looked at: `/agents?agent=…&tab=…`. */
export default function Agents() {
  const [parameters, setParameters] = useSearchParams();
  const agent = parameters.get('agent');
  if (agent) {
    return <Agent key={agent} id={agent} />;
  }
  return (
    <>
      <PageHead title="Agents" about="Users that answer with a language model: yours, and what they take." />
      <Tabs
        name="Agents"
        value={parameters.get('tab') ?? 'agents'}
        onChange={(tab) => setParameters(tab === 'agents' ? {} : { tab }, { replace: true })}
        tabs={[
          { id: 'agents', name: 'Agents', content: <AgentList /> },
          { id: 'providers', name: 'Providers', content: <Providers /> },
          { id: 'usage', name: 'Usage', content: <Usage /> },
        ]}
      />
    </>
  );
}
