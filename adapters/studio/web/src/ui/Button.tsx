import type { ComponentProps, ReactNode } from 'react';
import type { LucideIcon } from 'lucide-react';
import { Link } from 'react-router';
import { classes } from './classes.ts';
import styles from './Button.module.css';

type Props = ComponentProps<'button'> & {
  kind?: 'primary' | 'plain' | 'quiet' | 'danger';
  icon?: LucideIcon;
  children: ReactNode;
  /** Shows the icon alone; the text is its name. */
  iconOnly?: boolean;
  /** What it does is under way: it waits, and says so. */
  busy?: boolean;
};

export function Button({ kind = 'plain', icon: Icon, iconOnly, busy, className, children, disabled, ...rest }: Props) {
  return (
    <button
      type="button"
      className={classes(styles.button, styles[kind], iconOnly && styles.iconOnly, className)}
      disabled={disabled || busy}
      aria-busy={busy || undefined}
      title={iconOnly ? String(children) : undefined}
      {...rest}
    >
      {Icon && <Icon size={15} aria-hidden />}
      <span className={iconOnly ? 'sr-only' : undefined}>{children}</span>
    </button>
  );
}

/** Goes somewhere, and is as important as a button. */
export function ButtonLink({ to, children }: { to: string; children: ReactNode }) {
  return <Link to={to} className={classes(styles.button, styles.primary)}>{children}</Link>;
}
