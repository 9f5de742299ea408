import { type FormEvent, useState } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ArrowLeft, Trash2 } from 'lucide-react';
import { CairnProblem, type Prompt } from 'cairn-client';
import { useLiveQuery } from 'cairn-client/react';
import { cairn } from '../../cairn.ts';
import { Button } from '../../ui/Button.tsx';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { Field, TextField } from '../../ui/Field.tsx';
import { Markdown } from '../../ui/Markdown.tsx';
import { problemOf } from '../../ui/problem.ts';
import { Answered } from '../../ui/States.tsx';
import { Time } from '../../ui/Time.tsx';
import { keepDraft, useDraft } from '../../ui/useDraft.ts';
import { usePlace } from '../../ui/usePlace.ts';
import styles from './PromptEditor.module.css';

/** Stands for one that is yet to be written. */
export const NEW = 'new';

type Text = { title: string; description: string; labels: string; content: string; version: number };

const EMPTY: Text = { title: '', description: '', labels: '', content: '', version: -1 };

const draftOf = (id: string) => `prompt ${id}`;

type Props = { id: string; project: string | undefined; onDeleted: (prompt: Prompt) => void };

/** @param project undefined for one of no project */
export function PromptEditor({ id, project, onDeleted }: Props) {
  return id === NEW ? <Create project={project} /> : <Edit id={id} onDeleted={onDeleted} />;
}

function textOf({ title, description, labels, content, version }: Prompt): Text {
  return { title, description: description ?? '', labels: labels.join(', '), content, version };
}

function fieldsOf({ title, description, labels, content }: Text) {
  const names = labels.split(',').map((label) => label.trim()).filter(Boolean);
  return { title, description: description.trim() || null, labels: [...new Set(names)], content };
}

function Create({ project }: { project: string | undefined }) {
  const [, go] = usePlace();
  const [text, setText, drop] = useDraft(`prompt of ${project ?? 'none'}`, EMPTY);
  const create = useMutation({
    mutationFn: (wanted: Text) => (project ? cairn.createPromptInProject({ path: { project }, body: fieldsOf(wanted) }) : cairn.createPrompt({ body: fieldsOf(wanted) })),
    meta: { quiet: true },
    onSuccess: ({ id, version }, wanted) => {
      if (!drop(wanted)) {
        keepDraft(draftOf(id), { ...text, version });
        drop();
      }
      go({ prompt: id });
    },
  });
  return <Form text={text} onChange={setText} onSave={() => create.mutate(text)} save="Create" busy={create.isPending} error={create.error} />;
}

function Edit({ id, onDeleted }: { id: string; onDeleted: (prompt: Prompt) => void }) {
  const prompt = useLiveQuery(cairn.query.getPrompt({ path: { prompt: id } }));
  return <Answered query={prompt}>{(stored) => <Editing prompt={stored} onDeleted={onDeleted} />}</Answered>;
}

function Editing({ prompt, onDeleted }: { prompt: Prompt; onDeleted: (prompt: Prompt) => void }) {
  const client = useQueryClient();
  const [, go] = usePlace();
  const path = { prompt: prompt.id };
  const { queryKey } = cairn.query.getPrompt({ path });
  const [draft, setDraft, drop] = useDraft<Text | null>(draftOf(prompt.id), null);
  const text = draft ?? textOf(prompt);
  const isOlder = draft !== null && draft.version < prompt.version;
  const change = useMutation({
    mutationFn: (wanted: Text) => cairn.updatePrompt({ path, headers: { 'If-Match': `"${wanted.version}"` }, body: fieldsOf(wanted) }),
    meta: { quiet: true },
    onSuccess: (stored, wanted) => {
      client.setQueryData(queryKey, stored);
      if (!drop(wanted)) {
        setDraft((was) => was && { ...was, version: stored.version });
      }
    },
    onError: (error) => error instanceof CairnProblem && error.status === 412 && void client.invalidateQueries({ queryKey }),
  });
  const remove = useMutation({
    ...cairn.mutation.deletePrompt(),
    onSuccess: () => {
      drop();
      onDeleted(prompt);
      go({ prompt: undefined });
    },
  });
  return (
    <>
      {isOlder && (
        <Newer theirs={prompt} onKeep={() => setDraft({ ...text, version: prompt.version })} onTake={() => drop()} />
      )}
      <Form
        text={text}
        onChange={setDraft}
        onSave={() => change.mutate(text)}
        save={draft ? 'Save' : 'Saved'}
        canSave={draft !== null && !isOlder}
        busy={change.isPending}
        error={isOlder ? undefined : change.error}
      >
        {draft && <Button onClick={() => drop()}>Discard changes</Button>}
        <Button kind="quiet" icon={Trash2} busy={remove.isPending} onClick={() => remove.mutate({ path })}>Delete</Button>
        <span className={styles.soft}>Changed <Time at={prompt.updatedAt} /></span>
      </Form>
    </>
  );
}

/** Somebody else saved meanwhile: their text is here, one's own below it. */
function Newer({ theirs, onKeep, onTake }: { theirs: Prompt; onKeep: () => void; onTake: () => void }) {
  return (
    <div className={styles.newer} role="alert">
      <p>Somebody changed this prompt <Time at={theirs.updatedAt} />. Theirs is this; yours is below, and is not saved yet.</p>
      <pre className={styles.theirs} tabIndex={0} aria-label="Their text">{`${theirs.title}\n\n${theirs.content}`}</pre>
      <div className={styles.actions}>
        <Button onClick={onKeep}>Go on with mine</Button>
        <Button onClick={onTake}>Take theirs</Button>
      </div>
    </div>
  );
}

type FormProps = {
  text: Text;
  onChange: (text: Text) => void;
  onSave: () => void;
  save: string;
  canSave?: boolean;
  busy: boolean;
  error: unknown;
  children?: React.ReactNode;
};

function Form({ text, onChange, onSave, save, canSave = true, busy, error, children }: FormProps) {
  const [, go] = usePlace();
  const [isShown, setShown] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSave();
  };
  const said = error ? problemOf(error) : undefined;
  const field = (name: keyof Omit<Text, 'version'>) => ({
    value: text[name],
    onChange: ({ target }: { target: { value: string } }) => onChange({ ...text, [name]: target.value }),
  });
  return (
    <form
      className={styles.form}
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && canSave) {
          event.currentTarget.requestSubmit();
        }
      }}
    >
      <Button kind="quiet" icon={ArrowLeft} className={styles.back} onClick={() => go({ prompt: undefined })}>All prompts</Button>
      <Field label="Title" required {...field('title')} />
      <Field label="Description" {...field('description')} />
      <Field label="Labels" hint="Separated by commas" {...field('labels')} />
      <div className={styles.textHead}>
        <div role="group" aria-label="How it is shown">
          <Button kind={isShown ? 'quiet' : 'plain'} aria-pressed={!isShown} onClick={() => setShown(false)}>Write</Button>
          <Button kind={isShown ? 'plain' : 'quiet'} aria-pressed={isShown} onClick={() => setShown(true)}>Preview</Button>
        </div>
        <CopyButton text={text.content}>Copy</CopyButton>
      </div>
      {isShown ? (
        <div className={styles.preview}><Markdown text={text.content} /></div>
      ) : (
        <TextField label="Text" hideLabel className={styles.text} required spellCheck {...field('content')} />
      )}
      {said && <p className={styles.error} role="alert">{said.detail} {said.hint}</p>}
      <div className={styles.actions}>
        <Button kind="primary" type="submit" busy={busy} disabled={!canSave || busy}>{save}</Button>
        {children}
      </div>
    </form>
  );
}
