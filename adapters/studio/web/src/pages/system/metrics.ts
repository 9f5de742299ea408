/** Figures as Prometheus reads them, of one moment. */
export class Metrics {
  readonly at: number;
  readonly #samples = new Map<string, Sample[]>();

  constructor(text: string, at: number) {
    this.at = at;
    for (const line of text.split('\n')) {
      const [, name, labels = '', value] = LINE.exec(line) ?? [];
      if (name) {
        const samples = this.#samples.get(name) ?? [];
        samples.push({ labels: Object.fromEntries([...labels.matchAll(LABEL)].map(([, key, said]) => [key, said])), value: Number(value) });
        this.#samples.set(name, samples);
      }
    }
  }

  has(name: string): boolean {
    return this.#samples.has(name);
  }

  /** The sum of all with these labels. */
  sum(name: string, wanted: Labels = {}): number {
    return this.#with(name, wanted).reduce((sum, { value }) => sum + value, 0);
  }

  /** The sums by one label, in the order in which they stand there. */
  by(name: string, label: string, wanted: Labels = {}): Map<string, number> {
    const sums = new Map<string, number>();
    for (const { labels, value } of this.#with(name, wanted)) {
      const key = labels[label] ?? '';
      sums.set(key, (sums.get(key) ?? 0) + value);
    }
    return sums;
  }

  /** Below which value a share of what a histogram counted lies, between its bounds as on a line; undefined where it counted nothing. */
  quantile(name: string, share: number, wanted: Labels = {}): number | undefined {
    const buckets = [...this.by(`${name}_bucket`, 'le', wanted)].map(([le, count]) => ({ le: le === '+Inf' ? Infinity : Number(le), count })).sort((a, b) => a.le - b.le);
    const rank = (buckets.at(-1)?.count ?? 0) * share;
    const at = buckets.findIndex(({ count }) => count >= rank);
    const bucket = buckets[at];
    if (rank === 0 || !bucket) {
      return undefined;
    }
    const { le: from, count: before } = buckets[at - 1] ?? { le: 0, count: 0 };
    return bucket.le === Infinity ? from : from + ((bucket.le - from) * (rank - before)) / (bucket.count - before);
  }

  #with(name: string, wanted: Labels): Sample[] {
    return (this.#samples.get(name) ?? []).filter(({ labels }) => Object.entries(wanted).every(([key, value]) => labels[key] === value));
  }
}

type Labels = Record<string, string>;
type Sample = { labels: Labels; value: number };

const LINE = /^([a-z_]\w*)(?:\{(.*)\})? (\S+)$/;
const LABEL = /(\w+)="((?:[^"\\]|\\.)*)"/g;

/** How often a second something was counted between two moments; a server that began anew counts from 0. */
export function perSecond(before: Metrics, after: Metrics, name: string): number {
  const seconds = (after.at - before.at) / 1_000;
  return seconds > 0 ? Math.max(0, after.sum(name) - before.sum(name)) / seconds : 0;
}
