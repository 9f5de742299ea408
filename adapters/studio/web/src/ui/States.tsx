import type { ReactNode } from 'react';
import { CairnProblem } from 'cairn-client';
import { CircleAlert, type LucideIcon } from 'lucide-react';
import { Button } from './Button.tsx';
import { problemOf } from './problem.ts';
import styles from './States.module.css';

export function Loading() {
  return (
    <div className={styles.loading} role="status">
      <span className="sr-only">Loading</span>
    </div>
  );
}

type EmptyProps = { icon?: LucideIcon; title: string; children?: ReactNode };

/** Where there is nothing yet: what would be here, and how it comes here. */
export function EmptyState({ icon: Icon, title, children }: EmptyProps) {
  return (
    <div className={styles.empty}>
      {Icon && <Icon size={28} strokeWidth={1.5} aria-hidden />}
      <p className={styles.title}>{title}</p>
      {children && <div className={styles.more}>{children}</div>}
    </div>
  );
}

/** What could not be read, and why. */
export function ErrorState({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { detail, hint } = problemOf(error);
  return (
    <div className={styles.empty} role="alert">
      <CircleAlert size={28} strokeWidth={1.5} aria-hidden />
      <p className={styles.title}>{detail}</p>
      {hint && <p className={styles.more}>{hint}</p>}
      {onRetry && <Button onClick={onRetry}>Try again</Button>}
    </div>
  );
}

type Asked<Data> = { data: Data | undefined; error: unknown; refetch: () => unknown };

const GONE = 404;

/** What a query answered, or in its place that it is under way, or why it was refused. What is there stays as long as it exists. */
export function Answered<Data>({ query, children }: { query: Asked<Data>; children: (data: Data) => ReactNode }) {
  const isGone = query.error instanceof CairnProblem && query.error.status === GONE;
  if (query.data !== undefined && !isGone) {
    return children(query.data);
  }
  return query.error ? <ErrorState error={query.error} onRetry={() => void query.refetch()} /> : <Loading />;
}
