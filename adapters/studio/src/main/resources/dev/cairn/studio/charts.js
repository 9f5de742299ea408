const __vite__mapDeps=(i,m=__vite__mapDeps,d=(m.f||(m.f=["Plot.js","rolldown-runtime.js","vendor.js","visx.js"])))=>i.map(i=>d[i]);
import { __toESM } from "./rolldown-runtime.js";
import { require_jsx_runtime, require_react, useInfiniteQuery, useQuery } from "./vendor.js";
import { useLive, useLiveQuery } from "./api.js";
import { Answered, Button, ErrorState, Loading, Table, __vitePreload, cairn, duration } from "./ui.js";
import { ChartLine, Table2 } from "./icons.js";
import { calm } from "./items.js";
// src/charts/buckets.ts
var import_react = __toESM(require_react(), 1);
var MINUTE = 6e4;
var HOUR = 60 * MINUTE;
var DAY = 24 * HOUR;
var STEPS = [
	MINUTE,
	5 * MINUTE,
	15 * MINUTE,
	HOUR,
	6 * HOUR,
	DAY,
	7 * DAY,
	28 * DAY,
	91 * DAY,
	364 * DAY
];
var BUCKETS_MAX = 40;
function bucketsOf(from, to, shortest = MINUTE) {
	const step = STEPS.find((each) => each >= shortest && (to - from) / each < BUCKETS_MAX) ?? STEPS.at(-1);
	const first = floor(Math.min(from, to - 11 * step), step);
	const starts = [];
	for (let at = first; at <= to && starts.length <= BUCKETS_MAX; at = step < DAY ? at + step : plusDays(first, starts.length * step / DAY)) starts.push(at);
	return {
		starts,
		step
	};
}
function bucketAt({ starts }, time) {
	return starts.findLastIndex((start) => start <= time);
}
function floor(time, step) {
	const midnight = plusDays(time, 0);
	return step < DAY ? midnight + Math.floor((time - midnight) / step) * step : midnight;
}
function plusDays(time, days) {
	const date = new Date(time);
	return new Date(date.getFullYear(), date.getMonth(), date.getDate() + days).getTime();
}
var clock = new Intl.DateTimeFormat("en-GB", {
	hour: "2-digit",
	minute: "2-digit"
});
var dayAndClock = new Intl.DateTimeFormat("en-GB", {
	day: "numeric",
	month: "short",
	hour: "2-digit",
	minute: "2-digit"
});
var day = new Intl.DateTimeFormat("en-GB", {
	day: "numeric",
	month: "short"
});
var utcDay = new Intl.DateTimeFormat("en-GB", {
	day: "numeric",
	month: "short",
	timeZone: "UTC"
});
var dayOfYear = new Intl.DateTimeFormat("en-GB", {
	day: "numeric",
	month: "short",
	year: "numeric"
});
function nameOf({ starts, step, isUtc }, start) {
	if (isUtc) return utcDay.format(start);
	if (step < DAY) return (plusDays(starts[0] ?? 0, 0) === plusDays(starts.at(-1) ?? 0, 0) ? clock : dayAndClock).format(start);
	return (new Date(starts[0] ?? 0).getFullYear() === new Date(starts.at(-1) ?? 0).getFullYear() ? day : dayOfYear).format(start);
}
var Chart_module_default = {
	chart: "Chart_chart",
	head: "Chart_head",
	title: "Chart_title",
	actions: "Chart_actions",
	legend: "Chart_legend",
	swatch: "Chart_swatch",
	space: "Chart_space",
	table: "Chart_table",
	note: "Chart_note",
	said: "Chart_said",
	grid: "Chart_grid",
	axis: "Chart_axis",
	tick: "Chart_tick",
	band: "Chart_band",
	fill: "Chart_fill",
	line: "Chart_line",
	dot: "Chart_dot",
	area: "Chart_area",
	accent: "Chart_accent",
	good: "Chart_good",
	bad: "Chart_bad",
	warn: "Chart_warn",
	soft: "Chart_soft",
	blue: "Chart_blue",
	violet: "Chart_violet",
	orange: "Chart_orange",
	charts: "Chart_charts",
	none: "Chart_none",
	usage: "Chart_usage"
};
// src/charts/Chart.tsx
var import_jsx_runtime = require_jsx_runtime();
var Plot = (0, import_react.lazy)(() => __vitePreload(() => import("./Plot.js"), __vite__mapDeps([0,1,2,3])));
var plain = new Intl.NumberFormat("en");
function Chart({ title, buckets, series, format = plain.format, isTime = false, note, children }) {
	const [isTable, setTable] = (0, import_react.useState)(false);
	return (0, import_jsx_runtime.jsxs)("figure", {
		className: Chart_module_default.chart,
		children: [
			(0, import_jsx_runtime.jsxs)("figcaption", {
				className: Chart_module_default.head,
				children: [(0, import_jsx_runtime.jsx)("span", {
					className: Chart_module_default.title,
					children: title
				}), (0, import_jsx_runtime.jsxs)("div", {
					className: Chart_module_default.actions,
					children: [children, (0, import_jsx_runtime.jsx)(Button, {
						kind: "quiet",
						icon: isTable ? ChartLine : Table2,
						iconOnly: true,
						onClick: () => setTable(!isTable),
						children: `${title} as a ${isTable ? "drawing" : "table"}`
					})]
				})]
			}),
			isTable ? (0, import_jsx_runtime.jsx)("div", {
				className: Chart_module_default.table,
				children: (0, import_jsx_runtime.jsx)(Table, {
					name: title,
					rows: buckets.starts.map((start, index) => ({
						start,
						index
					})).toReversed(),
					id: ({ start }) => String(start),
					columns: [{
						head: "From",
						cell: ({ start }) => nameOf(buckets, start)
					}, ...series.map(({ name, values }) => ({
						head: name,
						number: true,
						cell: ({ index }) => {
							const value = values[index] ?? null;
							return value === null ? "–" : format(value);
						}
					}))]
				})
			}) : (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [(0, import_jsx_runtime.jsx)("ul", {
				className: Chart_module_default.legend,
				children: series.map(({ name, kind, tone }) => (0, import_jsx_runtime.jsxs)("li", { children: [(0, import_jsx_runtime.jsx)("svg", {
					className: Chart_module_default.swatch,
					viewBox: "0 0 12 8",
					"aria-hidden": true,
					children: kind === "line" ? (0, import_jsx_runtime.jsx)("line", {
						x1: "0",
						x2: "12",
						y1: "4",
						y2: "4",
						className: `${Chart_module_default.line} ${Chart_module_default[tone]}`
					}) : (0, import_jsx_runtime.jsx)("rect", {
						width: "12",
						height: "8",
						rx: "2",
						className: `${Chart_module_default.fill} ${Chart_module_default[tone]}`
					})
				}), name] }, name))
			}), (0, import_jsx_runtime.jsx)(import_react.Suspense, {
				fallback: (0, import_jsx_runtime.jsx)("div", { className: Chart_module_default.space }),
				children: (0, import_jsx_runtime.jsx)(Plot, {
					title,
					buckets,
					series,
					format,
					isTime
				})
			})] }),
			note && (0, import_jsx_runtime.jsx)("p", {
				className: Chart_module_default.note,
				children: note
			})
		]
	});
}
// src/charts/UsageChart.tsx
var DAYS = 14;
var PAUSE_MILLIS$2 = 5e3;
var DAY_MILLIS$1 = 864e5;
var TONES = [
	"accent",
	"blue",
	"violet",
	"orange",
	"good"
];
var MEASURES = {
	tokens: {
		name: "Tokens",
		of: ({ inputTokens, outputTokens }) => inputTokens + outputTokens,
		format: new Intl.NumberFormat("en", { notation: "compact" }).format
	},
	cost: {
		name: "Cost",
		of: ({ costMicros }) => costMicros / 1e6,
		format: new Intl.NumberFormat("en", { maximumFractionDigits: 4 }).format
	}
};
var whole = new Intl.NumberFormat("en");
function UsageChart({ project, days = DAYS, hasTotals = true }) {
	const [measure, setMeasure] = (0, import_react.useState)("tokens");
	const today = new Date().setUTCHours(0, 0, 0, 0);
	const starts = Array.from({ length: days }, (_, index) => today - (days - 1 - index) * DAY_MILLIS$1);
	const since = new Date(starts[0]).toISOString();
	const usage = useLiveQuery(calm(cairn.query.listUsage({ query: {
		...project && { project },
		by: "day",
		since
	} }), PAUSE_MILLIS$2));
	const agents = useQuery(cairn.query.listAgents({ query: { limit: 200 } }));
	if (!usage.data) return usage.error ? (0, import_jsx_runtime.jsx)(ErrorState, {
		error: usage.error,
		onRetry: () => void usage.refetch()
	}) : (0, import_jsx_runtime.jsx)(Loading, {});
	const { items } = usage.data;
	const totals = starts.map((start) => items.filter(({ day }) => day !== null && Date.parse(day) === start));
	const used = sumByAgent(items);
	if (used.length === 0) return hasTotals && (0, import_jsx_runtime.jsxs)("p", {
		className: Chart_module_default.none,
		children: [
			"No agent has answered in the last ",
			days,
			" days."
		]
	});
	const nameOf = (id) => id === null ? "Summaries of files" : agents.data?.items.find((agent) => agent.id === id)?.name ?? `Agent ${id.slice(-4)}`;
	const { of, format } = MEASURES[measure];
	const shown = used.slice(0, TONES.length);
	const others = new Set(used.slice(TONES.length).map(({ agentId }) => agentId));
	const valuesOf = (wanted) => totals.map((items) => items.filter(({ agentId }) => wanted(agentId)).reduce((sum, each) => sum + of(each), 0));
	return (0, import_jsx_runtime.jsxs)("div", {
		className: Chart_module_default.usage,
		children: [(0, import_jsx_runtime.jsx)(Chart, {
			title: `${MEASURES[measure].name} by day (UTC)`,
			buckets: {
				starts,
				step: DAY_MILLIS$1,
				isUtc: true
			},
			format,
			...used.some(({ estimated }) => estimated) && { note: "Where a model did not say what it took, it is estimated." },
			series: [...shown.map(({ agentId }, index) => ({
				name: nameOf(agentId),
				kind: "bar",
				tone: TONES[index],
				values: valuesOf((id) => id === agentId)
			})), ...others.size > 0 ? [{
				name: `${others.size} others`,
				kind: "bar",
				tone: "soft",
				values: valuesOf((id) => others.has(id))
			}] : []],
			children: Object.keys(MEASURES).map((each) => (0, import_jsx_runtime.jsx)(Button, {
				kind: each === measure ? "plain" : "quiet",
				"aria-pressed": each === measure,
				onClick: () => setMeasure(each),
				children: MEASURES[each].name
			}, each))
		}), hasTotals && (0, import_jsx_runtime.jsx)(Table, {
			name: `What each agent took in ${days} days`,
			rows: used,
			id: ({ agentId }) => agentId ?? "summaries",
			columns: [
				{
					head: "Agent",
					cell: ({ agentId }) => nameOf(agentId)
				},
				{
					head: "Answers",
					number: true,
					cell: ({ runs }) => whole.format(runs)
				},
				{
					head: "Read",
					number: true,
					cell: ({ inputTokens }) => whole.format(inputTokens)
				},
				{
					head: "Written",
					number: true,
					cell: ({ outputTokens }) => whole.format(outputTokens)
				},
				{
					head: "Cost",
					number: true,
					cell: (each) => MEASURES.cost.format(MEASURES.cost.of(each))
				}
			]
		})]
	});
}
function sumByAgent(totals) {
	const sums = new Map();
	for (const each of totals) {
		const sum = sums.get(each.agentId);
		sums.set(each.agentId, !sum ? each : {
			...sum,
			runs: sum.runs + each.runs,
			inputTokens: sum.inputTokens + each.inputTokens,
			outputTokens: sum.outputTokens + each.outputTokens,
			costMicros: sum.costMicros + each.costMicros,
			estimated: sum.estimated || each.estimated
		});
	}
	return [...sums.values()].sort((one, other) => MEASURES.tokens.of(other) - MEASURES.tokens.of(one));
}
// src/charts/series.ts
function burnUp(tickets, { starts, step }) {
	const ends = starts.map((start, index) => starts[index + 1] ?? start + step);
	const before = (times) => {
		const sorted = times.toSorted((one, other) => one - other);
		return ends.map((end) => {
			const later = sorted.findIndex((time) => time >= end);
			return later < 0 ? sorted.length : later;
		});
	};
	const counted = tickets.filter(({ status, completedAt }) => status !== "closed" || completedAt !== null);
	return {
		scope: before(counted.map(({ createdAt, completedAt }) => Math.min(Date.parse(createdAt), completedAt ? Date.parse(completedAt) : Infinity))),
		done: before(counted.flatMap(({ completedAt }) => completedAt ? [Date.parse(completedAt)] : []))
	};
}
function countIn(times, buckets) {
	const counts = buckets.starts.map(() => 0);
	for (const time of times) {
		const index = bucketAt(buckets, Date.parse(time));
		if (index >= 0) counts[index]++;
	}
	return counts;
}
function meanIn(values, buckets) {
	const sums = buckets.starts.map(() => ({
		sum: 0,
		count: 0
	}));
	for (const { at, value } of values) {
		const bucket = sums[bucketAt(buckets, Date.parse(at))];
		if (bucket) {
			bucket.sum += value;
			bucket.count++;
		}
	}
	return sums.map(({ sum, count }) => count === 0 ? null : sum / count);
}
function waits(claims, items) {
	const enqueued = new Map(items.map(({ id, enqueuedAt }) => [id, Date.parse(enqueuedAt)]));
	return claims.flatMap(({ itemId, fencingToken, claimedAt }) => {
		const from = enqueued.get(itemId);
		return fencingToken === 1 && from !== void 0 ? [{
			at: claimedAt,
			value: Math.max(0, Date.parse(claimedAt) - from)
		}] : [];
	});
}
// src/charts/ProjectCharts.tsx
var PAGE = 200;
var PAGES_MAX = 5;
var PAUSE_MILLIS$1 = 5e3;
var DAY_MILLIS = 864e5;
function ProjectCharts({ project, days }) {
	const options = cairn.query.listTicketsInfinite({
		path: { project },
		query: {
			limit: PAGE,
			sort: "-createdAt",
			include: "total",
			archived: "any"
		}
	});
	const tickets = useInfiniteQuery(calm(options, PAUSE_MILLIS$1));
	useLive(options.queryKey);
	const { data, hasNextPage, isFetching, fetchNextPage } = tickets;
	const pages = data?.pages.length ?? 0;
	(0, import_react.useEffect)(() => {
		if (hasNextPage && !isFetching && pages < PAGES_MAX) fetchNextPage();
	}, [
		hasNextPage,
		isFetching,
		pages
	]);
	return (0, import_jsx_runtime.jsx)(Answered, {
		query: tickets,
		children: (read) => {
			const all = read.pages.flatMap(({ items }) => items);
			const oldest = Math.min(...all.flatMap(({ createdAt, completedAt }) => [Date.parse(createdAt), ...completedAt ? [Date.parse(completedAt)] : []]));
			if (all.length === 0) return (0, import_jsx_runtime.jsx)("p", {
				className: Chart_module_default.none,
				children: "They appear with the first ticket."
			});
			const now = Date.now();
			const buckets = bucketsOf(Math.max(oldest, days ? plusDays(now, 1 - days) : 0), now, DAY_MILLIS);
			const { scope, done } = burnUp(all, buckets);
			const total = read.pages[0]?.total ?? all.length;
			const note = all.length < total ? `Of the newest ${all.length} of ${total} tickets.` : `Of all ${total} tickets, archived ones too; those closed without being completed do not count.`;
			return (0, import_jsx_runtime.jsxs)("div", {
				className: Chart_module_default.charts,
				children: [(0, import_jsx_runtime.jsx)(Chart, {
					title: "Burn-up",
					buckets,
					note,
					series: [{
						name: "Tickets",
						kind: "line",
						tone: "soft",
						values: scope
					}, {
						name: "Completed",
						kind: "area",
						tone: "accent",
						values: done
					}]
				}), (0, import_jsx_runtime.jsx)(Chart, {
					title: "Created and completed",
					buckets,
					series: [{
						name: "Completed",
						kind: "bar",
						tone: "accent",
						values: countIn(all.flatMap(({ completedAt }) => completedAt ?? []), buckets)
					}, {
						name: "Created",
						kind: "line",
						tone: "soft",
						values: countIn(all.map(({ createdAt }) => createdAt), buckets)
					}]
				})]
			});
		}
	});
}
// src/charts/QueueCharts.tsx
var CLAIMS_MAX = 200;
var PAUSE_MILLIS = 5e3;
function QueueCharts({ queue }) {
	const ended = useLiveQuery(calm(cairn.query.listClaims({ query: {
		queue: queue.id,
		ended: "true",
		limit: CLAIMS_MAX
	} }), PAUSE_MILLIS));
	const left = useLiveQuery(calm(cairn.query.listQueueItems({
		path: { queue: queue.id },
		query: {
			sort: "-enqueuedAt",
			limit: CLAIMS_MAX
		}
	}), PAUSE_MILLIS));
	return (0, import_jsx_runtime.jsx)(Answered, {
		query: ended,
		children: ({ items: claims, nextCursor }) => {
			const oldest = claims.at(-1);
			if (!oldest) return (0, import_jsx_runtime.jsx)("p", {
				className: Chart_module_default.none,
				children: "They appear with the first attempt that ends."
			});
			const buckets = bucketsOf(Date.parse(oldest.claimedAt), Date.now());
			const endings = (...outcomes) => countIn(claims.flatMap(({ endedAt, outcome }) => endedAt && outcomes.includes(outcome ?? "") ? [endedAt] : []), buckets);
			const work = claims.flatMap(({ endedAt, claimedAt, outcome }) => endedAt && outcome === "completed" ? [{
				at: endedAt,
				value: Date.parse(endedAt) - Date.parse(claimedAt)
			}] : []);
			const note = `From the ${nextCursor ? "newest " : ""}${claims.length} attempts that ended.`;
			return (0, import_jsx_runtime.jsxs)("div", {
				className: Chart_module_default.charts,
				children: [(0, import_jsx_runtime.jsx)(Chart, {
					title: "Throughput",
					buckets,
					note,
					series: [
						{
							name: "Completed",
							kind: "bar",
							tone: "accent",
							values: endings("completed", "finished")
						},
						{
							name: "Given back",
							kind: "bar",
							tone: "soft",
							values: endings("released", "cancelled")
						},
						{
							name: "Failed or lost",
							kind: "bar",
							tone: "bad",
							values: endings("failed", "lost")
						}
					]
				}), (0, import_jsx_runtime.jsx)(Chart, {
					title: "Time per item, on average",
					buckets,
					format: duration,
					isTime: true,
					note: `${note} Waiting: until first held, of the newest ${CLAIMS_MAX} items at most.`,
					series: [{
						name: "Waiting",
						kind: "line",
						tone: "orange",
						values: meanIn(waits(claims, left.data?.items ?? []), buckets)
					}, {
						name: "In work",
						kind: "line",
						tone: "blue",
						values: meanIn(work, buckets)
					}]
				})]
			});
		}
	});
}
export { Chart_module_default, ProjectCharts, QueueCharts, UsageChart, nameOf };
