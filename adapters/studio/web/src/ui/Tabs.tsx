import type { ReactNode } from 'react';
import * as Radix from '@radix-ui/react-tabs';
import styles from './Tabs.module.css';

export type Tab = { id: string; name: ReactNode; content: ReactNode };

/** @param name what the tabs choose between, for screen readers */
export function Tabs({ name, tabs, value, onChange }: { name: string; tabs: readonly Tab[]; value: string; onChange: (id: string) => void }) {
  return (
    <Radix.Root value={value} onValueChange={onChange} className={styles.tabs}>
      <Radix.List className={styles.list} aria-label={name}>
        {tabs.map((tab) => <Radix.Trigger key={tab.id} value={tab.id} className={styles.tab}>{tab.name}</Radix.Trigger>)}
      </Radix.List>
      {tabs.map((tab) => <Radix.Content key={tab.id} value={tab.id}>{tab.content}</Radix.Content>)}
    </Radix.Root>
  );
}
