import { useQuery } from '@tanstack/react-query';
import { ListChecks, Target } from 'lucide-react';
import type { RelevantFile, RelevantFileWeights, RelevanceRelevantFiles } from 'cairn-client';
import { useLiveQuery } from 'cairn-client/react';
import { cairn } from '../../cairn.ts';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { KeyLink } from '../../ui/KeyLink.tsx';
import { Answered, EmptyState } from '../../ui/States.tsx';
import { Toggle } from '../../ui/Toggle.tsx';
import { usePlace } from '../../ui/usePlace.ts';
import { useAnew, useIndexed } from './indexed.ts';
import type { Selection } from './selection.ts';
import { TicketPicker } from './TicketPicker.tsx';
import styles from './RelevantTab.module.css';

const SHOWN = 20;
const BEST = 10;

type Part = keyof RelevantFileWeights;
/** What a score is made of, in the order of the bar. */
const PARTS: readonly { part: Part; name: string; means: string }[] = [
  { part: 'suggested', name: 'Suggested', means: 'the ticket names the file' },
  { part: 'text', name: 'Words', means: 'words of the ticket in its name, path, summary, declarations and contents; rare ones count most' },
  { part: 'changed', name: 'Recent', means: 'how late it was changed among all files' },
  { part: 'imports', name: 'Imports', means: 'it imports one of the five best, or they import it' },
  { part: 'path', name: 'Path', means: 'how much of the ticket its path says' },
];

export function RelevantTab({ project, selection }: { project: string; selection: Selection }) {
  const [place, go] = usePlace();
  const ticket = place.get('ticket');
  return (
    <div className={styles.relevant}>
      <div className={styles.picker}>
        <TicketPicker project={project} label="Files that matter to a ticket" onPick={({ key }) => go({ ticket: key })} />
      </div>
      {ticket ? (
        <Ranking key={ticket} ticket={ticket} project={project} selection={selection} />
      ) : (
        <EmptyState icon={Target} title="Choose a ticket">
          The files of the index are ranked by how much they matter to it, with the reasons. No model is asked, and an equal ticket gives an equal order.
        </EmptyState>
      )}
    </div>
  );
}

function Ranking({ ticket: key, project, selection }: { ticket: string; project: string; selection: Selection }) {
  const ticket = useLiveQuery(cairn.query.getTicket({ path: { ticket: key } }));
  const options = cairn.query.listRelevantFiles({ path: { ticket: key }, query: { limit: SHOWN } });
  const ranked = useQuery(options);
  useAnew(options.queryKey, ticket.data?.version);
  useAnew(options.queryKey, useIndexed(project)?.seq);
  return (
    <>
      {ticket.data && <h2><KeyLink ticket={ticket.data.key} /> {ticket.data.title}</h2>}
      <Answered query={ranked}>
        {(found) =>
          found.items.length === 0 ? (
            <EmptyState icon={Target} title="No file matters to it">The folder may not be indexed yet, or no file has a word of the ticket.</EmptyState>
          ) : (
            <Files found={found} selection={selection} />
          )
        }
      </Answered>
    </>
  );
}

function Files({ found: { items, weights }, selection }: { found: RelevanceRelevantFiles; selection: Selection }) {
  const best = items.slice(0, BEST).map(({ file }) => file);
  const top = Math.max(...items.map(({ score }) => score));
  return (
    <>
      <div className={styles.head}>
        <ul className={styles.legend} aria-label="What a score is made of">
          {PARTS.map(({ part, name, means }) => (
            <li key={part} title={means}><span className={classes(styles.dot, styles[part])} aria-hidden /> {name} <span className={styles.soft}>× {weights[part]}</span></li>
          ))}
        </ul>
        <Button icon={ListChecks} disabled={best.every(({ id }) => selection.has(id))} onClick={() => selection.change(best, true)}>
          Select the best {best.length}
        </Button>
      </div>
      <ol className={styles.files}>
        {items.map((item) => <Ranked key={item.file.id} item={item} weights={weights} top={top} selection={selection} />)}
      </ol>
    </>
  );
}

function Ranked({ item: { file, score, why }, weights, top, selection }: { item: RelevantFile; weights: RelevantFileWeights; top: number; selection: Selection }) {
  const [, go] = usePlace();
  const shares = PARTS.map((each) => ({ ...each, value: why[each.part], points: why[each.part] * weights[each.part] })).filter(({ points }) => points > 0);
  return (
    <li className={styles.file}>
      <Toggle className={styles.tick} checked={selection.has(file.id)} aria-label={`Select ${file.path}`} onChange={({ target }) => selection.change([file], target.checked)}>
        {null}
      </Toggle>
      <div className={styles.what}>
        <button type="button" className={styles.name} onClick={() => go({ tab: undefined, file: file.id })}>{file.path}</button>
        <span className={styles.why}>
          {shares.map(({ part, name, value }) => (
            <span key={part}>
              {name} {value.toFixed(2)}
              {part === 'path' && why.words.length > 0 && `: ${why.words.join(', ')}`}
              {part === 'imports' && why.importsWith.length > 0 && `: ${why.importsWith.map((path) => path.slice(path.lastIndexOf('/') + 1)).join(', ')}`}
            </span>
          ))}
        </span>
      </div>
      <span className={styles.bar} aria-hidden>
        {shares.map(({ part, points }) => <span key={part} className={styles[part]} style={{ width: `${(100 * points) / top}%` }} />)}
      </span>
      <span className={styles.score}><span className="sr-only">Score </span>{score.toFixed(2)}</span>
    </li>
  );
}
