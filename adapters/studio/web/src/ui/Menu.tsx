import type { ReactNode } from 'react';
import * as Radix from '@radix-ui/react-dropdown-menu';
import { Check, type LucideIcon } from 'lucide-react';
import styles from './Menu.module.css';

/** @param trigger the button that opens it */
export function Menu({ trigger, children, align = 'start' }: { trigger: ReactNode; children: ReactNode; align?: 'start' | 'end' }) {
  return (
    // Not modal: what keeps the page from scrolling would want a style element, which the page's policy forbids.
    <Radix.Root modal={false}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content className={styles.menu} align={align} sideOffset={4} collisionPadding={8} loop>
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

type ItemProps = { children: ReactNode; icon?: LucideIcon; checked?: boolean; danger?: boolean; disabled?: boolean; onSelect: () => void };

export function MenuItem({ children, icon: Icon, checked, danger, disabled, onSelect }: ItemProps) {
  return (
    <Radix.Item className={danger ? `${styles.item} ${styles.danger}` : styles.item} disabled={disabled ?? false} onSelect={onSelect}>
      <span className={styles.icon}>{checked ? <Check size={14} aria-label="Chosen" /> : Icon && <Icon size={14} aria-hidden />}</span>
      {children}
    </Radix.Item>
  );
}

export function MenuLabel({ children }: { children: ReactNode }) {
  return <Radix.Label className={styles.label}>{children}</Radix.Label>;
}

export function MenuLine() {
  return <Radix.Separator className={styles.line} />;
}
