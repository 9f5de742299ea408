import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { StatusChange, TicketBody, TicketFields } from 'cairn-client';
import { cairn } from '../../cairn.ts';
import { explainRefusal } from '../../tickets/explainRefusal.ts';

/** Reads a ticket anew. A mutation that waits for it is under way, and shown as if it had been done, until what it did is read. */
export function useReread(ticket: string): () => Promise<void> {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: cairn.query.getTicket({ path: { ticket } }).queryKey });
}

/** Changes fields of a ticket; answers it as it is shown meanwhile, and how. */
export function useChange(ticket: TicketBody): [TicketBody, (fields: TicketFields) => void] {
  const onSuccess = useReread(ticket.key);
  const change = useMutation({
    mutationFn: (body: TicketFields) => cairn.updateTicket({ path: { ticket: ticket.key }, body }),
    onSuccess,
  });
  return [change.isPending ? ({ ...ticket, ...change.variables } as TicketBody) : ticket, change.mutate];
}

/** Moves a ticket along the workflow; answers the status that is shown meanwhile, and how. */
export function useStatusChange({ key, status }: TicketBody): [TicketBody['status'], (change: StatusChange) => void] {
  const onSuccess = useReread(key);
  const change = useMutation({
    meta: { quiet: true },
    mutationFn: (body: StatusChange) => cairn.changeTicketStatus({ path: { ticket: key }, body }),
    onSuccess,
    onError: (error, refused) => explainRefusal(error, (wish) => change.mutate({ ...refused, ...wish })),
  });
  return [change.isPending ? change.variables.status : status, change.mutate];
}
