import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { Check, ChevronDown, ChevronRight, File, Folder as FolderIcon, Minus } from 'lucide-react';
import type { ProjectFile } from 'cairn-client';
import { classes } from '../../ui/classes.ts';
import { count } from '../../ui/figures.ts';
import type { Selection } from './selection.ts';
import { filesIn, type Row, rowsOf, treeOf } from './tree.ts';
import styles from './FileTree.module.css';

const ROW_PX = 28;
const PAGE_ROWS = 15;

type Ticked = boolean | 'mixed';
type Props = { files: readonly ProjectFile[]; allOpen: boolean; shown: string | undefined; selection: Selection; onShow: (file: ProjectFile) => void };

/** The files in their folders: the arrows go about, Enter shows a file, Space selects it or all in a folder. */
export function FileTree({ files, allOpen, shown, selection, onShow }: Props) {
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const [current, setCurrent] = useState(0);
  const tree = useMemo(() => treeOf(files), [files]);
  const rows = useMemo(() => rowsOf(tree, (path) => allOpen !== opened.has(path)), [tree, opened, allOpen]);
  const scroll = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({ count: rows.length, getScrollElement: () => scroll.current, estimateSize: () => ROW_PX, overscan: 12 });
  const at = Math.min(current, rows.length - 1);

  useEffect(() => setOpened(new Set()), [allOpen]);

  const go = (index: number) => {
    const next = Math.max(0, Math.min(index, rows.length - 1));
    setCurrent(next);
    virtual.scrollToIndex(next);
  };
  const turn = (path: string) => setOpened((before) => new Set(before.has(path) ? [...before].filter((each) => each !== path) : [...before, path]));
  const tick = (row: Row) => {
    const inside = row.file ? [row.file] : filesIn(row.folder);
    selection.change(inside, ticked(row, selection) !== true);
  };
  const enter = (row: Row) => (row.file ? onShow(row.file) : turn(row.id));
  const onKey = (event: KeyboardEvent) => {
    const row = rows[at];
    if (!row || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const keys: Record<string, () => void> = {
      ArrowDown: () => go(at + 1),
      ArrowUp: () => go(at - 1),
      PageDown: () => go(at + PAGE_ROWS),
      PageUp: () => go(at - PAGE_ROWS),
      Home: () => go(0),
      End: () => go(rows.length - 1),
      ArrowRight: () => (row.folder && !row.isOpen ? turn(row.id) : go(at + 1)),
      ArrowLeft: () => (row.folder && row.isOpen ? turn(row.id) : go(parentOf(rows, at))),
      Enter: () => enter(row),
      ' ': () => tick(row),
    };
    const act = keys[event.key];
    if (act) {
      event.preventDefault();
      act();
    }
  };
  return (
    <div ref={scroll} className={styles.scroll}>
      <div
        role="tree"
        aria-label="Files"
        aria-multiselectable
        tabIndex={0}
        aria-activedescendant={rows[at] && `file-${at}`}
        className={styles.tree}
        style={{ height: virtual.getTotalSize() }}
        onKeyDown={onKey}
      >
        {virtual.getVirtualItems().map(({ index, start }) => {
          const row = rows[index]!;
          const isTicked = ticked(row, selection);
          return (
            <div
              key={row.id}
              id={`file-${index}`}
              role="treeitem"
              aria-level={row.depth + 1}
              aria-posinset={row.position}
              aria-setsize={row.siblings}
              aria-expanded={row.isOpen}
              aria-checked={isTicked}
              className={classes(styles.row, index === at && styles.current, row.id === shown && styles.shown)}
              style={{ transform: `translateY(${start}px)`, '--depth': row.depth } as React.CSSProperties}
              onClick={() => {
                setCurrent(index);
                enter(row);
              }}
            >
              <span
                className={classes(styles.box, isTicked && styles.ticked)}
                onClick={(event) => {
                  event.stopPropagation();
                  setCurrent(index);
                  tick(row);
                }}
              >
                {isTicked === 'mixed' ? <Minus size={12} aria-hidden /> : isTicked && <Check size={12} aria-hidden />}
              </span>
              {row.folder && (row.isOpen ? <ChevronDown size={13} aria-hidden /> : <ChevronRight size={13} aria-hidden />)}
              {row.folder ? <FolderIcon size={14} aria-hidden /> : <File size={14} aria-hidden />}
              <span className={styles.name} title={row.file?.path ?? row.folder?.path}>{row.name}</span>
              {row.folder && <span className={styles.count}>{count(filesIn(row.folder).length)}</span>}
            </div>
          );
        })}
      </div>
    </div>
  );
}

function ticked(row: Row, { has }: Selection): Ticked {
  if (row.file) {
    return has(row.file.id);
  }
  const inside = filesIn(row.folder);
  const some = inside.filter(({ id }) => has(id)).length;
  return some === inside.length || (some > 0 && 'mixed');
}

function parentOf(rows: readonly Row[], index: number): number {
  const depth = rows[index]?.depth ?? 0;
  return Math.max(0, rows.findLastIndex((row, at) => at < index && row.depth < depth));
}
