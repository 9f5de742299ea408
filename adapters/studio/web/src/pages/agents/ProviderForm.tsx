import { type FormEvent, useState } from 'react';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { ModelProvider, ProviderFields, ProviderType } from 'cairn-client';
import { cairn } from '../../cairn.ts';
import { Button } from '../../ui/Button.tsx';
import { DialogActions } from '../../ui/Dialog.tsx';
import { Field, Select } from '../../ui/Field.tsx';
import { Refused } from '../../ui/Refused.tsx';
import { Stale } from '../../ui/Stale.tsx';
import { toast } from '../../ui/Toast.tsx';
import styles from './Agents.module.css';

const TYPES: readonly { value: ProviderType; label: string; url: string }[] = [
  { value: 'openai', label: 'OpenAI', url: 'https://api.openai.com/v1' },
  { value: 'anthropic', label: 'Anthropic', url: 'https://api.anthropic.com/v1' },
  { value: 'google', label: 'Google', url: 'https://generativelanguage.googleapis.com/v1beta/openai' },
  { value: 'deepseek', label: 'DeepSeek', url: 'https://api.deepseek.com/v1' },
  { value: 'ollama', label: 'Ollama', url: 'http://127.0.0.1:11434' },
  { value: 'custom', label: 'Custom, as OpenAI speaks', url: 'http://127.0.0.1:4748/v1' },
];

type Key = 'same' | 'none' | 'secret' | 'env';

type Props = { provider?: ModelProvider; onDone: () => void; onCancel: () => void };

/** A secret goes in and never comes out: whoever edits a provider sees its last characters only. */
export function ProviderForm({ provider: shown, onDone, onCancel }: Props) {
  const [provider] = useState(shown);
  const [version, setVersion] = useState(shown?.version);
  const [type, setType] = useState<ProviderType>(provider?.type ?? 'openai');
  const hasKey = Boolean(provider?.keyHint ?? provider?.secretEnv);
  const [key, setKey] = useState<Key>(hasKey ? 'same' : provider ? 'none' : 'secret');
  const { data: me } = useQuery(cairn.query.getMe());
  const save = useMutation({
    mutationFn: (fields: Required<Pick<ProviderFields, 'name' | 'type' | 'defaultModel'>> & ProviderFields) =>
      provider ? cairn.updateProvider({ path: { provider: provider.id }, body: fields, headers: { 'If-Match': `"${version}"` } }) : cairn.createProvider({ body: fields }),
    meta: { quiet: true },
    gcTime: 0, // So that no secret stays in the page.
    onSuccess: ({ name }) => {
      toast(`${name} is saved. Test it, to know whether it answers.`);
      onDone();
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => String(form.get(name) ?? '').trim();
    const [input, output] = [text('input'), text('output')];
    save.mutate({
      name: text('name'),
      type,
      defaultModel: text('defaultModel'),
      baseUrl: text('baseUrl') || null,
      price: input || output ? { input: Number(input), output: Number(output) } : null,
      ...(key !== 'same' && { secret: key === 'secret' ? text('secret') : null, secretEnv: key === 'env' ? text('secretEnv') : null }),
    });
  };
  const isStale = shown !== undefined && version !== shown.version && !save.isPending;
  const keys = [
    ...(hasKey ? [{ value: 'same', label: provider?.secretEnv ? `As it is: the variable ${provider.secretEnv}` : `As it is: the key that ends in ${provider?.keyHint}` }] : []),
    { value: 'secret', label: hasKey ? 'Another key' : 'A key' },
    ...(me?.user.systemRole === 'admin' ? [{ value: 'env', label: 'A variable of the server’s environment' }] : []),
    { value: 'none', label: 'None' },
  ];
  return (
    <form className={styles.form} onSubmit={submit}>
      <div className={styles.pair}>
        <Select label="Type" options={TYPES} value={type} onChange={({ target }) => setType(target.value as ProviderType)} autoFocus />
        <Field label="Name" name="name" required maxLength={100} defaultValue={provider?.name} />
      </div>
      <Field label="Default model" name="defaultModel" required maxLength={200} defaultValue={provider?.defaultModel} hint="For agents that name none" />
      <Field label="Address" name="baseUrl" type="url" maxLength={1_000} required={type === 'custom'} defaultValue={provider?.baseUrl ?? ''} placeholder={TYPES.find(({ value }) => value === type)?.url} hint={type === 'custom' ? 'Where it is' : 'Left empty, the one of its type'} />
      <div className={styles.pair}>
        <Select label="Key" options={keys} value={key} onChange={({ target }) => setKey(target.value as Key)} />
        {key === 'secret' && <Field label="The key itself" name="secret" type="password" required maxLength={2_000} autoComplete="new-password" spellCheck={false} hint="It is sealed, and never shown again" />}
        {key === 'env' && <Field label="Name of the variable" name="secretEnv" required maxLength={100} placeholder="OPENAI_API_KEY" spellCheck={false} defaultValue={provider?.secretEnv ?? ''} />}
      </div>
      <fieldset className={styles.group}>
        <legend>Price of a million tokens <span className={styles.soft}>in the money that you count in; left empty, no cost is counted</span></legend>
        <div className={styles.pair}>
          <Field label="In" name="input" type="number" min={0} step="any" defaultValue={provider?.price?.input ?? ''} />
          <Field label="Out" name="output" type="number" min={0} step="any" defaultValue={provider?.price?.output ?? ''} />
        </div>
      </fieldset>
      {isStale && <Stale what="provider" onKeep={() => setVersion(shown.version)} />}
      <Refused error={save.error} />
      <DialogActions>
        <Button onClick={onCancel}>Cancel</Button>
        <Button kind="primary" type="submit" busy={save.isPending} disabled={isStale}>{provider ? 'Save' : 'Create'}</Button>
      </DialogActions>
    </form>
  );
}
