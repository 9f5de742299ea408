import { useMutation, useQuery } from '@tanstack/react-query';
import { cairn } from '../../cairn.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog, DialogActions } from '../../ui/Dialog.tsx';
import { Refused } from '../../ui/Refused.tsx';
import { Answered } from '../../ui/States.tsx';
import { toast } from '../../ui/Toast.tsx';
import styles from './Memories.module.css';

const OLDEST_READ = 200;
const SHOWN_MAX = 10;

/** Shows what pruning would archive, and archives it when that is wanted. */
export function Prune({ agent, name, onClose }: { agent: string; name: string; onClose: () => void }) {
  const dry = useQuery({ queryKey: ['pruneMemories', agent], queryFn: ({ signal }) => cairn.pruneMemories({ body: { agentId: agent, dryRun: true }, signal }), gcTime: 0, retry: false });
  const { data: oldest } = useQuery(cairn.query.listMemories({ query: { agent, sort: 'createdAt', limit: OLDEST_READ } }));
  const prune = useMutation({
    ...cairn.mutation.pruneMemories(),
    meta: { quiet: true },
    onSuccess: ({ memories }) => {
      toast(`${count(memories.length)} archived.`);
      onClose();
    },
  });
  return (
    <Dialog title={`Prune what ${name} remembers`} onClose={onClose}>
      <p>Archives memories that are older than 90 days and whose score is under 0.3, never critical ones.</p>
      <Answered query={dry}>
        {({ memories, more }) => {
          const shown = oldest?.items.filter(({ id }) => memories.includes(id)).slice(0, SHOWN_MAX) ?? [];
          return (
            <>
              <p role="status">{memories.length === 0 ? 'Nothing would be archived now.' : <strong>{count(memories.length)}{more && ' and more'} would be archived{shown.length < memories.length ? ', among them:' : ':'}</strong>}</p>
              {shown.length > 0 && <ul className={styles.prunable}>{shown.map(({ id, summary, content, score }) => <li key={id}><span>{summary ?? content}</span> <span className={styles.score}>{score.toFixed(2)}</span></li>)}</ul>}
              <Refused error={prune.error} />
              <DialogActions>
                <Button onClick={onClose}>{memories.length === 0 ? 'Close' : 'Keep them'}</Button>
                {memories.length > 0 && <Button kind="danger" busy={prune.isPending} onClick={() => prune.mutate({ body: { agentId: agent, dryRun: false } })}>Archive {count(memories.length)}</Button>}
              </DialogActions>
            </>
          );
        }}
      </Answered>
    </Dialog>
  );
}

function count(memories: number): string {
  return memories === 1 ? 'one memory' : `${memories} memories`;
}
