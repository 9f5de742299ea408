import { type FormEvent, useState } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { SystemSettings, SystemSettingsFields } from 'cairn-client';
import { useLiveQuery } from 'cairn-client/react';
import { cairn } from '../../cairn.ts';
import { Button } from '../../ui/Button.tsx';
import { Field, TextField } from '../../ui/Field.tsx';
import { problemOf } from '../../ui/problem.ts';
import { Answered } from '../../ui/States.tsx';
import { Toggle } from '../../ui/Toggle.tsx';
import styles from './System.module.css';

type Key = keyof SystemSettings;
type Known = { name: string; means: string; type: 'switch' | 'number' | 'text' | 'long'; min?: number; max?: number; empty?: string };

/** What each means. One that is missing here does not compile. */
const SETTINGS: Record<Key, Known> = {
  openRegistration: { name: 'People may register', means: 'If not, admins make the accounts. It counts where accounts are on.', type: 'switch' },
  activityRetentionDays: {
    name: 'The log is kept for',
    means: 'Days after which entries of the log are deleted: 1 to 36,500. Tickets and all else stay.',
    type: 'number',
    min: 1,
    max: 36_500,
    empty: 'for ever',
  },
  indexFolders: {
    name: 'Folders that editors may index',
    means: 'Whoever indexes a folder reads files of this machine. Admins may anywhere, other editors below these, separated by commas.',
    type: 'text',
    empty: 'none',
  },
  indexFileBytes: { name: 'Largest file that is indexed', means: 'In bytes, up to 20,000,000; 2,000,000 unless said.', type: 'number', min: 1, max: 20_000_000 },
  secretFiles: {
    name: 'Files that hold secrets',
    means: 'Patterns as in a .gitignore, separated by blanks. Such files are neither indexed nor packed, unless somebody names one.',
    type: 'long',
  },
  modelNetworks: {
    name: 'Private networks of models',
    means: 'Where providers of models may be besides public addresses and this machine, such as 192.168.1.0/24, separated by commas.',
    type: 'text',
    empty: 'none',
  },
  repliesPerProvider: { name: 'Answers at once', means: 'How many answers one provider of models is asked for at the same time, 1 to 100; more of them wait.', type: 'number', min: 1, max: 100 },
};

export function Settings() {
  const settings = useLiveQuery(cairn.query.getSystemSettings());
  return (
    <section className={styles.section} aria-labelledby="settings">
      <h2 id="settings">Settings of the system</h2>
      <Answered query={settings}>
        {(values) => (
          <div className={styles.list}>
            {(Object.keys(SETTINGS) as Key[]).map((key) => <Setting key={key} name={key} value={values[key]} />)}
          </div>
        )}
      </Answered>
    </section>
  );
}

function Setting({ name, value }: { name: Key; value: SystemSettings[Key] }) {
  const client = useQueryClient();
  const known = SETTINGS[name];
  const { queryKey } = cairn.query.getSystemSettings();
  const change = useMutation({
    mutationFn: (wanted: SystemSettings[Key]) => cairn.changeSystemSettings({ body: { [name]: wanted } as SystemSettingsFields }),
    meta: { quiet: true },
    onMutate: (wanted) => {
      const before = client.getQueryData<SystemSettings>(queryKey);
      client.setQueryData<SystemSettings>(queryKey, (shown) => shown && { ...shown, [name]: wanted });
      return before?.[name];
    },
    onSuccess: (stored) => client.setQueryData<SystemSettings>(queryKey, (shown) => shown && { ...shown, [name]: stored[name] }),
    onError: (_error, _wanted, before) => client.setQueryData<SystemSettings>(queryKey, (shown) => shown && { ...shown, [name]: before }),
  });
  const said = change.error && problemOf(change.error);
  const error = said ? [said.detail, said.hint].filter(Boolean).join(' ') : undefined;
  return (
    <div className={styles.setting}>
      <div>
        <h3>{known.name}</h3>
        <p className={styles.soft}>{known.means}</p>
        <p className={styles.soft}><code>{name}</code></p>
      </div>
      {known.type === 'switch' ? (
        <div className={styles.control}>
          <Toggle checked={value === true} onChange={({ target }) => change.mutate(target.checked)} aria-label={known.name}>{value ? 'Yes' : 'No'}</Toggle>
          {error && <p className={styles.error} role="alert">{error}</p>}
        </div>
      ) : (
        <Value known={known} value={value === null ? '' : String(value)} error={error} busy={change.isPending} onSave={change.mutate} />
      )}
    </div>
  );
}

type ValueProps = { known: Known; value: string; error: string | undefined; busy: boolean; onSave: (wanted: string | number | null) => void };

function Value({ known: { name, type, min, max, empty }, value, error, busy, onSave }: ValueProps) {
  const [typed, setTyped] = useState<string | undefined>();
  const isChanged = typed !== undefined && typed !== value;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const text = (typed ?? value).trim();
    onSave(type === 'number' ? (text === '' ? null : Number(text)) : text);
    setTyped(text);
  };
  const shared = {
    label: name,
    hideLabel: true,
    value: typed ?? value,
    placeholder: empty ?? '',
    error,
    onChange: ({ target }: { target: { value: string } }) => setTyped(target.value),
  };
  return (
    <form className={styles.control} onSubmit={submit}>
      {type === 'long' ? <TextField {...shared} spellCheck={false} /> : <Field {...shared} spellCheck={false} type={type} min={min} max={max} required={empty === undefined} />}
      {isChanged && (
        <div className={styles.actions}>
          <Button kind="primary" type="submit" busy={busy}>Save</Button>
          <Button onClick={() => setTyped(undefined)}>Discard</Button>
        </div>
      )}
    </form>
  );
}
