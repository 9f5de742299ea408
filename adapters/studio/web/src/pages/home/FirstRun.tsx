import { type ReactNode, useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import { FolderPlus, Lightbulb, type LucideIcon, Plug, Upload } from 'lucide-react';
import { useNavigate } from 'react-router';
import { Button } from '../../ui/Button.tsx';
import { DEMO_KEY, makeDemo } from './demo.ts';
import styles from './Home.module.css';
import { DropZone } from './Import.tsx';

type Props = { onProject: () => void; onFile: (file: File) => void; onConnect: () => void };

/** What somebody may do whose Cairn is empty. */
export function FirstRun({ onProject, onFile, onConnect }: Props) {
  const navigate = useNavigate();
  const [part, setPart] = useState(0);
  const demo = useMutation({ mutationFn: () => makeDemo(setPart), onSuccess: () => void navigate(`/p/${DEMO_KEY}/board`) });
  return (
    <div className={styles.first}>
      <Way icon={FolderPlus} title="Begin a project" text="It holds tickets, queues, conversations and files.">
        <Button kind="primary" onClick={onProject}>New project</Button>
      </Way>
      <Way icon={Upload} title="Bring the tracker you have" text="Tickets, tasks, links, labels and comments come along.">
        <DropZone onFile={onFile} />
      </Way>
      <Way icon={Plug} title="Connect an agent" text="Claude Code, Cursor, VS Code, Codex, Gemini: each by one command.">
        <Button onClick={onConnect}>Show how</Button>
      </Way>
      <Way icon={Lightbulb} title="Look around first" text="A small project with work in all states. Delete it whenever you like.">
        {demo.isPending ? <progress className={styles.wait} value={part} aria-label="The demo project is made" /> : <Button onClick={() => demo.mutate()}>Make a demo project</Button>}
      </Way>
    </div>
  );
}

function Way({ icon: Icon, title, text, children }: { icon: LucideIcon; title: string; text: string; children: ReactNode }) {
  return (
    <section className={styles.way}>
      <Icon size={22} strokeWidth={1.5} aria-hidden />
      <h2>{title}</h2>
      <p className={styles.soft}>{text}</p>
      <div className={styles.wayAction}>{children}</div>
    </section>
  );
}
