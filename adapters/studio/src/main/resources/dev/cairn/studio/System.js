const __vite__mapDeps=(i,m=__vite__mapDeps,d=(m.f||(m.f=["Diagram.js","rolldown-runtime.js","vendor.js","ui.js","api.js","icons.js","widgets.js","diff.js","ui.css","Diagram.css"])))=>i.map(i=>d[i]);
import { __toESM } from "./rolldown-runtime.js";
import { Link, require_jsx_runtime, require_react, useMutation, useQuery, useQueryClient } from "./vendor.js";
import { Archive, BookOpen, DatabaseBackup, FileCode, Hammer, X } from "./icons.js";
import { Answered, Badge, Button, Confirm, Copyable, EmptyState, Field, Loading, More, PageHead, Select, Status, Table, Tabs, TextField, Time, Toggle, __vitePreload, bytes, cairn, classes, count, counted, duration, problemOf, queries, toast, usePaged, usePlace, words } from "./ui.js";
import { useLiveQuery } from "./api.js";
var System_module_default = {
	link: "System_link",
	settings: "System_settings",
	list: "System_list",
	section: "System_section",
	setting: "System_setting",
	soft: "System_soft",
	control: "System_control",
	actions: "System_actions",
	row: "System_row",
	error: "System_error",
	part: "System_part",
	bar: "System_bar",
	filters: "System_filters",
	failure: "System_failure",
	file: "System_file"
};
// src/pages/system/Backups.tsx
var import_jsx_runtime = require_jsx_runtime();
var LOOK_MILLIS$2 = 1e4;
function Backups() {
	const options = cairn.query.listBackups();
	const backups = useQuery({
		...options,
		refetchInterval: LOOK_MILLIS$2
	});
	const make = useMutation({
		...cairn.mutation.createBackup(),
		onSuccess: async ({ bytes: size }) => {
			toast(`A copy of ${bytes(size)} was made and checked.`);
			await queries.invalidateQueries({ queryKey: options.queryKey });
		}
	});
	return (0, import_jsx_runtime.jsx)(Answered, {
		query: backups,
		children: ({ possible, items }) => !possible ? (0, import_jsx_runtime.jsx)(EmptyState, {
			icon: Archive,
			title: "PostgreSQL is copied by the command line",
			children: "cairn db backup makes a copy, cairn db restore puts it back."
		}) : (0, import_jsx_runtime.jsxs)("div", {
			className: System_module_default.settings,
			children: [(0, import_jsx_runtime.jsxs)("div", {
				className: System_module_default.bar,
				children: [(0, import_jsx_runtime.jsx)("p", {
					className: System_module_default.soft,
					children: "Whole copies of the database, beside it, checked when they are made. The ten newest are kept. One is made before each migration, too."
				}), (0, import_jsx_runtime.jsx)(Button, {
					kind: "primary",
					icon: DatabaseBackup,
					busy: make.isPending,
					onClick: () => make.mutate({}),
					children: "Make a backup"
				})]
			}), items.length === 0 ? (0, import_jsx_runtime.jsx)(EmptyState, {
				icon: Archive,
				title: "There is no backup yet",
				children: "The server goes on while one is made."
			}) : (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [
				(0, import_jsx_runtime.jsx)(Table, {
					name: "Backups",
					rows: items,
					id: ({ file }) => file,
					columns: [
						{
							head: "File",
							cell: ({ file }) => (0, import_jsx_runtime.jsx)("code", {
								className: System_module_default.file,
								title: file,
								children: file
							})
						},
						{
							head: "Made",
							narrow: true,
							cell: ({ madeAt }) => (0, import_jsx_runtime.jsx)(Time, { at: madeAt })
						},
						{
							head: "Size",
							number: true,
							cell: ({ bytes: size }) => bytes(size)
						},
						{
							head: "Schema",
							number: true,
							cell: ({ version }) => version
						}
					]
				}),
				(0, import_jsx_runtime.jsx)("p", {
					className: System_module_default.soft,
					children: "Put one back while no server runs:"
				}),
				(0, import_jsx_runtime.jsx)(Copyable, {
					name: "The command that puts the newest back",
					text: `cairn db restore "${items[0]?.file}"`
				})
			] })]
		})
	});
}
// src/pages/system/metrics.ts
var import_react = __toESM(require_react(), 1);
var Metrics = class {
	at;
	#samples = new Map();
	constructor(text, at) {
		this.at = at;
		for (const line of text.split("\n")) {
			const [, name, labels = "", value] = LINE.exec(line) ?? [];
			if (name) {
				const samples = this.#samples.get(name) ?? [];
				samples.push({
					labels: Object.fromEntries([...labels.matchAll(LABEL)].map(([, key, said]) => [key, said])),
					value: Number(value)
				});
				this.#samples.set(name, samples);
			}
		}
	}
	has(name) {
		return this.#samples.has(name);
	}
	sum(name, wanted = {}) {
		return this.#with(name, wanted).reduce((sum, { value }) => sum + value, 0);
	}
	by(name, label, wanted = {}) {
		const sums = new Map();
		for (const { labels, value } of this.#with(name, wanted)) {
			const key = labels[label] ?? "";
			sums.set(key, (sums.get(key) ?? 0) + value);
		}
		return sums;
	}
	quantile(name, share, wanted = {}) {
		const buckets = [...this.by(`${name}_bucket`, "le", wanted)].map(([le, count]) => ({
			le: le === "+Inf" ? Infinity : Number(le),
			count
		})).sort((a, b) => a.le - b.le);
		const rank = (buckets.at(-1)?.count ?? 0) * share;
		const at = buckets.findIndex(({ count }) => count >= rank);
		const bucket = buckets[at];
		if (rank === 0 || !bucket) return;
		const { le: from, count: before } = buckets[at - 1] ?? {
			le: 0,
			count: 0
		};
		return bucket.le === Infinity ? from : from + (bucket.le - from) * (rank - before) / (bucket.count - before);
	}
	#with(name, wanted) {
		return (this.#samples.get(name) ?? []).filter(({ labels }) => Object.entries(wanted).every(([key, value]) => labels[key] === value));
	}
};
var LINE = /^([a-z_]\w*)(?:\{(.*)\})? (\S+)$/;
var LABEL = /(\w+)="((?:[^"\\]|\\.)*)"/g;
function perSecond(before, after, name) {
	const seconds = (after.at - before.at) / 1e3;
	return seconds > 0 ? Math.max(0, after.sum(name) - before.sum(name)) / seconds : 0;
}
var Figures_module_default = {
	figures: "Figures_figures",
	cards: "Figures_cards",
	card: "Figures_card",
	big: "Figures_big",
	figure: "Figures_figure",
	rate: "Figures_rate",
	number: "Figures_number",
	worry: "Figures_worry",
	spark: "Figures_spark",
	soft: "Figures_soft",
	routes: "Figures_routes",
	route: "Figures_route"
};
// src/pages/system/Spark.tsx
var HEIGHT = 24;
var WIDTH = 120;
function Spark({ values, length }) {
	const top = Math.max(...values, .1);
	const from = length - values.length;
	const points = values.map((value, index) => `${((from + index) * WIDTH / Math.max(length - 1, 1)).toFixed(1)},${(22 - value / top * 20).toFixed(1)}`);
	return (0, import_jsx_runtime.jsx)("svg", {
		className: Figures_module_default.spark,
		viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
		preserveAspectRatio: "none",
		"aria-hidden": true,
		children: (0, import_jsx_runtime.jsx)("polyline", { points: points.join(" ") })
	});
}
// src/pages/system/Figures.tsx
var LOOK_MILLIS$1 = 2e3;
var MOMENTS_MAX = 60;
var ROUTES_SHOWN = 12;
var WAL_BYTES_WORRY = 64e6;
function Figures() {
	const options = cairn.query.getMetrics();
	const figures = useQuery({
		...options,
		refetchInterval: LOOK_MILLIS$1
	});
	const readiness = useQuery({
		...cairn.query.getReadiness(),
		refetchInterval: LOOK_MILLIS$1,
		retry: false
	});
	const [moments, setMoments] = (0, import_react.useState)([]);
	(0, import_react.useEffect)(() => {
		const text = figures.data;
		if (typeof text === "string") setMoments((before) => [...before, new Metrics(text, figures.dataUpdatedAt)].slice(-60));
	}, [figures.dataUpdatedAt]);
	const now = moments.at(-1);
	return (0, import_jsx_runtime.jsx)(Answered, {
		query: {
			...figures,
			data: now
		},
		children: (shown) => (0, import_jsx_runtime.jsxs)("div", {
			className: Figures_module_default.figures,
			children: [(0, import_jsx_runtime.jsxs)("div", {
				className: Figures_module_default.cards,
				children: [
					(0, import_jsx_runtime.jsx)(Health, {
						now: shown,
						status: readiness.data?.status,
						reason: readiness.error ? readiness.error.detail : readiness.data?.reason
					}),
					(0, import_jsx_runtime.jsx)(Rates, { moments }),
					(0, import_jsx_runtime.jsx)(Work, { now: shown }),
					(0, import_jsx_runtime.jsx)(Claims, { now: shown }),
					(0, import_jsx_runtime.jsx)(Database, { now: shown }),
					(0, import_jsx_runtime.jsx)(Events, { now: shown })
				]
			}), (0, import_jsx_runtime.jsx)(Routes, { now: shown })]
		})
	});
}
function Card({ title, children }) {
	return (0, import_jsx_runtime.jsxs)("section", {
		className: Figures_module_default.card,
		"aria-label": title,
		children: [(0, import_jsx_runtime.jsx)("h2", { children: title }), children]
	});
}
function Figure({ name, value, worry }) {
	return (0, import_jsx_runtime.jsxs)("div", {
		className: Figures_module_default.figure,
		children: [(0, import_jsx_runtime.jsx)("dt", { children: name }), (0, import_jsx_runtime.jsxs)("dd", {
			className: classes(Boolean(worry) && Figures_module_default.worry),
			children: [worry && (0, import_jsx_runtime.jsx)(Badge, {
				tone: "warning",
				children: worry
			}), value]
		})]
	});
}
function Health({ now, status, reason }) {
	const isUp = status === "up";
	const failed = now.sum("cairn_http_requests_total", { status: "5xx" });
	const lost = now.sum("cairn_database_write_failures_total");
	return (0, import_jsx_runtime.jsxs)(Card, {
		title: "Health",
		children: [
			(0, import_jsx_runtime.jsx)("p", {
				className: Figures_module_default.big,
				children: (0, import_jsx_runtime.jsx)(Status, {
					status: isUp ? "ready" : status === void 0 && !reason ? "asking" : "not ready",
					tone: isUp ? "completed" : "blocked"
				})
			}),
			reason && (0, import_jsx_runtime.jsx)("p", {
				className: Figures_module_default.soft,
				children: reason
			}),
			(0, import_jsx_runtime.jsxs)("dl", { children: [
				(0, import_jsx_runtime.jsx)(Figure, {
					name: "Database",
					value: now.has("cairn_database_wal_bytes") ? "SQLite" : "PostgreSQL"
				}),
				(0, import_jsx_runtime.jsx)(Figure, {
					name: "Requests that failed here",
					value: count(failed),
					worry: failed > 0 && "see the log"
				}),
				(0, import_jsx_runtime.jsx)(Figure, {
					name: "Writes that failed",
					value: count(lost),
					worry: lost > 0 && "see the log"
				}),
				(0, import_jsx_runtime.jsx)(Figure, {
					name: "Connections cut",
					value: count(now.sum("cairn_http_connections_cut_total"))
				})
			] })
		]
	});
}
var RATES = [
	{
		name: "cairn_http_requests_total",
		title: "Requests"
	},
	{
		name: "cairn_database_writes_total",
		title: "Writes"
	},
	{
		name: "cairn_claims_total",
		title: "Handed out"
	}
];
function Rates({ moments }) {
	return (0, import_jsx_runtime.jsxs)(Card, {
		title: "Every second",
		children: [RATES.map(({ name, title }) => {
			const rates = moments.slice(1).map((moment, index) => perSecond(moments[index], moment, name));
			const last = rates.at(-1) ?? 0;
			return (0, import_jsx_runtime.jsxs)("div", {
				className: Figures_module_default.rate,
				children: [
					(0, import_jsx_runtime.jsx)("span", { children: title }),
					(0, import_jsx_runtime.jsx)(Spark, {
						values: rates,
						length: 59
					}),
					(0, import_jsx_runtime.jsx)("span", {
						className: Figures_module_default.number,
						children: last < 10 ? last.toFixed(1) : count(Math.round(last))
					})
				]
			}, name);
		}), (0, import_jsx_runtime.jsxs)("p", {
			className: Figures_module_default.soft,
			children: [
				"The last ",
				Math.round(MOMENTS_MAX * LOOK_MILLIS$1 / 6e4),
				" minutes of this page"
			]
		})]
	});
}
var ITEM_TONES = {
	ready: "open",
	scheduled: "open",
	blocked: "blocked",
	claimed: "in_progress",
	stalled: "blocked",
	failed: "blocked"
};
function Work({ now }) {
	const age = now.sum("cairn_queue_oldest_ready_age_seconds");
	return (0, import_jsx_runtime.jsx)(Card, {
		title: "Work on queues",
		children: (0, import_jsx_runtime.jsxs)("dl", { children: [[...now.by("cairn_queue_items", "state")].map(([state, number]) => (0, import_jsx_runtime.jsx)(Figure, {
			name: (0, import_jsx_runtime.jsx)(Status, {
				status: state,
				tone: ITEM_TONES[state] ?? "open"
			}),
			value: count(number),
			worry: state === "stalled" && number > 0 && "nobody sweeps"
		}, state)), (0, import_jsx_runtime.jsx)(Figure, {
			name: "The oldest waits",
			value: age > 0 ? span(age) : "—"
		})] })
	});
}
function Claims({ now }) {
	const expired = now.sum("cairn_leases", { state: "expired" });
	return (0, import_jsx_runtime.jsx)(Card, {
		title: "Claims",
		children: (0, import_jsx_runtime.jsxs)("dl", { children: [
			(0, import_jsx_runtime.jsx)(Figure, {
				name: "Held now",
				value: count(now.sum("cairn_leases", { state: "live" }))
			}),
			(0, import_jsx_runtime.jsx)(Figure, {
				name: "Held, lease expired",
				value: count(expired)
			}),
			(0, import_jsx_runtime.jsx)(Figure, {
				name: "Callers that wait for work",
				value: count(now.sum("cairn_claims_waiting"))
			}),
			(0, import_jsx_runtime.jsx)(Figure, {
				name: "Handed out since the start",
				value: count(now.sum("cairn_claims_total"))
			}),
			[...now.by("cairn_claims_ended_total", "outcome")].filter(([, number]) => number > 0).map(([outcome, number]) => (0, import_jsx_runtime.jsx)(Figure, {
				name: `Ended: ${words(outcome).toLowerCase()}`,
				value: count(number)
			}, outcome))
		] })
	});
}
function Database({ now }) {
	const isSqlite = now.has("cairn_database_wal_bytes");
	const wal = now.sum("cairn_database_wal_bytes");
	const wait = now.quantile("cairn_database_write_wait_seconds", .95);
	const groups = now.sum("cairn_database_write_group_size_count");
	return (0, import_jsx_runtime.jsx)(Card, {
		title: "Database",
		children: (0, import_jsx_runtime.jsxs)("dl", { children: [
			(0, import_jsx_runtime.jsx)(Figure, {
				name: "Writes since the start",
				value: count(now.sum("cairn_database_writes_total"))
			}),
			(0, import_jsx_runtime.jsx)(Figure, {
				name: "Connections busy",
				value: `${now.sum("cairn_database_connections", { state: "busy" })} of ${now.sum("cairn_database_connections")}`
			}),
			(0, import_jsx_runtime.jsx)(Figure, {
				name: "Callers that wait",
				value: count(now.sum("cairn_database_waiting"))
			}),
			isSqlite && (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [
				(0, import_jsx_runtime.jsx)(Figure, {
					name: "Writes waited, 95 %",
					value: wait === void 0 ? "—" : `≤ ${span(wait)}`
				}),
				(0, import_jsx_runtime.jsx)(Figure, {
					name: "Writes in one commit",
					value: groups ? (now.sum("cairn_database_write_group_size_sum") / groups).toFixed(1) : "—"
				}),
				(0, import_jsx_runtime.jsx)(Figure, {
					name: "Write-ahead log",
					value: bytes(wal),
					worry: wal > WAL_BYTES_WORRY && "large"
				})
			] }),
			now.has("cairn_database_write_retries_total") && (0, import_jsx_runtime.jsx)(Figure, {
				name: "Writes tried again",
				value: count(now.sum("cairn_database_write_retries_total"))
			})
		] })
	});
}
function Events({ now }) {
	const lost = now.sum("cairn_event_overflows_total");
	return (0, import_jsx_runtime.jsx)(Card, {
		title: "Events",
		children: (0, import_jsx_runtime.jsxs)("dl", { children: [
			(0, import_jsx_runtime.jsx)(Figure, {
				name: "Streams open",
				value: count(now.sum("cairn_event_streams"))
			}),
			(0, import_jsx_runtime.jsx)(Figure, {
				name: "Streams catching up",
				value: count(now.sum("cairn_event_streams_behind"))
			}),
			(0, import_jsx_runtime.jsx)(Figure, {
				name: "Events that wait to be taken",
				value: count(now.sum("cairn_event_buffered"))
			}),
			(0, import_jsx_runtime.jsx)(Figure, {
				name: "Streams that fell behind",
				value: count(lost)
			}),
			(0, import_jsx_runtime.jsx)(Figure, {
				name: "Newest entry of the log",
				value: count(now.sum("cairn_event_newest"))
			}),
			(0, import_jsx_runtime.jsx)(Figure, {
				name: "Requests under way",
				value: count(now.sum("cairn_http_requests_in_flight"))
			})
		] })
	});
}
var DURATION = "cairn_http_request_duration_seconds";
function Routes({ now }) {
	const rows = [...now.by(`${DURATION}_sum`, "route")].flatMap(([route]) => [...now.by(`${DURATION}_sum`, "method", { route })].map(([method, seconds]) => ({
		route,
		method,
		seconds
	}))).toSorted((a, b) => b.seconds - a.seconds).slice(0, ROUTES_SHOWN).map(({ route, method }) => {
		const labels = {
			route,
			method
		};
		return {
			...labels,
			requests: now.sum(`${DURATION}_count`, labels),
			errors: now.sum("cairn_http_requests_total", {
				...labels,
				status: "5xx"
			}),
			typical: now.quantile(DURATION, .5, labels),
			slow: now.quantile(DURATION, .95, labels)
		};
	});
	return (0, import_jsx_runtime.jsxs)("section", {
		className: Figures_module_default.routes,
		"aria-labelledby": "routes",
		children: [
			(0, import_jsx_runtime.jsx)("h2", {
				id: "routes",
				children: "Where the time goes"
			}),
			(0, import_jsx_runtime.jsx)("p", {
				className: Figures_module_default.soft,
				children: "Since the start of the server. Times are read from the bounds of histograms: they are about right, not exact."
			}),
			(0, import_jsx_runtime.jsx)(Table, {
				name: "Requests",
				columns: [
					{
						head: "Request",
						cell: ({ method, route }) => (0, import_jsx_runtime.jsxs)("code", {
							className: Figures_module_default.route,
							children: [
								method,
								" ",
								route
							]
						})
					},
					{
						head: "Times",
						number: true,
						cell: ({ requests }) => count(requests)
					},
					{
						head: "Half within",
						number: true,
						cell: ({ typical }) => typical === void 0 ? "—" : span(typical)
					},
					{
						head: "95 % within",
						number: true,
						cell: ({ slow }) => slow === void 0 ? "—" : span(slow)
					},
					{
						head: "Failed",
						number: true,
						cell: ({ errors }) => errors > 0 ? (0, import_jsx_runtime.jsx)(Badge, {
							tone: "danger",
							children: count(errors)
						}) : "0"
					}
				],
				rows,
				id: ({ method, route }) => `${method} ${route}`
			})
		]
	});
}
function span(seconds) {
	if (seconds < 1) {
		const millis = seconds * 1e3;
		return `${millis > 0 && millis < 10 ? millis.toFixed(1) : Math.round(millis)} ms`;
	}
	if (seconds < 90) return `${seconds < 10 ? seconds.toFixed(1) : Math.round(seconds)} s`;
	const minutes = seconds / 60;
	return minutes < 90 ? `${Math.round(minutes)} min` : `${Math.round(minutes / 60)} h`;
}
// src/pages/system/Jobs.tsx
var LOOK_MILLIS = 5e3;
var PAGE = 50;
var KINDS = {
	index: "Index of a folder",
	reply: "Answer of an agent",
	retention: "Old entries forgotten",
	summary: "Summaries of files"
};
var STATUSES = [
	"ready",
	"running",
	"completed",
	"failed",
	"cancelled"
];
var TONES = {
	running: "accent",
	failed: "danger"
};
function Jobs() {
	const [place, go] = usePlace();
	const kind = place.get("kind") ?? "";
	const status = place.get("status") ?? "";
	const wanted = {
		...kind && { kind: [kind] },
		...status && { status: [status] }
	};
	const options = cairn.query.listJobsInfinite({ query: {
		limit: PAGE,
		...wanted
	} });
	const jobs = usePaged({
		...options,
		refetchInterval: LOOK_MILLIS
	});
	const { data: projects } = useLiveQuery(cairn.query.listOverviews({ query: { limit: 200 } }));
	const cancel = useMutation({
		...cairn.mutation.cancelJob(),
		onSettled: () => queries.invalidateQueries({ queryKey: options.queryKey })
	});
	return (0, import_jsx_runtime.jsxs)("div", {
		className: System_module_default.part,
		children: [
			(0, import_jsx_runtime.jsxs)("div", {
				className: System_module_default.filters,
				children: [(0, import_jsx_runtime.jsx)(Select, {
					label: "Kind",
					hideLabel: true,
					value: kind,
					options: [{
						value: "",
						label: "All kinds"
					}, ...Object.entries(KINDS).map(([value, label]) => ({
						value,
						label
					}))],
					onChange: ({ target }) => go({ kind: target.value || void 0 })
				}), (0, import_jsx_runtime.jsx)(Select, {
					label: "State",
					hideLabel: true,
					value: status,
					options: [{
						value: "",
						label: "In any state"
					}, ...STATUSES.map((value) => ({
						value,
						label: words(value)
					}))],
					onChange: ({ target }) => go({ status: target.value || void 0 })
				})]
			}),
			(0, import_jsx_runtime.jsx)(Answered, {
				query: jobs,
				children: (items) => items.length === 0 ? (0, import_jsx_runtime.jsx)(EmptyState, {
					icon: Hammer,
					title: kind || status ? "No job is like that" : "Nothing was done in the background yet",
					children: "Here is what Cairn does by itself: it indexes folders, has agents answer, has files summed up, and forgets what is old."
				}) : (0, import_jsx_runtime.jsx)(Table, {
					name: "Jobs",
					rows: items,
					id: ({ id }) => id,
					columns: [
						{
							head: "What",
							cell: (job) => (0, import_jsx_runtime.jsx)(What, { job })
						},
						{
							head: "State",
							narrow: true,
							cell: ({ status: is }) => (0, import_jsx_runtime.jsx)(Badge, {
								...TONES[is] && { tone: TONES[is] },
								children: words(is)
							})
						},
						{
							head: "Project",
							narrow: true,
							cell: ({ projectId }) => projectId === null ? (0, import_jsx_runtime.jsx)("span", {
								className: System_module_default.soft,
								children: "none"
							}) : (0, import_jsx_runtime.jsx)(Project, { keyed: projects?.items.find((each) => each.projectId === projectId)?.key })
						},
						{
							head: "Attempts",
							number: true,
							cell: ({ attempts, maxAttempts }) => `${attempts} of ${maxAttempts}`
						},
						{
							head: "Begun",
							narrow: true,
							cell: ({ createdAt }) => (0, import_jsx_runtime.jsx)(Time, { at: createdAt })
						},
						{
							head: "Took",
							narrow: true,
							cell: ({ createdAt, finishedAt }) => finishedAt === null ? "–" : duration(Date.parse(finishedAt) - Date.parse(createdAt))
						},
						{
							head: "What can be done",
							narrow: true,
							cell: ({ id, kind: is, finishedAt }) => is === "index" && finishedAt === null && (0, import_jsx_runtime.jsx)(Button, {
								kind: "quiet",
								icon: X,
								busy: cancel.isPending && cancel.variables.path.job === id,
								onClick: () => cancel.mutate({ path: { job: id } }),
								children: "Stop"
							})
						}
					]
				})
			}),
			(0, import_jsx_runtime.jsx)(More, {
				list: jobs,
				of: "jobs"
			})
		]
	});
}
function What({ job: { kind, status, error, runAt } }) {
	return (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [
		KINDS[kind],
		error && (0, import_jsx_runtime.jsx)("span", {
			className: System_module_default.failure,
			children: error
		}),
		status === "ready" && Date.parse(runAt) > Date.now() && (0, import_jsx_runtime.jsxs)("span", {
			className: System_module_default.soft,
			children: [" comes ", (0, import_jsx_runtime.jsx)(Time, { at: runAt })]
		})
	] });
}
function Project({ keyed }) {
	return keyed ? (0, import_jsx_runtime.jsx)(Link, {
		to: `/p/${keyed}/board`,
		className: System_module_default.name,
		children: keyed
	}) : (0, import_jsx_runtime.jsx)("span", {
		className: System_module_default.soft,
		children: "another"
	});
}
// src/pages/system/OwnSettings.tsx
function OwnSettings() {
	const client = useQueryClient();
	const options = cairn.query.getMySettings();
	const settings = useLiveQuery(options);
	const forget = useMutation({
		...cairn.mutation.removeSetting(),
		onSettled: () => void client.invalidateQueries({ queryKey: options.queryKey })
	});
	return (0, import_jsx_runtime.jsxs)("section", {
		className: System_module_default.section,
		"aria-labelledby": "own",
		children: [(0, import_jsx_runtime.jsx)("h2", {
			id: "own",
			children: "What programs keep for you"
		}), (0, import_jsx_runtime.jsx)(Answered, {
			query: settings,
			children: (values) => Object.keys(values).length === 0 ? (0, import_jsx_runtime.jsxs)("p", {
				className: System_module_default.soft,
				children: [
					"Nothing. A program keeps a setting with ",
					(0, import_jsx_runtime.jsx)("code", { children: "PUT /api/v1/settings/user/…" }),
					", and you can forget it here."
				]
			}) : (0, import_jsx_runtime.jsx)("ul", {
				className: System_module_default.list,
				children: Object.entries(values).map(([key, value]) => (0, import_jsx_runtime.jsxs)("li", {
					className: System_module_default.row,
					children: [(0, import_jsx_runtime.jsxs)("code", { children: [
						key,
						" = ",
						JSON.stringify(value)
					] }), (0, import_jsx_runtime.jsxs)(Button, {
						kind: "quiet",
						busy: forget.isPending && forget.variables.path.key === key,
						onClick: () => forget.mutate({ path: { key } }),
						children: ["Forget", (0, import_jsx_runtime.jsxs)("span", {
							className: "sr-only",
							children: [" ", key]
						})]
					})]
				}, key))
			})
		})]
	});
}
// src/pages/system/Schema.tsx
var Diagram = (0, import_react.lazy)(() => __vitePreload(() => import("./Diagram.js"), __vite__mapDeps([0,1,2,3,4,5,6,7,8,9])));
function Schema() {
	return (0, import_jsx_runtime.jsx)(import_react.Suspense, {
		fallback: (0, import_jsx_runtime.jsx)(Loading, {}),
		children: (0, import_jsx_runtime.jsx)(Diagram, {})
	});
}
// src/pages/system/Secrets.tsx
function Secrets() {
	const client = useQueryClient();
	const options = cairn.query.checkSecrets();
	const secrets = useQuery({
		...options,
		retry: false
	});
	const [isAsking, setAsking] = (0, import_react.useState)(false);
	const rotate = useMutation({
		...cairn.mutation.rotateSecrets(),
		onSuccess: () => toast("All secrets are sealed with a new key."),
		onSettled: () => {
			setAsking(false);
			client.invalidateQueries({ queryKey: options.queryKey });
		}
	});
	return (0, import_jsx_runtime.jsxs)("section", {
		className: System_module_default.section,
		"aria-labelledby": "secrets",
		children: [
			(0, import_jsx_runtime.jsx)("h2", {
				id: "secrets",
				children: "Stored secrets"
			}),
			(0, import_jsx_runtime.jsx)("div", {
				className: System_module_default.list,
				children: (0, import_jsx_runtime.jsx)(Answered, {
					query: secrets,
					children: ({ secrets: number, unreadable }) => (0, import_jsx_runtime.jsxs)("div", {
						className: System_module_default.row,
						children: [(0, import_jsx_runtime.jsxs)("div", { children: [(0, import_jsx_runtime.jsx)(Status, {
							status: unreadable.length > 0 ? `${unreadable.length} of ${counted(number, "secret")} cannot be opened` : `${counted(number, "secret")}, all can be opened`,
							tone: unreadable.length > 0 ? "blocked" : "completed"
						}), (0, import_jsx_runtime.jsx)("p", {
							className: System_module_default.soft,
							children: "Keys of providers of models, sealed with a master key that is in no backup."
						})] }), (0, import_jsx_runtime.jsx)(Button, {
							disabled: number === 0,
							onClick: () => setAsking(true),
							children: "Seal with a new key"
						})]
					})
				})
			}),
			isAsking && (0, import_jsx_runtime.jsx)(Confirm, {
				title: "Seal all secrets with a new key",
				action: "Seal with a new key",
				busy: rotate.isPending,
				onClose: () => setAsking(false),
				onConfirm: () => rotate.mutate({}),
				children: "Keep the new master key as you kept the old one: without it, the secrets in a restored backup cannot be opened."
			})
		]
	});
}
// src/pages/system/Settings.tsx
var SETTINGS = {
	openRegistration: {
		name: "People may register",
		means: "If not, admins make the accounts. It counts where accounts are on.",
		type: "switch"
	},
	activityRetentionDays: {
		name: "The log is kept for",
		means: "Days after which entries of the log are deleted: 1 to 36,500. Tickets and all else stay.",
		type: "number",
		min: 1,
		max: 36500,
		empty: "for ever"
	},
	indexFolders: {
		name: "Folders that editors may index",
		means: "Whoever indexes a folder reads files of this machine. Admins may anywhere, other editors below these, separated by commas.",
		type: "text",
		empty: "none"
	},
	indexFileBytes: {
		name: "Largest file that is indexed",
		means: "In bytes, up to 20,000,000; 2,000,000 unless said.",
		type: "number",
		min: 1,
		max: 2e7
	},
	secretFiles: {
		name: "Files that hold secrets",
		means: "Patterns as in a .gitignore, separated by blanks. Such files are neither indexed nor packed, unless somebody names one.",
		type: "long"
	},
	modelNetworks: {
		name: "Private networks of models",
		means: "Where providers of models may be besides public addresses and this machine, such as 192.168.1.0/24, separated by commas.",
		type: "text",
		empty: "none"
	},
	repliesPerProvider: {
		name: "Answers at once",
		means: "How many answers one provider of models is asked for at the same time, 1 to 100; more of them wait.",
		type: "number",
		min: 1,
		max: 100
	}
};
function Settings() {
	const settings = useLiveQuery(cairn.query.getSystemSettings());
	return (0, import_jsx_runtime.jsxs)("section", {
		className: System_module_default.section,
		"aria-labelledby": "settings",
		children: [(0, import_jsx_runtime.jsx)("h2", {
			id: "settings",
			children: "Settings of the system"
		}), (0, import_jsx_runtime.jsx)(Answered, {
			query: settings,
			children: (values) => (0, import_jsx_runtime.jsx)("div", {
				className: System_module_default.list,
				children: Object.keys(SETTINGS).map((key) => (0, import_jsx_runtime.jsx)(Setting, {
					name: key,
					value: values[key]
				}, key))
			})
		})]
	});
}
function Setting({ name, value }) {
	const client = useQueryClient();
	const known = SETTINGS[name];
	const { queryKey } = cairn.query.getSystemSettings();
	const change = useMutation({
		mutationFn: (wanted) => cairn.changeSystemSettings({ body: { [name]: wanted } }),
		meta: { quiet: true },
		onMutate: (wanted) => {
			const before = client.getQueryData(queryKey);
			client.setQueryData(queryKey, (shown) => shown && {
				...shown,
				[name]: wanted
			});
			return before?.[name];
		},
		onSuccess: (stored) => client.setQueryData(queryKey, (shown) => shown && {
			...shown,
			[name]: stored[name]
		}),
		onError: (_error, _wanted, before) => client.setQueryData(queryKey, (shown) => shown && {
			...shown,
			[name]: before
		})
	});
	const said = change.error && problemOf(change.error);
	const error = said ? [said.detail, said.hint].filter(Boolean).join(" ") : void 0;
	return (0, import_jsx_runtime.jsxs)("div", {
		className: System_module_default.setting,
		children: [(0, import_jsx_runtime.jsxs)("div", { children: [
			(0, import_jsx_runtime.jsx)("h3", { children: known.name }),
			(0, import_jsx_runtime.jsx)("p", {
				className: System_module_default.soft,
				children: known.means
			}),
			(0, import_jsx_runtime.jsx)("p", {
				className: System_module_default.soft,
				children: (0, import_jsx_runtime.jsx)("code", { children: name })
			})
		] }), known.type === "switch" ? (0, import_jsx_runtime.jsxs)("div", {
			className: System_module_default.control,
			children: [(0, import_jsx_runtime.jsx)(Toggle, {
				checked: value === true,
				onChange: ({ target }) => change.mutate(target.checked),
				"aria-label": known.name,
				children: value ? "Yes" : "No"
			}), error && (0, import_jsx_runtime.jsx)("p", {
				className: System_module_default.error,
				role: "alert",
				children: error
			})]
		}) : (0, import_jsx_runtime.jsx)(Value, {
			known,
			value: value === null ? "" : String(value),
			error,
			busy: change.isPending,
			onSave: change.mutate
		})]
	});
}
function Value({ known: { name, type, min, max, empty }, value, error, busy, onSave }) {
	const [typed, setTyped] = (0, import_react.useState)();
	const isChanged = typed !== void 0 && typed !== value;
	const submit = (event) => {
		event.preventDefault();
		const text = (typed ?? value).trim();
		onSave(type === "number" ? text === "" ? null : Number(text) : text);
		setTyped(text);
	};
	const shared = {
		label: name,
		hideLabel: true,
		value: typed ?? value,
		placeholder: empty ?? "",
		error,
		onChange: ({ target }) => setTyped(target.value)
	};
	return (0, import_jsx_runtime.jsxs)("form", {
		className: System_module_default.control,
		onSubmit: submit,
		children: [type === "long" ? (0, import_jsx_runtime.jsx)(TextField, {
			...shared,
			spellCheck: false
		}) : (0, import_jsx_runtime.jsx)(Field, {
			...shared,
			spellCheck: false,
			type,
			min,
			max,
			required: empty === void 0
		}), isChanged && (0, import_jsx_runtime.jsxs)("div", {
			className: System_module_default.actions,
			children: [(0, import_jsx_runtime.jsx)(Button, {
				kind: "primary",
				type: "submit",
				busy,
				children: "Save"
			}), (0, import_jsx_runtime.jsx)(Button, {
				onClick: () => setTyped(void 0),
				children: "Discard"
			})]
		})]
	});
}
// src/pages/system/System.tsx
function System() {
	const [place, go] = usePlace();
	const index = useQuery(cairn.query.getIndex());
	const me = useQuery(cairn.query.getMe());
	const version = index.data?.version;
	const isAdmin = me.data?.user.systemRole === "admin" && me.data.scopes.includes("admin");
	const forAdmins = (0, import_jsx_runtime.jsx)(EmptyState, {
		title: "This is for admins",
		children: "Figures are about all projects, and settings are everybody's. An admin can make you one, under People."
	});
	return (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [(0, import_jsx_runtime.jsxs)(PageHead, {
		title: "System",
		about: `How the server does, and what it goes by. ${version ? version === "development" ? "This is a development build." : `Version ${version}.` : ""}`,
		children: [(0, import_jsx_runtime.jsxs)("a", {
			className: System_module_default.link,
			href: "/docs",
			target: "_blank",
			rel: "noreferrer",
			children: [(0, import_jsx_runtime.jsx)(BookOpen, {
				size: 15,
				"aria-hidden": true
			}), " API documentation"]
		}), (0, import_jsx_runtime.jsxs)("a", {
			className: System_module_default.link,
			href: "/openapi.yml",
			target: "_blank",
			rel: "noreferrer",
			children: [(0, import_jsx_runtime.jsx)(FileCode, {
				size: 15,
				"aria-hidden": true
			}), " OpenAPI"]
		})]
	}), me.data && (0, import_jsx_runtime.jsx)(Tabs, {
		name: "Parts of the system",
		value: place.get("tab") ?? "now",
		onChange: (tab) => go({
			tab: tab === "now" ? void 0 : tab,
			kind: void 0,
			status: void 0,
			table: void 0
		}),
		tabs: [
			{
				id: "now",
				name: "Now",
				content: isAdmin ? (0, import_jsx_runtime.jsx)(Figures, {}) : forAdmins
			},
			{
				id: "jobs",
				name: "Jobs",
				content: (0, import_jsx_runtime.jsx)(Jobs, {})
			},
			{
				id: "backups",
				name: "Backups",
				content: isAdmin ? (0, import_jsx_runtime.jsx)(Backups, {}) : forAdmins
			},
			{
				id: "schema",
				name: "Schema",
				content: (0, import_jsx_runtime.jsx)(Schema, {})
			},
			{
				id: "settings",
				name: "Settings",
				content: (0, import_jsx_runtime.jsxs)("div", {
					className: System_module_default.settings,
					children: [isAdmin ? (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [(0, import_jsx_runtime.jsx)(Settings, {}), (0, import_jsx_runtime.jsx)(Secrets, {})] }) : forAdmins, (0, import_jsx_runtime.jsx)(OwnSettings, {})]
				})
			}
		]
	})] });
}
export { System as default };
