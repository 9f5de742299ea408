import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { ArrowLeft, Check, Plus } from 'lucide-react';
import type { FileServiceEdge, FileText, ProjectFile } from 'cairn-client';
import { useLiveQuery } from 'cairn-client/react';
import { cairn } from '../../cairn.ts';
import { Button } from '../../ui/Button.tsx';
import { bytes, count } from '../../ui/figures.ts';
import { Answered } from '../../ui/States.tsx';
import { Badge } from '../../ui/Status.tsx';
import { Time } from '../../ui/Time.tsx';
import { useAnew } from './indexed.ts';
import type { Selection } from './selection.ts';
import styles from './FileView.module.css';

const LINES = 1_000;
const EDGES_SHOWN = 12;

type Props = { id: string; selection: Selection; onShow: (id: string) => void; onFolder: (path: string) => void; onClose: () => void };

export function FileView({ id, selection, onShow, onFolder, onClose }: Props) {
  const file = useLiveQuery(cairn.query.getFile({ path: { file: id } }));
  return (
    <div className={styles.file}>
      <Button kind="quiet" icon={ArrowLeft} className={styles.back} onClick={onClose}>All files</Button>
      <Answered query={file}>
        {(shown) => (
          <>
            <Head file={shown} selection={selection} onFolder={onFolder} />
            {shown.summary && <p className={styles.summary}>{shown.summary}{shown.summaryModel && <small> by {shown.summaryModel}</small>}</p>}
            <Edges file={shown} onShow={onShow} />
            <Content file={shown} />
          </>
        )}
      </Answered>
    </div>
  );
}

function Head({ file, selection, onFolder }: { file: ProjectFile; selection: Selection; onFolder: (path: string) => void }) {
  const folder = file.path.slice(0, -file.name.length - 1);
  const isChosen = selection.has(file.id);
  return (
    <header className={styles.head}>
      <div className={styles.what}>
        <h2>{file.name}</h2>
        <div className={styles.path}>{folder ? <button type="button" title="Show this folder only" onClick={() => onFolder(folder)}>{folder}</button> : 'In the folder itself'}</div>
        <div className={styles.facts}>
          <Badge>{file.language ?? file.contentType}</Badge>
          <span>{bytes(file.size)}</span>
          <span>changed <Time at={file.modifiedAt} /></span>
        </div>
      </div>
      <Button kind={isChosen ? 'plain' : 'primary'} icon={isChosen ? Check : Plus} aria-pressed={isChosen} onClick={() => selection.change([file], !isChosen)}>
        {isChosen ? 'Selected' : 'Select'}
      </Button>
    </header>
  );
}

function Edges({ file, onShow }: { file: ProjectFile; onShow: (id: string) => void }) {
  const path = { file: file.id };
  const imports = cairn.query.listFileImports({ path });
  const importers = cairn.query.listFileImporters({ path });
  useAnew(imports.queryKey, file.indexedAt);
  useAnew(importers.queryKey, file.indexedAt);
  const out = useQuery(imports).data?.items ?? [];
  const back = useQuery(importers).data?.items ?? [];
  return (
    (out.length > 0 || back.length > 0) && (
      <div className={styles.edges}>
        <EdgeList name="Imports" edges={out} onShow={onShow} />
        <EdgeList name="Imported by" edges={back} onShow={onShow} />
      </div>
    )
  );
}

function EdgeList({ name, edges, onShow }: { name: string; edges: readonly FileServiceEdge[]; onShow: (id: string) => void }) {
  const [isWhole, setWhole] = useState(false);
  const own = edges.filter(({ file }) => file);
  const others = edges.length - own.length;
  return (
    <section className={styles.edgeList} aria-label={name}>
      <h3>{name} <span className={styles.soft}>{count(edges.length)}</span></h3>
      <ul>
        {own.slice(0, isWhole ? own.length : EDGES_SHOWN).map(({ target, file }) => (
          <li key={`${target} ${file!.id}`}>
            <button type="button" className={styles.edge} title={file!.path} onClick={() => onShow(file!.id)}>{file!.name}</button>
          </li>
        ))}
      </ul>
      {own.length > EDGES_SHOWN && !isWhole && <Button kind="quiet" onClick={() => setWhole(true)}>Show all {count(own.length)}</Button>}
      {others > 0 && <p className={styles.soft}>{count(others)} of no file of the project</p>}
      {edges.length === 0 && <p className={styles.soft}>None</p>}
    </section>
  );
}

function Content({ file }: { file: ProjectFile }) {
  const [from, setFrom] = useState(1);
  const asked = { path: { file: file.id }, query: { lines: `${from}-${from + LINES - 1}` } };
  const options = cairn.query.getFileContent(asked);
  // Each version on its own, so that no lines of an older one are among those of this.
  const content = useQuery({ queryKey: [...options.queryKey, file.sha256], queryFn: ({ signal }) => cairn.getFileContent({ ...asked, signal }) });
  return <Answered query={content}>{(text) => <Lines text={text} onFrom={setFrom} onAgain={() => void content.refetch()} />}</Answered>;
}

function Lines({ text: { text, firstLine, lastLine, totalLines, truncated, changed }, onFrom, onAgain }: { text: FileText; onFrom: (line: number) => void; onAgain: () => void }) {
  const isPart = totalLines > lastLine - firstLine + 1 || truncated;
  const numbers = Array.from({ length: Math.max(lastLine - firstLine + 1, 0) }, (_, index) => firstLine + index).join('\n');
  return (
    <>
      {changed && (
        <div className={styles.changed} role="status">
          It was changed since it was indexed; this is as it is on the disk now. <Button kind="quiet" onClick={onAgain}>Read again</Button>
        </div>
      )}
      <div className={styles.code} tabIndex={0} role="region" aria-label="Contents">
        <pre className={styles.numbers} aria-hidden>{numbers}</pre>
        <pre>{text}</pre>
      </div>
      {isPart && (
        <nav className={styles.parts} aria-label="Lines">
          <span className={styles.soft}>Lines {count(firstLine)} to {count(lastLine)} of {count(totalLines)}</span>
          <Button disabled={firstLine === 1} onClick={() => onFrom(Math.max(1, firstLine - LINES))}>Lines before</Button>
          <Button disabled={lastLine >= totalLines} onClick={() => onFrom(lastLine + 1)}>Lines after</Button>
        </nav>
      )}
    </>
  );
}
