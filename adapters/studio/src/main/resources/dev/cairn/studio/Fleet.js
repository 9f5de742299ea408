import { __toESM } from "./rolldown-runtime.js";
import { Link, require_jsx_runtime, require_react, useInfiniteQuery, useSearchParams } from "./vendor.js";
import { useLive, useLiveQuery } from "./api.js";
import { Ban, Moon, Pause, Play, RotateCcw } from "./icons.js";
import { DeadLetters, Held, Queue_module_default, STANDINGS, TimeSplit, calm, standing, usePause, useRetryAll, useUnfinished } from "./items.js";
import { Answered, Badge, Button, EmptyState, KeyLink, PageHead, Select, cairn, duration, words } from "./ui.js";
// src/pages/fleet/Fleet.module.css
var import_react = __toESM(require_react(), 1);
var Fleet_module_default = {
	page: "Fleet_page",
	sectionHead: "Fleet_sectionHead",
	count: "Fleet_count",
	key: "Fleet_key",
	soft: "Fleet_soft",
	link: "Fleet_link",
	quiet: "Fleet_quiet",
	project: "Fleet_project",
	queue: "Fleet_queue",
	blockers: "Fleet_blockers",
	queueName: "Fleet_queueName",
	counts: "Fleet_counts",
	warn: "Fleet_warn",
	bad: "Fleet_bad",
	times: "Fleet_times",
	latest: "Fleet_latest",
	completed: "Fleet_completed",
	finished: "Fleet_finished",
	failed: "Fleet_failed",
	lost: "Fleet_lost",
	released: "Fleet_released",
	cancelled: "Fleet_cancelled",
	queueActions: "Fleet_queueActions",
	letters: "Fleet_letters"
};
// src/pages/fleet/Latest.tsx
var import_jsx_runtime = require_jsx_runtime();
var SHOWN_MAX = 24;
var HEIGHT = 20;
var STEP = 5;
function Latest({ claims, name }) {
	const shown = claims.slice(0, SHOWN_MAX).map(({ id, claimedAt, endedAt, outcome, ticketKey }) => ({
		id,
		outcome: outcome ?? "",
		millis: endedAt ? Date.parse(endedAt) - Date.parse(claimedAt) : 0,
		ticketKey
	})).reverse();
	if (shown.length === 0) return (0, import_jsx_runtime.jsx)("span", { className: Fleet_module_default.latest });
	const longest = Math.max(...shown.map(({ millis }) => millis), 1);
	const good = shown.filter(({ outcome }) => outcome === "completed" || outcome === "finished").length;
	return (0, import_jsx_runtime.jsx)("svg", {
		className: Fleet_module_default.latest,
		viewBox: `0 0 120 ${HEIGHT}`,
		role: "img",
		"aria-label": `The newest ${shown.length} attempts in ${name}: ${good} completed, the longest took ${duration(longest)}`,
		children: shown.map(({ id, outcome, millis, ticketKey }, index) => {
			const height = Math.max(2, millis / longest * HEIGHT);
			return (0, import_jsx_runtime.jsx)("rect", {
				className: Fleet_module_default[outcome] ?? Fleet_module_default.released,
				x: (SHOWN_MAX - shown.length + index) * STEP,
				y: HEIGHT - height,
				width: 3.5,
				height,
				children: (0, import_jsx_runtime.jsx)("title", { children: `${ticketKey}: ${words(outcome).toLowerCase()} after ${duration(millis)}` })
			}, id);
		})
	});
}
// src/pages/fleet/ProjectQueues.tsx
var PAUSE_MILLIS = 2e3;
var QUEUES_MAX = 30;
var BLOCKERS_MAX = 5;
var KEPT_MAX = 4;
function ProjectQueues({ project, name, ended }) {
	const queues = useLiveQuery(calm(cairn.query.listQueues({
		path: { project },
		query: { limit: QUEUES_MAX }
	}), PAUSE_MILLIS));
	const known = useUnfinished(project, PAUSE_MILLIS);
	return (0, import_jsx_runtime.jsxs)("section", {
		"aria-labelledby": `fleet-${project}`,
		children: [(0, import_jsx_runtime.jsxs)("h2", {
			id: `fleet-${project}`,
			className: Fleet_module_default.sectionHead,
			children: [
				(0, import_jsx_runtime.jsx)(Link, {
					to: `/p/${project}/queues`,
					children: name
				}),
				" ",
				(0, import_jsx_runtime.jsx)("span", {
					className: Fleet_module_default.key,
					children: project
				})
			]
		}), (0, import_jsx_runtime.jsx)(Answered, {
			query: queues,
			children: ({ items, nextCursor }) => (0, import_jsx_runtime.jsxs)("div", {
				className: Fleet_module_default.project,
				children: [
					items.length === 0 && (0, import_jsx_runtime.jsx)("p", {
						className: Fleet_module_default.soft,
						children: "It has no queue; the first agent that asks it for ready work gets one made."
					}),
					items.map((queue) => (0, import_jsx_runtime.jsx)(QueueRow, {
						project,
						queue,
						ended: ended.filter(({ queueId }) => queueId === queue.id)
					}, queue.id)),
					nextCursor && (0, import_jsx_runtime.jsxs)("p", {
						className: Fleet_module_default.soft,
						children: [
							"It has more queues; ",
							(0, import_jsx_runtime.jsx)(Link, {
								to: `/p/${project}/queues`,
								className: Fleet_module_default.link,
								children: "see all of them"
							}),
							"."
						]
					}),
					(0, import_jsx_runtime.jsx)(Blockers, { known })
				]
			})
		})]
	});
}
function QueueRow({ project, queue, ended }) {
	const stats = useLiveQuery(calm({
		...cairn.query.getQueueStatistics({ path: { queue: queue.id } }),
		refetchInterval: 6e4
	}, PAUSE_MILLIS));
	const pause = usePause();
	const retry = useRetryAll();
	const isActive = pause.isPending ? pause.variables.active : queue.active;
	return (0, import_jsx_runtime.jsx)(Answered, {
		query: stats,
		children: (figures) => {
			const { name, tone } = STANDINGS[standing({
				...queue,
				active: isActive
			}, figures)];
			const failed = figures.counts.failed ?? 0;
			return (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [(0, import_jsx_runtime.jsxs)("div", {
				className: Fleet_module_default.queue,
				children: [
					(0, import_jsx_runtime.jsxs)("div", {
						className: Fleet_module_default.queueName,
						children: [(0, import_jsx_runtime.jsx)(Link, {
							to: `/p/${project}/queues?queue=${encodeURIComponent(queue.name)}`,
							children: queue.name
						}), (0, import_jsx_runtime.jsx)(Badge, {
							...tone && { tone },
							children: name
						})]
					}),
					(0, import_jsx_runtime.jsx)(Counts, {
						stats: figures,
						queue
					}),
					(0, import_jsx_runtime.jsx)(Times, {
						stats: figures,
						ended,
						name: queue.name
					}),
					(0, import_jsx_runtime.jsxs)("div", {
						className: Fleet_module_default.queueActions,
						children: [failed > 0 && (0, import_jsx_runtime.jsx)(Button, {
							icon: RotateCcw,
							busy: retry.isPending,
							"aria-label": `Retry all of ${queue.name}`,
							onClick: () => retry.mutate(queue.id),
							children: "Retry all"
						}), (0, import_jsx_runtime.jsx)(Button, {
							kind: "quiet",
							icon: isActive ? Pause : Play,
							iconOnly: true,
							onClick: () => pause.mutate({
								queue: queue.id,
								active: !isActive
							}),
							children: `${isActive ? "Pause" : "Resume"} ${queue.name}`
						})]
					})
				]
			}), failed > 0 && (0, import_jsx_runtime.jsx)("div", {
				className: Fleet_module_default.letters,
				children: (0, import_jsx_runtime.jsx)(DeadLetters, { queue })
			})] });
		}
	});
}
function Counts({ stats: { counts }, queue }) {
	const shown = [
		[`of ${queue.maxParallel} held`, counts.claimed ?? 0],
		["ready", counts.ready ?? 0],
		["later", counts.scheduled ?? 0],
		["blocked", counts.blocked ?? 0],
		[
			"stalled",
			counts.stalled ?? 0,
			Fleet_module_default.warn
		],
		[
			"failed",
			counts.failed ?? 0,
			Fleet_module_default.bad
		]
	];
	return (0, import_jsx_runtime.jsx)("ul", {
		className: Fleet_module_default.counts,
		"aria-label": "Items",
		children: shown.map(([name, count, tone], index) => (count > 0 || index < 2) && (0, import_jsx_runtime.jsxs)("li", {
			className: tone,
			children: [
				(0, import_jsx_runtime.jsx)("strong", { children: count }),
				" ",
				name
			]
		}, name))
	});
}
function Times({ stats: { meanWaitMillis, meanWorkMillis, oldestReadyAgeMillis }, ended, name }) {
	return (0, import_jsx_runtime.jsxs)("div", {
		className: Fleet_module_default.times,
		children: [(0, import_jsx_runtime.jsx)(Latest, {
			claims: ended,
			name
		}), (0, import_jsx_runtime.jsxs)("div", { children: [meanWaitMillis !== null && meanWorkMillis !== null ? (0, import_jsx_runtime.jsx)(TimeSplit, {
			wait: meanWaitMillis,
			work: meanWorkMillis
		}) : (0, import_jsx_runtime.jsx)("span", {
			className: Fleet_module_default.soft,
			children: "Nothing has been completed yet"
		}), oldestReadyAgeMillis !== null && (0, import_jsx_runtime.jsxs)("span", {
			className: Fleet_module_default.soft,
			children: ["the oldest ready waits for ", duration(oldestReadyAgeMillis)]
		})] })]
	});
}
function Blockers({ known }) {
	const kept = new Map();
	for (const { key, reasons } of known.values()) for (const { code, ticket } of reasons) if (code === "blocked_by" && ticket) kept.set(ticket, [...kept.get(ticket) ?? [], key]);
	const byKey = new Map([...known.values()].map((ticket) => [ticket.key, ticket]));
	const most = [...kept].sort(([, one], [, other]) => other.length - one.length);
	if (most.length === 0) return null;
	return (0, import_jsx_runtime.jsxs)("div", {
		className: Fleet_module_default.blockers,
		children: [
			(0, import_jsx_runtime.jsxs)("h3", { children: [(0, import_jsx_runtime.jsx)(Ban, {
				size: 13,
				"aria-hidden": true
			}), " What the rest waits for"] }),
			(0, import_jsx_runtime.jsx)("ul", { children: most.slice(0, BLOCKERS_MAX).map(([blocker, waiting]) => (0, import_jsx_runtime.jsxs)("li", { children: [
				(0, import_jsx_runtime.jsx)(KeyLink, { ticket: blocker }),
				" ",
				byKey.get(blocker)?.title,
				(0, import_jsx_runtime.jsxs)("span", {
					className: Fleet_module_default.soft,
					children: [
						byKey.get(blocker)?.claimedBy ? `held by ${byKey.get(blocker)?.claimedBy?.agent}, ` : "",
						"keeps",
						" ",
						waiting.slice(0, KEPT_MAX).map((key, index) => (0, import_jsx_runtime.jsxs)("span", { children: [index > 0 && ", ", (0, import_jsx_runtime.jsx)(KeyLink, { ticket: key })] }, key)),
						waiting.length > KEPT_MAX && ` and ${waiting.length - KEPT_MAX} more`
					]
				})
			] }, blocker)) }),
			most.length > BLOCKERS_MAX && (0, import_jsx_runtime.jsxs)("p", {
				className: Fleet_module_default.soft,
				children: [
					"And ",
					most.length - BLOCKERS_MAX,
					" more that others wait for."
				]
			})
		]
	});
}
// src/pages/fleet/Fleet.tsx
var CLAIMS_PAGE = 50;
var PROJECTS_PAGE = 8;
var ENDED_MAX = 200;
function Fleet() {
	const [parameters, setParameters] = useSearchParams();
	const project = parameters.get("project") ?? "";
	const [shown, setShown] = (0, import_react.useState)(PROJECTS_PAGE);
	const overviews = useLiveQuery(calm(cairn.query.listOverviews({ query: { limit: 200 } })));
	const ended = useLiveQuery(calm(cairn.query.listClaims({ query: {
		ended: "true",
		limit: ENDED_MAX
	} }), 2e3));
	const all = overviews.data?.items ?? [];
	const wanted = all.filter(({ key }) => !project || key === project).sort((one, other) => other.queueDepth - one.queueDepth);
	const keys = new Map(all.map(({ projectId, key }) => [projectId, key]));
	const choose = (key) => setParameters(key ? { project: key } : {}, { replace: true });
	return (0, import_jsx_runtime.jsxs)("div", {
		className: Fleet_module_default.page,
		children: [
			(0, import_jsx_runtime.jsx)(PageHead, {
				title: "Fleet",
				about: "Who works on what in all queues, what holds up the rest, and what went wrong.",
				children: (0, import_jsx_runtime.jsx)(Select, {
					label: "Project",
					hideLabel: true,
					value: project,
					options: [{
						value: "",
						label: "All projects"
					}, ...all.map(({ key, name }) => ({
						value: key,
						label: name
					}))],
					onChange: ({ target }) => choose(target.value)
				})
			}),
			(0, import_jsx_runtime.jsx)(AtWork, {
				keys,
				project
			}),
			(0, import_jsx_runtime.jsx)(Answered, {
				query: overviews,
				children: () => wanted.length === 0 ? (0, import_jsx_runtime.jsx)(EmptyState, {
					title: "There are no projects yet",
					children: "Queues belong to projects."
				}) : (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [wanted.slice(0, shown).map((each) => (0, import_jsx_runtime.jsx)(ProjectQueues, {
					project: each.key,
					name: each.name,
					ended: ended.data?.items ?? []
				}, each.projectId)), wanted.length > shown && (0, import_jsx_runtime.jsx)("p", { children: (0, import_jsx_runtime.jsx)(Button, {
					onClick: () => setShown(shown + PROJECTS_PAGE),
					children: "Show more projects"
				}) })] })
			})
		]
	});
}
function AtWork({ keys, project }) {
	const everywhere = cairn.query.listClaimsInfinite({ query: { limit: CLAIMS_PAGE } });
	const inProject = cairn.query.listClaimsInProjectInfinite({
		path: { project },
		query: { limit: CLAIMS_PAGE }
	});
	const claims = useInfiniteQuery(project ? inProject : everywhere);
	useLive((project ? inProject : everywhere).queryKey);
	const count = claims.data?.pages.reduce((sum, { items }) => sum + items.length, 0) ?? 0;
	return (0, import_jsx_runtime.jsxs)("section", {
		"aria-labelledby": "at-work",
		children: [(0, import_jsx_runtime.jsxs)("h2", {
			id: "at-work",
			className: Fleet_module_default.sectionHead,
			children: ["At work ", (0, import_jsx_runtime.jsx)("span", {
				className: Fleet_module_default.count,
				role: "status",
				children: claims.data ? `${count}${claims.hasNextPage ? "+" : ""}` : ""
			})]
		}), (0, import_jsx_runtime.jsx)(Answered, {
			query: claims,
			children: ({ pages }) => count === 0 ? (0, import_jsx_runtime.jsx)("div", {
				className: Fleet_module_default.quiet,
				children: (0, import_jsx_runtime.jsx)(EmptyState, {
					icon: Moon,
					title: "Nobody holds anything",
					children: "Agents that ask for work appear here, with what they do and how far they are. Below is what waits for them."
				})
			}) : (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [(0, import_jsx_runtime.jsx)("ul", {
				className: Queue_module_default.list,
				children: pages.flatMap(({ items }) => items).map((claim) => (0, import_jsx_runtime.jsx)(Held, {
					claim,
					project: keys.get(claim.projectId)
				}, claim.id))
			}), claims.hasNextPage && (0, import_jsx_runtime.jsx)("p", {
				className: Queue_module_default.more,
				children: (0, import_jsx_runtime.jsx)(Button, {
					busy: claims.isFetchingNextPage,
					onClick: () => void claims.fetchNextPage(),
					children: "Show more"
				})
			})] })
		})]
	});
}
export { Fleet as default };
