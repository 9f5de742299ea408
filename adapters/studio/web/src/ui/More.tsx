import { Button } from './Button.tsx';
import styles from './More.module.css';

type Paged = { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown };

/** Goes on with a list that has more pages. */
export function More({ query: { hasNextPage, isFetchingNextPage, fetchNextPage } }: { query: Paged }) {
  return (
    hasNextPage && (
      <div className={styles.more}>
        <Button busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>Show more</Button>
      </div>
    )
  );
}
