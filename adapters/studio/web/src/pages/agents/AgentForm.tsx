import { type FormEvent, useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import type { AgentBody, AgentFields } from 'cairn-client';
import { useLiveQuery } from 'cairn-client/react';
import { cairn, queries } from '../../cairn.ts';
import { Button } from '../../ui/Button.tsx';
import { DialogActions } from '../../ui/Dialog.tsx';
import { Field, Select, TextField } from '../../ui/Field.tsx';
import { Refused } from '../../ui/Refused.tsx';
import { Stale } from '../../ui/Stale.tsx';
import { PROVIDERS_READ } from './providers.ts';
import styles from './Agents.module.css';

const TOKENS_MAX = 1_000_000_000;
const SCOPES = [
  { id: 'write', name: 'Write', about: 'change tickets, comments and files by its tools' },
  { id: 'claim', name: 'Claim', about: 'take work from queues and finish it' },
] as const;

type Props = { agent?: AgentBody; onDone: (agent: AgentBody) => void; onCancel?: () => void };

/** What an agent is, what it may and what it may take. A new one has a name, too; later that is its user's. */
export function AgentForm({ agent, onDone, onCancel }: Props) {
  const [version, setVersion] = useState(agent?.version);
  const { data: providers } = useLiveQuery(cairn.query.listProviders({ query: { limit: PROVIDERS_READ } }));
  const save = useMutation({
    mutationFn: ({ name, fields }: { name: string; fields: AgentFields }) =>
      agent
        ? cairn.updateAgent({ path: { agent: agent.id }, body: fields, headers: { 'If-Match': `"${version}"` } })
        : cairn.createAgent({ body: { ...fields, name, role: fields.role ?? '' } }),
    meta: { quiet: true },
    onSuccess: (saved) => {
      setVersion(saved.version);
      queries.setQueryData(cairn.query.getAgent({ path: { agent: saved.id } }).queryKey, saved);
      onDone(saved);
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    save.mutate({ name: text(form, 'name'), fields: fieldsOf(form, agent) });
  };
  const isStale = agent !== undefined && version !== agent.version && !save.isPending;
  const options = [
    { value: '', label: defaultOf(providers?.items.find(({ isDefault }) => isDefault)?.name) },
    ...(providers?.items.filter(({ id, deactivatedAt }) => !deactivatedAt || id === agent?.providerId).map(({ id, name, defaultModel }) => ({ value: id, label: `${name} (${defaultModel})` })) ?? []),
  ];
  return (
    <form className={styles.form} onSubmit={submit} key={providers ? 'known' : 'unknown'}>
      <div className={styles.pair}>
        {!agent && <Field label="Name" name="name" required maxLength={100} hint="As it is called with @" autoFocus />}
        <Field label="Role" name="role" required maxLength={100} defaultValue={agent?.role} placeholder="Reviewer" />
      </div>
      <TextField label="Goal" name="goal" maxLength={5_000} defaultValue={agent?.goal} rows={2} />
      <TextField label="Backstory" name="backstory" maxLength={10_000} defaultValue={agent?.backstory} rows={2} />
      <TextField label="Instructions" name="instructions" maxLength={50_000} defaultValue={agent?.instructions ?? ''} rows={3} hint="What it is told besides, in every conversation" />
      <fieldset className={styles.group}>
        <legend>Model</legend>
        <div className={styles.pair}>
          <Select label="Provider" name="providerId" options={options} defaultValue={agent?.providerId ?? ''} />
          <Field label="Model" name="model" maxLength={200} defaultValue={agent?.modelConfig.model ?? ''} placeholder="As the provider’s" />
        </div>
        <div className={styles.pair}>
          <Field label="Temperature" name="temperature" type="number" min={0} max={2} step="any" defaultValue={agent?.modelConfig.temperature ?? ''} placeholder="As the provider’s" />
          <Field label="Top p" name="topP" type="number" min={0} max={1} step="any" defaultValue={agent?.modelConfig.topP ?? ''} placeholder="As the provider’s" />
          <Field label="Longest answer, in tokens" name="maxTokens" type="number" min={1} max={1_000_000} defaultValue={agent?.modelConfig.maxTokens ?? ''} placeholder="As long as it likes" />
        </div>
      </fieldset>
      <fieldset className={styles.group}>
        <legend>What it may do by tools</legend>
        <p className={styles.soft}>It always may read, in the project of the conversation.</p>
        {SCOPES.map(({ id, name, about }) => (
          <label key={id} className={styles.check}>
            <input type="checkbox" name="scopes" value={id} defaultChecked={agent?.scopes.includes(id)} /> <span><strong>{name}</strong> <span className={styles.soft}>{about}</span></span>
          </label>
        ))}
      </fieldset>
      <fieldset className={styles.group}>
        <legend>Budget</legend>
        <div className={styles.pair}>
          <Field label="Tokens for one answer" name="tokensPerRun" type="number" min={1} max={TOKENS_MAX} defaultValue={agent?.tokensPerRun ?? ''} placeholder="Any number" />
          <Field label="Tokens in a day" name="tokensPerDay" type="number" min={1} max={TOKENS_MAX} defaultValue={agent?.tokensPerDay ?? ''} placeholder="Any number" />
          <Field label="Cost in a day" name="costPerDay" type="number" min={0} max={1_000_000} step="any" defaultValue={agent?.costPerDay ?? ''} placeholder="Anything" hint="In the money of the prices" />
        </div>
      </fieldset>
      {isStale && <Stale what="agent" onKeep={() => setVersion(agent.version)} />}
      <Refused error={save.error} />
      <DialogActions>
        {onCancel && <Button onClick={onCancel}>Cancel</Button>}
        <Button kind="primary" type="submit" busy={save.isPending} disabled={isStale}>{agent ? 'Save' : 'Create'}</Button>
      </DialogActions>
    </form>
  );
}

function defaultOf(name: string | undefined): string {
  return name ? `Your default: ${name}` : 'Your default (there is none)';
}

function fieldsOf(form: FormData, agent: AgentBody | undefined): AgentFields {
  return {
    role: text(form, 'role'),
    goal: text(form, 'goal'),
    backstory: text(form, 'backstory'),
    instructions: text(form, 'instructions') || null,
    providerId: text(form, 'providerId') || null,
    modelConfig: {
      model: text(form, 'model') || null,
      temperature: number(form, 'temperature'),
      topP: number(form, 'topP'),
      maxTokens: number(form, 'maxTokens'),
      price: agent?.modelConfig.price ?? null,
    },
    scopes: ['read', ...SCOPES.map(({ id }) => id).filter((id) => form.getAll('scopes').includes(id))],
    tokensPerRun: number(form, 'tokensPerRun'),
    tokensPerDay: number(form, 'tokensPerDay'),
    costPerDay: number(form, 'costPerDay'),
  };
}

function text(form: FormData, name: string): string {
  return String(form.get(name) ?? '').trim();
}

function number(form: FormData, name: string): number | null {
  const value = text(form, name);
  return value === '' ? null : Number(value);
}
