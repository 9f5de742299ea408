import { CairnProblem, type StatusChange } from 'cairn-client';
import { problemToast, toast } from '../ui/Toast.tsx';

type Wish = Omit<StatusChange, 'status'>;

const WISHES: Record<string, { name: string; wish: Wish }> = {
  tasks_open: { name: 'Finish them too', wish: { finishTasks: true } },
  blocked: { name: 'Start it all the same', wish: { despiteBlockers: true } },
};

/** Says why a status was refused and, where somebody may want it all the same, offers that. */
export function explainRefusal(error: unknown, again: (wish: Wish) => void): void {
  const offer = error instanceof CairnProblem ? WISHES[error.code] : undefined;
  if (error instanceof CairnProblem && offer) {
    toast(error.detail, { bad: true, action: { name: offer.name, onSelect: () => again(offer.wish) } });
  } else {
    problemToast(error);
  }
}
