import { hashKey, type QueryFunctionContext, type QueryKey } from '@tanstack/react-query';

const readAt = new Map<string, number>();

/**
 * As the options are, but that a pause lies between two reads. What changes after a quiet while is on the page at once; what changes all the time, such
 * as the figures of a busy queue, is read so often and no more.
 */
export function calm<Options extends { queryKey: QueryKey; queryFn?: unknown }>(options: Options, pauseMillis = 1_000): Options {
  const read = options.queryFn as (context: QueryFunctionContext) => unknown;
  const hash = hashKey(options.queryKey);
  const queryFn = async (context: QueryFunctionContext) => {
    if (typeof context.pageParam !== 'string') { // A further page belongs to the read of the first.
      await pause((readAt.get(hash) ?? 0) + pauseMillis - Date.now(), context.signal);
      readAt.set(hash, Date.now());
    }
    return read(context);
  };
  return { ...options, queryFn };
}

function pause(millis: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, Math.max(millis, 0));
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    });
  });
}
