import { type FormEvent, useState } from 'react';
import { closestCenter, DndContext, type DragEndEvent, KeyboardSensor, PointerSensor, type UniqueIdentifier, useSensor, useSensors } from '@dnd-kit/core';
import { arrayMove, SortableContext, sortableKeyboardCoordinates, useSortable, verticalListSortingStrategy } from '@dnd-kit/sortable';
import { CSS } from '@dnd-kit/utilities';
import { useMutation } from '@tanstack/react-query';
import { GripVertical, Plus, Trash2 } from 'lucide-react';
import type { Task, TicketBody } from 'cairn-client';
import { cairn } from '../../cairn.ts';
import { announcements, instructions } from '../../ui/announcements.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Progress } from '../../ui/Progress.tsx';
import { Badge, words } from '../../ui/Status.tsx';
import { useReread } from './changes.ts';
import styles from './Ticket.module.css';

const DRAG_PIXELS = 4;

export function Tasks({ ticket: { key, tasks } }: { ticket: TicketBody }) {
  const onSuccess = useReread(key);
  const reorder = useMutation({
    mutationFn: (ids: string[]) => cairn.reorderTasks({ path: { ticket: key }, body: { ids } }),
    onSuccess,
  });
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: DRAG_PIXELS } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const order = reorder.isPending ? reorder.variables : tasks.map(({ id }) => id);
  const shown = order.flatMap((id) => tasks.filter((task) => task.id === id));
  const put = ({ active, over }: DragEndEvent) => {
    if (over && over.id !== active.id) {
      reorder.mutate(arrayMove(order, order.indexOf(String(active.id)), order.indexOf(String(over.id))));
    }
  };
  const nameOf = ({ id }: { id: UniqueIdentifier }) => tasks.find((task) => task.id === id)?.content ?? 'The task';
  const accessibility = { announcements: announcements(nameOf, nameOf), screenReaderInstructions: instructions('up and down') };
  const done = tasks.filter(({ status }) => status === 'completed' || status === 'cancelled').length;
  return (
    <section aria-labelledby="tasks">
      <h2 id="tasks" className={styles.sectionHead}>Tasks {tasks.length > 0 && <Progress done={done} of={tasks.length} label="Tasks done" />}</h2>
      <DndContext sensors={sensors} collisionDetection={closestCenter} accessibility={accessibility} onDragEnd={put}>
        <SortableContext items={order} strategy={verticalListSortingStrategy}>
          <ul className={styles.tasks}>{shown.map((task) => <Row key={task.id} task={task} onSuccess={onSuccess} />)}</ul>
        </SortableContext>
      </DndContext>
      <NewTask ticket={key} onSuccess={onSuccess} />
    </section>
  );
}

function Row({ task: { id, content, status }, onSuccess }: { task: Task; onSuccess: () => Promise<void> }) {
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, transform, transition } = useSortable({ id });
  const check = useMutation({ ...cairn.mutation.changeTaskStatus(), onSuccess });
  const remove = useMutation({ ...cairn.mutation.deleteTask(), onSuccess });
  const shown = check.isPending ? check.variables.body?.status : status;
  return (
    <li ref={setNodeRef} className={styles.task} style={{ transform: CSS.Translate.toString(transform), transition }}>
      <button
        type="button"
        ref={setActivatorNodeRef}
        className={styles.handle}
        {...listeners}
        aria-label={`Move ${content}`}
        aria-describedby={attributes['aria-describedby']}
      >
        <GripVertical size={14} aria-hidden />
      </button>
      <label className={shown === 'completed' ? `${styles.check} ${styles.done}` : styles.check}>
        <input
          type="checkbox"
          checked={shown === 'completed'}
          onChange={({ target }) => check.mutate({ path: { task: id }, body: { status: target.checked ? 'completed' : 'pending' } })}
        />
        <span>{content}</span>
      </label>
      {(shown === 'in_progress' || shown === 'cancelled') && <Badge>{words(shown)}</Badge>}
      <Button kind="quiet" icon={Trash2} iconOnly className={styles.remove} busy={remove.isPending} onClick={() => remove.mutate({ path: { task: id } })}>
        {`Delete ${content}`}
      </Button>
    </li>
  );
}

function NewTask({ ticket, onSuccess }: { ticket: string; onSuccess: () => Promise<void> }) {
  const [content, setContent] = useState('');
  const add = useMutation({
    ...cairn.mutation.createTask(),
    onSuccess: async () => {
      setContent('');
      await onSuccess();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate({ path: { ticket }, body: { content } });
  };
  return (
    <form className={styles.add} onSubmit={submit}>
      <Field label="New task" hideLabel placeholder="Add a task" required value={content} onChange={({ target }) => setContent(target.value)} />
      <Button type="submit" icon={Plus} busy={add.isPending}>Add</Button>
    </form>
  );
}
