import { __toESM } from "./rolldown-runtime.js";
import { Link, require_jsx_runtime, require_react, useMutation, useNavigate, useParams, useQuery, useQueryClient } from "./vendor.js";
import { CairnProblem, useLiveQuery } from "./api.js";
import { Actor, Answered, Badge, Button, Confirm, DialogActions, Difference, Differences, EmptyState, Field, KeyLink, Markdown, Menu, MenuItem, More as More$1, Progress, Select, Sentence, Status, Table, Tabs, TextField, Time, announcements, cairn, changesOf, hasDraft, instructions, isEcho, problemOf, toast, useDraft, usePaged, words } from "./ui.js";
import { Archive, ArchiveArrowUp, Ellipsis, GripVertical, Pencil, Plus, Trash, X } from "./icons.js";
import { PRIORITY_CHOICES, STATUS_CHOICES, TYPE_CHOICES, explainRefusal, labelsOf } from "./tickets.js";
import { CSS, DndContext, KeyboardSensor, PointerSensor, SortableContext, arrayMove, closestCenter, sortableKeyboardCoordinates, useSensor, useSensors, useSortable, verticalListSortingStrategy } from "./drag.js";
// src/pages/ticket/Ticket.module.css
var import_react = __toESM(require_react(), 1);
var Ticket_module_default = {
	page: "Ticket_page",
	path: "Ticket_path",
	key: "Ticket_key",
	nodeKey: "Ticket_nodeKey",
	soft: "Ticket_soft",
	columns: "Ticket_columns",
	main: "Ticket_main",
	text: "Ticket_text",
	form: "Ticket_form",
	titleRow: "Ticket_titleRow",
	criteria: "Ticket_criteria",
	sectionHead: "Ticket_sectionHead",
	tasks: "Ticket_tasks",
	task: "Ticket_task",
	handle: "Ticket_handle",
	check: "Ticket_check",
	done: "Ticket_done",
	remove: "Ticket_remove",
	node: "Ticket_node",
	add: "Ticket_add",
	graph: "Ticket_graph",
	nodeLink: "Ticket_nodeLink",
	how: "Ticket_how",
	nodeTitle: "Ticket_nodeTitle",
	here: "Ticket_here",
	lines: "Ticket_lines",
	comments: "Ticket_comments",
	comment: "Ticket_comment",
	entryHead: "Ticket_entryHead",
	entry: "Ticket_entry",
	version: "Ticket_version",
	conflict: "Ticket_conflict",
	both: "Ticket_both",
	facts: "Ticket_facts",
	fact: "Ticket_fact",
	labels: "Ticket_labels",
	chips: "Ticket_chips",
	chipRemove: "Ticket_chipRemove",
	filePath: "Ticket_filePath"
};
// src/pages/ticket/Comments.tsx
var import_jsx_runtime = require_jsx_runtime();
var PAGE$1 = 50;
function Comments({ ticket }) {
	const options = cairn.query.listCommentsInfinite({
		path: { ticket },
		query: {
			sort: "-createdAt",
			limit: PAGE$1
		}
	});
	const comments = usePaged(options);
	const client = useQueryClient();
	const onSuccess = () => client.invalidateQueries({ queryKey: options.queryKey });
	return (0, import_jsx_runtime.jsx)(Answered, {
		query: comments,
		children: (items) => (0, import_jsx_runtime.jsxs)("div", {
			className: Ticket_module_default.comments,
			children: [
				(0, import_jsx_runtime.jsx)(More$1, {
					list: comments,
					of: "older comments"
				}),
				items.filter(({ deletedAt }) => !deletedAt).reverse().map((comment) => (0, import_jsx_runtime.jsx)(Shown$1, {
					comment,
					onSuccess
				}, comment.id)),
				(0, import_jsx_runtime.jsx)(NewComment, {
					ticket,
					onSuccess
				})
			]
		})
	});
}
function Shown$1({ comment, onSuccess }) {
	const { id, authorId, authorName, content, createdAt, editedAt } = comment;
	const [state, setState] = (0, import_react.useState)("shown");
	const { data: me } = useQuery(cairn.query.getMe());
	const remove = useMutation({
		...cairn.mutation.deleteComment(),
		onSuccess
	});
	return (0, import_jsx_runtime.jsxs)("article", {
		className: Ticket_module_default.comment,
		"aria-label": `Comment by ${authorName}`,
		children: [
			(0, import_jsx_runtime.jsxs)("header", {
				className: Ticket_module_default.entryHead,
				children: [
					(0, import_jsx_runtime.jsx)(Actor, { name: authorName }),
					" ",
					(0, import_jsx_runtime.jsx)(Time, { at: createdAt }),
					" ",
					editedAt && (0, import_jsx_runtime.jsx)("span", {
						className: Ticket_module_default.soft,
						children: "edited"
					}),
					me?.user.id === authorId && (0, import_jsx_runtime.jsxs)(Menu, {
						align: "end",
						trigger: (0, import_jsx_runtime.jsx)(Button, {
							kind: "quiet",
							icon: Ellipsis,
							iconOnly: true,
							children: "More"
						}),
						children: [(0, import_jsx_runtime.jsx)(MenuItem, {
							icon: Pencil,
							onSelect: () => setState("edited"),
							children: "Edit"
						}), (0, import_jsx_runtime.jsx)(MenuItem, {
							icon: Trash,
							danger: true,
							onSelect: () => setState("deleted"),
							children: "Delete"
						})]
					})
				]
			}),
			state === "edited" ? (0, import_jsx_runtime.jsx)(CommentForm, {
				draft: `comment ${id}`,
				initial: content,
				action: "Save",
				send: (text) => cairn.editComment({
					path: { comment: id },
					body: { content: text }
				}),
				onSuccess,
				onDone: () => setState("shown")
			}) : (0, import_jsx_runtime.jsx)(Markdown, { text: content }),
			state === "deleted" && (0, import_jsx_runtime.jsx)(Confirm, {
				title: "Delete this comment?",
				action: "Delete the comment",
				busy: remove.isPending,
				onConfirm: () => remove.mutate({ path: { comment: id } }),
				onClose: () => setState("shown"),
				children: "It is gone for everybody."
			})
		]
	});
}
function NewComment({ ticket, onSuccess }) {
	return (0, import_jsx_runtime.jsx)(CommentForm, {
		draft: `comment on ${ticket}`,
		initial: "",
		action: "Comment",
		send: (content) => cairn.addComment({
			path: { ticket },
			body: { content }
		}),
		onSuccess
	});
}
function CommentForm({ draft, initial, action, send, onSuccess, onDone }) {
	const [text, change, drop] = useDraft(draft, initial);
	const sending = useMutation({
		mutationFn: send,
		onSuccess: async (_, sent) => {
			await onSuccess();
			if (drop(sent)) onDone?.();
		}
	});
	const submit = (event) => {
		event.preventDefault();
		sending.mutate(text);
	};
	return (0, import_jsx_runtime.jsxs)("form", {
		className: Ticket_module_default.form,
		onSubmit: submit,
		children: [(0, import_jsx_runtime.jsx)(TextField, {
			label: "Your comment",
			hideLabel: true,
			placeholder: "Say something, in Markdown",
			required: true,
			value: text,
			onChange: ({ target }) => change(target.value),
			onKeyDown: (event) => event.key === "Enter" && (event.ctrlKey || event.metaKey) && event.currentTarget.form?.requestSubmit()
		}), (0, import_jsx_runtime.jsxs)(DialogActions, { children: [onDone && (0, import_jsx_runtime.jsx)(Button, {
			onClick: () => {
				drop();
				onDone();
			},
			children: "Cancel"
		}), (0, import_jsx_runtime.jsx)(Button, {
			kind: "primary",
			type: "submit",
			busy: sending.isPending,
			disabled: !text.trim(),
			children: action
		})] })]
	});
}
// src/pages/ticket/changes.ts
function useReread(ticket) {
	const client = useQueryClient();
	return () => client.invalidateQueries({ queryKey: cairn.query.getTicket({ path: { ticket } }).queryKey });
}
function useChange(ticket) {
	const onSuccess = useReread(ticket.key);
	const change = useMutation({
		mutationFn: (body) => cairn.updateTicket({
			path: { ticket: ticket.key },
			body
		}),
		onSuccess
	});
	return [change.isPending ? {
		...ticket,
		...change.variables
	} : ticket, change.mutate];
}
function useStatusChange({ key, status }) {
	const onSuccess = useReread(key);
	const change = useMutation({
		meta: { quiet: true },
		mutationFn: (body) => cairn.changeTicketStatus({
			path: { ticket: key },
			body
		}),
		onSuccess,
		onError: (error, refused) => explainRefusal(error, (wish) => change.mutate({
			...refused,
			...wish
		}))
	});
	return [change.isPending ? change.variables.status : status, change.mutate];
}
// src/pages/ticket/Facts.tsx
var DATE_LENGTH = 10;
function Facts({ ticket, project }) {
	const [shown, change] = useChange(ticket);
	const [status, changeStatus] = useStatusChange(ticket);
	const people = (useLiveQuery(cairn.query.listMembers({ path: { project } })).data?.items ?? []).map(({ userId, name }) => ({
		value: userId,
		label: name
	}));
	return (0, import_jsx_runtime.jsxs)("aside", {
		className: Ticket_module_default.facts,
		"aria-label": "Facts",
		children: [
			ticket.claimedBy && (0, import_jsx_runtime.jsxs)(Fact, {
				name: "Held by",
				children: [
					(0, import_jsx_runtime.jsx)(Actor, { name: ticket.claimedBy.agent }),
					" ",
					(0, import_jsx_runtime.jsxs)("span", {
						className: Ticket_module_default.soft,
						children: ["until ", (0, import_jsx_runtime.jsx)(Time, { at: ticket.claimedBy.leaseUntil })]
					})
				]
			}),
			(0, import_jsx_runtime.jsx)(Select, {
				label: "Status",
				options: STATUS_CHOICES,
				value: status,
				onChange: ({ target }) => changeStatus({ status: target.value })
			}),
			(0, import_jsx_runtime.jsx)(Select, {
				label: "Priority",
				options: PRIORITY_CHOICES,
				value: shown.priority,
				onChange: ({ target }) => change({ priority: target.value })
			}),
			(0, import_jsx_runtime.jsx)(Select, {
				label: "Type",
				options: TYPE_CHOICES,
				value: shown.type,
				onChange: ({ target }) => change({ type: target.value })
			}),
			(0, import_jsx_runtime.jsx)(Select, {
				label: "Assignee",
				options: [{
					value: "",
					label: "Nobody"
				}, ...people],
				value: shown.assigneeId ?? "",
				onChange: ({ target }) => change({ assigneeId: target.value || null })
			}),
			(0, import_jsx_runtime.jsx)(Labels, {
				labels: shown.labels,
				onChange: (labels) => change({ labels })
			}),
			(0, import_jsx_runtime.jsx)(Due, {
				at: shown.dueAt?.slice(0, DATE_LENGTH) ?? "",
				onChange: (date) => change({ dueAt: date ? `${date}T00:00:00Z` : null })
			}),
			ticket.parentId && (0, import_jsx_runtime.jsx)(Parent, { id: ticket.parentId }),
			(0, import_jsx_runtime.jsx)(Fact, {
				name: "Created",
				children: (0, import_jsx_runtime.jsx)(Time, { at: ticket.createdAt })
			}),
			(0, import_jsx_runtime.jsx)(Fact, {
				name: "Changed",
				children: (0, import_jsx_runtime.jsx)(Time, { at: ticket.updatedAt })
			})
		]
	});
}
function Fact({ name, children }) {
	return (0, import_jsx_runtime.jsxs)("div", {
		className: Ticket_module_default.fact,
		children: [
			(0, import_jsx_runtime.jsx)("span", {
				className: Ticket_module_default.soft,
				children: name
			}),
			" ",
			(0, import_jsx_runtime.jsx)("span", { children })
		]
	});
}
function Parent({ id }) {
	const { data } = useLiveQuery(cairn.query.getTicket({ path: { ticket: id } }));
	return data && (0, import_jsx_runtime.jsxs)(Fact, {
		name: "Part of",
		children: [
			(0, import_jsx_runtime.jsx)(KeyLink, { ticket: data.key }),
			" ",
			data.title
		]
	});
}
function Due({ at, onChange }) {
	const [typed, setTyped] = (0, import_react.useState)();
	const send = ({ validity }) => {
		if (typed !== void 0 && typed !== at && !validity.badInput) onChange(typed);
		setTyped(void 0);
	};
	return (0, import_jsx_runtime.jsx)(Field, {
		label: "Due",
		type: "date",
		value: typed ?? at,
		onChange: ({ target }) => setTyped(target.value),
		onBlur: ({ target }) => send(target),
		onKeyDown: ({ key, currentTarget }) => key === "Enter" && send(currentTarget)
	});
}
function Labels({ labels, onChange }) {
	const [text, setText] = (0, import_react.useState)("");
	const add = (event) => {
		if (event.key === "Enter" && text.trim()) {
			event.preventDefault();
			onChange([...new Set([...labels, ...labelsOf(text)])]);
			setText("");
		}
	};
	return (0, import_jsx_runtime.jsxs)("div", {
		className: Ticket_module_default.labels,
		children: [(0, import_jsx_runtime.jsx)(Field, {
			label: "Labels",
			placeholder: "Add one, and Enter",
			value: text,
			onChange: ({ target }) => setText(target.value),
			onKeyDown: add
		}), labels.length > 0 && (0, import_jsx_runtime.jsx)("ul", {
			className: Ticket_module_default.chips,
			children: labels.map((label) => (0, import_jsx_runtime.jsx)("li", { children: (0, import_jsx_runtime.jsxs)(Badge, { children: [label, (0, import_jsx_runtime.jsx)("button", {
				type: "button",
				className: Ticket_module_default.chipRemove,
				"aria-label": `Remove the label ${label}`,
				onClick: () => onChange(labels.filter((each) => each !== label)),
				children: (0, import_jsx_runtime.jsx)(X, {
					size: 12,
					"aria-hidden": true
				})
			})] }) }, label))
		})]
	});
}
// src/pages/ticket/Files.tsx
var FILES_MAX = 20;
function Files({ ticket }) {
	const files = useLiveQuery(cairn.query.listRelevantFiles({
		path: { ticket },
		query: { limit: FILES_MAX }
	}));
	return (0, import_jsx_runtime.jsx)(Answered, {
		query: files,
		children: ({ items }) => items.length === 0 ? (0, import_jsx_runtime.jsxs)(EmptyState, {
			title: "No file matters to this ticket",
			children: [
				"Files are known once the project has a folder: ",
				(0, import_jsx_runtime.jsx)("code", { children: "cairn index" }),
				"."
			]
		}) : (0, import_jsx_runtime.jsx)(Table, {
			name: "Files",
			rows: items,
			id: ({ file }) => file.id,
			columns: [
				{
					head: "File",
					cell: ({ file }) => (0, import_jsx_runtime.jsx)("code", {
						className: Ticket_module_default.filePath,
						children: file.path
					})
				},
				{
					head: "Because of",
					cell: ({ why }) => [...why.words, ...why.importsWith].join(", ") || (why.suggested > 0 ? "named by the ticket" : "recent changes")
				},
				{
					head: "Score",
					number: true,
					cell: ({ score }) => score.toFixed(2)
				}
			]
		})
	});
}
// src/pages/ticket/History.tsx
var ENTRIES_MAX = 100;
function History({ ticket }) {
	const activity = useLiveQuery(cairn.query.listActivity({ query: {
		subject: ticket,
		limit: ENTRIES_MAX
	} }));
	return (0, import_jsx_runtime.jsx)(Answered, {
		query: activity,
		children: ({ items }) => {
			const entries = items.filter((entry) => !isEcho(entry));
			return entries.length === 0 ? (0, import_jsx_runtime.jsx)(EmptyState, { title: "Nothing has happened yet" }) : (0, import_jsx_runtime.jsx)("ol", {
				className: Ticket_module_default.entries,
				children: entries.map((entry) => (0, import_jsx_runtime.jsxs)("li", {
					className: Ticket_module_default.entry,
					children: [(0, import_jsx_runtime.jsxs)("div", {
						className: Ticket_module_default.entryHead,
						children: [
							(0, import_jsx_runtime.jsx)("span", { children: (0, import_jsx_runtime.jsx)(Sentence, { of: entry }) }),
							" ",
							(0, import_jsx_runtime.jsx)(Time, { at: entry.at })
						]
					}), entry.type === "ticket.updated" && (0, import_jsx_runtime.jsx)(Differences, { changes: changesOf(entry) })]
				}, entry.seq))
			});
		}
	});
}
// src/pages/ticket/Links.tsx
var PAGE = 100;
var TITLES_MAX = 12;
function Links({ ticket: { key } }) {
	const options = cairn.query.listLinksInfinite({
		path: { ticket: key },
		query: { limit: PAGE }
	});
	const links = usePaged(options);
	const client = useQueryClient();
	const onSuccess = () => client.invalidateQueries({ queryKey: options.queryKey });
	const remove = useMutation({
		...cairn.mutation.deleteLink(),
		onSuccess
	});
	return (0, import_jsx_runtime.jsxs)("section", {
		"aria-labelledby": "links",
		children: [
			(0, import_jsx_runtime.jsx)("h2", {
				id: "links",
				className: Ticket_module_default.sectionHead,
				children: "Links"
			}),
			(0, import_jsx_runtime.jsx)(Answered, {
				query: links,
				children: (items) => {
					const seen = items.map((link) => seenFrom(key, link));
					const before = seen.filter(({ link }) => link.toKey === key);
					const after = seen.filter(({ link }) => link.toKey !== key);
					const cut = ({ link: { fromKey, kind, toKey } }) => remove.mutate({ path: {
						ticket: fromKey,
						kind,
						other: toKey
					} });
					return seen.length > 0 && (0, import_jsx_runtime.jsx)(Graph, {
						ticket: key,
						before,
						after,
						onCut: cut
					});
				}
			}),
			(0, import_jsx_runtime.jsx)(More$1, {
				list: links,
				of: "links"
			}),
			(0, import_jsx_runtime.jsx)(NewLink, {
				ticket: key,
				onSuccess
			})
		]
	});
}
function seenFrom(key, link) {
	return link.toKey === key ? {
		link,
		key: link.fromKey,
		status: link.fromStatus,
		how: {
			blocks: "blocks this",
			duplicates: "duplicates this",
			supersedes: "supersedes this",
			discovered_from: "discovered here"
		}[link.kind] ?? words(link.kind).toLowerCase()
	} : {
		link,
		key: link.toKey,
		status: link.toStatus,
		how: words(link.kind).toLowerCase()
	};
}
function Graph({ ticket, before, after, onCut }) {
	const rows = Math.max(before.length, after.length, 1);
	const nodes = (seen) => (0, import_jsx_runtime.jsx)("ul", {
		className: Ticket_module_default.nodes,
		children: seen.map((each) => (0, import_jsx_runtime.jsxs)("li", {
			className: Ticket_module_default.node,
			children: [(0, import_jsx_runtime.jsxs)(Link, {
				to: `/t/${each.key}`,
				className: Ticket_module_default.nodeLink,
				children: [
					(0, import_jsx_runtime.jsx)("span", {
						className: Ticket_module_default.how,
						children: each.how
					}),
					(0, import_jsx_runtime.jsx)("span", {
						className: Ticket_module_default.nodeKey,
						children: each.key
					}),
					seen.length <= TITLES_MAX && (0, import_jsx_runtime.jsx)(Title, { of: each.key }),
					(0, import_jsx_runtime.jsx)(Status, { status: each.status })
				]
			}), (0, import_jsx_runtime.jsx)(Button, {
				kind: "quiet",
				icon: X,
				iconOnly: true,
				className: Ticket_module_default.remove,
				onClick: () => onCut(each),
				children: `Remove the link to ${each.key}`
			})]
		}, `${each.link.kind} ${each.key}`))
	});
	return (0, import_jsx_runtime.jsxs)("div", {
		className: Ticket_module_default.graph,
		children: [
			nodes(before),
			(0, import_jsx_runtime.jsx)(Lines, {
				of: before.length,
				rows
			}),
			(0, import_jsx_runtime.jsx)("strong", {
				className: Ticket_module_default.here,
				children: ticket
			}),
			(0, import_jsx_runtime.jsx)(Lines, {
				of: after.length,
				rows,
				mirrored: true
			}),
			nodes(after)
		]
	});
}
function Title({ of }) {
	const { data } = useLiveQuery(cairn.query.getTicket({ path: { ticket: of } }));
	return (0, import_jsx_runtime.jsx)("span", {
		className: Ticket_module_default.nodeTitle,
		children: data?.title
	});
}
function Lines({ of, rows, mirrored }) {
	const first = (rows - of) / 2 + .5;
	const middle = rows / 2;
	return (0, import_jsx_runtime.jsx)("svg", {
		className: Ticket_module_default.lines,
		viewBox: `0 0 1 ${rows}`,
		preserveAspectRatio: "none",
		"aria-hidden": true,
		children: Array.from({ length: of }, (_, at) => (0, import_jsx_runtime.jsx)("path", { d: `M ${mirrored ? 1 : 0} ${first + at} C 0.5 ${first + at}, 0.5 ${middle}, ${mirrored ? 0 : 1} ${middle}` }, at))
	});
}
var WAYS = [
	{
		value: "blocks",
		label: "blocks",
		kind: "blocks"
	},
	{
		value: "blocked",
		label: "is blocked by",
		kind: "blocks",
		backwards: true
	},
	{
		value: "relates_to",
		label: "relates to",
		kind: "relates_to"
	},
	{
		value: "duplicates",
		label: "duplicates",
		kind: "duplicates"
	},
	{
		value: "supersedes",
		label: "supersedes",
		kind: "supersedes"
	},
	{
		value: "discovered_from",
		label: "was discovered from",
		kind: "discovered_from"
	}
];
function NewLink({ ticket, onSuccess }) {
	const [way, setWay] = (0, import_react.useState)("blocked");
	const [other, setOther] = (0, import_react.useState)("");
	const put = useMutation({
		...cairn.mutation.putLink(),
		onSuccess: async () => {
			setOther("");
			await onSuccess();
		}
	});
	const submit = (event) => {
		event.preventDefault();
		const { kind, backwards } = WAYS.find(({ value }) => value === way);
		const key = other.trim().toUpperCase();
		put.mutate({ path: backwards ? {
			ticket: key,
			kind,
			other: ticket
		} : {
			ticket,
			kind,
			other: key
		} });
	};
	return (0, import_jsx_runtime.jsxs)("form", {
		className: Ticket_module_default.add,
		onSubmit: submit,
		children: [
			(0, import_jsx_runtime.jsx)(Select, {
				label: "How it is linked",
				hideLabel: true,
				options: WAYS,
				value: way,
				onChange: ({ target }) => setWay(target.value)
			}),
			(0, import_jsx_runtime.jsx)(Field, {
				label: "Other ticket",
				hideLabel: true,
				placeholder: "Its key, such as CRN-12",
				required: true,
				value: other,
				onChange: ({ target }) => setOther(target.value)
			}),
			(0, import_jsx_runtime.jsx)(Button, {
				type: "submit",
				busy: put.isPending,
				children: "Link"
			})
		]
	});
}
// src/pages/ticket/More.tsx
function More({ ticket: { id, key, archivedAt }, project }) {
	const [isDeleting, setDeleting] = (0, import_react.useState)(false);
	const navigate = useNavigate();
	const path = { ticket: key };
	const onSuccess = useReread(key);
	const archive = useMutation({
		...cairn.mutation.archiveTicket(),
		onSuccess
	});
	const unarchive = useMutation({
		...cairn.mutation.unarchiveTicket(),
		onSuccess
	});
	const restore = useMutation({
		...cairn.mutation.restoreTicket(),
		onSuccess: () => void navigate(`/t/${key}`)
	});
	const remove = useMutation({
		...cairn.mutation.deleteTicket(),
		onSuccess: () => {
			navigate(`/p/${project}/board`);
			toast(`${key} was deleted`, { action: {
				name: "Take it back",
				onSelect: () => restore.mutate({ path: { ticket: id } })
			} });
		}
	});
	return (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [
		archivedAt && (0, import_jsx_runtime.jsx)(Badge, { children: "Archived" }),
		(0, import_jsx_runtime.jsxs)(Menu, {
			trigger: (0, import_jsx_runtime.jsx)(Button, {
				kind: "quiet",
				icon: Ellipsis,
				iconOnly: true,
				children: `More about ${key}`
			}),
			children: [archivedAt ? (0, import_jsx_runtime.jsx)(MenuItem, {
				icon: ArchiveArrowUp,
				onSelect: () => unarchive.mutate({ path }),
				children: "Take out of the archive"
			}) : (0, import_jsx_runtime.jsx)(MenuItem, {
				icon: Archive,
				onSelect: () => archive.mutate({ path }),
				children: "Archive"
			}), (0, import_jsx_runtime.jsx)(MenuItem, {
				icon: Trash,
				danger: true,
				onSelect: () => setDeleting(true),
				children: "Delete"
			})]
		}),
		isDeleting && (0, import_jsx_runtime.jsx)(Confirm, {
			title: `Delete ${key}?`,
			action: "Delete the ticket",
			busy: remove.isPending,
			onConfirm: () => remove.mutate({ path }),
			onClose: () => setDeleting(false),
			children: "Its tasks, comments and links go with it. You can take it back right after."
		})
	] });
}
// src/pages/ticket/Tasks.tsx
var DRAG_PIXELS = 4;
function Tasks({ ticket: { key, tasks } }) {
	const onSuccess = useReread(key);
	const reorder = useMutation({
		mutationFn: (ids) => cairn.reorderTasks({
			path: { ticket: key },
			body: { ids }
		}),
		onSuccess
	});
	const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: DRAG_PIXELS } }), useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }));
	const order = reorder.isPending ? reorder.variables : tasks.map(({ id }) => id);
	const shown = order.flatMap((id) => tasks.filter((task) => task.id === id));
	const put = ({ active, over }) => {
		if (over && over.id !== active.id) reorder.mutate(arrayMove(order, order.indexOf(String(active.id)), order.indexOf(String(over.id))));
	};
	const nameOf = ({ id }) => tasks.find((task) => task.id === id)?.content ?? "The task";
	const accessibility = {
		announcements: announcements(nameOf, nameOf),
		screenReaderInstructions: instructions("up and down")
	};
	const done = tasks.filter(({ status }) => status === "completed" || status === "cancelled").length;
	return (0, import_jsx_runtime.jsxs)("section", {
		"aria-labelledby": "tasks",
		children: [
			(0, import_jsx_runtime.jsxs)("h2", {
				id: "tasks",
				className: Ticket_module_default.sectionHead,
				children: ["Tasks ", tasks.length > 0 && (0, import_jsx_runtime.jsx)(Progress, {
					done,
					of: tasks.length,
					label: "Tasks done"
				})]
			}),
			(0, import_jsx_runtime.jsx)(DndContext, {
				sensors,
				collisionDetection: closestCenter,
				accessibility,
				onDragEnd: put,
				children: (0, import_jsx_runtime.jsx)(SortableContext, {
					items: order,
					strategy: verticalListSortingStrategy,
					children: (0, import_jsx_runtime.jsx)("ul", {
						className: Ticket_module_default.tasks,
						children: shown.map((task) => (0, import_jsx_runtime.jsx)(Row, {
							task,
							onSuccess
						}, task.id))
					})
				})
			}),
			(0, import_jsx_runtime.jsx)(NewTask, {
				ticket: key,
				onSuccess
			})
		]
	});
}
function Row({ task: { id, content, status }, onSuccess }) {
	const { attributes, listeners, setNodeRef, setActivatorNodeRef, transform, transition } = useSortable({ id });
	const check = useMutation({
		...cairn.mutation.changeTaskStatus(),
		onSuccess
	});
	const remove = useMutation({
		...cairn.mutation.deleteTask(),
		onSuccess
	});
	const shown = check.isPending ? check.variables.body?.status : status;
	return (0, import_jsx_runtime.jsxs)("li", {
		ref: setNodeRef,
		className: Ticket_module_default.task,
		style: {
			transform: CSS.Translate.toString(transform),
			transition
		},
		children: [
			(0, import_jsx_runtime.jsx)("button", {
				type: "button",
				ref: setActivatorNodeRef,
				className: Ticket_module_default.handle,
				...listeners,
				"aria-label": `Move ${content}`,
				"aria-describedby": attributes["aria-describedby"],
				children: (0, import_jsx_runtime.jsx)(GripVertical, {
					size: 14,
					"aria-hidden": true
				})
			}),
			(0, import_jsx_runtime.jsxs)("label", {
				className: shown === "completed" ? `${Ticket_module_default.check} ${Ticket_module_default.done}` : Ticket_module_default.check,
				children: [(0, import_jsx_runtime.jsx)("input", {
					type: "checkbox",
					checked: shown === "completed",
					onChange: ({ target }) => check.mutate({
						path: { task: id },
						body: { status: target.checked ? "completed" : "pending" }
					})
				}), (0, import_jsx_runtime.jsx)("span", { children: content })]
			}),
			(shown === "in_progress" || shown === "cancelled") && (0, import_jsx_runtime.jsx)(Badge, { children: words(shown) }),
			(0, import_jsx_runtime.jsx)(Button, {
				kind: "quiet",
				icon: Trash,
				iconOnly: true,
				className: Ticket_module_default.remove,
				busy: remove.isPending,
				onClick: () => remove.mutate({ path: { task: id } }),
				children: `Delete ${content}`
			})
		]
	});
}
function NewTask({ ticket, onSuccess }) {
	const [content, setContent] = (0, import_react.useState)("");
	const add = useMutation({
		...cairn.mutation.createTask(),
		onSuccess: async () => {
			setContent("");
			await onSuccess();
		}
	});
	const submit = (event) => {
		event.preventDefault();
		add.mutate({
			path: { ticket },
			body: { content }
		});
	};
	return (0, import_jsx_runtime.jsxs)("form", {
		className: Ticket_module_default.add,
		onSubmit: submit,
		children: [(0, import_jsx_runtime.jsx)(Field, {
			label: "New task",
			hideLabel: true,
			placeholder: "Add a task",
			required: true,
			value: content,
			onChange: ({ target }) => setContent(target.value)
		}), (0, import_jsx_runtime.jsx)(Button, {
			type: "submit",
			icon: Plus,
			busy: add.isPending,
			children: "Add"
		})]
	});
}
// src/pages/ticket/Conflict.tsx
function Conflict({ theirs, mine, onKeepMine, onTakeTheirs, onEdit }) {
	const head = (0, import_react.useRef)(null);
	(0, import_react.useEffect)(() => head.current?.focus(), []);
	return (0, import_jsx_runtime.jsxs)("section", {
		className: Ticket_module_default.conflict,
		"aria-labelledby": "conflict",
		children: [
			(0, import_jsx_runtime.jsx)("h1", {
				id: "conflict",
				ref: head,
				tabIndex: -1,
				children: "Somebody changed this text while you did"
			}),
			(0, import_jsx_runtime.jsxs)("div", {
				className: Ticket_module_default.both,
				children: [(0, import_jsx_runtime.jsxs)("div", { children: [
					(0, import_jsx_runtime.jsx)("h2", { children: "As it is now" }),
					(0, import_jsx_runtime.jsx)("p", {
						className: Ticket_module_default.version,
						children: (0, import_jsx_runtime.jsx)("strong", { children: theirs.title })
					}),
					(0, import_jsx_runtime.jsx)("pre", {
						className: Ticket_module_default.version,
						children: theirs.overview
					})
				] }), (0, import_jsx_runtime.jsxs)("div", { children: [
					(0, import_jsx_runtime.jsx)("h2", { children: "Yours, and how it differs" }),
					(0, import_jsx_runtime.jsx)("p", {
						className: Ticket_module_default.version,
						children: (0, import_jsx_runtime.jsx)("strong", { children: (0, import_jsx_runtime.jsx)(Difference, {
							before: theirs.title,
							after: mine.title
						}) })
					}),
					(0, import_jsx_runtime.jsx)("pre", {
						className: Ticket_module_default.version,
						children: (0, import_jsx_runtime.jsx)(Difference, {
							before: theirs.overview,
							after: mine.overview
						})
					})
				] })]
			}),
			(0, import_jsx_runtime.jsxs)(DialogActions, { children: [
				(0, import_jsx_runtime.jsx)(Button, {
					onClick: onTakeTheirs,
					children: "Leave it as it is now"
				}),
				(0, import_jsx_runtime.jsx)(Button, {
					onClick: onEdit,
					children: "Go on editing mine"
				}),
				(0, import_jsx_runtime.jsx)(Button, {
					kind: "primary",
					onClick: onKeepMine,
					children: "Save mine"
				})
			] })
		]
	});
}
// src/pages/ticket/Text.tsx
var draftOf = (key) => `text of ${key}`;
function Text({ ticket }) {
	const [isEdited, setEdited] = (0, import_react.useState)(() => hasDraft(draftOf(ticket.key)));
	if (isEdited) return (0, import_jsx_runtime.jsx)(Form, {
		ticket,
		onDone: () => setEdited(false)
	});
	return (0, import_jsx_runtime.jsxs)("section", {
		"aria-label": "Text",
		className: Ticket_module_default.text,
		children: [
			(0, import_jsx_runtime.jsxs)("div", {
				className: Ticket_module_default.titleRow,
				children: [(0, import_jsx_runtime.jsx)("h1", { children: ticket.title }), (0, import_jsx_runtime.jsx)(Button, {
					icon: Pencil,
					onClick: () => setEdited(true),
					children: "Edit"
				})]
			}),
			ticket.overview ? (0, import_jsx_runtime.jsx)(Markdown, { text: ticket.overview }) : (0, import_jsx_runtime.jsx)("p", {
				className: Ticket_module_default.soft,
				children: "No text yet"
			}),
			ticket.acceptanceCriteria.length > 0 && (0, import_jsx_runtime.jsxs)("div", { children: [(0, import_jsx_runtime.jsx)("h2", { children: "Done when" }), (0, import_jsx_runtime.jsx)("ul", {
				className: Ticket_module_default.criteria,
				children: ticket.acceptanceCriteria.map((each) => (0, import_jsx_runtime.jsx)("li", { children: each }, each))
			})] })
		]
	});
}
function Form({ ticket, onDone }) {
	const { key } = ticket;
	const wordsOf = ({ title, overview, version }) => ({
		title,
		overview,
		version
	});
	const [draft, change, drop] = useDraft(draftOf(key), {
		base: wordsOf(ticket),
		mine: wordsOf(ticket)
	});
	const [theirs, setTheirs] = (0, import_react.useState)();
	const reread = useReread(key);
	const save = useMutation({
		meta: { quiet: true },
		mutationFn: async ({ base: over, mine: { title, overview } }) => {
			const put = ({ version }) => cairn.updateTicket({
				path: { ticket: key },
				headers: { "If-Match": `"${version}"` },
				body: {
					title,
					overview
				}
			});
			try {
				return await put(over);
			} catch (error) {
				if (!(error instanceof CairnProblem && error.code === "stale_version")) throw error;
				const now = await cairn.getTicket({ path: { ticket: key } });
				if (now.title !== over.title || now.overview !== over.overview) {
					setTheirs(wordsOf(now));
					throw error;
				}
				return await put(now);
			}
		},
		onSuccess: async (saved, sent) => {
			await reread();
			if (drop(sent)) onDone();
			else change((was) => ({
				...was,
				base: wordsOf(saved)
			}));
		}
	});
	const close = () => {
		drop();
		onDone();
	};
	const submit = (event) => {
		event.preventDefault();
		save.mutate(draft);
	};
	const type = (part) => change({
		...draft,
		mine: {
			...draft.mine,
			...part
		}
	});
	if (theirs) return (0, import_jsx_runtime.jsx)(Conflict, {
		theirs,
		mine: draft.mine,
		onKeepMine: () => {
			const over = {
				...draft,
				base: theirs
			};
			change(over);
			setTheirs(void 0);
			save.mutate(over);
		},
		onTakeTheirs: close,
		onEdit: () => {
			change({
				...draft,
				base: theirs
			});
			setTheirs(void 0);
		}
	});
	return (0, import_jsx_runtime.jsxs)("form", {
		className: Ticket_module_default.form,
		onSubmit: submit,
		"aria-label": `Text of ${key}`,
		children: [
			(0, import_jsx_runtime.jsx)("h1", {
				className: "sr-only",
				children: ticket.title
			}),
			(0, import_jsx_runtime.jsx)(Field, {
				label: "Title",
				required: true,
				autoFocus: true,
				value: draft.mine.title,
				onChange: ({ target }) => type({ title: target.value })
			}),
			(0, import_jsx_runtime.jsx)(TextField, {
				label: "Text",
				hint: "Markdown",
				value: draft.mine.overview,
				error: save.error ? problemOf(save.error).detail : void 0,
				onChange: ({ target }) => type({ overview: target.value })
			}),
			(0, import_jsx_runtime.jsxs)(DialogActions, { children: [(0, import_jsx_runtime.jsx)(Button, {
				onClick: close,
				children: "Cancel"
			}), (0, import_jsx_runtime.jsx)(Button, {
				kind: "primary",
				type: "submit",
				busy: save.isPending,
				children: "Save"
			})] })
		]
	});
}
// src/pages/ticket/Ticket.tsx
function Ticket() {
	const { ticket = "" } = useParams();
	const query = useLiveQuery(cairn.query.getTicket({ path: { ticket } }));
	return (0, import_jsx_runtime.jsx)(Answered, {
		query,
		children: (found) => (0, import_jsx_runtime.jsx)(Shown, { ticket: found }, found.id)
	});
}
function Shown({ ticket }) {
	const [tab, setTab] = (0, import_react.useState)("comments");
	const project = ticket.key.slice(0, ticket.key.lastIndexOf("-"));
	return (0, import_jsx_runtime.jsxs)("article", {
		className: Ticket_module_default.page,
		children: [
			(0, import_jsx_runtime.jsx)("title", { children: `${ticket.key} ${ticket.title} · Cairn` }),
			(0, import_jsx_runtime.jsxs)("div", {
				className: Ticket_module_default.path,
				children: [
					(0, import_jsx_runtime.jsx)(Link, {
						to: `/p/${project}/board`,
						children: project
					}),
					" / ",
					(0, import_jsx_runtime.jsx)("span", {
						className: Ticket_module_default.key,
						children: ticket.key
					}),
					(0, import_jsx_runtime.jsx)(More, {
						ticket,
						project
					})
				]
			}),
			(0, import_jsx_runtime.jsxs)("div", {
				className: Ticket_module_default.columns,
				children: [(0, import_jsx_runtime.jsxs)("div", {
					className: Ticket_module_default.main,
					children: [
						(0, import_jsx_runtime.jsx)(Text, { ticket }),
						(0, import_jsx_runtime.jsx)(Tasks, { ticket }),
						(0, import_jsx_runtime.jsx)(Links, { ticket }),
						(0, import_jsx_runtime.jsx)(Tabs, {
							name: "What was said and done",
							value: tab,
							onChange: setTab,
							tabs: [
								{
									id: "comments",
									name: "Comments",
									content: (0, import_jsx_runtime.jsx)(Comments, { ticket: ticket.key })
								},
								{
									id: "history",
									name: "History",
									content: (0, import_jsx_runtime.jsx)(History, { ticket: ticket.id })
								},
								{
									id: "files",
									name: "Files",
									content: (0, import_jsx_runtime.jsx)(Files, { ticket: ticket.key })
								}
							]
						})
					]
				}), (0, import_jsx_runtime.jsx)(Facts, {
					ticket,
					project
				})]
			})
		]
	});
}
export { Ticket as default };
