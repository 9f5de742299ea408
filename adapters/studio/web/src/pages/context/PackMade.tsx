import { useState } from 'react';
import { Download, FileText, MessagesSquare, ScrollText, Ticket } from 'lucide-react';
import type { LeftOut, Pack, PackedPart } from 'cairn-client';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { count, counted } from '../../ui/figures.ts';
import { Markdown } from '../../ui/Markdown.tsx';
import { Badge } from '../../ui/Status.tsx';
import styles from './PackMade.module.css';

const TEXT_SHOWN = 200_000;
const RENDERED_SHOWN = 40_000;

const KINDS = {
  ticket: { name: 'Tickets', icon: Ticket },
  prompt: { name: 'Prompts', icon: ScrollText },
  conversation: { name: 'Conversations', icon: MessagesSquare },
  file: { name: 'Files', icon: FileText },
} as const;

const WHY: Record<LeftOut['reason'], string> = {
  budget: 'does not fit',
  unreadable: 'is gone, or no text',
  unread: 'was not read any more',
};

/** @param isOld whether another is being made */
export function PackMade({ pack, isOld }: { pack: Pack; isOld: boolean }) {
  return (
    <div className={classes(styles.pack, isOld && styles.old)} aria-busy={isOld}>
      <Meter pack={pack} />
      <div className={styles.actions}>
        <CopyButton kind="primary" text={pack.text}>Copy the text</CopyButton>
        <Button icon={Download} onClick={() => download(pack)}>Download</Button>
      </div>
      <Parts pack={pack} />
      <Preview pack={pack} />
    </div>
  );
}

function Meter({ pack: { tokens, budgetTokens, parts } }: { pack: Pack }) {
  const kinds = Object.entries(KINDS).map(([kind, { name }]) => ({
    kind,
    name,
    tokens: parts.filter((part) => part.kind === kind).reduce((sum, part) => sum + part.tokens, 0),
  }));
  return (
    <div className={styles.meter}>
      <div className={styles.figures}>
        <strong>{count(tokens)}</strong> of {count(budgetTokens)} tokens
        <span className={styles.free}>{count(budgetTokens - tokens)} free</span>
      </div>
      <div className={styles.bar} role="meter" aria-label="Tokens of the pack" aria-valuemin={0} aria-valuemax={budgetTokens} aria-valuenow={tokens}>
        {kinds.map(({ kind, tokens: used }) => <span key={kind} className={styles[kind]} style={{ width: `${(100 * used) / budgetTokens}%` }} />)}
      </div>
      <ul className={styles.legend}>
        {kinds.filter(({ tokens: used }) => used > 0).map(({ kind, name, tokens: used }) => (
          <li key={kind}><span className={classes(styles.dot, styles[kind])} aria-hidden /> {name} <span className={styles.soft}>{count(used)}</span></li>
        ))}
      </ul>
    </div>
  );
}

function Parts({ pack: { parts, leftOut } }: { pack: Pack }) {
  return (
    <div className={styles.parts}>
      <div className={styles.list} tabIndex={0} role="region" aria-label="Parts">
        <ul aria-label="What is in it">{parts.map((part) => <Part key={`${part.kind} ${part.name}`} part={part} />)}</ul>
      </div>
      {leftOut.length > 0 && (
        <details className={styles.out}>
          <summary>{counted(leftOut.length, 'part')} left out</summary>
          <div className={styles.list} tabIndex={0} role="region" aria-label="Parts left out">
            <ul aria-label="What is left out">
              {leftOut.map((part) => (
                <li key={`${part.kind} ${part.name}`} className={styles.part}>
                  <span className={styles.name}>{nameOf(part)}</span>
                  <span className={styles.soft}>{WHY[part.reason]}</span>
                  <span className={styles.tokens}>{part.tokens === null ? '' : count(part.tokens)}</span>
                </li>
              ))}
            </ul>
          </div>
        </details>
      )}
    </div>
  );
}

function Part({ part }: { part: PackedPart }) {
  const { icon: Icon } = KINDS[part.kind];
  return (
    <li className={styles.part}>
      <Icon size={14} aria-hidden />
      <span className={styles.name}>{nameOf(part)}</span>
      {part.lines < part.linesInAll && <Badge tone="warning">cut: {count(part.lines)} of {counted(part.linesInAll, 'line')}</Badge>}
      <span className={styles.tokens}>{count(part.tokens)}</span>
    </li>
  );
}

function nameOf({ kind, name, title }: { kind: string; name: string; title: string }): string {
  return kind === 'ticket' ? `${name} ${title}` : title || name;
}

function Preview({ pack: { text, format } }: { pack: Pack }) {
  const [isRendered, setRendered] = useState(false);
  const rendered = isRendered && format === 'markdown';
  const length = rendered ? RENDERED_SHOWN : TEXT_SHOWN;
  return (
    <section className={styles.preview} aria-label="Preview">
      <header className={styles.previewHead}>
        <h2>Preview</h2>
        {format === 'markdown' && (
          <div role="group" aria-label="How it is shown">
            <Button kind={rendered ? 'quiet' : 'plain'} aria-pressed={!rendered} onClick={() => setRendered(false)}>Text</Button>
            <Button kind={rendered ? 'plain' : 'quiet'} aria-pressed={rendered} onClick={() => setRendered(true)}>Rendered</Button>
          </div>
        )}
      </header>
      <div className={styles.text} tabIndex={0} role="region" aria-label="Text of the pack">
        {rendered ? <Markdown text={text.slice(0, length)} /> : <pre>{text.slice(0, length)}</pre>}
      </div>
      {text.length > length && <p className={styles.soft}>The first {count(length)} of {count(text.length)} characters. Copy and download have all of them.</p>}
    </section>
  );
}

function download({ project, text, format }: Pack): void {
  const isJson = format === 'json';
  const url = URL.createObjectURL(new Blob([text], { type: isJson ? 'application/json' : 'text/markdown' }));
  const link = Object.assign(document.createElement('a'), { href: url, download: `${project}-pack.${isJson ? 'json' : 'md'}` });
  link.click();
  URL.revokeObjectURL(url);
}
