import { useMutation, useMutationState, useQueryClient } from '@tanstack/react-query';
import type { ListedTicket, StatusChange, TicketStatus } from 'cairn-client';
import { cairn } from '../../cairn.ts';
import { explainRefusal } from '../../tickets/explainRefusal.ts';

export type Move = { ticket: ListedTicket; to: TicketStatus; wish?: Omit<StatusChange, 'status'> };

const KEY = ['move'];

/**
 * Moves a ticket into another column. It is shown there at once, as long as the move is under way, which it is until the columns are read anew;
 * when it is refused it is where it was, and the reason is said.
 */
export function useMove() {
  const client = useQueryClient();
  const move = useMutation({
    mutationKey: KEY,
    meta: { quiet: true },
    mutationFn: ({ ticket, to, wish }: Move) => cairn.changeTicketStatus({ path: { ticket: ticket.key }, body: { status: to, ...wish } }),
    onError: (error, refused) => explainRefusal(error, (wish) => move.mutate({ ...refused, wish })),
    onSuccess: () => client.invalidateQueries({ predicate: ({ queryKey: [first] }) => (first as { _id?: string })._id === 'listTickets' }),
  });
  return move;
}

export function useMoves(): Move[] {
  return useMutationState({ filters: { mutationKey: KEY, status: 'pending' }, select: ({ state }) => state.variables as Move });
}

/** What a column shows: what is in it, but for what is on its way out, and what is on its way in first. */
export function withMoves(items: readonly ListedTicket[], status: TicketStatus, moves: readonly Move[]): ListedTicket[] {
  const moved = new Set(moves.map(({ ticket }) => ticket.id));
  const arriving = moves.filter(({ to }) => to === status).map(({ ticket }) => ticket);
  return [...arriving, ...items.filter(({ id }) => !moved.has(id))];
}
