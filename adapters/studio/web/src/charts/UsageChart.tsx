import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useLiveQuery } from 'cairn-client/react';
import type { UsageTotal } from 'cairn-client';
import { calm } from '../calm.ts';
import { cairn } from '../cairn.ts';
import { Button } from '../ui/Button.tsx';
import { ErrorState, Loading } from '../ui/States.tsx';
import { Table } from '../ui/Table.tsx';
import { Chart } from './Chart.tsx';
import type { Tone } from './series.ts';
import styles from './Chart.module.css';

const DAYS = 14;
const PAUSE_MILLIS = 5_000;
const DAY_MILLIS = 86_400_000;
const TONES: readonly Tone[] = ['accent', 'blue', 'violet', 'orange', 'good'];

const MEASURES = {
  tokens: { name: 'Tokens', of: ({ inputTokens, outputTokens }: UsageTotal) => inputTokens + outputTokens, format: new Intl.NumberFormat('en', { notation: 'compact' }).format },
  cost: { name: 'Cost', of: ({ costMicros }: UsageTotal) => costMicros / 1_000_000, format: new Intl.NumberFormat('en', { maximumFractionDigits: 4 }).format },
};
const whole = new Intl.NumberFormat('en');

type Props = { project?: string; days?: number; hasTotals?: boolean };

/** What answers of agents and summaries of files took, by day (UTC) and agent: of one's own agents, or of all in a project. */
export function UsageChart({ project, days = DAYS, hasTotals = true }: Props) {
  const [measure, setMeasure] = useState<keyof typeof MEASURES>('tokens');
  const today = new Date().setUTCHours(0, 0, 0, 0);
  const starts = Array.from({ length: days }, (_, index) => today - (days - 1 - index) * DAY_MILLIS);
  const since = new Date(starts[0]!).toISOString();
  const usage = useLiveQuery(calm(cairn.query.listUsage({ query: { ...(project && { project }), by: 'day', since } }), PAUSE_MILLIS));
  const agents = useQuery(cairn.query.listAgents({ query: { limit: 200 } }));
  if (!usage.data) {
    return usage.error ? <ErrorState error={usage.error} onRetry={() => void usage.refetch()} /> : <Loading />;
  }
  const { items } = usage.data;
  const totals = starts.map((start) => items.filter(({ day }) => day !== null && Date.parse(day) === start));
  const used = sumByAgent(items);
  if (used.length === 0) {
    return hasTotals && <p className={styles.none}>No agent has answered in the last {days} days.</p>;
  }
  const nameOf = (id: string | null) => id === null ? 'Summaries of files' : agents.data?.items.find((agent) => agent.id === id)?.name ?? `Agent ${id.slice(-4)}`;
  const { of, format } = MEASURES[measure];
  const shown = used.slice(0, TONES.length);
  const others = new Set(used.slice(TONES.length).map(({ agentId }) => agentId));
  const valuesOf = (wanted: (agentId: string | null) => boolean) =>
    totals.map((items) => items.filter(({ agentId }) => wanted(agentId)).reduce((sum, each) => sum + of(each), 0));
  return (
    <div className={styles.usage}>
      <Chart
        title={`${MEASURES[measure].name} by day (UTC)`}
        buckets={{ starts, step: DAY_MILLIS, isUtc: true }}
        format={format}
        {...(used.some(({ estimated }) => estimated) && { note: 'Where a model did not say what it took, it is estimated.' })}
        series={[
          ...shown.map(({ agentId }, index) => ({ name: nameOf(agentId), kind: 'bar' as const, tone: TONES[index]!, values: valuesOf((id) => id === agentId) })),
          ...(others.size > 0 ? [{ name: `${others.size} others`, kind: 'bar' as const, tone: 'soft' as const, values: valuesOf((id) => others.has(id)) }] : []),
        ]}
      >
        {(Object.keys(MEASURES) as (keyof typeof MEASURES)[]).map((each) => (
          <Button key={each} kind={each === measure ? 'plain' : 'quiet'} aria-pressed={each === measure} onClick={() => setMeasure(each)}>{MEASURES[each].name}</Button>
        ))}
      </Chart>
      {hasTotals && (
        <Table
          name={`What each agent took in ${days} days`}
          rows={used}
          id={({ agentId }) => agentId ?? 'summaries'}
          columns={[
            { head: 'Agent', cell: ({ agentId }) => nameOf(agentId) },
            { head: 'Answers', number: true, cell: ({ runs }) => whole.format(runs) },
            { head: 'Read', number: true, cell: ({ inputTokens }) => whole.format(inputTokens) },
            { head: 'Written', number: true, cell: ({ outputTokens }) => whole.format(outputTokens) },
            { head: 'Cost', number: true, cell: (each) => MEASURES.cost.format(MEASURES.cost.of(each)) },
          ]}
        />
      )}
    </div>
  );
}

/** Each agent once, and summaries, which are nobody's; who took most first. */
function sumByAgent(totals: readonly UsageTotal[]): UsageTotal[] {
  const sums = new Map<string | null, UsageTotal>();
  for (const each of totals) {
    const sum = sums.get(each.agentId);
    sums.set(each.agentId, !sum ? each : {
      ...sum,
      runs: sum.runs + each.runs,
      inputTokens: sum.inputTokens + each.inputTokens,
      outputTokens: sum.outputTokens + each.outputTokens,
      costMicros: sum.costMicros + each.costMicros,
      estimated: sum.estimated || each.estimated,
    });
  }
  return [...sums.values()].sort((one, other) => MEASURES.tokens.of(other) - MEASURES.tokens.of(one));
}
