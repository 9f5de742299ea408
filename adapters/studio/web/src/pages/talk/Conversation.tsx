import { useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import type { ShownConversation } from 'cairn-client';
import { useLiveQuery } from 'cairn-client/react';
import { Archive, ArchiveRestore, ArrowLeft, Ellipsis, GitFork, Pencil, Trash2, UsersRound } from 'lucide-react';
import { Link, useNavigate } from 'react-router';
import { cairn, queries } from '../../cairn.ts';
import { Button } from '../../ui/Button.tsx';
import { Confirm } from '../../ui/Confirm.tsx';
import { Menu, MenuItem, MenuLine } from '../../ui/Menu.tsx';
import { Answered } from '../../ui/States.tsx';
import { Badge } from '../../ui/Status.tsx';
import { Composer } from './Composer.tsx';
import { EditConversation } from './EditConversation.tsx';
import { Fork } from './Fork.tsx';
import { Messages } from './Messages.tsx';
import { Participants } from './Participants.tsx';
import { type Left, pathOf } from './path.ts';
import { useUnsent } from './unsent.ts';
import pane from './Talk.module.css';
import styles from './Conversation.module.css';

export function Conversation({ id, project }: { id: string; project: string }) {
  const query = useLiveQuery(cairn.query.getConversation({ path: { conversation: id } }));
  return (
    <section className={`${pane.pane} ${styles.conversation}`} aria-label="Conversation">
      <Answered query={query}>{(conversation) => <Open conversation={conversation} project={project} />}</Answered>
    </section>
  );
}

type Doing = 'participants' | 'edit' | 'fork' | 'delete';

function Open({ conversation, project }: { conversation: ShownConversation; project: string }) {
  const { id, title, archivedAt, role } = conversation;
  const [doing, setDoing] = useState<Doing>();
  const unsent = useUnsent(id);
  const unarchive = useChange(conversation, 'unarchive');
  const close = () => setDoing(undefined);
  return (
    <>
      <title>{`${title} · Talk · Cairn`}</title>
      <Head conversation={conversation} project={project} onDo={setDoing} />
      <Messages conversation={conversation} project={project} unsent={unsent} />
      {archivedAt ? (
        <p className={styles.readOnly}>
          This is archived, and can only be read.
          <Button icon={ArchiveRestore} busy={unarchive.isPending} onClick={unarchive.now}>Bring it back</Button>
        </p>
      ) : role === 'viewer' ? (
        <p className={styles.readOnly}>You read along: to write here, ask the project’s owner to make you an editor.</p>
      ) : (
        <Composer conversation={conversation} project={project} onSend={unsent.send} onInvite={() => setDoing('participants')} />
      )}
      {doing === 'participants' && <Participants conversation={conversation} project={project} onClose={close} />}
      {doing === 'edit' && <EditConversation conversation={conversation} onClose={close} />}
      {doing === 'fork' && <Fork conversation={conversation} onClose={close} />}
      {doing === 'delete' && <Deleting conversation={conversation} project={project} onClose={close} />}
    </>
  );
}

function Head({ conversation, project, onDo }: { conversation: ShownConversation; project: string; onDo: (what: Doing) => void }) {
  const { kind, title, description, isDefault, archivedAt, participants, role, nextSeq } = conversation;
  const archive = useChange(conversation, 'archive');
  const unarchive = useChange(conversation, 'unarchive');
  const mayWrite = role !== 'viewer';
  return (
    <header className={styles.head}>
      <Link to={pathOf(project)} className={styles.back} aria-label="All conversations"><ArrowLeft size={16} aria-hidden /></Link>
      <div className={styles.what}>
        <h2 className={styles.title}>{kind === 'channel' && <span aria-hidden>#</span>}{title} {archivedAt && <Badge tone="warning">Archived</Badge>}</h2>
        {description && <p className={styles.about} title={description}>{description}</p>}
      </div>
      <Button kind="quiet" icon={UsersRound} onClick={() => onDo('participants')}>{participants.length}<span className="sr-only"> take part</span></Button>
      <Menu align="end" trigger={<Button kind="quiet" icon={Ellipsis} iconOnly>What to do with this conversation</Button>}>
        {mayWrite && !archivedAt && <MenuItem icon={Pencil} onSelect={() => onDo('edit')}>Rename, describe</MenuItem>}
        <MenuItem icon={GitFork} disabled={nextSeq < 2 || !mayWrite} onSelect={() => onDo('fork')}>Fork into a new chat</MenuItem>
        {mayWrite && !isDefault && (
          <>
            <MenuLine />
            {archivedAt ? <MenuItem icon={ArchiveRestore} onSelect={unarchive.now}>Bring back</MenuItem> : <MenuItem icon={Archive} onSelect={archive.now}>Archive</MenuItem>}
            <MenuItem icon={Trash2} danger onSelect={() => onDo('delete')}>Delete</MenuItem>
          </>
        )}
      </Menu>
    </header>
  );
}

function useChange({ id, version }: ShownConversation, what: 'archive' | 'unarchive') {
  const options = what === 'archive' ? cairn.mutation.archiveConversation() : cairn.mutation.unarchiveConversation();
  const change = useMutation({
    ...options,
    onSuccess: (shown) => queries.setQueryData(cairn.query.getConversation({ path: { conversation: id } }).queryKey, shown),
  });
  return { isPending: change.isPending, now: () => change.mutate({ path: { conversation: id }, headers: { 'If-Match': `"${version}"` } }) };
}

function Deleting({ conversation: { id, title, version }, project, onClose }: { conversation: ShownConversation; project: string; onClose: () => void }) {
  const navigate = useNavigate();
  const remove = useMutation({
    ...cairn.mutation.deleteConversation(),
    onSuccess: () => void navigate(pathOf(project), { state: { deleted: { id, title } } satisfies Left }),
  });
  return (
    <Confirm title={`Delete “${title}”?`} action="Delete" busy={remove.isPending} onClose={onClose} onConfirm={() => remove.mutate({ path: { conversation: id }, headers: { 'If-Match': `"${version}"` } })}>
      All that was said in it goes with it, for everybody who takes part.
    </Confirm>
  );
}
