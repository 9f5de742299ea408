import { __toESM } from "./rolldown-runtime.js";
import { Link, require_jsx_runtime, require_react, useInfiniteQuery, useMutation, useMutationState, useParams, useQueryClient, useSearchParams } from "./vendor.js";
import { DndContext, DragOverlay, KeyboardSensor, PointerSensor, pointerWithin, rectIntersection, useDraggable, useDroppable, useSensor, useSensors } from "./drag.js";
import { Ban, Ellipsis, GripVertical, Plus, X } from "./icons.js";
import { NewTicket, PRIORITY_CHOICES, Priority, STATUSES, TYPE_CHOICES, explainRefusal } from "./tickets.js";
import { Actor, Badge, Button, ErrorState, Field, Loading, Menu, MenuItem, MenuLabel, PageHead, Progress, Select, Status, announcements, cairn, classes, instructions, words } from "./ui.js";
import { useVirtualizer } from "./virtual.js";
import { useLive, useLiveQuery } from "./api.js";
// src/pages/board/Board.module.css
var import_react = __toESM(require_react(), 1);
var Board_module_default = {
	page: "Board_page",
	filters: "Board_filters",
	check: "Board_check",
	columns: "Board_columns",
	column: "Board_column",
	over: "Board_over",
	columnHead: "Board_columnHead",
	count: "Board_count",
	scroller: "Board_scroller",
	none: "Board_none",
	list: "Board_list",
	row: "Board_row",
	draggable: "Board_draggable",
	dragged: "Board_dragged",
	card: "Board_card",
	lifted: "Board_lifted",
	cardHead: "Board_cardHead",
	key: "Board_key",
	handles: "Board_handles",
	handle: "Board_handle",
	title: "Board_title",
	cardFoot: "Board_cardFoot"
};
// src/pages/board/Card.tsx
var import_jsx_runtime = require_jsx_runtime();
var LABELS_MAX = 3;
var Card = (0, import_react.memo)(function Card({ ticket, onMove }) {
	const { listeners, attributes, setNodeRef, setActivatorNodeRef, isDragging } = useDraggable({
		id: ticket.id,
		data: { ticket }
	});
	return (0, import_jsx_runtime.jsx)("article", {
		ref: setNodeRef,
		id: `card-${ticket.id}`,
		className: classes(Board_module_default.draggable, isDragging && Board_module_default.dragged),
		onPointerDown: listeners?.onPointerDown,
		children: (0, import_jsx_runtime.jsx)(CardFace, {
			ticket,
			children: (0, import_jsx_runtime.jsxs)("div", {
				className: Board_module_default.handles,
				children: [(0, import_jsx_runtime.jsx)("button", {
					type: "button",
					ref: setActivatorNodeRef,
					className: Board_module_default.handle,
					onKeyDown: listeners?.onKeyDown,
					"aria-label": `Move ${ticket.key}`,
					"aria-describedby": attributes["aria-describedby"],
					children: (0, import_jsx_runtime.jsx)(GripVertical, {
						size: 14,
						"aria-hidden": true
					})
				}), (0, import_jsx_runtime.jsxs)(Menu, {
					align: "end",
					trigger: (0, import_jsx_runtime.jsx)(Button, {
						kind: "quiet",
						icon: Ellipsis,
						iconOnly: true,
						className: Board_module_default.handle,
						children: `More about ${ticket.key}`
					}),
					children: [(0, import_jsx_runtime.jsx)(MenuLabel, { children: "Move to" }), STATUSES.map((status) => (0, import_jsx_runtime.jsx)(MenuItem, {
						checked: status === ticket.status,
						onSelect: () => status !== ticket.status && onMove({
							ticket,
							to: status
						}),
						children: words(status)
					}, status))]
				})]
			})
		})
	});
});
function CardFace({ ticket, isLifted, children }) {
	const { key, title, priority, labels, taskCount, openTaskCount, blockerCount, claimedBy, status } = ticket;
	const hasFoot = labels.length > 0 || taskCount > 0 || blockerCount > 0 || claimedBy;
	return (0, import_jsx_runtime.jsxs)("div", {
		className: classes(Board_module_default.card, isLifted && Board_module_default.lifted),
		children: [
			(0, import_jsx_runtime.jsxs)("div", {
				className: Board_module_default.cardHead,
				children: [
					(0, import_jsx_runtime.jsx)(Priority, {
						priority,
						iconOnly: true
					}),
					(0, import_jsx_runtime.jsx)("span", {
						className: Board_module_default.key,
						children: key
					}),
					isLifted ? (0, import_jsx_runtime.jsx)(Status, { status }) : children
				]
			}),
			(0, import_jsx_runtime.jsx)(Link, {
				to: `/t/${key}`,
				className: Board_module_default.title,
				draggable: false,
				children: title
			}),
			hasFoot && (0, import_jsx_runtime.jsxs)("div", {
				className: Board_module_default.cardFoot,
				children: [
					blockerCount > 0 && (0, import_jsx_runtime.jsxs)(Badge, {
						tone: "warning",
						children: [
							(0, import_jsx_runtime.jsx)(Ban, {
								size: 11,
								"aria-hidden": true
							}),
							" ",
							blockerCount === 1 ? "1 blocker" : `${blockerCount} blockers`
						]
					}),
					claimedBy && (0, import_jsx_runtime.jsx)(Actor, { name: claimedBy.agent }),
					labels.slice(0, LABELS_MAX).map((label) => (0, import_jsx_runtime.jsx)(Badge, { children: label }, label)),
					labels.length > LABELS_MAX && (0, import_jsx_runtime.jsxs)(Badge, { children: ["+", labels.length - LABELS_MAX] }),
					taskCount > 0 && (0, import_jsx_runtime.jsx)(Progress, {
						done: taskCount - openTaskCount,
						of: taskCount,
						label: "Tasks done"
					})
				]
			})
		]
	});
}
// src/pages/board/moves.ts
var KEY = ["move"];
function useMove() {
	const client = useQueryClient();
	const move = useMutation({
		mutationKey: KEY,
		meta: { quiet: true },
		mutationFn: ({ ticket, to, wish }) => cairn.changeTicketStatus({
			path: { ticket: ticket.key },
			body: {
				status: to,
				...wish
			}
		}),
		onError: (error, refused) => explainRefusal(error, (wish) => move.mutate({
			...refused,
			wish
		})),
		onSuccess: () => client.invalidateQueries({ predicate: ({ queryKey: [first] }) => first._id === "listTickets" })
	});
	return move;
}
function useMoves() {
	return useMutationState({
		filters: {
			mutationKey: KEY,
			status: "pending"
		},
		select: ({ state }) => state.variables
	});
}
function withMoves(items, status, moves) {
	const moved = new Set(moves.map(({ ticket }) => ticket.id));
	return [...moves.filter(({ to }) => to === status).map(({ ticket }) => ticket), ...items.filter(({ id }) => !moved.has(id))];
}
// src/pages/board/Column.tsx
var PAGE = 100;
var CARD_PIXELS = 92;
var AHEAD = 8;
function Column({ project, status, query, moves, onMove }) {
	const isDone = status === "completed" || status === "closed";
	const options = cairn.query.listTicketsInfinite({
		path: { project },
		query: {
			...query,
			status: [status],
			limit: PAGE,
			include: "total",
			sort: isDone ? "-updatedAt" : "-priority"
		}
	});
	const { data, error, hasNextPage, isFetching, fetchNextPage, refetch } = useInfiniteQuery(options);
	useLive(options.queryKey);
	const scroller = (0, import_react.useRef)(null);
	const { setNodeRef, isOver } = useDroppable({ id: status });
	const tickets = withMoves(data?.pages.flatMap(({ items }) => items) ?? [], status, moves);
	const held = tickets.filter(({ claimed }) => claimed).length;
	const list = useVirtualizer({
		count: tickets.length,
		getScrollElement: () => scroller.current,
		estimateSize: () => CARD_PIXELS,
		getItemKey: (index) => tickets[index].id,
		overscan: AHEAD
	});
	const rows = list.getVirtualItems();
	const last = rows.at(-1)?.index ?? 0;
	(0, import_react.useEffect)(() => {
		if (last >= tickets.length - AHEAD && hasNextPage && !isFetching) fetchNextPage();
	}, [
		last,
		tickets.length,
		hasNextPage,
		isFetching
	]);
	return (0, import_jsx_runtime.jsxs)("section", {
		ref: setNodeRef,
		className: classes(Board_module_default.column, isOver && Board_module_default.over),
		"aria-label": words(status),
		children: [(0, import_jsx_runtime.jsxs)("h2", {
			className: Board_module_default.columnHead,
			children: [
				(0, import_jsx_runtime.jsx)(Status, { status }),
				" ",
				held > 0 && (0, import_jsx_runtime.jsxs)(Badge, {
					tone: "accent",
					children: [held, " held"]
				}),
				(0, import_jsx_runtime.jsx)("span", {
					className: Board_module_default.count,
					children: data?.pages[0]?.total ?? ""
				})
			]
		}), (0, import_jsx_runtime.jsxs)("div", {
			ref: scroller,
			className: Board_module_default.scroller,
			onKeyDown: walk,
			children: [
				!data && (error ? (0, import_jsx_runtime.jsx)(ErrorState, {
					error,
					onRetry: () => void refetch()
				}) : (0, import_jsx_runtime.jsx)(Loading, {})),
				data && tickets.length === 0 && (0, import_jsx_runtime.jsx)("p", {
					className: Board_module_default.none,
					children: "Nothing here"
				}),
				(0, import_jsx_runtime.jsx)("ul", {
					className: Board_module_default.list,
					style: { height: list.getTotalSize() },
					children: rows.map(({ key, index, start }) => (0, import_jsx_runtime.jsx)("li", {
						ref: list.measureElement,
						"data-index": index,
						className: Board_module_default.row,
						style: { transform: `translateY(${start}px)` },
						children: (0, import_jsx_runtime.jsx)(Card, {
							ticket: tickets[index],
							onMove
						})
					}, key))
				})
			]
		})]
	});
}
function walk(event) {
	const link = event.target;
	if (!(link instanceof HTMLAnchorElement)) return;
	const row = link.closest("li");
	const column = link.closest("section");
	const next = {
		ArrowDown: row?.nextElementSibling,
		ArrowUp: row?.previousElementSibling,
		ArrowRight: column?.nextElementSibling,
		ArrowLeft: column?.previousElementSibling
	}[event.key];
	if (next) {
		event.preventDefault();
		next.querySelector("a")?.focus();
	}
}
// src/pages/board/filters.ts
var NAMES = [
	"q",
	"priority",
	"type",
	"assignee",
	"label"
];
function useFilters() {
	const [parameters, setParameters] = useSearchParams();
	const filters = {};
	for (const name of NAMES) {
		const value = parameters.get(name);
		if (value) filters[name] = value;
	}
	const set = (name, value) => setParameters((before) => {
		const next = new URLSearchParams(before);
		if (value) next.set(name, value);
		else next.delete(name);
		return next;
	}, { replace: true });
	return {
		filters,
		showsClosed: parameters.has("closed"),
		set,
		clear: () => setParameters({}, { replace: true })
	};
}
function queryOf({ q, priority, type, assignee, label }) {
	return {
		...q && { q },
		...priority && { priority: [priority] },
		...type && { type: [type] },
		...assignee && { assignee },
		...label && { label }
	};
}
// src/pages/board/FilterBar.tsx
var PAUSE_MILLIS = 200;
function FilterBar({ project }) {
	const { filters, showsClosed, set, clear } = useFilters();
	const people = (useLiveQuery(cairn.query.listMembers({ path: { project } })).data?.items ?? []).map(({ userId, name }) => ({
		value: userId,
		label: name
	}));
	const choose = (name, label, options) => (0, import_jsx_runtime.jsx)(Select, {
		label,
		hideLabel: true,
		value: filters[name] ?? "",
		options: [{
			value: "",
			label: `Any ${label.toLowerCase()}`
		}, ...options],
		onChange: ({ target }) => set(name, target.value)
	});
	return (0, import_jsx_runtime.jsxs)("search", {
		className: Board_module_default.filters,
		"aria-label": "Filter the board",
		children: [
			(0, import_jsx_runtime.jsx)(Words, {
				name: "q",
				label: "Words",
				value: filters.q ?? "",
				onChange: set
			}),
			choose("priority", "Priority", PRIORITY_CHOICES),
			choose("type", "Type", TYPE_CHOICES),
			choose("assignee", "Assignee", people),
			(0, import_jsx_runtime.jsx)(Words, {
				name: "label",
				label: "Label",
				value: filters.label ?? "",
				onChange: set
			}),
			(0, import_jsx_runtime.jsxs)("label", {
				className: Board_module_default.check,
				children: [(0, import_jsx_runtime.jsx)("input", {
					type: "checkbox",
					checked: showsClosed,
					onChange: ({ target }) => set("closed", target.checked ? "1" : "")
				}), " Closed"]
			}),
			Object.keys(filters).length > 0 && (0, import_jsx_runtime.jsx)(Button, {
				kind: "quiet",
				icon: X,
				onClick: clear,
				children: "Clear"
			})
		]
	});
}
function Words({ name, label, value, onChange }) {
	const [typed, setTyped] = (0, import_react.useState)(value);
	(0, import_react.useEffect)(() => setTyped(value), [value]);
	(0, import_react.useEffect)(() => {
		if (typed !== value) {
			const timer = setTimeout(() => onChange(name, typed.trim()), PAUSE_MILLIS);
			return () => clearTimeout(timer);
		}
	}, [typed]);
	return (0, import_jsx_runtime.jsx)(Field, {
		label,
		hideLabel: true,
		type: "search",
		placeholder: label,
		value: typed,
		onChange: ({ target }) => setTyped(target.value)
	});
}
// src/pages/board/Board.tsx
var DRAG_PIXELS = 6;
function Board() {
	const { project = "" } = useParams();
	const { filters, showsClosed } = useFilters();
	const [dragged, setDragged] = (0, import_react.useState)();
	const [isNew, setNew] = (0, import_react.useState)(false);
	const move = useMove();
	const moves = useMoves();
	const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: DRAG_PIXELS } }), useSensor(KeyboardSensor, { coordinateGetter: toNextColumn }));
	const moved = moves.at(-1)?.ticket.id;
	(0, import_react.useEffect)(() => {
		if (moved) document.getElementById(`card-${moved}`)?.querySelector("a")?.focus({ preventScroll: true });
	}, [moved]);
	const shown = STATUSES.filter((status) => showsClosed || status !== "closed");
	return (0, import_jsx_runtime.jsxs)("div", {
		className: Board_module_default.page,
		children: [
			(0, import_jsx_runtime.jsx)(PageHead, {
				title: `Board of ${project}`,
				children: (0, import_jsx_runtime.jsx)(Button, {
					kind: "primary",
					icon: Plus,
					onClick: () => setNew(true),
					children: "New ticket"
				})
			}),
			(0, import_jsx_runtime.jsx)(FilterBar, { project }),
			(0, import_jsx_runtime.jsxs)(DndContext, {
				sensors,
				collisionDetection: underPointer,
				accessibility: ACCESSIBILITY,
				onDragStart: ({ active }) => setDragged(ticketOf(active)),
				onDragCancel: () => setDragged(void 0),
				onDragEnd: ({ active, over }) => {
					setDragged(void 0);
					const ticket = ticketOf(active);
					if (ticket && over && over.id !== ticket.status) move.mutate({
						ticket,
						to: over.id
					});
				},
				children: [(0, import_jsx_runtime.jsx)("div", {
					className: Board_module_default.columns,
					tabIndex: -1,
					children: shown.map((status) => (0, import_jsx_runtime.jsx)(Column, {
						project,
						status,
						query: queryOf(filters),
						moves,
						onMove: move.mutate
					}, status))
				}), (0, import_jsx_runtime.jsx)(DragOverlay, {
					dropAnimation: null,
					children: dragged && (0, import_jsx_runtime.jsx)(CardFace, {
						ticket: dragged,
						isLifted: true
					})
				})]
			}),
			isNew && (0, import_jsx_runtime.jsx)(NewTicket, {
				project,
				onClose: () => setNew(false)
			})
		]
	});
}
var ticketOf = ({ data }) => data.current?.ticket;
var underPointer = (args) => args.pointerCoordinates ? pointerWithin(args) : rectIntersection(args);
var toNextColumn = (event, { context: { over, active, droppableRects } }) => {
	const step = {
		ArrowRight: 1,
		ArrowLeft: -1
	}[event.code];
	if (!step) return;
	event.preventDefault();
	const columns = STATUSES.filter((status) => droppableRects.has(status));
	const from = columns.indexOf(over?.id ?? (active && ticketOf(active)?.status));
	const rect = droppableRects.get(columns[Math.min(Math.max(from + step, 0), columns.length - 1)] ?? "");
	return rect && {
		x: rect.left,
		y: rect.top
	};
};
var ACCESSIBILITY = {
	announcements: announcements((active) => ticketOf(active)?.key ?? "The ticket", (over) => words(String(over.id))),
	screenReaderInstructions: instructions("left and right")
};
export { Board as default };
