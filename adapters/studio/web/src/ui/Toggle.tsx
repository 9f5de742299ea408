import type { ComponentProps, ReactNode } from 'react';
import { classes } from './classes.ts';
import styles from './Toggle.module.css';

type Props = Omit<ComponentProps<'input'>, 'type'> & { children: ReactNode; hint?: ReactNode; type?: 'checkbox' | 'radio' };

/** A box to tick, with what it means beside it. */
export function Toggle({ children, hint, className, type = 'checkbox', ...rest }: Props) {
  return (
    <label className={classes(styles.toggle, className)}>
      <input type={type} className={styles.box} {...rest} />
      <span className={styles.words}>
        {children}
        {hint && <span className={styles.hint}>{hint}</span>}
      </span>
    </label>
  );
}
