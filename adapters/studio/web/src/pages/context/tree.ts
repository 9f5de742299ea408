import type { ProjectFile } from 'cairn-client';

export type Folder = { path: string; name: string; folders: Map<string, Folder>; files: ProjectFile[] };

/** A line of the tree that is shown. */
export type Row = { id: string; name: string; depth: number; position: number; siblings: number } & (
  | { file: ProjectFile; folder?: never; isOpen?: never }
  | { folder: Folder; isOpen: boolean; file?: never }
);

const byName = new Intl.Collator('en', { numeric: true }).compare;

export function treeOf(files: readonly ProjectFile[]): Folder {
  const root: Folder = { path: '', name: '', folders: new Map(), files: [] };
  for (const file of files) {
    const names = file.path.split('/').slice(0, -1);
    let folder = root;
    for (const name of names) {
      let next = folder.folders.get(name);
      if (!next) {
        next = { path: folder.path ? `${folder.path}/${name}` : name, name, folders: new Map(), files: [] };
        folder.folders.set(name, next);
      }
      folder = next;
    }
    folder.files.push(file);
  }
  return root;
}

/** All files in a folder and below it. */
export function filesIn({ folders, files }: Folder): ProjectFile[] {
  return [...[...folders.values()].flatMap(filesIn), ...files];
}

/** The lines that are to be seen; folders that hold one folder only share a line with it. */
export function rowsOf(root: Folder, isOpen: (path: string) => boolean): Row[] {
  const rows: Row[] = [];
  const add = (parent: Folder, depth: number) => {
    const folders = [...parent.folders.values()].sort((a, b) => byName(a.name, b.name));
    const files = parent.files.toSorted((a, b) => byName(a.name, b.name));
    const siblings = folders.length + files.length;
    folders.forEach((first, index) => {
      const [folder, name] = joined(first);
      const open = isOpen(folder.path);
      rows.push({ id: folder.path, name, depth, position: index + 1, siblings, folder, isOpen: open });
      if (open) {
        add(folder, depth + 1);
      }
    });
    files.forEach((file, index) => rows.push({ id: file.id, name: file.name, depth, position: folders.length + index + 1, siblings, file }));
  };
  add(root, 0);
  return rows;
}

function joined(folder: Folder): [Folder, string] {
  const [only] = folder.folders.values();
  if (folder.files.length > 0 || folder.folders.size !== 1 || !only) {
    return [folder, folder.name];
  }
  const [last, name] = joined(only);
  return [last, `${folder.name}/${name}`];
}
