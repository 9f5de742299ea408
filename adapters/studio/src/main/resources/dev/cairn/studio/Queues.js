import { __toESM } from "./rolldown-runtime.js";
import { Link, require_jsx_runtime, require_react, useInfiniteQuery, useMutation, useNavigate, useParams, useSearchParams } from "./vendor.js";
import { ArrowDown, ArrowUp, ArrowUpToLine, Ban, ChevronDown, CirclePause, Clock, Ellipsis, Gauge, GripVertical, Inbox, Layers, ListPlus, Pause, Pencil, Play, Plus, RotateCcw, Send, Trash, X } from "./icons.js";
import { CairnProblem, TicketType, useLive, useLiveQuery } from "./api.js";
import { DeadLetters, Held, ItemHistory, Lease, Queue_module_default, STANDINGS, Subject, Waits, calm, itemName, standing, tried, useItemChange, usePause, useReorder, useRetryAll, useShown } from "./items.js";
import { Answered, Badge, Button, Confirm, Dialog, DialogActions, EmptyState, Field, Menu, MenuItem, MenuLabel, MenuLine, More, PageHead, Select, Time, cairn, classes, duration, problemOf, toast, usePaged, words } from "./ui.js";
import { QueueCharts } from "./charts.js";
import { DndContext, KeyboardSensor, PointerSensor, SortableContext, arrayMove, closestCenter, sortableKeyboardCoordinates, useSensor, useSensors, useSortable, verticalListSortingStrategy } from "./drag.js";
// src/pages/queues/Queues.module.css
var import_react = __toESM(require_react(), 1);
var Queues_module_default = {
	queues: "Queues_queues",
	card: "Queues_card",
	cardHead: "Queues_cardHead",
	cardCounts: "Queues_cardCounts",
	sectionLine: "Queues_sectionLine",
	cardName: "Queues_cardName",
	bad: "Queues_bad",
	first: "Queues_first",
	detail: "Queues_detail",
	detailHead: "Queues_detailHead",
	about: "Queues_about",
	settings: "Queues_settings",
	count: "Queues_count",
	none: "Queues_none",
	actions: "Queues_actions",
	lineActions: "Queues_lineActions",
	why: "Queues_why",
	whyText: "Queues_whyText",
	hands_out: "Queues_hands_out",
	paused: "Queues_paused",
	at_limit: "Queues_at_limit",
	all_blocked: "Queues_all_blocked",
	figures: "Queues_figures",
	sectionHead: "Queues_sectionHead",
	reveal: "Queues_reveal",
	waiting: "Queues_waiting",
	dragged: "Queues_dragged",
	priority: "Queues_priority",
	line: "Queues_line",
	grip: "Queues_grip",
	place: "Queues_place",
	note: "Queues_note",
	more: "Queues_more",
	form: "Queues_form",
	numbers: "Queues_numbers",
	check: "Queues_check",
	feeds: "Queues_feeds",
	types: "Queues_types",
	choices: "Queues_choices",
	choice: "Queues_choice",
	choiceTitle: "Queues_choiceTitle",
	key: "Queues_key",
	problem: "Queues_problem",
	changed: "Queues_changed"
};
// src/pages/queues/Enqueue.tsx
var import_jsx_runtime = require_jsx_runtime();
var PAGE$2 = 50;
function Enqueue({ project, queue, onClose }) {
	const [chosen, setChosen] = (0, import_react.useState)(new Set());
	const [text, setText] = (0, import_react.useState)("");
	const [withTasks, setWithTasks] = (0, import_react.useState)(false);
	const options = cairn.query.listReadyTicketsInfinite({
		path: { project },
		query: { limit: PAGE$2 }
	});
	const ready = useInfiniteQuery(calm(options));
	useLive(options.queryKey);
	const enqueue = useMutation({
		...cairn.mutation.enqueueItems(),
		meta: { quiet: true },
		onSuccess: ({ items }) => {
			onClose();
			toast(items.length === 1 ? `1 item is in ${queue.name}` : `${items.length} items are in ${queue.name}`);
		}
	});
	const all = ready.data?.pages.flatMap(({ items }) => items) ?? [];
	const shown = all.filter(({ key, title, labels }) => [
		key,
		title,
		...labels
	].join(" ").toLowerCase().includes(text.trim().toLowerCase()));
	const choose = (ids, isChosen) => setChosen(new Set(isChosen ? [...chosen, ...ids] : [...chosen].filter((id) => !ids.includes(id))));
	const isAll = shown.length > 0 && shown.every(({ id }) => chosen.has(id));
	const problem = enqueue.error && problemOf(enqueue.error);
	const submit = (event) => {
		event.preventDefault();
		const items = all.filter(({ id }) => chosen.has(id)).map(({ id, openTaskCount }) => ({
			ticketId: id,
			includeTasks: withTasks && openTaskCount > 0,
			returnExisting: true
		}));
		enqueue.mutate({
			path: { queue: queue.id },
			body: { items }
		});
	};
	return (0, import_jsx_runtime.jsx)(Dialog, {
		title: `Enqueue ready tickets in ${queue.name}`,
		onClose,
		wide: true,
		children: (0, import_jsx_runtime.jsxs)("form", {
			className: Queues_module_default.form,
			onSubmit: submit,
			children: [
				(0, import_jsx_runtime.jsx)(Field, {
					label: "Find among the ready tickets",
					hideLabel: true,
					type: "search",
					placeholder: "Key, title or label",
					autoFocus: true,
					value: text,
					onChange: ({ target }) => setText(target.value)
				}),
				(0, import_jsx_runtime.jsx)(Answered, {
					query: ready,
					children: () => all.length === 0 ? (0, import_jsx_runtime.jsxs)("p", {
						className: Queues_module_default.none,
						children: [
							"No ticket of ",
							project,
							" is ready: what is open waits for something else, or is held already."
						]
					}) : (0, import_jsx_runtime.jsxs)("fieldset", {
						className: Queues_module_default.choices,
						children: [
							(0, import_jsx_runtime.jsx)("legend", {
								className: "sr-only",
								children: "Ready tickets"
							}),
							(0, import_jsx_runtime.jsxs)("label", {
								className: Queues_module_default.choice,
								children: [(0, import_jsx_runtime.jsx)("input", {
									type: "checkbox",
									checked: isAll,
									onChange: ({ target }) => choose(shown.map(({ id }) => id), target.checked)
								}), (0, import_jsx_runtime.jsxs)("strong", { children: [
									"All ",
									shown.length,
									" shown"
								] })]
							}),
							shown.map((ticket) => (0, import_jsx_runtime.jsx)(Choice, {
								ticket,
								isChosen: chosen.has(ticket.id),
								onChoose: (isChosen) => choose([ticket.id], isChosen)
							}, ticket.id)),
							ready.hasNextPage && (0, import_jsx_runtime.jsx)(Button, {
								busy: ready.isFetchingNextPage,
								onClick: () => void ready.fetchNextPage(),
								children: "Show more"
							})
						]
					})
				}),
				(0, import_jsx_runtime.jsxs)("label", {
					className: Queues_module_default.check,
					children: [(0, import_jsx_runtime.jsx)("input", {
						type: "checkbox",
						checked: withTasks,
						onChange: ({ target }) => setWithTasks(target.checked)
					}), "Hand out their tasks one by one, where they have some"]
				}),
				problem && (0, import_jsx_runtime.jsxs)("p", {
					role: "alert",
					className: Queues_module_default.problem,
					children: [
						problem.detail,
						" ",
						problem.hint
					]
				}),
				(0, import_jsx_runtime.jsxs)(DialogActions, { children: [(0, import_jsx_runtime.jsx)(Button, {
					onClick: onClose,
					children: "Cancel"
				}), (0, import_jsx_runtime.jsx)(Button, {
					kind: "primary",
					type: "submit",
					busy: enqueue.isPending,
					disabled: chosen.size === 0,
					children: chosen.size === 1 ? "Enqueue 1 ticket" : `Enqueue ${chosen.size} tickets`
				})] })
			]
		})
	});
}
function Choice({ ticket: { key, title, priority, openTaskCount }, isChosen, onChoose }) {
	return (0, import_jsx_runtime.jsxs)("label", {
		className: Queues_module_default.choice,
		children: [
			(0, import_jsx_runtime.jsx)("input", {
				type: "checkbox",
				checked: isChosen,
				onChange: ({ target }) => onChoose(target.checked)
			}),
			(0, import_jsx_runtime.jsx)("span", {
				className: Queues_module_default.key,
				children: key
			}),
			(0, import_jsx_runtime.jsx)("span", {
				className: Queues_module_default.choiceTitle,
				children: title
			}),
			openTaskCount > 0 && (0, import_jsx_runtime.jsx)(Badge, { children: openTaskCount === 1 ? "1 task" : `${openTaskCount} tasks` }),
			(0, import_jsx_runtime.jsx)(Badge, {
				...priority === "urgent" && { tone: "danger" },
				children: words(priority)
			})
		]
	});
}
// src/pages/queues/Failed.tsx
function Failed({ queue }) {
	const { data: stats } = useLiveQuery(calm(cairn.query.getQueueStatistics({ path: { queue: queue.id } })));
	const retry = useRetryAll();
	const count = stats?.counts.failed ?? 0;
	return (0, import_jsx_runtime.jsxs)("section", {
		"aria-labelledby": "failed",
		children: [(0, import_jsx_runtime.jsxs)("div", {
			className: Queues_module_default.sectionLine,
			children: [(0, import_jsx_runtime.jsxs)("h3", {
				id: "failed",
				className: Queues_module_default.sectionHead,
				children: ["Dead letters ", (0, import_jsx_runtime.jsx)("span", {
					className: Queues_module_default.count,
					children: stats ? count : ""
				})]
			}), count > 1 && (0, import_jsx_runtime.jsx)(Button, {
				icon: RotateCcw,
				busy: retry.isPending,
				onClick: () => retry.mutate(queue.id),
				children: "Retry all"
			})]
		}), (0, import_jsx_runtime.jsx)(DeadLetters, {
			queue,
			none: (0, import_jsx_runtime.jsx)("p", {
				className: Queues_module_default.none,
				children: "Nothing failed for good."
			})
		})]
	});
}
// src/pages/queues/Finished.tsx
var PAGE$1 = 20;
function Finished({ queue }) {
	const [isOpen, setOpen] = (0, import_react.useState)(false);
	return (0, import_jsx_runtime.jsxs)("section", {
		"aria-labelledby": "finished",
		children: [(0, import_jsx_runtime.jsx)("h3", {
			id: "finished",
			className: Queues_module_default.sectionHead,
			children: (0, import_jsx_runtime.jsx)(Button, {
				kind: "quiet",
				icon: ChevronDown,
				className: classes(Queues_module_default.reveal, Queue_module_default.unfold, isOpen && Queue_module_default.isOpen),
				"aria-expanded": isOpen,
				onClick: () => setOpen(!isOpen),
				children: "Completed and taken out"
			})
		}), isOpen && (0, import_jsx_runtime.jsx)(Items, { queue })]
	});
}
function Items({ queue }) {
	const options = cairn.query.listQueueItemsInfinite({
		path: { queue: queue.id },
		query: {
			status: ["completed", "cancelled"],
			limit: PAGE$1,
			sort: "-enqueuedAt"
		}
	});
	const finished = usePaged(calm(options));
	return (0, import_jsx_runtime.jsx)(Answered, {
		query: finished,
		children: (items) => items.length === 0 ? (0, import_jsx_runtime.jsx)("p", {
			className: Queues_module_default.none,
			children: "Nothing has left it yet."
		}) : (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [(0, import_jsx_runtime.jsx)("ul", {
			className: Queue_module_default.list,
			children: items.map((item) => (0, import_jsx_runtime.jsx)(FinishedItem, { item }, item.id))
		}), (0, import_jsx_runtime.jsx)(More, { list: finished })] })
	});
}
function FinishedItem({ item }) {
	const [isOpen, setOpen] = (0, import_react.useState)(false);
	return (0, import_jsx_runtime.jsxs)("li", {
		className: Queue_module_default.item,
		children: [(0, import_jsx_runtime.jsxs)("div", {
			className: Queues_module_default.line,
			children: [(0, import_jsx_runtime.jsxs)("div", {
				className: Queue_module_default.what,
				children: [(0, import_jsx_runtime.jsx)(Subject, { of: item }), (0, import_jsx_runtime.jsxs)("span", {
					className: Queue_module_default.facts,
					children: [
						(0, import_jsx_runtime.jsx)(Badge, {
							...item.status === "completed" && { tone: "accent" },
							children: words(item.status)
						}),
						item.finishedAt && (0, import_jsx_runtime.jsx)(Time, { at: item.finishedAt }),
						item.attempts + item.stalls > 0 && (0, import_jsx_runtime.jsxs)("span", { children: [tried(item.attempts, item.stalls), " before"] })
					]
				})]
			}), (0, import_jsx_runtime.jsx)(Button, {
				kind: "quiet",
				icon: ChevronDown,
				iconOnly: true,
				className: classes(Queue_module_default.unfold, isOpen && Queue_module_default.isOpen),
				"aria-expanded": isOpen,
				onClick: () => setOpen(!isOpen),
				children: "Attempts and notes"
			})]
		}), isOpen && (0, import_jsx_runtime.jsx)(ItemHistory, { item: item.id })]
	});
}
// src/pages/queues/QueueForm.tsx
var FRESH = {
	name: "",
	description: "",
	maxParallel: "4",
	leaseSeconds: "900",
	maxAttempts: "3",
	maxStalls: "3",
	feeds: false,
	labels: "",
	types: [],
	minPriority: ""
};
var TYPES = Object.values(TicketType);
var NAMES = {
	name: "Name",
	description: "Description",
	maxParallel: "At a time",
	leaseSeconds: "Lease in seconds",
	maxAttempts: "Attempts",
	maxStalls: "Stalls",
	feeds: "Takes in what becomes ready",
	labels: "Labels",
	types: "Types",
	minPriority: "At least as urgent as"
};
var PRIORITIES$1 = [{
	value: "",
	label: "Any priority"
}, ...[
	"low",
	"normal",
	"high",
	"urgent"
].map((value) => ({
	value,
	label: words(value)
}))];
function QueueForm({ project, queue, onClose }) {
	const [base] = (0, import_react.useState)(() => draftOf(queue));
	const [draft, setDraft] = (0, import_react.useState)(base);
	const navigate = useNavigate();
	const save = useMutation({
		mutationFn: () => {
			const body = fieldsOf(draft, base, queue === void 0);
			return queue ? cairn.updateQueue({
				path: { queue: queue.id },
				headers: { "If-Match": `"${queue.version}"` },
				body
			}) : cairn.createQueue({
				path: { project },
				body
			});
		},
		meta: { quiet: true },
		onSuccess: ({ name }) => {
			onClose();
			toast(queue ? `${name} was changed` : `${name} was created`);
			navigate(`?queue=${encodeURIComponent(name)}`, { replace: true });
		}
	});
	const theirs = draftOf(queue);
	const changed = Object.keys(NAMES).filter((name) => String(theirs[name]) !== String(base[name]));
	const errors = save.error instanceof CairnProblem ? save.error.errors : [];
	const errorOf = (name) => errors.find(({ pointer }) => pointer.startsWith(`/${name}`))?.message;
	const problem = save.error && !errors.some(({ pointer }) => Object.keys(NAMES).some((name) => pointer.startsWith(`/${name}`))) ? problemOf(save.error) : void 0;
	const set = (part) => setDraft({
		...draft,
		...part
	});
	const field = (name) => ({
		label: NAMES[name],
		value: draft[name],
		error: errorOf(name),
		onChange: ({ target }) => set({ [name]: target.value })
	});
	const submit = (event) => {
		event.preventDefault();
		save.mutate();
	};
	return (0, import_jsx_runtime.jsx)(Dialog, {
		title: queue ? `Edit ${queue.name}` : `New queue in ${project}`,
		onClose,
		children: (0, import_jsx_runtime.jsxs)("form", {
			className: Queues_module_default.form,
			onSubmit: submit,
			children: [
				changed.length > 0 && (0, import_jsx_runtime.jsxs)("p", {
					role: "status",
					className: Queues_module_default.changed,
					children: [
						"Somebody changed it meanwhile:",
						" ",
						changed.map((name) => `${NAMES[name]} from “${String(base[name])}” to “${String(theirs[name])}”`).join("; "),
						". What you did not change stays so."
					]
				}),
				(0, import_jsx_runtime.jsx)(Field, {
					...field("name"),
					required: true,
					autoFocus: true,
					maxLength: 100
				}),
				(0, import_jsx_runtime.jsx)(Field, { ...field("description") }),
				(0, import_jsx_runtime.jsxs)("div", {
					className: Queues_module_default.numbers,
					children: [
						(0, import_jsx_runtime.jsx)(Field, {
							...field("maxParallel"),
							type: "number",
							min: 1,
							required: true,
							hint: "Handed out at most"
						}),
						(0, import_jsx_runtime.jsx)(Field, {
							...field("leaseSeconds"),
							type: "number",
							min: 5,
							max: 86400,
							required: true,
							hint: duration(Number(draft.leaseSeconds) * 1e3)
						}),
						(0, import_jsx_runtime.jsx)(Field, {
							...field("maxAttempts"),
							type: "number",
							min: 1,
							max: 100,
							required: true,
							hint: "Before it is given up"
						}),
						(0, import_jsx_runtime.jsx)(Field, {
							...field("maxStalls"),
							type: "number",
							min: 1,
							max: 100,
							required: true,
							hint: "Leases that ran out"
						})
					]
				}),
				(0, import_jsx_runtime.jsxs)("label", {
					className: Queues_module_default.check,
					children: [(0, import_jsx_runtime.jsx)("input", {
						type: "checkbox",
						checked: draft.feeds,
						onChange: ({ target }) => set({ feeds: target.checked })
					}), "Takes in by itself what becomes ready"]
				}),
				draft.feeds && (0, import_jsx_runtime.jsxs)("div", {
					className: Queues_module_default.feeds,
					children: [(0, import_jsx_runtime.jsxs)("fieldset", {
						className: Queues_module_default.types,
						children: [(0, import_jsx_runtime.jsx)("legend", { children: "Only these types (none means all)" }), TYPES.map((type) => (0, import_jsx_runtime.jsxs)("label", {
							className: Queues_module_default.check,
							children: [(0, import_jsx_runtime.jsx)("input", {
								type: "checkbox",
								checked: draft.types.includes(type),
								onChange: ({ target }) => set({ types: target.checked ? [...draft.types, type] : draft.types.filter((each) => each !== type) })
							}), words(type)]
						}, type))]
					}), (0, import_jsx_runtime.jsxs)("div", {
						className: Queues_module_default.numbers,
						children: [(0, import_jsx_runtime.jsx)(Field, {
							...field("labels"),
							hint: "One of these, separated by commas"
						}), (0, import_jsx_runtime.jsx)(Select, {
							...field("minPriority"),
							options: PRIORITIES$1
						})]
					})]
				}),
				problem && (0, import_jsx_runtime.jsxs)("p", {
					role: "alert",
					className: Queues_module_default.problem,
					children: [
						problem.detail,
						" ",
						problem.hint
					]
				}),
				(0, import_jsx_runtime.jsxs)(DialogActions, { children: [(0, import_jsx_runtime.jsx)(Button, {
					onClick: onClose,
					children: "Cancel"
				}), (0, import_jsx_runtime.jsx)(Button, {
					kind: "primary",
					type: "submit",
					busy: save.isPending,
					children: queue ? "Save" : "Create"
				})] })
			]
		})
	});
}
function draftOf(queue) {
	if (!queue) return FRESH;
	const { name, description, maxParallel, leaseSeconds, maxAttempts, maxStalls, feeds } = queue;
	return {
		name,
		description: description ?? "",
		maxParallel: String(maxParallel),
		leaseSeconds: String(leaseSeconds),
		maxAttempts: String(maxAttempts),
		maxStalls: String(maxStalls),
		feeds: feeds !== null,
		labels: feeds?.labels.join(", ") ?? "",
		types: feeds?.types ?? [],
		minPriority: feeds?.minPriority ?? ""
	};
}
function fieldsOf(draft, base, isNew) {
	const isChanged = (...names) => isNew || names.some((name) => String(draft[name]) !== String(base[name]));
	const labels = draft.labels.split(",").map((label) => label.trim()).filter(Boolean);
	const feeds = draft.feeds ? {
		labels,
		types: draft.types,
		minPriority: draft.minPriority || null
	} : null;
	return {
		...isChanged("name") && { name: draft.name },
		...isChanged("description") && { description: draft.description.trim() || null },
		...isChanged("maxParallel") && { maxParallel: Number(draft.maxParallel) },
		...isChanged("leaseSeconds") && { leaseSeconds: Number(draft.leaseSeconds) },
		...isChanged("maxAttempts") && { maxAttempts: Number(draft.maxAttempts) },
		...isChanged("maxStalls") && { maxStalls: Number(draft.maxStalls) },
		...isChanged("feeds", "labels", "types", "minPriority") && { feeds }
	};
}
// src/pages/queues/WaitingItem.tsx
var PRIORITIES = [
	"urgent",
	"high",
	"normal",
	"low"
];
function WaitingItem({ item, project, place, last, isFirstOfPriority, canMove, onPlace }) {
	const [isOpen, setOpen] = (0, import_react.useState)(false);
	const change = useItemChange();
	const { attributes, listeners, setNodeRef, setActivatorNodeRef, transform, transition, isDragging } = useSortable({ id: item.id });
	const style = transform ? {
		transform: `translate3d(0, ${Math.round(transform.y)}px, 0)`,
		transition
	} : void 0;
	const name = itemName(item);
	return (0, import_jsx_runtime.jsxs)("li", {
		ref: setNodeRef,
		style,
		className: classes(Queue_module_default.item, Queues_module_default.waiting, isDragging && Queues_module_default.dragged),
		children: [
			isFirstOfPriority && (0, import_jsx_runtime.jsx)("span", {
				className: Queues_module_default.priority,
				children: words(item.priority)
			}),
			(0, import_jsx_runtime.jsxs)("div", {
				className: Queues_module_default.line,
				children: [
					(0, import_jsx_runtime.jsx)("button", {
						type: "button",
						ref: setActivatorNodeRef,
						className: Queues_module_default.grip,
						disabled: !canMove,
						...attributes,
						...listeners,
						"aria-label": `Move ${name}, place ${place + 1} of ${last + 1}`,
						children: (0, import_jsx_runtime.jsx)(GripVertical, {
							size: 14,
							"aria-hidden": true
						})
					}),
					(0, import_jsx_runtime.jsx)("span", {
						className: Queues_module_default.place,
						children: place + 1
					}),
					(0, import_jsx_runtime.jsxs)("div", {
						className: Queue_module_default.what,
						children: [(0, import_jsx_runtime.jsx)(Subject, { of: item }), (0, import_jsx_runtime.jsxs)("span", {
							className: Queue_module_default.facts,
							children: [
								item.status === "blocked" && (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [(0, import_jsx_runtime.jsx)(Badge, {
									tone: "warning",
									children: "Blocked"
								}), (0, import_jsx_runtime.jsx)(Waits, {
									item,
									project
								})] }),
								item.status === "scheduled" && (0, import_jsx_runtime.jsxs)(Badge, { children: ["Comes ", (0, import_jsx_runtime.jsx)(Time, { at: item.runAt })] }),
								item.attempts + item.stalls > 0 && (0, import_jsx_runtime.jsx)(Badge, {
									tone: "warning",
									children: tried(item.attempts, item.stalls)
								}),
								item.releases > 0 && (0, import_jsx_runtime.jsx)("span", { children: tried(0, 0, item.releases) }),
								(0, import_jsx_runtime.jsxs)("span", { children: ["enqueued ", (0, import_jsx_runtime.jsx)(Time, { at: item.enqueuedAt })] }),
								item.note && (0, import_jsx_runtime.jsxs)("span", {
									className: Queues_module_default.note,
									children: [
										"“",
										item.note,
										"”"
									]
								})
							]
						})]
					}),
					(0, import_jsx_runtime.jsxs)("div", {
						className: Queues_module_default.lineActions,
						children: [(0, import_jsx_runtime.jsxs)(Menu, {
							align: "end",
							trigger: (0, import_jsx_runtime.jsx)(Button, {
								kind: "quiet",
								icon: Ellipsis,
								iconOnly: true,
								children: `More about ${name}`
							}),
							children: [
								(0, import_jsx_runtime.jsx)(MenuItem, {
									icon: ArrowUpToLine,
									disabled: !canMove || place === 0,
									onSelect: () => onPlace(0),
									children: "Move to the top"
								}),
								(0, import_jsx_runtime.jsx)(MenuItem, {
									icon: ArrowUp,
									disabled: !canMove || place === 0,
									onSelect: () => onPlace(place - 1),
									children: "Move up"
								}),
								(0, import_jsx_runtime.jsx)(MenuItem, {
									icon: ArrowDown,
									disabled: !canMove || place === last,
									onSelect: () => onPlace(place + 1),
									children: "Move down"
								}),
								(0, import_jsx_runtime.jsx)(MenuLine, {}),
								(0, import_jsx_runtime.jsx)(MenuLabel, { children: "Priority in this queue" }),
								PRIORITIES.map((priority) => (0, import_jsx_runtime.jsx)(MenuItem, {
									checked: priority === item.priority,
									onSelect: () => priority !== item.priority && change.mutate({
										kind: "place",
										item: item.id,
										priority
									}),
									children: words(priority)
								}, priority)),
								(0, import_jsx_runtime.jsx)(MenuLine, {}),
								item.status === "scheduled" && (0, import_jsx_runtime.jsx)(MenuItem, {
									onSelect: () => change.mutate({
										kind: "place",
										item: item.id,
										runAt: new Date().toISOString()
									}),
									children: "Hand out now"
								}),
								(0, import_jsx_runtime.jsx)(MenuItem, {
									icon: X,
									danger: true,
									onSelect: () => change.mutate({
										kind: "cancel",
										item: item.id
									}),
									children: "Take out of the queue"
								})
							]
						}), (0, import_jsx_runtime.jsx)(Button, {
							kind: "quiet",
							icon: ChevronDown,
							iconOnly: true,
							className: classes(Queue_module_default.unfold, isOpen && Queue_module_default.isOpen),
							"aria-expanded": isOpen,
							onClick: () => setOpen(!isOpen),
							children: `Attempts and notes of ${name}`
						})]
					})
				]
			}),
			isOpen && (0, import_jsx_runtime.jsx)(ItemHistory, { item: item.id })
		]
	});
}
// src/pages/queues/Waiting.tsx
var PAGE = 50;
var DRAG_PIXELS = 6;
function Waiting({ project, queue }) {
	const options = cairn.query.listQueueItemsInfinite({
		path: { queue: queue.id },
		query: {
			status: ["ready"],
			limit: PAGE
		}
	});
	const waiting = useInfiniteQuery({
		...options,
		refetchInterval: 3e4
	});
	useLive(options.queryKey);
	const items = useShown(waiting.data?.pages.flatMap((page) => page.items) ?? []);
	const reorder = useReorder();
	const isWhole = waiting.data !== void 0 && !waiting.hasNextPage;
	const areMixed = items.some(({ priority }) => priority !== items[0]?.priority || priority !== "normal");
	const place = (from, to) => {
		const moved = items[from];
		const there = items[to];
		if (moved && there && from !== to) {
			const ids = arrayMove(items, from, to).map(({ id }) => id);
			reorder.mutate({
				queue: queue.id,
				ids,
				moved: moved.id,
				...there.priority !== moved.priority && { priority: there.priority }
			});
		}
	};
	return (0, import_jsx_runtime.jsxs)("section", {
		"aria-labelledby": "waiting",
		children: [(0, import_jsx_runtime.jsxs)("h3", {
			id: "waiting",
			className: Queues_module_default.sectionHead,
			children: ["Waiting ", (0, import_jsx_runtime.jsx)("span", {
				className: Queues_module_default.count,
				children: waiting.data ? `${items.length}${isWhole ? "" : "+"}` : ""
			})]
		}), (0, import_jsx_runtime.jsx)(Answered, {
			query: waiting,
			children: () => items.length === 0 ? (0, import_jsx_runtime.jsx)("p", {
				className: Queues_module_default.none,
				children: "Nothing waits."
			}) : (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [(0, import_jsx_runtime.jsx)(Sortable, {
				items,
				isWhole,
				onPlace: place,
				children: items.map((item, index) => (0, import_jsx_runtime.jsx)(WaitingItem, {
					item,
					project,
					place: index,
					last: items.length - 1,
					isFirstOfPriority: areMixed && item.priority !== items[index - 1]?.priority,
					canMove: isWhole,
					onPlace: (to) => place(index, to)
				}, item.id))
			}), waiting.hasNextPage && (0, import_jsx_runtime.jsxs)("p", {
				className: Queues_module_default.more,
				children: [(0, import_jsx_runtime.jsx)(Button, {
					busy: waiting.isFetchingNextPage,
					onClick: () => void waiting.fetchNextPage(),
					children: "Show more"
				}), (0, import_jsx_runtime.jsx)("span", {
					className: Queue_module_default.soft,
					children: "They can be reordered when all are here."
				})]
			})] })
		})]
	});
}
function Sortable({ items, isWhole, onPlace, children }) {
	const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: DRAG_PIXELS } }), useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }));
	const place = (id) => items.findIndex((item) => item.id === id);
	const end = ({ active, over }) => over && onPlace(place(active.id), place(over.id));
	const said = (id) => `place ${place(id) + 1} of ${items.length}, ${words(items[place(id)]?.priority ?? "").toLowerCase()} priority`;
	return (0, import_jsx_runtime.jsx)(DndContext, {
		sensors,
		collisionDetection: closestCenter,
		accessibility: {
			announcements: {
				onDragStart: ({ active }) => `Picked up from ${said(active.id)}.`,
				onDragOver: ({ over }) => over ? `Now at ${said(over.id)}.` : void 0,
				onDragEnd: ({ over }) => over ? `Put down at ${said(over.id)}.` : "Put back.",
				onDragCancel: () => "Put back."
			},
			screenReaderInstructions: { draggable: "Space picks the item up, the arrow keys move it, Space puts it down, Escape puts it back." }
		},
		onDragEnd: end,
		children: (0, import_jsx_runtime.jsx)(SortableContext, {
			items: items.map(({ id }) => id),
			strategy: verticalListSortingStrategy,
			disabled: !isWhole,
			children: (0, import_jsx_runtime.jsx)("ol", {
				className: Queue_module_default.list,
				children
			})
		})
	});
}
// src/pages/queues/Why.tsx
var ICONS = {
	paused: CirclePause,
	at_limit: Gauge,
	hands_out: Send,
	all_blocked: Ban,
	scheduled: Clock,
	empty: Inbox
};
function Why({ queue, stats, project, onResume, onEnqueue }) {
	const why = standing(queue, stats);
	const Icon = ICONS[why];
	const { counts, oldestReadyAgeMillis, meanWaitMillis, meanWorkMillis, feedable } = stats;
	const figures = [
		...[
			"ready",
			"scheduled",
			"blocked",
			"claimed",
			"stalled",
			"failed",
			"completed"
		].map((state) => [FIGURES[state], String(counts[state] ?? 0)]),
		["oldest ready", oldestReadyAgeMillis === null ? "–" : duration(oldestReadyAgeMillis)],
		["mean wait", meanWaitMillis === null ? "–" : duration(meanWaitMillis)],
		["mean work", meanWorkMillis === null ? "–" : duration(meanWorkMillis)]
	];
	return (0, import_jsx_runtime.jsxs)("section", {
		"aria-label": "What it does now",
		className: Queues_module_default.why,
		children: [
			(0, import_jsx_runtime.jsx)("p", {
				className: "sr-only",
				role: "status",
				children: STANDINGS[why].name
			}),
			(0, import_jsx_runtime.jsxs)("p", {
				className: classes(Queues_module_default.whyText, Queues_module_default[why]),
				children: [
					(0, import_jsx_runtime.jsx)(Icon, {
						size: 16,
						"aria-hidden": true
					}),
					(0, import_jsx_runtime.jsxs)("span", { children: [
						why === "paused" && "It is paused: nobody is handed anything. Who holds something may finish it.",
						why === "at_limit" && (0, import_jsx_runtime.jsx)(AtLimit, {
							queue,
							stats
						}),
						why === "hands_out" && (0, import_jsx_runtime.jsx)(Next, { queue }),
						why === "all_blocked" && (0, import_jsx_runtime.jsx)(Blocked, {
							queue,
							project,
							count: counts.blocked ?? 0
						}),
						why === "scheduled" && (0, import_jsx_runtime.jsx)(Scheduled, {
							queue,
							count: counts.scheduled ?? 0
						}),
						why === "empty" && (feedable ? `It is empty; ${feedable} ready tickets enter as soon as somebody asks.` : "It is empty: who asks gets nothing.")
					] }),
					why === "paused" && (0, import_jsx_runtime.jsx)(Button, {
						onClick: onResume,
						children: "Resume"
					}),
					why === "empty" && !feedable && (0, import_jsx_runtime.jsx)(Button, {
						onClick: onEnqueue,
						children: "Enqueue ready tickets"
					})
				]
			}),
			(0, import_jsx_runtime.jsx)("dl", {
				className: Queues_module_default.figures,
				children: figures.map(([name, value]) => (0, import_jsx_runtime.jsxs)("div", {
					className: name === "failed" && value !== "0" ? Queues_module_default.bad : void 0,
					children: [(0, import_jsx_runtime.jsx)("dt", { children: name }), (0, import_jsx_runtime.jsx)("dd", { children: value })]
				}, name))
			})
		]
	});
}
var FIGURES = {
	ready: "ready",
	scheduled: "later",
	blocked: "blocked",
	claimed: "held",
	stalled: "stalled",
	failed: "failed",
	completed: "done"
};
function useFirst(queue) {
	const { data } = useLiveQuery(calm(cairn.query.listQueueItems({
		path: { queue: queue.id },
		query: {
			status: ["ready"],
			limit: 50
		}
	})));
	return data?.items ?? [];
}
function AtLimit({ queue, stats: { holders } }) {
	const [first] = holders;
	return (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [
		queue.maxParallel === 1 ? "Its only place is taken" : `All ${queue.maxParallel} places are taken`,
		"; nobody else is handed anything",
		first && (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [
			". The lease of ",
			first.agent,
			" ends first: ",
			(0, import_jsx_runtime.jsx)(Lease, { until: first.leaseUntil })
		] })
	] });
}
function Next({ queue }) {
	const next = useFirst(queue).find(({ status }) => status === "ready");
	return next ? (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: ["Next: ", (0, import_jsx_runtime.jsx)(Subject, { of: next })] }) : (0, import_jsx_runtime.jsx)(import_jsx_runtime.Fragment, { children: "Next: what stalled is taken over by whoever asks." });
}
function Blocked({ queue, project, count }) {
	const example = useFirst(queue).find(({ status }) => status === "blocked");
	return (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [count === 1 ? "What waits is blocked." : `All ${count} that wait are blocked.`, example && (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [
		" ",
		(0, import_jsx_runtime.jsx)(Subject, { of: example }),
		" ",
		(0, import_jsx_runtime.jsx)(Waits, {
			item: example,
			project
		})
	] })] });
}
function Scheduled({ queue, count }) {
	const [soonest] = useFirst(queue).filter(({ status }) => status === "scheduled").sort((one, other) => Date.parse(one.runAt) - Date.parse(other.runAt));
	return (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [
		count === 1 ? "What waits has its time later" : `All ${count} that wait have their time later`,
		soonest && (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: ["; the next comes ", (0, import_jsx_runtime.jsx)(Time, { at: soonest.runAt })] }),
		"."
	] });
}
// src/pages/queues/QueueDetail.tsx
function QueueDetail({ project, queue }) {
	const [open, setOpen] = (0, import_react.useState)();
	const close = () => setOpen(void 0);
	const pause = usePause();
	const navigate = useNavigate();
	const remove = useMutation({
		...cairn.mutation.deleteQueue(),
		onSuccess: () => {
			close();
			navigate("?", { replace: true });
		}
	});
	const stats = useLiveQuery(calm({
		...cairn.query.getQueueStatistics({ path: { queue: queue.id } }),
		refetchInterval: 3e4
	}));
	const claims = useLiveQuery(cairn.query.listClaimsInProject({
		path: { project },
		query: {
			queue: queue.id,
			limit: 100
		}
	}));
	const isActive = pause.isPending ? pause.variables.active : queue.active;
	const shown = {
		...queue,
		active: isActive
	};
	return (0, import_jsx_runtime.jsxs)("div", {
		className: Queues_module_default.detail,
		children: [
			(0, import_jsx_runtime.jsxs)("header", {
				className: Queues_module_default.detailHead,
				children: [(0, import_jsx_runtime.jsxs)("div", {
					className: Queues_module_default.about,
					children: [
						(0, import_jsx_runtime.jsx)("h2", { children: queue.name }),
						queue.description && (0, import_jsx_runtime.jsx)("p", { children: queue.description }),
						(0, import_jsx_runtime.jsxs)("p", {
							className: Queues_module_default.settings,
							children: [
								queue.maxParallel,
								" at a time, leases of ",
								duration(queue.leaseSeconds * 1e3),
								", ",
								queue.maxAttempts,
								" attempts, ",
								queue.maxStalls,
								" stalls",
								feeding(queue)
							]
						})
					]
				}), (0, import_jsx_runtime.jsxs)("div", {
					className: Queues_module_default.actions,
					children: [
						(0, import_jsx_runtime.jsx)(Button, {
							icon: isActive ? Pause : Play,
							onClick: () => pause.mutate({
								queue: queue.id,
								active: !isActive
							}),
							children: isActive ? "Pause" : "Resume"
						}),
						(0, import_jsx_runtime.jsx)(Button, {
							kind: "primary",
							icon: ListPlus,
							onClick: () => setOpen("enqueue"),
							children: "Enqueue"
						}),
						(0, import_jsx_runtime.jsxs)(Menu, {
							align: "end",
							trigger: (0, import_jsx_runtime.jsx)(Button, {
								kind: "quiet",
								icon: Ellipsis,
								iconOnly: true,
								children: `More about ${queue.name}`
							}),
							children: [(0, import_jsx_runtime.jsx)(MenuItem, {
								icon: Pencil,
								onSelect: () => setOpen("edit"),
								children: "Edit the queue"
							}), (0, import_jsx_runtime.jsx)(MenuItem, {
								icon: Trash,
								danger: true,
								onSelect: () => setOpen("delete"),
								children: "Delete the queue"
							})]
						})
					]
				})]
			}),
			(0, import_jsx_runtime.jsx)(Answered, {
				query: stats,
				children: (figures) => (0, import_jsx_runtime.jsx)(Why, {
					queue: shown,
					stats: figures,
					project,
					onResume: () => pause.mutate({
						queue: queue.id,
						active: true
					}),
					onEnqueue: () => setOpen("enqueue")
				})
			}),
			(0, import_jsx_runtime.jsxs)("section", {
				"aria-labelledby": "held",
				children: [(0, import_jsx_runtime.jsxs)("h3", {
					id: "held",
					className: Queues_module_default.sectionHead,
					children: ["At work ", (0, import_jsx_runtime.jsx)("span", {
						className: Queues_module_default.count,
						children: claims.data?.items.length ?? ""
					})]
				}), (0, import_jsx_runtime.jsx)(Answered, {
					query: claims,
					children: ({ items }) => items.length === 0 ? (0, import_jsx_runtime.jsx)("p", {
						className: Queues_module_default.none,
						children: "Nobody holds anything of this queue."
					}) : (0, import_jsx_runtime.jsx)("ul", {
						className: Queue_module_default.list,
						children: items.map((claim) => (0, import_jsx_runtime.jsx)(Held, { claim }, claim.id))
					})
				})]
			}),
			(0, import_jsx_runtime.jsx)(Waiting, {
				project,
				queue
			}),
			(0, import_jsx_runtime.jsx)(Failed, { queue }),
			(0, import_jsx_runtime.jsxs)("section", {
				"aria-labelledby": "figures",
				children: [(0, import_jsx_runtime.jsx)("h3", {
					id: "figures",
					className: Queues_module_default.sectionHead,
					children: "Figures"
				}), (0, import_jsx_runtime.jsx)(QueueCharts, { queue })]
			}),
			(0, import_jsx_runtime.jsx)(Finished, { queue }),
			open === "enqueue" && (0, import_jsx_runtime.jsx)(Enqueue, {
				project,
				queue,
				onClose: close
			}),
			open === "edit" && (0, import_jsx_runtime.jsx)(QueueForm, {
				project,
				queue,
				onClose: close
			}),
			open === "delete" && (0, import_jsx_runtime.jsx)(Confirm, {
				title: `Delete the queue ${queue.name}?`,
				action: "Delete the queue",
				busy: remove.isPending,
				onConfirm: () => remove.mutate({ path: { queue: queue.id } }),
				onClose: close,
				children: "What waits in it is taken out, and who holds something loses it. The tickets stay as they are."
			})
		]
	});
}
function feeding({ feeds }) {
	if (!feeds) return "";
	const parts = [
		feeds.types.length > 0 && feeds.types.map((type) => words(type).toLowerCase()).join(" or "),
		feeds.labels.length > 0 && `labelled ${feeds.labels.join(", ")}`,
		feeds.minPriority && `${feeds.minPriority} or more urgent`
	].filter(Boolean);
	return `; takes in what becomes ready${parts.length > 0 ? ` (${parts.join(", ")})` : ""}`;
}
// src/pages/queues/Queues.tsx
var QUEUES_MAX = 100;
function Queues() {
	const { project = "" } = useParams();
	const [parameters] = useSearchParams();
	const [isNew, setNew] = (0, import_react.useState)(false);
	const queues = useLiveQuery(cairn.query.listQueues({
		path: { project },
		query: { limit: QUEUES_MAX }
	}));
	const named = parameters.get("queue")?.toLowerCase();
	return (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [
		(0, import_jsx_runtime.jsx)(PageHead, {
			title: `Queues of ${project}`,
			about: "Where agents get their work, who holds what, and what went wrong.",
			children: (0, import_jsx_runtime.jsx)(Button, {
				icon: Plus,
				onClick: () => setNew(true),
				children: "New queue"
			})
		}),
		(0, import_jsx_runtime.jsx)(Answered, {
			query: queues,
			children: ({ items }) => {
				const chosen = items.find(({ name }) => name.toLowerCase() === named) ?? (named ? void 0 : items[0]);
				return items.length === 0 ? (0, import_jsx_runtime.jsxs)(EmptyState, {
					icon: Layers,
					title: "There are no queues yet",
					children: [(0, import_jsx_runtime.jsx)("p", { children: "A queue hands out tickets one by one, so that no two agents do the same. Without one, an agent that asks for ready work gets a queue made for it." }), (0, import_jsx_runtime.jsx)(Button, {
						kind: "primary",
						icon: Plus,
						className: Queues_module_default.first,
						onClick: () => setNew(true),
						children: "Create the first queue"
					})]
				}) : (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [(0, import_jsx_runtime.jsx)("nav", {
					"aria-label": "Queues",
					className: Queues_module_default.queues,
					children: items.map((queue) => (0, import_jsx_runtime.jsx)(QueueCard, {
						queue,
						isChosen: queue === chosen
					}, queue.id))
				}), chosen ? (0, import_jsx_runtime.jsx)(QueueDetail, {
					project,
					queue: chosen
				}, chosen.id) : (0, import_jsx_runtime.jsx)(EmptyState, {
					icon: Layers,
					title: `There is no queue ${parameters.get("queue")}`,
					children: "It may have another name now. The others are above."
				})] });
			}
		}),
		isNew && (0, import_jsx_runtime.jsx)(QueueForm, {
			project,
			onClose: () => setNew(false)
		})
	] });
}
function QueueCard({ queue, isChosen }) {
	const { data: stats } = useLiveQuery(calm(cairn.query.getQueueStatistics({ path: { queue: queue.id } })));
	const { name, tone } = STANDINGS[stats ? standing(queue, stats) : queue.active ? "empty" : "paused"];
	const count = (...states) => states.reduce((sum, state) => sum + (stats?.counts[state] ?? 0), 0);
	return (0, import_jsx_runtime.jsxs)(Link, {
		to: `?queue=${encodeURIComponent(queue.name)}`,
		replace: true,
		className: Queues_module_default.card,
		"aria-current": isChosen ? "page" : void 0,
		children: [(0, import_jsx_runtime.jsxs)("span", {
			className: Queues_module_default.cardHead,
			children: [(0, import_jsx_runtime.jsx)("strong", {
				className: Queues_module_default.cardName,
				children: queue.name
			}), stats && (0, import_jsx_runtime.jsx)(Badge, {
				...tone && { tone },
				children: name
			})]
		}), (0, import_jsx_runtime.jsxs)("span", {
			className: Queues_module_default.cardCounts,
			children: [
				(0, import_jsx_runtime.jsxs)("span", { children: [count("claimed", "stalled"), " held"] }),
				(0, import_jsx_runtime.jsxs)("span", { children: [count("ready", "scheduled", "blocked"), " waiting"] }),
				count("failed") > 0 && (0, import_jsx_runtime.jsxs)("span", {
					className: Queues_module_default.bad,
					children: [count("failed"), " failed"]
				})
			]
		})]
	});
}
export { Queues as default };
