import { useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import type { ModelProvider, ProbeResult } from 'cairn-client';
import { CircleCheck, CircleX, Ellipsis, KeyRound, Pencil, Plug, Plus, Power, PowerOff, Star, Trash2 } from 'lucide-react';
import { cairn, queries } from '../../cairn.ts';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { Confirm } from '../../ui/Confirm.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Menu, MenuItem, MenuLine } from '../../ui/Menu.tsx';
import { More } from '../../ui/More.tsx';
import { usePaged } from '../../ui/paged.ts';
import { problemOf } from '../../ui/problem.ts';
import { Answered, EmptyState } from '../../ui/States.tsx';
import { Badge, words } from '../../ui/Status.tsx';
import { toast } from '../../ui/Toast.tsx';
import { ProviderForm } from './ProviderForm.tsx';
import styles from './Agents.module.css';

const LIST = cairn.query.listProvidersInfinite({ query: { sort: 'name' } });

/** Who answers for agents. Nobody else sees them, and nobody sees their secrets. */
export function Providers() {
  const providers = usePaged(LIST);
  const [isNew, setNew] = useState(false);
  const create = <Button kind="primary" icon={Plus} onClick={() => setNew(true)}>New provider</Button>;
  return (
    <div className={styles.part}>
      <Answered query={providers}>
        {(items) =>
          items.length === 0 ? (
            <EmptyState icon={Plug} title="You have no providers yet">
              <p>A provider answers for agents: OpenAI, Anthropic, Google, DeepSeek, an Ollama on this machine, or anybody who speaks as OpenAI does.</p>
              <p>Without a key, <code>cairn dev fake-model</code> pretends: its type is custom, its address <code>http://127.0.0.1:4748/v1</code>, its model <code>fake</code>.</p>
              <p className={styles.first}>{create}</p>
            </EmptyState>
          ) : (
            <>
              <div className={styles.bar}>{create}</div>
              <ul className={styles.providers}>{items.map((provider) => <Provider key={provider.id} provider={provider} />)}</ul>
              <More list={providers} of="providers" />
            </>
          )
        }
      </Answered>
      {isNew && <Dialog title="New provider" onClose={() => setNew(false)}><ProviderForm onDone={() => setNew(false)} onCancel={() => setNew(false)} /></Dialog>}
    </div>
  );
}

function Provider({ provider }: { provider: ModelProvider }) {
  const { id, name, type, baseUrl, defaultModel, isDefault, deactivatedAt, version } = provider;
  const [doing, setDoing] = useState<'edit' | 'delete'>();
  const close = () => setDoing(undefined);
  const test = useMutation({ ...cairn.mutation.testProvider(), meta: { quiet: true } });
  const makeDefault = useMutation({ ...cairn.mutation.makeDefaultProvider(), onSuccess: () => toast(`${name} answers for agents that name no provider.`) });
  const activate = useMutation(cairn.mutation.activateProvider());
  const deactivate = useMutation(cairn.mutation.deactivateProvider());
  const remove = useMutation({
    ...cairn.mutation.deleteProvider(),
    onSuccess: () => {
      close();
      // Its event is about the version that is shown, and so says nothing new to what follows the events.
      void queries.invalidateQueries({ queryKey: LIST.queryKey });
    },
  });
  const which = { path: { provider: id }, headers: { 'If-Match': `"${version}"` } };
  return (
    <li className={classes(styles.provider, deactivatedAt !== null && styles.off)}>
      <div className={styles.what}>
        <h2>{name} {isDefault && <Badge tone="accent">default</Badge>} {deactivatedAt && <Badge>inactive</Badge>}</h2>
        <p className={styles.soft}>{words(type)} · <code>{defaultModel}</code>{baseUrl && <> · <code>{baseUrl}</code></>}</p>
        <Secret of={provider} />
        <div aria-live="polite">
          {test.isPending ? <p className={styles.soft}>Asking the model for one token…</p> : test.data ? <Probed result={test.data} /> : test.error && <p className={styles.warn}>{problemOf(test.error).detail} {problemOf(test.error).hint}</p>}
        </div>
      </div>
      <div className={styles.do}>
        <Button icon={Plug} busy={test.isPending} onClick={() => test.mutate({ path: { provider: id } })}>Test<span className="sr-only"> {name}</span></Button>
        <Menu align="end" trigger={<Button kind="quiet" icon={Ellipsis} iconOnly>{`What to do with ${name}`}</Button>}>
          <MenuItem icon={Pencil} onSelect={() => setDoing('edit')}>Edit</MenuItem>
          <MenuItem icon={Star} disabled={isDefault || deactivatedAt !== null} onSelect={() => makeDefault.mutate(which)}>Make it the default</MenuItem>
          <MenuLine />
          {deactivatedAt ? (
            <MenuItem icon={Power} onSelect={() => activate.mutate(which)}>Activate</MenuItem>
          ) : (
            <MenuItem icon={PowerOff} onSelect={() => deactivate.mutate(which)}>Deactivate</MenuItem>
          )}
          <MenuItem icon={Trash2} danger onSelect={() => setDoing('delete')}>Delete</MenuItem>
        </Menu>
      </div>
      {doing === 'edit' && <Dialog title={`Edit ${name}`} onClose={close}><ProviderForm provider={provider} onDone={close} onCancel={close} /></Dialog>}
      {doing === 'delete' && (
        <Confirm title={`Delete ${name}?`} action="Delete the provider" busy={remove.isPending} onClose={close} onConfirm={() => remove.mutate(which, { onError: close })}>
          Its secret goes with it, and cannot be had back.
        </Confirm>
      )}
    </li>
  );
}

function Secret({ of: { keyHint, secretEnv } }: { of: ModelProvider }) {
  return (
    <p className={styles.secret}>
      <KeyRound size={13} aria-hidden />
      {secretEnv ? <>the server’s variable <code>{secretEnv}</code></> : keyHint ? <>a key that ends in <code>{keyHint}</code></> : 'no key'}
    </p>
  );
}

function Probed({ result: { ok, latencyMs, kind, message } }: { result: ProbeResult }) {
  return ok ? (
    <p className={styles.good}><CircleCheck size={14} aria-hidden /> It answered within {latencyMs} ms.</p>
  ) : (
    <p className={styles.warn}><CircleX size={14} aria-hidden /> {kind && <code>{kind}</code>} {message}</p>
  );
}

