import { type FormEvent, useRef, useState } from 'react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { FolderInput, MoreHorizontal, RefreshCw, X } from 'lucide-react';
import { CairnProblem, type Activity, type IndexJob, type Project } from 'cairn-client';
import { useLiveQuery } from 'cairn-client/react';
import { cairn } from '../../cairn.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog, DialogActions } from '../../ui/Dialog.tsx';
import { Field } from '../../ui/Field.tsx';
import { count, counted } from '../../ui/figures.ts';
import { Menu, MenuItem, MenuLine } from '../../ui/Menu.tsx';
import { problemOf } from '../../ui/problem.ts';
import { Progress } from '../../ui/Progress.tsx';
import { Status, words } from '../../ui/Status.tsx';
import { Time } from '../../ui/Time.tsx';
import { useIndexed } from './indexed.ts';
import styles from './IndexPanel.module.css';

/** A run tells of itself by no event before it ends. */
const LOOK_MILLIS = 400;
const PROBLEMS_SHOWN = 50;

const isLive = (job: IndexJob | undefined) => job?.status === 'ready' || job?.status === 'running';

/** Which folder is a project's, what is known of it, and what has it read anew. */
export function IndexPanel({ project }: { project: Project }) {
  const client = useQueryClient();
  const stored = `cairn.index ${project.id}`;
  const [id, setId] = useState(() => sessionStorage.getItem(stored));
  const [isChoosing, setChoosing] = useState(false);
  const indexed = useIndexed(project.key);
  const options = cairn.query.getJob({ path: { job: id ?? '' } });
  const { data: job } = useQuery({ ...options, enabled: id !== null, refetchInterval: ({ state }) => (isLive(state.data) ? LOOK_MILLIS : false) });
  const follow = (started: IndexJob) => {
    client.setQueryData(cairn.query.getJob({ path: { job: started.id } }).queryKey, started);
    sessionStorage.setItem(stored, started.id);
    setId(started.id);
  };
  const start = useMutation({ ...cairn.mutation.startIndex(), onSuccess: follow });
  const cancel = useMutation({ ...cairn.mutation.cancelJob(), onSuccess: (ended) => client.setQueryData(options.queryKey, ended) });
  const index = (full = false) => start.mutate({ path: { project: project.key }, body: { full } });
  const settings = useLiveQuery(cairn.query.getProjectSettings({ path: { project: project.key } }));
  const summaries = useMutation({ ...cairn.mutation.changeProjectSettings(), onSuccess: () => void settings.refetch() });
  const byModel = settings.data?.modelSummaries ?? false;

  return (
    <section aria-label="Folder" className={styles.panel}>
      <div className={styles.line}>
        <div className={styles.what}>
          {project.localPath ? <code>{project.localPath}</code> : <span className={styles.soft}>No folder yet: agents and packs know no files of this project.</span>}
          {project.localPath && !isLive(job) && <Last entry={indexed} />}
        </div>
        {job && isLive(job) ? (
          <div className={styles.running}>
            <Progress done={job.report.done} of={job.report.total} label="Files indexed" />
            <Button icon={X} busy={cancel.isPending} onClick={() => cancel.mutate({ path: { job: job.id } })}>Cancel</Button>
          </div>
        ) : project.localPath ? (
          <div className={styles.actions}>
            <Button icon={RefreshCw} busy={start.isPending} onClick={() => index()}>Index</Button>
            <Menu align="end" trigger={<Button icon={MoreHorizontal} iconOnly>More of the folder</Button>}>
              <MenuItem icon={RefreshCw} onSelect={() => index(true)}>Read every file again</MenuItem>
              <MenuItem icon={FolderInput} onSelect={() => setChoosing(true)}>Choose another folder</MenuItem>
              <MenuLine />
              <MenuItem checked={byModel} onSelect={() => summaries.mutate({ path: { project: project.key }, body: { modelSummaries: !byModel } })}>
                Let a model write summaries
              </MenuItem>
            </Menu>
          </div>
        ) : (
          <Button kind="primary" icon={FolderInput} onClick={() => setChoosing(true)}>Choose the folder</Button>
        )}
      </div>
      {job && !isLive(job) && <Report job={job} onClose={() => { sessionStorage.removeItem(stored); setId(null); }} />}
      {isChoosing && <FolderDialog project={project} onClose={() => setChoosing(false)} onStarted={follow} />}
    </section>
  );
}

function Last({ entry }: { entry: Activity | null | undefined }) {
  if (entry === undefined) {
    return null;
  }
  return (
    <span className={styles.soft}>
      {entry ? <>Last changes found <Time at={entry.at} />: {changed(entry.data as Changes)}</> : 'Never indexed'}
    </span>
  );
}

const CHANGES = { created: 'new', updated: 'updated', moved: 'moved', deleted: 'deleted' } as const;

type Changes = Record<keyof typeof CHANGES, number>;

function changed(counts: Changes): string {
  const names = Object.keys(CHANGES) as (keyof Changes)[];
  return names.flatMap((name) => (counts[name] > 0 ? [`${count(counts[name])} ${CHANGES[name]}`] : [])).join(', ') || 'nothing new';
}

/** What a run did, until it is dismissed. */
function Report({ job: { status, error, report }, onClose }: { job: IndexJob; onClose: () => void }) {
  const out = { 'too large': report.tooLarge, 'no text': report.binary, 'secret by their names': report.secret };
  const left = Object.entries(out).flatMap(([why, number]) => (number > 0 ? [`${count(number)} ${why}`] : []));
  return (
    <div className={styles.report} role="status">
      <div className={styles.line}>
        <span className={styles.said}>
          <Status status={status} tone={status === 'failed' ? 'blocked' : status === 'completed' ? 'completed' : 'closed'} />
          <span>
            {error ?? `${counted(report.done, 'file')} looked at: ${changed(report)}, ${count(report.unchanged)} unchanged.`}
            {left.length > 0 && ` Left out: ${left.join(', ')}.`}
          </span>
        </span>
        <Button kind="quiet" icon={X} iconOnly onClick={onClose}>Dismiss</Button>
      </div>
      {report.problemCount > 0 && (
        <details>
          <summary>{counted(report.problemCount, 'file')} could not be read</summary>
          <ul className={styles.problems}>
            {report.problems.slice(0, PROBLEMS_SHOWN).map(({ path, kind }) => <li key={path}><code>{path}</code> {words(kind).toLowerCase()}</li>)}
          </ul>
        </details>
      )}
    </div>
  );
}

function FolderDialog({ project, onClose, onStarted }: { project: Project; onClose: () => void; onStarted: (job: IndexJob) => void }) {
  const path = { project: project.key };
  /** What this dialog stored may be newer than what the events have told: who is told of a wrong folder tries again at once. */
  const stored = useRef(project.version);
  const choose = useMutation({
    mutationFn: async (localPath: string) => {
      const version = Math.max(project.version, stored.current);
      stored.current = (await cairn.updateProject({ path, headers: { 'If-Match': `"${version}"` }, body: { localPath } })).version;
      return cairn.startIndex({ path, body: {} });
    },
    meta: { quiet: true },
    onSuccess: (job) => {
      onStarted(job);
      onClose();
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    choose.mutate(String(new FormData(event.currentTarget).get('folder')));
  };
  const problem = choose.error && problemOf(choose.error);
  const isStale = choose.error instanceof CairnProblem && choose.error.status === 412;
  return (
    <Dialog title="The folder of the project" onClose={onClose}>
      <form className={styles.form} onSubmit={submit}>
        <Field
          label="Folder on the server's machine"
          name="folder"
          placeholder="/home/ada/shop"
          defaultValue={project.localPath ?? ''}
          required
         
          hint="Its whole path. What git ignores, secrets and large files are left out; contents stay on the disk."
          error={problem ? [problem.detail, isStale ? 'Somebody changed the project: try again.' : problem.hint].filter(Boolean).join(' ') : undefined}
        />
        <DialogActions>
          <Button onClick={onClose}>Cancel</Button>
          <Button kind="primary" type="submit" busy={choose.isPending}>Index this folder</Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
