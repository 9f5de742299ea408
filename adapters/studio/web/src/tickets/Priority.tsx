import { ChevronDown, ChevronsUp, ChevronUp, Equal } from 'lucide-react';
import type { Priority as Urgency } from 'cairn-client';
import { words } from '../ui/Status.tsx';
import styles from './Priority.module.css';

const ICONS = { urgent: ChevronsUp, high: ChevronUp, normal: Equal, low: ChevronDown };

export function Priority({ priority, iconOnly }: { priority: Urgency; iconOnly?: boolean }) {
  const Icon = ICONS[priority];
  return (
    <span className={`${styles.priority} ${styles[priority]}`} title={iconOnly ? `${words(priority)} priority` : undefined}>
      <Icon size={14} aria-hidden />
      <span className={iconOnly ? 'sr-only' : undefined}>{words(priority)}{iconOnly && ' priority'}</span>
    </span>
  );
}
