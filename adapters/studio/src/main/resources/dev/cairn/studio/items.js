import { __toESM } from "./rolldown-runtime.js";
import { Link, hashKey, require_jsx_runtime, require_react, useMutation, useMutationState, useQueryClient } from "./vendor.js";
import { useLiveQuery } from "./api.js";
import { Actor, Answered, Badge, Button, Confirm, KeyLink, Markdown, More, Time, cairn, classes, countdown, duration, toast, useNow, usePaged, words } from "./ui.js";
import { ChevronDown, RotateCcw, X } from "./icons.js";
// src/calm.ts
var import_react = __toESM(require_react(), 1);
var import_jsx_runtime = require_jsx_runtime();
function calm(options, pauseMillis = 1e3) {
	const read = options.queryFn;
	const hash = hashKey(options.queryKey);
	const queryFn = async (context) => {
		if (typeof context.pageParam !== "string") await pause((context.client.getQueryCache().get(hash)?.state.dataUpdatedAt ?? 0) + pauseMillis - Date.now(), context.signal);
		return read(context);
	};
	return {
		...options,
		queryFn
	};
}
function pause(millis, signal) {
	return new Promise((resolve, reject) => {
		const stop = () => {
			clearTimeout(timer);
			reject(signal.reason);
		};
		const timer = setTimeout(() => {
			signal.removeEventListener("abort", stop);
			resolve();
		}, Math.max(millis, 0));
		signal.addEventListener("abort", stop);
	});
}
var Queue_module_default = {
	soft: "Queue_soft",
	number: "Queue_number",
	clock: "Queue_clock",
	soon: "Queue_soon",
	over: "Queue_over",
	list: "Queue_list",
	item: "Queue_item",
	held: "Queue_held",
	who: "Queue_who",
	facts: "Queue_facts",
	attemptHead: "Queue_attemptHead",
	what: "Queue_what",
	subject: "Queue_subject",
	said: "Queue_said",
	title: "Queue_title",
	waits: "Queue_waits",
	progress: "Queue_progress",
	bar: "Queue_bar",
	lease: "Queue_lease",
	split: "Queue_split",
	splitBar: "Queue_splitBar",
	courseBar: "Queue_courseBar",
	waitFill: "Queue_waitFill",
	workFill: "Queue_workFill",
	badFill: "Queue_badFill",
	unfold: "Queue_unfold",
	isOpen: "Queue_isOpen",
	history: "Queue_history",
	course: "Queue_course",
	attempts: "Queue_attempts",
	attempt: "Queue_attempt",
	error: "Queue_error",
	times: "Queue_times",
	letter: "Queue_letter",
	letterActions: "Queue_letterActions",
	more: "Queue_more"
};
// src/queues/Subject.tsx
var KNOWN_MAX = 200;
function useUnfinished(project, pauseMillis) {
	const options = cairn.query.listReadyTickets({
		path: { project },
		query: {
			include: "blocked",
			limit: KNOWN_MAX
		}
	});
	const { data } = useLiveQuery(calm(options, pauseMillis));
	return new Map((data?.items ?? []).map((ticket) => [ticket.id, ticket]));
}
function Subject({ of: { ticketKey, ticketTitle, taskContent } }) {
	if (ticketKey === null) return (0, import_jsx_runtime.jsx)("span", {
		className: Queue_module_default.soft,
		children: "It is gone"
	});
	return (0, import_jsx_runtime.jsxs)("span", {
		className: Queue_module_default.subject,
		children: [
			(0, import_jsx_runtime.jsx)(KeyLink, { ticket: ticketKey }),
			" ",
			(0, import_jsx_runtime.jsx)(Link, {
				to: `/t/${ticketKey}`,
				className: Queue_module_default.title,
				children: taskContent ?? ticketTitle
			}),
			taskContent !== null && (0, import_jsx_runtime.jsxs)("span", {
				className: Queue_module_default.soft,
				children: ["a task of ", ticketTitle]
			})
		]
	});
}
function itemName({ ticketKey, taskContent }) {
	return `${ticketKey ?? "an item"}${taskContent === null ? "" : `, ${taskContent}`}`;
}
function Waits({ item, project }) {
	const known = useUnfinished(project);
	const ticket = item.ticketId === null ? void 0 : known.get(item.ticketId);
	const waits = (ticket?.reasons ?? []).flatMap(({ ticket: key, via }) => key ? [{
		key,
		via
	}] : []);
	if (waits.length > 0) return (0, import_jsx_runtime.jsxs)("span", {
		className: Queue_module_default.waits,
		children: ["waits for ", waits.map(({ key, via }, index) => (0, import_jsx_runtime.jsxs)("span", { children: [
			index > 0 && ", ",
			(0, import_jsx_runtime.jsx)(KeyLink, { ticket: key }),
			via && via !== ticket?.key && (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [
				" (through ",
				(0, import_jsx_runtime.jsx)(KeyLink, { ticket: via }),
				")"
			] })
		] }, key))]
	});
	if (ticket?.status === "blocked") return (0, import_jsx_runtime.jsx)("span", {
		className: Queue_module_default.waits,
		children: "its ticket is blocked"
	});
	return (0, import_jsx_runtime.jsx)("span", {
		className: Queue_module_default.waits,
		children: item.taskId === null ? "waits for its tasks" : "waits for other tasks"
	});
}
// src/queues/changes.ts
var ITEM = ["queue item"];
var ORDER = ["queue order"];
var PAUSE = ["queue pause"];
var LISTS = new Set([
	"listQueueItems",
	"getQueueStatistics",
	"listClaims",
	"listClaimsInProject",
	"listQueues"
]);
function useReread() {
	const client = useQueryClient();
	return () => client.invalidateQueries({ predicate: ({ queryKey: [first] }) => LISTS.has(first._id ?? "") });
}
function useItemChange() {
	const reread = useReread();
	return useMutation({
		mutationKey: ITEM,
		mutationFn: async (change) => {
			const path = { item: change.item };
			switch (change.kind) {
				case "retry": return cairn.retryQueueItem({ path });
				case "cancel": return cairn.cancelQueueItem({ path });
				case "place": return cairn.updateQueueItem({
					path,
					body: {
						...change.priority && { priority: change.priority },
						...change.runAt && { runAt: change.runAt }
					}
				});
			}
		},
		onSuccess: reread
	});
}
function useShown(items) {
	const changes = useMutationState({
		filters: {
			mutationKey: ITEM,
			status: "pending"
		},
		select: ({ state }) => state.variables
	});
	const orders = useMutationState({
		filters: {
			mutationKey: ORDER,
			status: "pending"
		},
		select: ({ state }) => state.variables
	});
	const gone = new Set(changes.filter(({ kind }) => kind !== "place").map(({ item }) => item));
	const shown = items.filter(({ id }) => !gone.has(id)).map((item) => {
		const placed = changes.find((change) => change.kind === "place" && change.item === item.id);
		return placed?.kind === "place" && placed.priority ? {
			...item,
			priority: placed.priority
		} : item;
	});
	const order = orders.at(-1);
	if (!order) return shown;
	const places = new Map(order.ids.map((id, index) => [id, index]));
	return shown.map((item) => item.id === order.moved && order.priority ? {
		...item,
		priority: order.priority
	} : item).sort((one, other) => (places.get(one.id) ?? 0) - (places.get(other.id) ?? 0));
}
function useReorder() {
	const reread = useReread();
	return useMutation({
		mutationKey: ORDER,
		mutationFn: async ({ queue, ids, moved, priority }) => {
			if (priority) await cairn.updateQueueItem({
				path: { item: moved },
				body: { priority }
			});
			return cairn.reorderItems({
				path: { queue },
				body: { ids }
			});
		},
		onSuccess: reread,
		onError: reread
	});
}
function usePause() {
	const reread = useReread();
	return useMutation({
		mutationKey: PAUSE,
		mutationFn: ({ queue, active }) => active ? cairn.resumeQueue({ path: { queue } }) : cairn.pauseQueue({ path: { queue } }),
		onSuccess: reread
	});
}
function useRetryAll() {
	const reread = useReread();
	return useMutation({
		mutationFn: (queue) => cairn.retryFailedItems({ path: { queue } }),
		onSuccess: async ({ retried, refused }) => {
			const [first] = refused;
			toast(retried === 1 ? "1 item waits again" : `${retried} items wait again`, first && { hint: `${refused.length} stay: ${first.message}` });
			await reread();
		}
	});
}
// src/queues/tried.ts
function tried(attempts, stalls, releases = 0) {
	return [
		attempts > 0 && `failed ${times(attempts)}`,
		stalls > 0 && `stalled ${times(stalls)}`,
		releases > 0 && `given back ${times(releases)}`
	].filter(Boolean).join(", ");
}
var times = (count) => count === 1 ? "once" : `${count} times`;
// src/queues/ItemHistory.tsx
var ATTEMPTS_MAX = 20;
var TONES = {
	completed: "accent",
	finished: "accent",
	failed: "danger",
	lost: "warning"
};
function ItemHistory({ item }) {
	const itself = useLiveQuery(cairn.query.getQueueItem({ path: { item } }));
	const claims = useLiveQuery(cairn.query.listClaimsOfItem({
		path: { item },
		query: { limit: ATTEMPTS_MAX }
	}));
	return (0, import_jsx_runtime.jsx)("div", {
		className: Queue_module_default.history,
		children: (0, import_jsx_runtime.jsx)(Answered, {
			query: itself,
			children: (body) => (0, import_jsx_runtime.jsx)(Answered, {
				query: claims,
				children: ({ items, nextCursor }) => (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [
					(0, import_jsx_runtime.jsx)(Course, {
						item: body,
						claims: items
					}),
					body.lastError && (0, import_jsx_runtime.jsx)("p", {
						className: Queue_module_default.error,
						children: body.lastError
					}),
					items.length === 0 && (0, import_jsx_runtime.jsx)("p", {
						className: Queue_module_default.soft,
						children: "Nobody has held it yet."
					}),
					(0, import_jsx_runtime.jsx)("ol", {
						className: Queue_module_default.attempts,
						children: items.map((claim) => (0, import_jsx_runtime.jsx)(Attempt, { claim }, claim.id))
					}),
					(body.status === "claimed" || body.status === "stalled") && (0, import_jsx_runtime.jsx)(TakeAway, {
						item,
						holder: items[0]?.agent ?? "its holder"
					}),
					nextCursor && (0, import_jsx_runtime.jsxs)("p", {
						className: Queue_module_default.soft,
						children: [
							"These are the newest ",
							ATTEMPTS_MAX,
							"."
						]
					})
				] })
			})
		})
	});
}
function TakeAway({ item, holder }) {
	const [isAsking, setAsking] = (0, import_react.useState)(false);
	const change = useItemChange();
	return (0, import_jsx_runtime.jsxs)("div", { children: [(0, import_jsx_runtime.jsxs)(Button, {
		kind: "danger",
		icon: X,
		onClick: () => setAsking(true),
		children: ["Take it away from ", holder]
	}), isAsking && (0, import_jsx_runtime.jsxs)(Confirm, {
		title: `Take it away from ${holder}?`,
		action: "Take it away",
		busy: change.isPending,
		onConfirm: () => change.mutate({
			kind: "cancel",
			item
		}, { onSettled: () => setAsking(false) }),
		onClose: () => setAsking(false),
		children: [
			"It leaves the queue, and its ticket is open again. ",
			holder,
			" hears that the work was cancelled when they next say something."
		]
	})] });
}
function Attempt({ claim }) {
	const { user, agent, claimedAt, endedAt, outcome, progress, note, error } = claim;
	const name = user ?? agent;
	return (0, import_jsx_runtime.jsxs)("li", {
		className: Queue_module_default.attempt,
		children: [
			(0, import_jsx_runtime.jsxs)("div", {
				className: Queue_module_default.attemptHead,
				children: [
					(0, import_jsx_runtime.jsx)(Actor, { name }),
					agent !== name && (0, import_jsx_runtime.jsx)(Badge, { children: agent }),
					outcome ? (0, import_jsx_runtime.jsx)(Badge, {
						...TONES[outcome] && { tone: TONES[outcome] },
						children: words(outcome)
					}) : (0, import_jsx_runtime.jsx)(Badge, {
						tone: "accent",
						children: "Holds it"
					}),
					(0, import_jsx_runtime.jsxs)("span", {
						className: Queue_module_default.soft,
						children: [
							(0, import_jsx_runtime.jsx)(Time, { at: claimedAt }),
							endedAt && `, for ${duration(Date.parse(endedAt) - Date.parse(claimedAt))}`,
							progress && `, ${progress.percent} %${progress.text ? `: ${progress.text}` : ""}`
						]
					})
				]
			}),
			error && error !== "" && (0, import_jsx_runtime.jsx)("p", {
				className: Queue_module_default.error,
				children: error
			}),
			note && (0, import_jsx_runtime.jsx)(Markdown, { text: note })
		]
	});
}
function Course({ item, claims }) {
	const now = useNow();
	const before = tried(item.attempts, item.stalls, item.releases);
	const from = Date.parse(item.enqueuedAt);
	const to = Math.max(item.finishedAt ? Date.parse(item.finishedAt) : now, from + 1);
	const place = (at) => Math.min(Math.max(at - from, 0), to - from) / (to - from) * 100;
	const parts = claims.map(({ id, claimedAt, endedAt, outcome }) => {
		return {
			id,
			begin: Date.parse(claimedAt),
			end: endedAt ? Date.parse(endedAt) : now,
			outcome
		};
	});
	const work = parts.reduce((sum, { begin, end }) => sum + Math.max(0, end - begin), 0);
	return (0, import_jsx_runtime.jsxs)("div", {
		className: Queue_module_default.course,
		children: [(0, import_jsx_runtime.jsxs)("svg", {
			className: Queue_module_default.courseBar,
			viewBox: "0 0 100 8",
			preserveAspectRatio: "none",
			"aria-hidden": true,
			children: [(0, import_jsx_runtime.jsx)("rect", {
				className: Queue_module_default.waitFill,
				width: "100",
				height: "8"
			}), parts.map(({ id, begin, end, outcome }) => (0, import_jsx_runtime.jsx)("rect", {
				className: outcome === "failed" || outcome === "lost" ? Queue_module_default.badFill : Queue_module_default.workFill,
				x: place(begin),
				width: Math.max(place(end) - place(begin), .6),
				height: "8"
			}, id))]
		}), (0, import_jsx_runtime.jsxs)("span", {
			className: Queue_module_default.soft,
			children: [
				"Enqueued ",
				(0, import_jsx_runtime.jsx)(Time, { at: item.enqueuedAt }),
				"; ",
				duration(to - from - work),
				" waiting, ",
				duration(work),
				" in work",
				before && `; ${before}`,
				"."
			]
		})]
	});
}
// src/queues/Lease.tsx
var SOON_MILLIS = 6e4;
function Lease({ until }) {
	const left = until === null ? 0 : Date.parse(until) - useNow();
	if (left <= 0) return (0, import_jsx_runtime.jsxs)("span", {
		className: Queue_module_default.over,
		children: ["Lease over", until && ` for ${duration(-left)}`]
	});
	return (0, import_jsx_runtime.jsxs)("span", {
		className: left < SOON_MILLIS ? Queue_module_default.soon : void 0,
		children: [(0, import_jsx_runtime.jsx)("span", {
			className: "sr-only",
			children: "Lease ends in "
		}), (0, import_jsx_runtime.jsx)("time", {
			dateTime: until,
			className: Queue_module_default.clock,
			title: "What is left of the lease; a heartbeat renews it",
			children: countdown(left)
		})]
	});
}
// src/queues/TimeSplit.tsx
function TimeSplit({ wait, work }) {
	const all = Math.max(wait + work, 1);
	return (0, import_jsx_runtime.jsxs)("span", {
		className: Queue_module_default.split,
		children: [(0, import_jsx_runtime.jsxs)("svg", {
			className: Queue_module_default.splitBar,
			viewBox: "0 0 100 6",
			preserveAspectRatio: "none",
			"aria-hidden": true,
			children: [(0, import_jsx_runtime.jsx)("rect", {
				className: Queue_module_default.waitFill,
				width: Math.max(wait, 0) / all * 100,
				height: "6"
			}), (0, import_jsx_runtime.jsx)("rect", {
				className: Queue_module_default.workFill,
				x: Math.max(wait, 0) / all * 100,
				width: Math.max(work, 0) / all * 100,
				height: "6"
			})]
		}), (0, import_jsx_runtime.jsxs)("span", {
			className: Queue_module_default.soft,
			children: [
				duration(wait),
				" waiting, ",
				duration(work),
				" in work"
			]
		})]
	});
}
// src/queues/Held.tsx
function Held({ claim, project }) {
	const [isOpen, setOpen] = (0, import_react.useState)(false);
	const now = useNow();
	const name = claim.user ?? claim.agent;
	return (0, import_jsx_runtime.jsxs)("li", {
		className: Queue_module_default.item,
		children: [(0, import_jsx_runtime.jsxs)("div", {
			className: Queue_module_default.held,
			children: [
				(0, import_jsx_runtime.jsxs)("div", {
					className: Queue_module_default.who,
					children: [(0, import_jsx_runtime.jsx)(Actor, { name }), claim.agent !== name && (0, import_jsx_runtime.jsx)(Badge, { children: claim.agent })]
				}),
				(0, import_jsx_runtime.jsxs)("div", {
					className: Queue_module_default.what,
					children: [(0, import_jsx_runtime.jsx)(Subject, { of: claim }), (0, import_jsx_runtime.jsxs)("span", {
						className: Queue_module_default.facts,
						children: [
							project && (0, import_jsx_runtime.jsxs)(Link, {
								to: `/p/${project}/queues?queue=${encodeURIComponent(claim.queue)}`,
								children: [
									project,
									" · ",
									claim.queue
								]
							}),
							claim.attempts + claim.stalls > 0 && (0, import_jsx_runtime.jsx)(Badge, {
								tone: "warning",
								children: tried(claim.attempts, claim.stalls)
							}),
							claim.progress?.text && (0, import_jsx_runtime.jsx)("span", {
								className: Queue_module_default.said,
								children: claim.progress.text
							})
						]
					})]
				}),
				(0, import_jsx_runtime.jsx)("div", {
					className: Queue_module_default.progress,
					children: claim.progress ? (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [(0, import_jsx_runtime.jsx)("progress", {
						className: Queue_module_default.bar,
						value: claim.progress.percent,
						max: 100,
						"aria-label": `Progress of ${claim.ticketKey}`
					}), (0, import_jsx_runtime.jsxs)("span", {
						className: Queue_module_default.number,
						children: [claim.progress.percent, " %"]
					})] }) : (0, import_jsx_runtime.jsx)("span", {
						className: Queue_module_default.soft,
						children: "no progress said"
					})
				}),
				(0, import_jsx_runtime.jsxs)("div", {
					className: Queue_module_default.lease,
					children: [(0, import_jsx_runtime.jsx)(Lease, { until: claim.leaseUntil }), (0, import_jsx_runtime.jsxs)("span", {
						className: Queue_module_default.soft,
						children: ["heard ", (0, import_jsx_runtime.jsx)(Time, { at: claim.heartbeatAt })]
					})]
				}),
				(0, import_jsx_runtime.jsx)("div", {
					className: Queue_module_default.times,
					children: (0, import_jsx_runtime.jsx)(TimeSplit, {
						wait: Date.parse(claim.claimedAt) - Date.parse(claim.enqueuedAt),
						work: now - Date.parse(claim.claimedAt)
					})
				}),
				(0, import_jsx_runtime.jsx)(Button, {
					kind: "quiet",
					icon: ChevronDown,
					iconOnly: true,
					className: classes(Queue_module_default.unfold, isOpen && Queue_module_default.isOpen),
					"aria-expanded": isOpen,
					onClick: () => setOpen(!isOpen),
					children: `Attempts and notes of ${claim.ticketKey}`
				})
			]
		}), isOpen && (0, import_jsx_runtime.jsx)(ItemHistory, { item: claim.itemId })]
	});
}
// src/queues/DeadLetters.tsx
var PAGE = 20;
function DeadLetters({ queue, none }) {
	const options = cairn.query.listQueueItemsInfinite({
		path: { queue: queue.id },
		query: {
			status: ["failed"],
			limit: PAGE,
			sort: "-enqueuedAt"
		}
	});
	const failed = usePaged(calm(options));
	const items = useShown(failed.data ?? []);
	return (0, import_jsx_runtime.jsx)(Answered, {
		query: failed,
		children: () => items.length === 0 ? none : (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [(0, import_jsx_runtime.jsx)("ul", {
			className: Queue_module_default.list,
			children: items.map((item) => (0, import_jsx_runtime.jsx)(DeadLetter, { item }, item.id))
		}), (0, import_jsx_runtime.jsx)(More, { list: failed })] })
	});
}
function DeadLetter({ item }) {
	const [isOpen, setOpen] = (0, import_react.useState)(false);
	const change = useItemChange();
	const key = itemName(item);
	return (0, import_jsx_runtime.jsxs)("li", {
		className: Queue_module_default.item,
		children: [(0, import_jsx_runtime.jsxs)("div", {
			className: Queue_module_default.letter,
			children: [(0, import_jsx_runtime.jsxs)("div", {
				className: Queue_module_default.what,
				children: [
					(0, import_jsx_runtime.jsx)(Subject, { of: item }),
					(0, import_jsx_runtime.jsxs)("span", {
						className: Queue_module_default.facts,
						children: [(0, import_jsx_runtime.jsx)(Badge, {
							tone: "danger",
							children: tried(item.attempts, item.stalls) || "Failed"
						}), item.finishedAt && (0, import_jsx_runtime.jsxs)("span", { children: ["given up ", (0, import_jsx_runtime.jsx)(Time, { at: item.finishedAt })] })]
					}),
					item.lastError && (0, import_jsx_runtime.jsx)("p", {
						className: Queue_module_default.error,
						children: item.lastError
					}),
					item.note && (0, import_jsx_runtime.jsx)("div", {
						className: Queue_module_default.soft,
						children: (0, import_jsx_runtime.jsx)(Markdown, { text: item.note })
					})
				]
			}), (0, import_jsx_runtime.jsxs)("div", {
				className: Queue_module_default.letterActions,
				children: [(0, import_jsx_runtime.jsx)(Button, {
					icon: RotateCcw,
					"aria-label": `Retry ${key}`,
					onClick: () => change.mutate({
						kind: "retry",
						item: item.id
					}),
					children: "Retry"
				}), (0, import_jsx_runtime.jsx)(Button, {
					kind: "quiet",
					icon: ChevronDown,
					iconOnly: true,
					className: classes(Queue_module_default.unfold, isOpen && Queue_module_default.isOpen),
					"aria-expanded": isOpen,
					onClick: () => setOpen(!isOpen),
					children: `Attempts and notes of ${key}`
				})]
			})]
		}), isOpen && (0, import_jsx_runtime.jsx)(ItemHistory, { item: item.id })]
	});
}
// src/queues/why.ts
function standing({ active, maxParallel }, { counts }) {
	const count = (state) => counts[state] ?? 0;
	if (!active) return "paused";
	if (count("claimed") >= maxParallel) return "at_limit";
	if (count("ready") + count("stalled") > 0) return "hands_out";
	if (count("blocked") > 0) return "all_blocked";
	return count("scheduled") > 0 ? "scheduled" : "empty";
}
var STANDINGS = {
	paused: {
		name: "Paused",
		tone: "warning"
	},
	at_limit: {
		name: "At its limit",
		tone: "warning"
	},
	hands_out: {
		name: "Hands out",
		tone: "accent"
	},
	all_blocked: {
		name: "All blocked",
		tone: "danger"
	},
	scheduled: { name: "Waits for its time" },
	empty: { name: "Empty" }
};
export { DeadLetters, Held, ItemHistory, Lease, Queue_module_default, STANDINGS, Subject, TimeSplit, Waits, calm, itemName, standing, tried, useItemChange, usePause, useReorder, useRetryAll, useShown, useUnfinished };
