import { useEffect, useState } from 'react';
import { useConnected } from 'cairn-client/react';
import { cairn } from '../cairn.ts';
import styles from './LiveStatus.module.css';

const PATIENCE_MILLIS = 1_500;

/** Whether what is shown follows the server. A connection that begins, or blinks, worries nobody. */
export function LiveStatus() {
  const isConnected = useConnected(cairn);
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    if (isConnected) {
      setLate(false);
      return undefined;
    }
    const timer = setTimeout(() => setLate(true), PATIENCE_MILLIS);
    return () => clearTimeout(timer);
  }, [isConnected]);
  return (
    <span role="status" className={isLate ? `${styles.live} ${styles.away}` : styles.live} title={isLate ? 'The server is not heard; what is shown may be old' : 'What is shown is new'}>
      {isLate ? 'Offline' : 'Live'}
    </span>
  );
}
