import { type DragEvent, useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import { FileUp } from 'lucide-react';
import type { ImportProblem, ImportReport, ProjectOverview } from 'cairn-client';
import { cairn } from '../../cairn.ts';
import { Button, ButtonLink } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { Dialog, DialogActions } from '../../ui/Dialog.tsx';
import { Field, Select } from '../../ui/Field.tsx';
import { problemOf } from '../../ui/problem.ts';
import { type Column, Table } from '../../ui/Table.tsx';
import { words } from '../../ui/Status.tsx';
import styles from './Home.module.css';
import { keyFor } from './keys.ts';

const PROBLEMS_MAX = 200;
const FORMATS = [
  { value: 'taskmaster', label: 'task-master (tasks.json)' },
  { value: 'beads', label: 'beads (issues.jsonl)' },
  { value: 'cairn', label: 'Cairn (*.cairn.jsonl)' },
];

function formatOf(name: string): string {
  return name.endsWith('.cairn.jsonl') ? 'cairn' : name.endsWith('.jsonl') ? 'beads' : 'taskmaster';
}

/** @param project the key of one that is there, else empty for a new one @param key undefined for one that is made of the name */
type Wanted = { format: string; project: string; key: string | undefined; name: string };

/** @param onCreated told of the new project, which is there also if its import fails then */
async function importInto(file: File, { format, project, key, name }: Wanted, onCreated: (key: string) => void): Promise<{ key: string; report: ImportReport }> {
  const body = await file.text();
  const into = project || (await cairn.createProject({ body: { key: key ?? keyFor(name), name } })).key;
  if (!project) {
    onCreated(into);
  }
  const headers = { 'Content-Type': file.name.endsWith('.jsonl') ? 'application/x-ndjson' : 'application/json' };
  return { key: into, report: await cairn.importFile({ query: { project: into, format }, body, headers, bodySerializer: null }) };
}

/** Takes the file of another tracker. @param file the one that was dropped already */
export function Import({ projects, file: dropped, onClose }: { projects: readonly ProjectOverview[]; file?: File; onClose: () => void }) {
  const [file, setFile] = useState(dropped);
  const [wanted, setWanted] = useState<Wanted>({ format: formatOf(dropped?.name ?? ''), project: '', key: undefined, name: '' });
  const take = useMutation({
    meta: { quiet: true },
    mutationFn: (named: File) => importInto(named, wanted, (project) => setWanted({ ...wanted, project })),
  });
  const choose = (chosen: File) => {
    setFile(chosen);
    setWanted({ ...wanted, format: formatOf(chosen.name) });
  };
  return (
    <Dialog title="Import a tracker" onClose={onClose} wide>
      {take.data ? (
        <Report report={take.data.report} project={take.data.key} onClose={onClose} />
      ) : take.isPending ? (
        <div className={styles.form} role="status">
          <p>Importing {take.variables.name} ({Math.ceil(take.variables.size / 1024)} KiB)…</p>
          <progress className={styles.wait} aria-label="Import" />
        </div>
      ) : file ? (
        <Choices file={file} projects={projects} wanted={wanted} onChange={setWanted} error={take.error} onImport={() => take.mutate(file)} onClose={onClose} />
      ) : (
        <DropZone onFile={choose} />
      )}
    </Dialog>
  );
}

export function DropZone({ onFile }: { onFile: (file: File) => void }) {
  const [isOver, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file) {
      onFile(file);
    }
  };
  return (
    <label
      className={classes(styles.drop, isOver && styles.dropOver)}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <FileUp size={22} strokeWidth={1.5} aria-hidden />
      <span>Drop a <code>tasks.json</code> or <code>issues.jsonl</code> here, or choose it</span>
      <input type="file" accept=".json,.jsonl" className="sr-only" onChange={({ target }) => target.files?.[0] && onFile(target.files[0])} />
    </label>
  );
}

type ChoicesProps = { file: File; projects: readonly ProjectOverview[]; wanted: Wanted; onChange: (wanted: Wanted) => void; error: unknown; onImport: () => void; onClose: () => void };

function Choices({ file, projects, wanted, onChange, error, onImport, onClose }: ChoicesProps) {
  const { format, project, key, name } = wanted;
  const isListed = projects.some((each) => each.key === project);
  const into = project && !isListed ? [...projects, { key: project, name }] : projects;
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        onImport();
      }}
    >
      <p><strong>{file.name}</strong></p>
      <Select label="Format" options={FORMATS} value={format} onChange={({ target }) => onChange({ ...wanted, format: target.value })} />
      <Select
        label="Into"
        options={[{ value: '', label: 'A new project' }, ...into.map((each) => ({ value: each.key, label: `${each.name} (${each.key})` }))]}
        value={project}
        onChange={({ target }) => onChange({ ...wanted, project: target.value })}
      />
      {!project && (
        <>
          <Field label="Name" required value={name} onChange={({ target }) => onChange({ ...wanted, name: target.value })} />
          <Field label="Key" required value={key ?? keyFor(name)} onChange={({ target }) => onChange({ ...wanted, key: target.value.toUpperCase() })} />
        </>
      )}
      {error !== null && <p role="alert" className={styles.error}>{problemOf(error).detail}</p>}
      <DialogActions>
        <Button onClick={onClose}>Cancel</Button>
        <Button kind="primary" type="submit">Import</Button>
      </DialogActions>
    </form>
  );
}

const PROBLEM_COLUMNS: Column<ImportProblem>[] = [
  { head: 'Where', cell: ({ line, path }) => (line === undefined ? path : `Line ${line}`) },
  { head: 'What', narrow: true, cell: ({ code }) => words(code) },
  { head: 'Message', cell: ({ message }) => message },
];

function Report({ report: { created, updated, unchanged, skipped, problems }, project, onClose }: { report: ImportReport; project: string; onClose: () => void }) {
  return (
    <div className={styles.form}>
      <p role="status">
        <strong>{created} created</strong>, {updated} updated, {unchanged} unchanged, {skipped} skipped.
        {problems.length === 0 ? ' Everything was carried over.' : ` ${problems.length} things could not be carried over as they were:`}
      </p>
      {problems.length > 0 && (
        <div className={styles.problems}>
          <Table name="Problems" columns={PROBLEM_COLUMNS} rows={problems.slice(0, PROBLEMS_MAX)} id={({ line, path, message }) => `${line} ${path} ${message}`} />
        </div>
      )}
      <DialogActions>
        <Button onClick={onClose}>Close</Button>
        <ButtonLink to={`/p/${project}/board`}>See the board</ButtonLink>
      </DialogActions>
    </div>
  );
}
