import { useMutation, useMutationState, useQueryClient } from '@tanstack/react-query';
import type { ItemBody, Priority } from 'cairn-client';
import { cairn } from '../cairn.ts';
import { toast } from '../ui/Toast.tsx';

/** What somebody does to an item, as it is shown until the lists are read anew. */
export type ItemChange =
  | { kind: 'retry' | 'cancel'; item: string }
  | { kind: 'place'; item: string; priority?: Priority; runAt?: string };

const ITEM = ['queue item'];
const ORDER = ['queue order'];
const PAUSE = ['queue pause'];

/** What is shown of queues; the rest follows by events. */
const LISTS = new Set(['listQueueItems', 'getQueueStatistics', 'listClaims', 'listClaimsInProject', 'listQueues']);

function useReread() {
  const client = useQueryClient();
  return () => client.invalidateQueries({ predicate: ({ queryKey: [first] }) => LISTS.has((first as { _id?: string })._id ?? '') });
}

export function useItemChange() {
  const reread = useReread();
  return useMutation({
    mutationKey: ITEM,
    mutationFn: async (change: ItemChange): Promise<unknown> => {
      const path = { item: change.item };
      switch (change.kind) {
        case 'retry':
          return cairn.retryQueueItem({ path });
        case 'cancel':
          return cairn.cancelQueueItem({ path });
        case 'place':
          return cairn.updateQueueItem({ path, body: { ...(change.priority && { priority: change.priority }), ...(change.runAt && { runAt: change.runAt }) } });
      }
    },
    onSuccess: reread,
  });
}

/** Items with what is being done to them: away from where they were, or as they are to be. */
export function useShown(items: readonly ItemBody[]): ItemBody[] {
  const changes = useMutationState({ filters: { mutationKey: ITEM, status: 'pending' }, select: ({ state }) => state.variables as ItemChange });
  const orders = useMutationState({ filters: { mutationKey: ORDER, status: 'pending' }, select: ({ state }) => state.variables as Order });
  const gone = new Set(changes.filter(({ kind }) => kind !== 'place').map(({ item }) => item));
  const shown = items.filter(({ id }) => !gone.has(id)).map((item) => {
    const placed = changes.find((change) => change.kind === 'place' && change.item === item.id);
    return placed?.kind === 'place' && placed.priority ? { ...item, priority: placed.priority } : item;
  });
  const order = orders.at(-1);
  if (!order) {
    return shown;
  }
  const places = new Map(order.ids.map((id, index) => [id, index]));
  const moved = shown.map((item) => (item.id === order.moved && order.priority ? { ...item, priority: order.priority } : item));
  return moved.sort((one, other) => (places.get(one.id) ?? 0) - (places.get(other.id) ?? 0));
}

/** @param priority that of the moved item, when it gets another one */
export type Order = { queue: string; ids: string[]; moved: string; priority?: Priority };

/** Gives the waiting items another order. Priority goes before it, so an item that moves among others of another priority gets theirs. */
export function useReorder() {
  const reread = useReread();
  return useMutation({
    mutationKey: ORDER,
    mutationFn: async ({ queue, ids, moved, priority }: Order) => {
      if (priority) {
        await cairn.updateQueueItem({ path: { item: moved }, body: { priority } });
      }
      return cairn.reorderItems({ path: { queue }, body: { ids } });
    },
    onSuccess: reread,
    onError: reread,
  });
}

export function usePause() {
  const reread = useReread();
  return useMutation({
    mutationKey: PAUSE,
    mutationFn: ({ queue, active }: { queue: string; active: boolean }) =>
      active ? cairn.resumeQueue({ path: { queue } }) : cairn.pauseQueue({ path: { queue } }),
    onSuccess: reread,
  });
}

export function useRetryAll() {
  const reread = useReread();
  return useMutation({
    mutationFn: (queue: string) => cairn.retryFailedItems({ path: { queue } }),
    onSuccess: async ({ retried, refused }) => {
      const [first] = refused;
      toast(retried === 1 ? '1 item waits again' : `${retried} items wait again`, first && { hint: `${refused.length} stay: ${first.message}` });
      await reread();
    },
  });
}
