import { type DragEvent, useDeferredValue, useRef, useState } from 'react';
import { type InfiniteData, useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { Download, Plus, ScrollText, Upload, X } from 'lucide-react';
import type { ImportReport, ListBodyOfPrompt, Prompt } from 'cairn-client';
import { useLive } from 'cairn-client/react';
import { cairn } from '../../cairn.ts';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { Field, Select } from '../../ui/Field.tsx';
import { counted } from '../../ui/figures.ts';
import { Menu, MenuItem } from '../../ui/Menu.tsx';
import { More } from '../../ui/More.tsx';
import { problemOf } from '../../ui/problem.ts';
import { Answered, EmptyState } from '../../ui/States.tsx';
import { Badge } from '../../ui/Status.tsx';
import { Time } from '../../ui/Time.tsx';
import { usePlace } from '../../ui/usePlace.ts';
import { NEW, PromptEditor } from './PromptEditor.tsx';
import styles from './PromptsTab.module.css';

const PAGE = 50;
const PROBLEMS_SHOWN = 20;

/** @param project whose prompts are there; the other ones are of no project */
export function PromptsTab({ project }: { project: string }) {
  const [place, go] = usePlace();
  const isOfNone = place.get('of') === 'none';
  const scope = isOfNone ? undefined : project;
  const shown = place.get('prompt');
  const [isOver, setOver] = useState(false);
  const [deleted, setDeleted] = useState<Prompt | undefined>();
  const input = useRef<HTMLInputElement>(null);
  const load = useImport(scope);
  const restore = useMutation({ ...cairn.mutation.restorePrompt(), onSuccess: ({ id }) => { setDeleted(undefined); go({ prompt: id }); } });
  const take = (files: FileList | null) => files && files.length > 0 && load.mutate([...files]);
  const over = (event: DragEvent) => {
    event.preventDefault();
    setOver(true);
  };
  return (
    <div
      className={classes(styles.prompts, Boolean(shown) && styles.withPrompt, isOver && styles.over)}
      onDragOver={over}
      onDragLeave={({ currentTarget, relatedTarget }) => currentTarget.contains(relatedTarget as Node | null) || setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer.files);
      }}
    >
      <div className={styles.tools}>
        <Select
          label="Whose prompts"
          hideLabel
          value={isOfNone ? 'none' : 'project'}
          options={[{ value: 'project', label: 'Of this project' }, { value: 'none', label: 'Of no project' }]}
          onChange={({ target }) => go({ of: target.value === 'none' ? 'none' : undefined, prompt: undefined })}
        />
        <Button kind="primary" icon={Plus} onClick={() => go({ prompt: NEW })}>New prompt</Button>
        <Button icon={Upload} busy={load.isPending} onClick={() => input.current?.click()}>Import</Button>
        <input
          ref={input}
          type="file"
          multiple
          hidden
          accept=".md,.markdown,.txt,.zip"
          aria-label="Files of prompts"
          onChange={({ target }) => {
            take(target.files);
            target.value = '';
          }}
        />
        <Menu align="end" trigger={<Button icon={Download}>Export</Button>}>
          <MenuItem onSelect={() => location.assign(exportOf(scope, 'markdown'))}>One Markdown file</MenuItem>
          <MenuItem onSelect={() => location.assign(exportOf(scope, 'zip'))}>A ZIP, one file each</MenuItem>
        </Menu>
      </div>
      {load.data && <Imported reports={load.data} onClose={load.reset} />}
      {deleted && (
        <div className={styles.said} role="status">
          “{deleted.title}” is deleted.
          <span>
            <Button busy={restore.isPending} onClick={() => restore.mutate({ path: { prompt: deleted.id } })}>Restore it</Button>
            <Button kind="quiet" icon={X} iconOnly onClick={() => setDeleted(undefined)}>Dismiss</Button>
          </span>
        </div>
      )}
      <div className={styles.columns}>
        <section aria-label="Prompts" className={styles.list}>{scope ? <OfProject project={scope} /> : <OfNone />}</section>
        <section aria-label="Prompt" className={styles.editor}>
          {shown ? (
            <PromptEditor key={`${scope} ${shown}`} id={shown} project={scope} onDeleted={setDeleted} />
          ) : (
            <EmptyState icon={ScrollText} title="Choose a prompt to read and edit it">
              Or drop Markdown files and ZIPs anywhere here to import them.
            </EmptyState>
          )}
        </section>
      </div>
    </div>
  );
}

function exportOf(project: string | undefined, format: string): string {
  return `${cairn.url}/api/v1/prompts/export?${new URLSearchParams({ ...(project && { project }), format })}`;
}

type Report = { name: string; report?: ImportReport; problem?: string };

/** One file after the other; what is wrong with one stops no other. */
function useImport(project: string | undefined) {
  return useMutation({
    mutationFn: async (files: readonly File[]): Promise<Report[]> => {
      const reports: Report[] = [];
      for (const file of files) {
        const isZip = /\.zip$/i.test(file.name);
        try {
          const report = await cairn.importPrompts({
            query: { ...(project && { project }), name: file.name, format: isZip ? 'zip' : 'markdown' },
            body: file,
            headers: { 'Content-Type': isZip ? 'application/zip' : 'text/markdown' },
            bodySerializer: null,
          });
          reports.push({ name: file.name, report });
        } catch (error) {
          reports.push({ name: file.name, problem: problemOf(error).detail });
        }
      }
      return reports;
    },
  });
}

function Imported({ reports, onClose }: { reports: readonly Report[]; onClose: () => void }) {
  const sum = (field: 'created' | 'updated' | 'unchanged') => reports.reduce((all, { report }) => all + (report?.[field] ?? 0), 0);
  const problems = reports.flatMap(({ name, report, problem }) => [
    ...(problem ? [`${name}: ${problem}`] : []),
    ...(report?.problems ?? []).map(({ path, line, message }) => `${path ?? name}${line ? `, line ${line}` : ''}: ${message}`),
  ]);
  return (
    <div className={styles.said} role="status">
      <div>
        {counted(reports.length, 'file')} imported: {sum('created')} new, {sum('updated')} updated, {sum('unchanged')} unchanged.
        {problems.length > 0 && <ul className={styles.problems}>{problems.slice(0, PROBLEMS_SHOWN).map((problem) => <li key={problem}>{problem}</li>)}</ul>}
      </div>
      <Button kind="quiet" icon={X} iconOnly onClick={onClose}>Dismiss</Button>
    </div>
  );
}

function useWanted() {
  const [place] = usePlace();
  const q = useDeferredValue(place.get('words') ?? '').trim();
  const label = place.get('label');
  return { limit: PAGE, sort: 'title', ...(q && { q }), ...(label && { label }) };
}

function OfProject({ project }: { project: string }) {
  const options = cairn.query.listPromptsInProjectInfinite({ path: { project }, query: useWanted() });
  useLive(options.queryKey);
  return <List query={useInfiniteQuery(options)} />;
}

function OfNone() {
  const options = cairn.query.listPromptsInfinite({ query: useWanted() });
  useLive(options.queryKey);
  return <List query={useInfiniteQuery(options)} />;
}

type Pages = {
  data: InfiniteData<ListBodyOfPrompt> | undefined;
  error: unknown;
  refetch: () => unknown;
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => unknown;
};

function List({ query }: { query: Pages }) {
  const [place, go] = usePlace();
  const label = place.get('label');
  const words = place.get('words') ?? '';
  const shown = place.get('prompt');
  return (
    <>
      <div className={styles.filters}>
        <Field label="Find prompts" hideLabel type="search" placeholder="Words of titles and texts" value={words} onChange={({ target }) => go({ words: target.value }, true)} />
        {label && <Button icon={X} onClick={() => go({ label: undefined })}>Label {label}</Button>}
      </div>
      <Answered query={query}>
        {({ pages }) => {
          const prompts = pages.flatMap(({ items }) => items);
          return prompts.length === 0 ? (
            <EmptyState icon={ScrollText} title={words || label ? 'No prompt is like that' : 'There are no prompts yet'}>
              {words || label ? 'Fewer words find more.' : 'Write one, or drop Markdown files or a ZIP here.'}
            </EmptyState>
          ) : (
            <ul>
              {prompts.map((prompt) => (
                <li key={prompt.id} className={classes(styles.item, prompt.id === shown && styles.shown)}>
                  <button type="button" className={styles.open} aria-current={prompt.id === shown || undefined} onClick={() => go({ prompt: prompt.id })}>
                    <span className={styles.title}>{prompt.title}</span>
                    {prompt.description && <span className={styles.soft}>{prompt.description}</span>}
                  </button>
                  <span className={styles.labels}>
                    {prompt.labels.map((each) => (
                      <button key={each} type="button" className={styles.label} aria-label={`Only label ${each}`} onClick={() => go({ label: each })}><Badge>{each}</Badge></button>
                    ))}
                    <span className={styles.soft}><Time at={prompt.updatedAt} /></span>
                  </span>
                </li>
              ))}
            </ul>
          );
        }}
      </Answered>
      <More list={query} />
    </>
  );
}
