import { useMutation, useQuery } from '@tanstack/react-query';
import type { ParticipantView, ShownConversation } from 'cairn-client';
import { LogOut, UserMinus } from 'lucide-react';
import { useNavigate } from 'react-router';
import { useLiveQuery } from 'cairn-client/react';
import { cairn, queries } from '../../cairn.ts';
import { Actor } from '../../ui/Actor.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Refused } from '../../ui/Refused.tsx';
import { Badge } from '../../ui/Status.tsx';
import type { Somebody } from './names.ts';
import { pathOf } from './path.ts';
import { PersonPicker } from './PersonPicker.tsx';
import styles from './Participants.module.css';

type Props = { conversation: ShownConversation; project: string; onClose: () => void };

/** Who is in a conversation. In a project it is the project's members who read it: whoever is taken in becomes one first. */
export function Participants({ conversation, project, onClose }: Props) {
  const { id, kind, projectId, participants, role, archivedAt, ownerId } = conversation;
  const { data: me } = useQuery(cairn.query.getMe());
  const members = useLiveQuery({ ...cairn.query.listMembers({ path: { project: projectId ?? project }, query: { limit: 200 } }), enabled: projectId !== null });
  const memberIds = members.data?.items.map(({ userId }) => userId) ?? [];
  const reread = () => Promise.all([queries.invalidateQueries({ queryKey: cairn.query.getConversation({ path: { conversation: id } }).queryKey }), members.isEnabled && members.refetch()]);
  const add = useMutation({
    mutationFn: async (somebody: Somebody) => {
      if (projectId !== null && !memberIds.includes(somebody.id)) {
        await cairn.putMember({ path: { project: projectId, user: somebody.id }, body: { role: 'editor' } });
      }
      return cairn.putParticipant({ path: { conversation: id, user: somebody.id } });
    },
    meta: { quiet: true },
    onSettled: reread,
  });
  const mayAdd = role !== 'viewer' && !archivedAt;
  const mayRemove = (user: string) => mayAdd && user !== me?.user.id && user !== ownerId && (kind !== 'direct' || ownerId === me?.user.id);
  const ownChat = kind === 'chat' && projectId === null;
  return (
    <Dialog title="Who is in it" onClose={onClose}>
      <p className={styles.about}>{ABOUT[ownChat ? 'own' : kind]}</p>
      <ul className={styles.people}>
        {participants.map((each) => <Participant key={each.userId} of={each} isMe={each.userId === me?.user.id} canLeave={kind === 'direct' && participants.length > 1} mayRemove={mayRemove(each.userId)} project={project} onChanged={reread} />)}
      </ul>
      {mayAdd && (
        <>
          <PersonPicker
            label={ownChat ? 'Take an agent in' : 'Take somebody in'}
            agentsOnly={ownChat}
            without={participants.map(({ userId }) => userId)}
            busy={add.isPending}
            onPick={(somebody) => add.mutate(somebody)}
          />
          {projectId !== null && <p className={styles.about}>Whoever is no member of {project} yet becomes one, with the role editor.</p>}
        </>
      )}
      <Refused error={add.error} />
    </Dialog>
  );
}

const ABOUT = {
  channel: 'All members of the project read a channel. These have said or read something, or answer when they are called with @.',
  chat: 'The project’s editors read this chat. The agents in it answer whatever is said.',
  direct: 'These read it, and nobody else. The agents among them answer whatever is said.',
  own: 'Only you read this chat. The agents in it answer whatever you say.',
} as const;

type OneProps = { of: ParticipantView; isMe: boolean; canLeave: boolean; mayRemove: boolean; project: string; onChanged: () => unknown };

function Participant({ of: { conversationId, userId, name, type }, isMe, canLeave, mayRemove, project, onChanged }: OneProps) {
  const navigate = useNavigate();
  const remove = useMutation({ ...cairn.mutation.removeParticipant(), onSuccess: () => (isMe ? void navigate(pathOf(project)) : onChanged()) });
  const go = () => remove.mutate({ path: { conversation: conversationId, user: userId } });
  return (
    <li>
      <Actor name={name} />
      {type === 'agent' && <Badge tone="accent">agent</Badge>}
      {isMe && <span className={styles.about}>you</span>}
      <span className={styles.do}>
        {isMe && canLeave && <Button kind="quiet" icon={LogOut} busy={remove.isPending} onClick={go}>Leave</Button>}
        {mayRemove && <Button kind="quiet" icon={UserMinus} iconOnly busy={remove.isPending} onClick={go}>{`Remove ${name}`}</Button>}
      </span>
    </li>
  );
}
