import { Status } from '../../ui/Status.tsx';

const COLOURS = { active: 'completed', busy: 'in_progress', inactive: 'closed' } as const;

export function Availability({ of }: { of: keyof typeof COLOURS }) {
  return <Status status={of} tone={COLOURS[of]} />;
}
