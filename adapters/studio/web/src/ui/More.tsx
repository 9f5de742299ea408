import { Button } from './Button.tsx';
import styles from './More.module.css';

type Pages = { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown };

/** Goes on with a list that has more pages. @param of what there is more of, where a page has several lists */
export function More({ list: { hasNextPage, isFetchingNextPage, fetchNextPage }, of }: { list: Pages; of?: string }) {
  return (
    hasNextPage && (
      <div className={styles.more}>
        <Button busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>{of ? `More ${of}` : 'Show more'}</Button>
      </div>
    )
  );
}
