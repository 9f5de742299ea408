export type Column = { name: string; isKey: boolean; type: string; mayBeNull: boolean; rules: string };
export type Reference = { column: string; to: string; mayBeNull: boolean };
export type Entity = { name: string; columns: Column[]; references: Reference[]; checks: string[]; indexes: string[] };
export type Placed = Entity & { layer: number; row: number };

/** The tables as the description of the schema says them, which is generated: docs/schema/README.md. */
export function tablesOf(markdown: string): Entity[] {
  const [head = '', ...parts] = markdown.split(/^## /m);
  const arrows = [...head.matchAll(/^ *(\w+) \|([o|])--o\{ (\w+) : (\w+)$/gm)];
  const read = parts.map((part) => {
    const [name = '', ...lines] = part.trim().split('\n');
    return {
      name,
      columns: lines.filter((line) => /^\| (?!column|---)/.test(line)).map((line) => {
        // A rule may hold a bar, which ends no cell there.
        const [, cell = '', type = '', none = '', rules = ''] = /^\| (.*?) \| (.*?) \| (.*?) ?\| (.*?) ?\|$/.exec(line) ?? [];
        return { name: cell.replaceAll('*', ''), isKey: cell.startsWith('**'), type, mayBeNull: none === 'yes', rules };
      }),
      references: arrows.filter(([, , , from]) => from === name).map(([, to = '', sign, , column = '']) => ({ column, to, mayBeNull: sign === 'o' })),
      checks: lines.filter((line) => line.startsWith('Check: ')).map((line) => line.slice('Check: '.length)),
      indexes: lines.filter((line) => line.startsWith('- ')).map((line) => line.slice(2)),
    };
  });
  return read.filter(({ columns }) => columns.length > 0); // Views have none of their own.
}

/** Each table to the right of those that it refers to, and the most connected on top; those that nothing connects are left out. */
export function placed(all: readonly Entity[]): Placed[] {
  const byName = new Map(all.map((entity) => [entity.name, entity]));
  const layers = new Map<string, number>();
  const layerOf = (name: string, above: readonly string[]): number => {
    const known = layers.get(name);
    if (known !== undefined) {
      return known;
    }
    const others = (byName.get(name)?.references ?? []).filter(({ to }) => to !== name && !above.includes(to));
    const layer = Math.max(-1, ...others.map(({ to }) => layerOf(to, [...above, name]))) + 1;
    layers.set(name, layer);
    return layer;
  };
  const ends = all.flatMap(({ name, references }) => references.flatMap(({ to }) => [name, to]));
  const connections = ({ name }: Entity) => ends.filter((end) => end === name).length;
  const rows = new Map<number, number>();
  return all.filter((entity) => connections(entity) > 0).sort((one, other) => connections(other) - connections(one)).map((entity) => {
    const layer = layerOf(entity.name, []);
    const row = rows.get(layer) ?? 0;
    rows.set(layer, row + 1);
    return { ...entity, layer, row };
  });
}
