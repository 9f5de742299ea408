import { Link } from 'react-router';
import styles from './KeyLink.module.css';

/** A ticket by its key. */
export function KeyLink({ ticket }: { ticket: string }) {
  return <Link to={`/t/${ticket}`} className={styles.key}>{ticket}</Link>;
}
