import { type ComponentProps, type ReactNode, useId } from 'react';
import { classes } from './classes.ts';
import styles from './Field.module.css';

type Told = { label: string; hint?: ReactNode; error?: string | undefined; hideLabel?: boolean | undefined };
type Described = { id: string; 'aria-describedby': string | undefined; 'aria-invalid': true | undefined };

function Labelled({ label, hint, error, hideLabel, children }: Told & { children: (described: Described) => ReactNode }) {
  const id = useId();
  const told = error ?? hint;
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={hideLabel ? 'sr-only' : styles.label}>{label}</label>
      {children({ id, 'aria-describedby': told ? `${id}told` : undefined, 'aria-invalid': error ? true : undefined })}
      {told && <div id={`${id}told`} className={error ? styles.error : styles.hint} role={error ? 'alert' : undefined}>{told}</div>}
    </div>
  );
}

export function Field({ label, hint, error, hideLabel, className, ...rest }: Told & ComponentProps<'input'>) {
  return (
    <Labelled {...{ label, hint, error, hideLabel }}>
      {(described) => <input className={classes(styles.control, className)} autoComplete="off" {...rest} {...described} />}
    </Labelled>
  );
}

export function TextField({ label, hint, error, hideLabel, className, ...rest }: Told & ComponentProps<'textarea'>) {
  return (
    <Labelled {...{ label, hint, error, hideLabel }}>
      {(described) => <textarea className={classes(styles.control, styles.text, className)} {...rest} {...described} />}
    </Labelled>
  );
}

type Option = { value: string; label: string };

export function Select({ label, hint, error, hideLabel, className, options, ...rest }: Told & { options: readonly Option[] } & ComponentProps<'select'>) {
  return (
    <Labelled {...{ label, hint, error, hideLabel }}>
      {(described) => (
        <select className={classes(styles.control, className)} {...rest} {...described}>
          {options.map(({ value, label: text }) => <option key={value} value={value}>{text}</option>)}
        </select>
      )}
    </Labelled>
  );
}
