import { type FormEvent, useDeferredValue, useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import type { Importance, Memory, MemoryFields, MemoryType } from 'cairn-client';
import { useLiveQuery } from 'cairn-client/react';
import { Brain, Pencil, Plus, Scissors, Trash2 } from 'lucide-react';
import { cairn } from '../../cairn.ts';
import { Button } from '../../ui/Button.tsx';
import { Confirm } from '../../ui/Confirm.tsx';
import { Dialog, DialogActions } from '../../ui/Dialog.tsx';
import { Field, Select, TextField } from '../../ui/Field.tsx';
import { Markdown } from '../../ui/Markdown.tsx';
import { More } from '../../ui/More.tsx';
import { usePaged } from '../../ui/paged.ts';
import { Refused } from '../../ui/Refused.tsx';
import { Stale } from '../../ui/Stale.tsx';
import { Answered, EmptyState } from '../../ui/States.tsx';
import { Badge, words } from '../../ui/Status.tsx';
import { Time } from '../../ui/Time.tsx';
import { Prune } from './Prune.tsx';
import { Why } from './Why.tsx';
import styles from './Memories.module.css';
import shared from './Agents.module.css';

const RELEVANT_MAX = 50;
const TYPES: readonly MemoryType[] = ['conversation', 'preference', 'learning', 'context', 'fact'];
const IMPORTANCES: readonly Importance[] = ['low', 'medium', 'high', 'critical'];

/** What an agent remembers: all of it, or what would matter for some words, with the reasons. */
export function Memories({ agent, name }: { agent: string; name: string }) {
  const [text, setText] = useState('');
  const [archived, setArchived] = useState<'false' | 'true'>('false');
  const [doing, setDoing] = useState<'new' | 'prune'>();
  const q = useDeferredValue(text.trim());
  return (
    <div className={shared.part}>
      <div className={shared.bar}>
        <div className={styles.search}><Field label="What would matter for these words" hideLabel type="search" placeholder="What would matter for these words?" maxLength={200} value={text} onChange={({ target }) => setText(target.value)} /></div>
        <Select label="Which" hideLabel value={archived} onChange={({ target }) => setArchived(target.value as 'false' | 'true')} disabled={q !== ''} options={[{ value: 'false', label: 'In use' }, { value: 'true', label: 'Archived' }]} />
        <Button icon={Scissors} onClick={() => setDoing('prune')}>Prune</Button>
        <Button kind="primary" icon={Plus} onClick={() => setDoing('new')}>New memory</Button>
      </div>
      {q ? <Relevant agent={agent} q={q} /> : <All agent={agent} archived={archived} />}
      {doing === 'new' && <Dialog title={`Something for ${name} to remember`} onClose={() => setDoing(undefined)}><MemoryForm agent={agent} onDone={() => setDoing(undefined)} /></Dialog>}
      {doing === 'prune' && <Prune agent={agent} name={name} onClose={() => setDoing(undefined)} />}
    </div>
  );
}

function All({ agent, archived }: { agent: string; archived: 'false' | 'true' }) {
  const memories = usePaged(cairn.query.listMemoriesInfinite({ query: { agent, archived } }));
  return (
    <Answered query={memories}>
      {(items) =>
        items.length === 0 ? (
          <EmptyState icon={Brain} title={archived === 'true' ? 'Nothing is archived' : 'It remembers nothing yet'}>{archived === 'false' && 'It keeps what it learns by its tool “remember”; you can write memories, too.'}</EmptyState>
        ) : (
          <>
            <ul className={styles.memories}>{items.map((memory) => <Remembered key={memory.id} memory={memory} />)}</ul>
            <More list={memories} of="memories" />
          </>
        )
      }
    </Answered>
  );
}

function Relevant({ agent, q }: { agent: string; q: string }) {
  const query = useLiveQuery(cairn.query.listRelevantMemories({ query: { agent, q, limit: RELEVANT_MAX } }));
  return (
    <Answered query={query}>
      {({ items }) =>
        items.length === 0 ? (
          <EmptyState icon={Brain} title="It remembers nothing yet" />
        ) : (
          <>
            <p className={shared.soft}>In the order in which {items.length === 1 ? 'it is' : 'they are'} told to the model, what matters most first.</p>
            <ol className={styles.memories}>{items.map((memory) => <Remembered key={memory.id} memory={memory} why={<Why of={memory.why} />} />)}</ol>
          </>
        )
      }
    </Answered>
  );
}

function Remembered({ memory, why }: { memory: Memory; why?: React.ReactNode }) {
  const [doing, setDoing] = useState<'edit' | 'delete'>();
  const close = () => setDoing(undefined);
  const remove = useMutation({ ...cairn.mutation.deleteMemory(), onSuccess: close });
  const { id, content, summary, type, importance, score, keywords, accessCount, createdAt, agentId, version } = memory;
  return (
    <li className={styles.memory}>
      <div className={styles.content}>
        {summary && <p className={styles.summary}>{summary}</p>}
        <Markdown text={content} />
        <p className={styles.facts}>
          <Badge>{words(type)}</Badge>
          <Badge tone={importance === 'critical' ? 'danger' : importance === 'high' ? 'warning' : undefined}>{words(importance)}</Badge>
          {keywords.map((word) => <Badge key={word} tone="accent">{word}</Badge>)}
          <span>score {score.toFixed(2)}</span>
          <span>{accessCount === 0 ? 'never read' : accessCount === 1 ? 'read once' : `read ${accessCount} times`}</span>
          <Time at={createdAt} />
        </p>
        {why}
      </div>
      <div className={styles.do}>
        <Button kind="quiet" icon={Pencil} iconOnly onClick={() => setDoing('edit')}>Edit this memory</Button>
        <Button kind="quiet" icon={Trash2} iconOnly onClick={() => setDoing('delete')}>Delete this memory</Button>
      </div>
      {doing === 'edit' && <Dialog title="Edit the memory" onClose={close}><MemoryForm agent={agentId ?? ''} memory={memory} onDone={close} /></Dialog>}
      {doing === 'delete' && <Confirm title="Delete this memory?" action="Delete" busy={remove.isPending} onClose={close} onConfirm={() => remove.mutate({ path: { memory: id }, headers: { 'If-Match': `"${version}"` } })}>{summary ?? content.slice(0, 200)}</Confirm>}
    </li>
  );
}

function MemoryForm({ agent, memory: shown, onDone }: { agent: string; memory?: Memory; onDone: () => void }) {
  const [memory] = useState(shown);
  const [version, setVersion] = useState(shown?.version);
  const save = useMutation({
    mutationFn: (fields: MemoryFields) => (memory ? cairn.updateMemory({ path: { memory: memory.id }, body: fields, headers: { 'If-Match': `"${version}"` } }) : cairn.createMemory({ body: { ...fields, agentId: agent } })),
    meta: { quiet: true },
    onSuccess: onDone,
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => String(form.get(name)).trim();
    save.mutate({
      content: text('content'),
      summary: text('summary') || null,
      type: text('type') as MemoryType,
      importance: text('importance') as Importance,
      score: Number(text('score')),
      keywords: text('keywords').split(',').map((word) => word.trim()).filter(Boolean),
    });
  };
  const isStale = shown !== undefined && version !== shown.version && !save.isPending;
  const options = (constants: readonly string[]) => constants.map((value) => ({ value, label: words(value) }));
  return (
    <form className={shared.form} onSubmit={submit}>
      <TextField label="What" name="content" required maxLength={10_000} defaultValue={memory?.content} autoFocus />
      <Field label="In short" name="summary" maxLength={500} defaultValue={memory?.summary ?? ''} />
      <div className={shared.pair}>
        <Select label="Type" name="type" options={options(TYPES)} defaultValue={memory?.type ?? 'fact'} />
        <Select label="Importance" name="importance" options={options(IMPORTANCES)} defaultValue={memory?.importance ?? 'medium'} />
        <Field label="Score" name="score" type="number" min={0} max={1} step="any" required defaultValue={memory?.score ?? 0.5} hint="0 to 1: how much it counts" />
      </div>
      <Field label="Keywords" name="keywords" defaultValue={memory?.keywords.join(', ')} hint="Separated by commas" />
      {isStale && <Stale what="memory" onKeep={() => setVersion(shown.version)} />}
      <Refused error={save.error} />
      <DialogActions>
        <Button onClick={onDone}>Cancel</Button>
        <Button kind="primary" type="submit" busy={save.isPending} disabled={isStale}>{memory ? 'Save' : 'Remember'}</Button>
      </DialogActions>
    </form>
  );
}
