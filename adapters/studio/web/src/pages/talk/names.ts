import { useQuery } from '@tanstack/react-query';
import type { ShownConversation } from 'cairn-client';
import { cairn } from '../../cairn.ts';

const MEMBERS_READ = 200;

export type Somebody = { id: string; name: string; isAgent: boolean };

/** Who reads a conversation of a project, or takes part in one outside: those whom one can call in it. */
export function usePeople({ projectId, participants }: ShownConversation, project: string): readonly Somebody[] {
  const { data } = useQuery({ ...cairn.query.listMembers({ path: { project: projectId ?? project }, query: { limit: MEMBERS_READ } }), enabled: projectId !== null });
  const members = data?.items ?? [];
  const others = participants.filter(({ userId }) => !members.some((member) => member.userId === userId));
  return [...members, ...others].map(({ userId, name, type }) => ({ id: userId, name, isAgent: type === 'agent' }));
}

export function useNames(conversation: ShownConversation, project: string): (user: string) => string {
  const people = usePeople(conversation, project);
  return (user) => people.find(({ id }) => id === user)?.name ?? 'An agent';
}
