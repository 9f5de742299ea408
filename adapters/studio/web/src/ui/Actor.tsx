import styles from './Actor.module.css';

const HUES = 12;

/** Somebody, person or agent: a colour that stays theirs, and their name. */
export function Actor({ name, avatarOnly }: { name: string; avatarOnly?: boolean }) {
  const hue = [...name].reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)!) % (HUES * 97), 7) % HUES;
  const initials = name.split(/[\s._-]+/).filter(Boolean).slice(0, 2).map((word) => [...word][0]!.toUpperCase()).join('');
  return (
    <span className={styles.actor} title={avatarOnly ? name : undefined}>
      <span className={styles.avatar} style={{ '--hue': hue * (360 / HUES) } as React.CSSProperties} aria-hidden>{initials}</span>
      <span className={avatarOnly ? 'sr-only' : styles.name}>{name}</span>
    </span>
  );
}
