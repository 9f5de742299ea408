import { __toESM } from "./rolldown-runtime.js";
import { keepPreviousData, require_jsx_runtime, require_react, useInfiniteQuery, useParams, useQuery, useQueryClient, useSearchParams } from "./vendor.js";
import { ChevronDown, Funnel, Pause, Play, RotateCcwClock, X } from "./icons.js";
import { EventType, useLiveQuery } from "./api.js";
import { Actor, Answered, Badge, Button, Differences, EmptyState, Field, Menu, MenuItem, MenuLabel, PageHead, Select, Sentence, cairn, changesOf, classes, isEcho, phrase, problemOf, words } from "./ui.js";
import { Subject, calm } from "./items.js";
// src/pages/activity/Activity.module.css
var import_react = __toESM(require_react(), 1);
var Activity_module_default = {
	filters: "Activity_filters",
	day: "Activity_day",
	dayHead: "Activity_dayHead",
	entries: "Activity_entries",
	entry: "Activity_entry",
	isNew: "Activity_isNew",
	arrive: "Activity_arrive",
	clock: "Activity_clock",
	mark: "Activity_mark",
	good: "Activity_good",
	bad: "Activity_bad",
	moved: "Activity_moved",
	what: "Activity_what",
	sentence: "Activity_sentence",
	item: "Activity_item",
	actions: "Activity_actions",
	unfold: "Activity_unfold",
	isOpen: "Activity_isOpen",
	more: "Activity_more",
	full: "Activity_full"
};
// src/pages/activity/filters.ts
var TYPES_MAX = 50;
var KINDS = {
	tickets: {
		name: "Tickets",
		of: ["ticket"]
	},
	tasks: {
		name: "Tasks",
		of: ["task"]
	},
	comments: {
		name: "Comments",
		of: ["comment"]
	},
	links: {
		name: "Links",
		of: ["link"]
	},
	work: {
		name: "Work and queues",
		of: [
			"queue_item",
			"queue",
			"claim"
		]
	},
	talk: {
		name: "Talk",
		of: [
			"conversation",
			"message",
			"run"
		]
	},
	artifacts: {
		name: "Artifacts",
		of: ["artifact"]
	},
	knowledge: {
		name: "Prompts and memories",
		of: ["prompt", "memory"]
	},
	project: {
		name: "The project",
		of: ["project"]
	}
};
function useFilters() {
	const [parameters, setParameters] = useSearchParams();
	const filters = {
		type: parameters.get("type") ?? "",
		actor: parameters.get("actor") ?? "",
		entity: parameters.get("entity") ?? ""
	};
	const set = (part) => {
		const wanted = {
			...Object.fromEntries(new URLSearchParams(location.search)),
			...part
		};
		setParameters(Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== "")), { replace: true });
	};
	return {
		filters,
		set
	};
}
function typesOf(type) {
	const kind = KINDS[type];
	const types = Object.values(EventType).filter((each) => kind ? kind.of.includes(each.split(".")[0] ?? "") : each === type);
	return types.length > 0 ? types.slice(0, TYPES_MAX).join(",") : void 0;
}
// src/pages/activity/Told.tsx
var import_jsx_runtime = require_jsx_runtime();
function Told({ entry }) {
	const { type, actorName, about, data } = entry;
	if (!about || !type.startsWith("queue_item.")) return (0, import_jsx_runtime.jsx)("p", {
		className: Activity_module_default.sentence,
		children: (0, import_jsx_runtime.jsx)(Sentence, {
			of: entry,
			isTitled: true
		})
	});
	const { agent } = data ?? {};
	return (0, import_jsx_runtime.jsxs)("span", {
		className: Activity_module_default.item,
		children: [
			(0, import_jsx_runtime.jsx)(Actor, { name: actorName }),
			agent && agent !== actorName && (0, import_jsx_runtime.jsx)(Badge, { children: agent }),
			(0, import_jsx_runtime.jsx)("span", { children: phrase(type) }),
			(0, import_jsx_runtime.jsx)(Subject, { of: about })
		]
	});
}
// src/pages/activity/Timeline.tsx
var day = new Intl.DateTimeFormat("en-GB", {
	weekday: "long",
	day: "numeric",
	month: "long",
	year: "numeric"
});
var clock = new Intl.DateTimeFormat("en-GB", { timeStyle: "medium" });
var TONES = {
	created: "good",
	completed: "good",
	restored: "good",
	deleted: "bad",
	purged: "bad",
	failed: "bad",
	cancelled: "bad",
	status_changed: "moved",
	claimed: "moved"
};
function Timeline({ entries, newest, set }) {
	const days = new Map();
	for (const entry of entries) {
		const name = day.format(Date.parse(entry.at));
		const of = days.get(name) ?? [];
		of.push(entry);
		days.set(name, of);
	}
	return [...days].map(([name, of]) => (0, import_jsx_runtime.jsxs)("section", {
		"aria-label": name,
		className: Activity_module_default.day,
		children: [(0, import_jsx_runtime.jsx)("h2", {
			className: Activity_module_default.dayHead,
			children: name
		}), (0, import_jsx_runtime.jsx)("ol", {
			className: Activity_module_default.entries,
			children: of.map((entry) => (0, import_jsx_runtime.jsx)(Entry, {
				entry,
				isNew: entry.seq > newest,
				set
			}, entry.seq))
		})]
	}, name));
}
function Entry({ entry, isNew, set }) {
	const [isOpen, setOpen] = (0, import_react.useState)(false);
	const { type, at, actorId, actorName, subjectType, subjectId, data } = entry;
	const verb = type.split(".")[1] ?? "";
	const key = data?.key;
	const entity = subjectType === "ticket" && key ? key : subjectId;
	const changes = changesOf(entry);
	return (0, import_jsx_runtime.jsxs)("li", {
		className: classes(Activity_module_default.entry, isNew && Activity_module_default.isNew),
		children: [
			(0, import_jsx_runtime.jsx)("time", {
				dateTime: at,
				className: Activity_module_default.clock,
				children: clock.format(Date.parse(at))
			}),
			(0, import_jsx_runtime.jsx)("span", {
				className: classes(Activity_module_default.mark, Activity_module_default[TONES[verb] ?? ""]),
				"aria-hidden": true
			}),
			(0, import_jsx_runtime.jsxs)("div", {
				className: Activity_module_default.what,
				children: [(0, import_jsx_runtime.jsx)(Told, { entry }), isOpen && (0, import_jsx_runtime.jsx)(Differences, { changes })]
			}),
			(0, import_jsx_runtime.jsxs)("div", {
				className: Activity_module_default.actions,
				children: [(0, import_jsx_runtime.jsxs)(Menu, {
					align: "end",
					trigger: (0, import_jsx_runtime.jsx)(Button, {
						kind: "quiet",
						icon: Funnel,
						iconOnly: true,
						children: "Show only such"
					}),
					children: [
						(0, import_jsx_runtime.jsx)(MenuLabel, { children: "Show only" }),
						(0, import_jsx_runtime.jsx)(MenuItem, {
							onSelect: () => set({ entity }),
							children: subjectType === "ticket" && key ? key : `this ${words(subjectType).toLowerCase()}`
						}),
						actorId && (0, import_jsx_runtime.jsxs)(MenuItem, {
							onSelect: () => set({ actor: actorId }),
							children: [
								"what ",
								actorName,
								" did"
							]
						}),
						(0, import_jsx_runtime.jsx)(MenuItem, {
							onSelect: () => set({ type }),
							children: type
						})
					]
				}), changes.length > 0 && (0, import_jsx_runtime.jsx)(Button, {
					kind: "quiet",
					icon: ChevronDown,
					iconOnly: true,
					className: classes(Activity_module_default.unfold, isOpen && Activity_module_default.isOpen),
					"aria-expanded": isOpen,
					onClick: () => setOpen(!isOpen),
					children: "What changed"
				})]
			})
		]
	});
}
// src/pages/activity/useTimeline.ts
var PAGE = 50;
var FOLLOW_MAX = 200;
var NEW_MAX = 300;
var TOP_PIXELS = 200;
function useTimeline(wanted, follows) {
	const client = useQueryClient();
	const options = cairn.query.listActivityInfinite({ query: {
		...wanted,
		limit: PAGE
	} });
	const older = useInfiniteQuery({
		...options,
		gcTime: 0,
		placeholderData: keepPreviousData
	});
	const pages = older.data?.pages ?? [];
	const filter = JSON.stringify(wanted);
	const [kept, setKept] = (0, import_react.useState)();
	const known = kept?.filter === filter ? kept : void 0;
	const first = pages[0]?.items[0]?.seq ?? 0;
	const after = known?.after ?? first;
	const isReady = older.data !== void 0 && !older.isPlaceholderData && !older.isRefetching;
	const { isFull = false, isCut = false } = known ?? {};
	const following = useLiveQuery({
		...calm(cairn.query.listActivity({ query: {
			...wanted,
			after: String(after),
			limit: FOLLOW_MAX
		} }), 500),
		gcTime: 0,
		enabled: isReady && follows && !isFull
	}).data;
	(0, import_react.useEffect)(() => {
		if (following && following.items.length === FOLLOW_MAX) {
			const items = [...known?.items ?? [], ...following.items];
			const isAtTop = document.documentElement.scrollTop < TOP_PIXELS;
			const isTooMuch = items.length > NEW_MAX;
			setKept({
				filter,
				items: isTooMuch && isAtTop ? items.slice(-300) : items,
				after: following.after,
				isFull: isTooMuch && !isAtTop,
				isCut: isCut || isTooMuch && isAtTop
			});
		}
	}, [following]);
	const added = [...known?.items ?? [], ...(following?.items ?? []).filter(({ seq }) => seq > after)];
	const fresh = (isCut ? added.slice(-300) : added).toReversed();
	return {
		older,
		fresh: isReady ? fresh : [],
		entries: [...isReady ? fresh : [], ...isCut ? [] : pages.flatMap(({ items }) => items)],
		isFull,
		isCut,
		restart: () => {
			setKept(void 0);
			client.resetQueries({ queryKey: options.queryKey });
		}
	};
}
// src/pages/activity/Activity.tsx
var ID = /^[0-9A-Z]{13}$/;
function Activity() {
	const { project = "" } = useParams();
	const { filters, set } = useFilters();
	const [follows, setFollows] = (0, import_react.useState)(true);
	const isNamed = filters.entity !== "" && !ID.test(filters.entity);
	const ticket = useQuery({
		...cairn.query.getTicket({ path: { ticket: filters.entity } }),
		enabled: isNamed
	});
	const subject = isNamed ? ticket.data?.id : filters.entity;
	const types = typesOf(filters.type);
	const wanted = {
		project,
		...filters.actor && { actor: filters.actor },
		...subject && { subject },
		...types && { types }
	};
	const isFiltered = Object.values(filters).some((value) => value !== "");
	return (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [
		(0, import_jsx_runtime.jsx)(PageHead, {
			title: `Activity in ${project}`,
			about: "Who changed what, the newest first.",
			children: (0, import_jsx_runtime.jsx)(Button, {
				icon: follows ? Pause : Play,
				"aria-pressed": follows,
				onClick: () => setFollows(!follows),
				children: follows ? "Following" : "Follow"
			})
		}),
		(0, import_jsx_runtime.jsx)(FilterBar, {
			project,
			filters,
			set,
			problem: ticket.error && isNamed ? problemOf(ticket.error).detail : void 0
		}),
		isNamed && !ticket.data ? ticket.error && (0, import_jsx_runtime.jsxs)(EmptyState, {
			icon: RotateCcwClock,
			title: `There is no ticket ${filters.entity}`,
			children: [
				"Write a key such as ",
				project,
				"-1."
			]
		}) : (0, import_jsx_runtime.jsx)(Entries, {
			wanted,
			filters,
			follows,
			isFiltered,
			set
		})
	] });
}
function FilterBar({ project, filters, set, problem }) {
	const people = (useLiveQuery(cairn.query.listMembers({ path: { project } })).data?.items ?? []).map(({ userId, name }) => ({
		value: userId,
		label: name
	}));
	const kinds = Object.entries(KINDS).map(([value, { name }]) => ({
		value,
		label: name
	}));
	const withChosen = (options, chosen) => chosen === "" || options.some(({ value }) => value === chosen) ? options : [...options, {
		value: chosen,
		label: chosen
	}];
	return (0, import_jsx_runtime.jsxs)("search", {
		className: Activity_module_default.filters,
		"aria-label": "Filter the activity",
		children: [
			(0, import_jsx_runtime.jsx)(Select, {
				label: "Kind",
				hideLabel: true,
				value: filters.type,
				options: withChosen([{
					value: "",
					label: "All kinds"
				}, ...kinds], filters.type),
				onChange: ({ target }) => set({ type: target.value })
			}),
			(0, import_jsx_runtime.jsx)(Select, {
				label: "Who",
				hideLabel: true,
				value: filters.actor,
				options: withChosen([{
					value: "",
					label: "Everybody"
				}, ...people], filters.actor),
				onChange: ({ target }) => set({ actor: target.value })
			}),
			(0, import_jsx_runtime.jsx)("form", {
				onSubmit: (event) => {
					event.preventDefault();
					set({ entity: String(new FormData(event.currentTarget).get("entity")).trim().toUpperCase() });
				},
				children: (0, import_jsx_runtime.jsx)(Field, {
					label: "About which ticket",
					hideLabel: true,
					type: "search",
					name: "entity",
					placeholder: `Ticket, as ${project}-1`,
					defaultValue: filters.entity,
					error: problem,
					onBlur: ({ target }) => target.value.trim().toUpperCase() !== filters.entity && target.form?.requestSubmit()
				})
			}, filters.entity),
			(filters.type || filters.actor || filters.entity) && (0, import_jsx_runtime.jsx)(Button, {
				kind: "quiet",
				icon: X,
				onClick: () => set({
					type: "",
					actor: "",
					entity: ""
				}),
				children: "Clear"
			})
		]
	});
}
function Entries({ wanted, filters, follows, isFiltered, set }) {
	const { older, fresh, entries, isFull, isCut, restart } = useTimeline(wanted, follows);
	const shown = filters.type.includes(".") ? entries : entries.filter((entry) => !isEcho(entry));
	const count = fresh.filter((entry) => !isEcho(entry)).length;
	const newest = older.data?.pages[0]?.items[0]?.seq ?? 0;
	return (0, import_jsx_runtime.jsx)(Answered, {
		query: older,
		children: () => (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [
			(0, import_jsx_runtime.jsx)("p", {
				className: "sr-only",
				role: "status",
				children: count > 0 && `${count} new since the page was opened`
			}),
			isFull && (0, import_jsx_runtime.jsxs)("p", {
				className: Activity_module_default.full,
				children: [
					fresh.length,
					" entries came while you read; the page follows no more. ",
					(0, import_jsx_runtime.jsx)(Button, {
						onClick: restart,
						children: "Begin at the newest"
					})
				]
			}),
			shown.length === 0 && !older.hasNextPage && !isCut ? (0, import_jsx_runtime.jsx)(EmptyState, {
				icon: RotateCcwClock,
				title: isFiltered ? "Nothing that fits has happened" : "Nothing has happened yet",
				children: isFiltered ? (0, import_jsx_runtime.jsx)(Button, {
					onClick: () => set({
						type: "",
						actor: "",
						entity: ""
					}),
					children: "Show everything"
				}) : "Whatever people and agents change appears here at once."
			}) : (0, import_jsx_runtime.jsx)(Timeline, {
				entries: shown,
				newest,
				set
			}),
			(older.hasNextPage || isCut) && (0, import_jsx_runtime.jsx)("p", {
				className: Activity_module_default.more,
				children: (0, import_jsx_runtime.jsx)(Button, {
					busy: older.isFetchingNextPage,
					onClick: () => isCut ? restart() : void older.fetchNextPage(),
					children: "Show what was before"
				})
			})
		] })
	});
}
export { Activity as default };
