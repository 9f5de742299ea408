import { useState } from 'react';
import type { AgentBody, UsageTotal } from 'cairn-client';
import { useLiveQuery } from 'cairn-client/react';
import { ChartNoAxesColumn } from 'lucide-react';
import { Link } from 'react-router';
import { cairn } from '../../cairn.ts';
import { UsageChart } from '../../charts/UsageChart.tsx';
import { Actor } from '../../ui/Actor.tsx';
import { Select } from '../../ui/Field.tsx';
import { money, tokens } from '../../ui/RunDetails.tsx';
import { Answered, EmptyState } from '../../ui/States.tsx';
import { Table } from '../../ui/Table.tsx';
import { pathOf } from './path.ts';
import styles from './Agents.module.css';

const DAY_MILLIS = 86_400_000;
const AGENTS_READ = 200;
/** A day or a week alone is no course. */
const CHART_DAYS_MIN = 14;
const DAYS = [{ value: '1', label: 'Today (UTC)' }, { value: '7', label: 'The last 7 days' }, { value: '30', label: 'The last 30 days' }];

/** What answers took by agent and project, and how much of their day's budgets is left. */
export function Usage() {
  const [days, setDays] = useState('1');
  const since = new Date(new Date().setUTCHours(0, 0, 0, 0) - (Number(days) - 1) * DAY_MILLIS).toISOString();
  const usage = useLiveQuery(cairn.query.listUsage({ query: { since } }));
  const agents = useLiveQuery(cairn.query.listAgents({ query: { limit: AGENTS_READ } }));
  const { data: projects } = useLiveQuery(cairn.query.listOverviews({ query: { limit: 200 } }));
  const agentOf = (id: string) => agents.data?.items.find((agent) => agent.id === id);
  return (
    <div className={styles.part}>
      <div className={styles.bar}><Select label="Time" hideLabel options={DAYS} value={days} onChange={({ target }) => setDays(target.value)} /></div>
      <Answered query={usage}>
        {({ items }) => (
          <>
            {days === '1' && <Budgets agents={agents.data?.items ?? []} usage={items} />}
            {items.length === 0 ? (
              <EmptyState icon={ChartNoAxesColumn} title="No agent of yours answered in this time">Tokens and cost are counted by agent and project as soon as one does.</EmptyState>
            ) : (
              <Table
                name="Usage"
                rows={items}
                id={({ agentId, projectId }) => `${agentId} ${projectId}`}
                columns={[
                  { head: 'Agent', cell: ({ agentId }) => agentId ? <Link to={pathOf(agentId)} className={styles.name}><Actor name={agentOf(agentId)?.name ?? 'A deleted agent'} /></Link> : 'Summaries of files' },
                  { head: 'Project', cell: ({ projectId }) => projects?.items.find((each) => each.projectId === projectId)?.key ?? <span className={styles.soft}>in none</span> },
                  { head: 'Answers', number: true, cell: ({ runs }) => tokens(runs) },
                  { head: 'Tokens in', number: true, cell: ({ inputTokens, estimated }) => `${estimated ? '≈ ' : ''}${tokens(inputTokens)}` },
                  { head: 'Tokens out', number: true, cell: ({ outputTokens, estimated }) => `${estimated ? '≈ ' : ''}${tokens(outputTokens)}` },
                  { head: 'Cost', number: true, cell: ({ costMicros }) => (costMicros ? money(costMicros) : <span className={styles.soft}>no price</span>) },
                ]}
              />
            )}
            <UsageChart days={Math.max(Number(days), CHART_DAYS_MIN)} hasTotals={false} />
          </>
        )}
      </Answered>
    </div>
  );
}

function Budgets({ agents, usage }: { agents: readonly AgentBody[]; usage: readonly UsageTotal[] }) {
  const bounded = agents.filter(({ tokensPerDay, costPerDay }) => tokensPerDay !== null || costPerDay !== null);
  if (bounded.length === 0) {
    return null;
  }
  return (
    <section aria-label="Budgets of today" className={styles.budgets}>
      {bounded.map(({ id, name, tokensPerDay, costPerDay }) => {
        const own = usage.filter(({ agentId }) => agentId === id);
        const used = own.reduce((sum, { inputTokens, outputTokens }) => sum + inputTokens + outputTokens, 0);
        const cost = own.reduce((sum, { costMicros }) => sum + costMicros, 0);
        return (
          <div key={id} className={styles.budget}>
            <Link to={pathOf(id, { tab: 'settings' })}><Actor name={name} /></Link>
            {tokensPerDay !== null && <Meter of={`${name}: tokens of the day`} used={used} most={tokensPerDay} text={`${tokens(used)} of ${tokens(tokensPerDay)} tokens`} />}
            {costPerDay !== null && <Meter of={`${name}: cost of the day`} used={cost} most={costPerDay * 1_000_000} text={`${money(cost)} of ${money(costPerDay * 1_000_000)}`} />}
          </div>
        );
      })}
    </section>
  );
}

function Meter({ of, used, most, text }: { of: string; used: number; most: number; text: string }) {
  const isOver = used >= most;
  return (
    <span className={isOver ? `${styles.meter} ${styles.over}` : styles.meter}>
      <meter aria-label={of} min={0} max={Math.max(most, 1)} value={Math.min(used, most)} />
      <span>{text}{isOver && ': used up, answers wait for tomorrow'}</span>
    </span>
  );
}
