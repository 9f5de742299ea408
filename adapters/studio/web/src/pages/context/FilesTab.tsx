import { useDeferredValue, useEffect } from 'react';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { FolderTree, X } from 'lucide-react';
import { cairn } from '../../cairn.ts';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { Field } from '../../ui/Field.tsx';
import { count, counted } from '../../ui/figures.ts';
import { More } from '../../ui/More.tsx';
import { Answered, EmptyState } from '../../ui/States.tsx';
import { usePlace } from '../../ui/usePlace.ts';
import { FileTree } from './FileTree.tsx';
import { FileView } from './FileView.tsx';
import { useAnew, useIndexed } from './indexed.ts';
import { SELECTED_MAX, type Selection } from './selection.ts';
import styles from './FilesTab.module.css';

const PAGE = 200;
/** So many are read by themselves; a button reads more. */
const READ_MAX = 4_000;

export function FilesTab({ project, selection }: { project: string; selection: Selection }) {
  const [place, go] = usePlace();
  const file = place.get('file') ?? undefined;
  const q = useDeferredValue(place.get('q') ?? '').trim();
  const folder = place.get('folder') ?? '';
  const options = cairn.query.listFilesInfinite({ path: { project }, query: { limit: PAGE, ...(q && { q }), ...(folder && { path: folder }) } });
  const pages = useInfiniteQuery({ ...options, placeholderData: keepPreviousData });
  const indexed = useIndexed(project);
  useAnew(options.queryKey, indexed === undefined ? undefined : (indexed?.seq ?? 0));
  const files = pages.data?.pages.flatMap(({ items }) => items) ?? [];
  const { hasNextPage, isFetching, fetchNextPage } = pages;
  const readOn = hasNextPage && !isFetching && files.length < READ_MAX;
  useEffect(() => {
    if (readOn) {
      void fetchNextPage();
    }
  }, [readOn, fetchNextPage]);
  const chosen = selection.files.length;

  return (
    <div className={classes(styles.files, file && styles.withFile)}>
      <section aria-label="Files of the project" className={styles.side}>
        <div className={styles.filters}>
          <Field
            label="Find files"
            hideLabel
            type="search"
            placeholder="Words in paths and contents"
            value={place.get('q') ?? ''}
            onChange={({ target }) => go({ q: target.value }, true)}
          />
          {folder && <Button icon={X} onClick={() => go({ folder: undefined })}>Only {folder}</Button>}
        </div>
        <Answered query={pages}>
          {() =>
            files.length === 0 ? (
              <EmptyState icon={FolderTree} title={q || folder ? 'No file has these words' : 'No files are indexed'}>
                {q || folder ? 'The last word counts as a beginning. Fewer words find more.' : 'Have the folder indexed: the button is above.'}
              </EmptyState>
            ) : (
              <>
                <div className={styles.tree}>
                  <FileTree files={files} allOpen={q !== ''} shown={file} selection={selection} onShow={({ id }) => go({ file: id })} />
                </div>
                {!readOn && <More list={pages} />}
              </>
            )
          }
        </Answered>
        <footer className={styles.foot}>
          <div className={styles.said} role="status">
            <span>{count(files.length)}{hasNextPage ? '+' : ''} {files.length === 1 ? 'file' : 'files'}{readOn && ', reading more'}</span>
            <span className={classes(chosen > SELECTED_MAX && styles.tooMany)}>{count(chosen)} of at most {SELECTED_MAX} selected</span>
          </div>
          {chosen > 0 && <Button kind="quiet" onClick={() => selection.change(selection.files, false)}>Clear</Button>}
        </footer>
      </section>
      <section aria-label="File" className={styles.view}>
        {file ? (
          <FileView key={file} id={file} selection={selection} onShow={(id) => go({ file: id })} onFolder={(path) => go({ folder: path })} onClose={() => go({ file: undefined })} />
        ) : (
          <EmptyState icon={FolderTree} title="Choose a file to read it">
            Tick files and folders to select them, {counted(SELECTED_MAX, 'file')} at most. What you select goes into your packs, and your agents see it in their context.
          </EmptyState>
        )}
      </section>
    </div>
  );
}
