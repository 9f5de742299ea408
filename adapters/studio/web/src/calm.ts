import { hashKey, type QueryFunctionContext, type QueryKey } from '@tanstack/react-query';

/**
 * As the options are, but that a pause lies between two reads. What changes after a quiet while is on the page at once; what changes all the time, such
 * as the figures of a busy queue, is read so often and no more.
 */
export function calm<Options extends { queryKey: QueryKey; queryFn?: unknown }>(options: Options, pauseMillis = 1_000): Options {
  const read = options.queryFn as (context: QueryFunctionContext) => unknown;
  const hash = hashKey(options.queryKey);
  const queryFn = async (context: QueryFunctionContext) => {
    if (typeof context.pageParam !== 'string') { // A further page belongs to the read of the first.
      const readAt = context.client.getQueryCache().get(hash)?.state.dataUpdatedAt ?? 0;
      await pause(readAt + pauseMillis - Date.now(), context.signal);
    }
    return read(context);
  };
  return { ...options, queryFn };
}

function pause(millis: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, Math.max(millis, 0));
    signal.addEventListener('abort', stop);
  });
}
