import { __toESM } from "./rolldown-runtime.js";
import { Link, require_jsx_runtime, require_react, useMutation, useNavigate } from "./vendor.js";
import { Ellipsis, FileUp, FolderPlus, Lightbulb, Plug, Plus, Trash, Upload } from "./icons.js";
import { useLiveQuery } from "./api.js";
import { Answered, Button, ButtonLink, Confirm, Copyable, Dialog, DialogActions, Field, Menu, MenuItem, PageHead, Select, Sentence, Status, Table, Tabs, Time, cairn, classes, isEcho, problemOf, toast, words } from "./ui.js";
// src/pages/home/Home.module.css
var import_react = __toESM(require_react(), 1);
var Home_module_default = {
	home: "Home_home",
	projects: "Home_projects",
	card: "Home_card",
	latest: "Home_latest",
	cardHead: "Home_cardHead",
	cardMenu: "Home_cardMenu",
	key: "Home_key",
	bar: "Home_bar",
	counts: "Home_counts",
	cardFoot: "Home_cardFoot",
	entries: "Home_entries",
	entry: "Home_entry",
	sentence: "Home_sentence",
	cardLink: "Home_cardLink",
	soft: "Home_soft",
	form: "Home_form",
	error: "Home_error",
	first: "Home_first",
	way: "Home_way",
	wayAction: "Home_wayAction",
	drop: "Home_drop",
	dropOver: "Home_dropOver",
	wait: "Home_wait",
	problems: "Home_problems"
};
// src/pages/home/Connect.tsx
var import_jsx_runtime = require_jsx_runtime();
var servers = (key, server) => JSON.stringify({ [key]: { cairn: server } }, null, 2);
var COMMAND = {
	command: "cairn",
	args: ["mcp"]
};
var CLIENTS = [
	{
		id: "claude",
		name: "Claude Code",
		file: ".mcp.json",
		snippet: servers("mcpServers", {
			type: "stdio",
			...COMMAND
		})
	},
	{
		id: "cursor",
		name: "Cursor",
		file: ".cursor/mcp.json",
		snippet: servers("mcpServers", COMMAND)
	},
	{
		id: "vscode",
		name: "VS Code",
		file: ".vscode/mcp.json",
		snippet: servers("servers", {
			type: "stdio",
			...COMMAND
		})
	},
	{
		id: "codex",
		name: "Codex",
		file: ".codex/config.toml",
		snippet: "[mcp_servers.cairn]\ncommand = \"cairn\"\nargs = [\"mcp\"]"
	},
	{
		id: "gemini",
		name: "Gemini CLI",
		file: ".gemini/settings.json",
		snippet: servers("mcpServers", COMMAND)
	}
];
function Connect({ onClose }) {
	const [client, setClient] = (0, import_react.useState)("claude");
	return (0, import_jsx_runtime.jsx)(Dialog, {
		title: "Connect an agent",
		onClose,
		wide: true,
		children: (0, import_jsx_runtime.jsx)(Tabs, {
			name: "Client",
			value: client,
			onChange: setClient,
			tabs: [...CLIENTS.map(({ id, name, file, snippet }) => ({
				id,
				name,
				content: (0, import_jsx_runtime.jsx)(Local, {
					id,
					file,
					snippet
				})
			})), {
				id: "http",
				name: "Another machine",
				content: (0, import_jsx_runtime.jsx)(Remote, {})
			}]
		})
	});
}
function Local({ id, file, snippet }) {
	return (0, import_jsx_runtime.jsxs)("div", {
		className: Home_module_default.form,
		children: [
			(0, import_jsx_runtime.jsx)("p", { children: "In the folder of your project:" }),
			(0, import_jsx_runtime.jsx)(Copyable, {
				name: "The command",
				text: `cairn setup ${id}`
			}),
			(0, import_jsx_runtime.jsxs)("p", { children: [
				"It writes this into ",
				(0, import_jsx_runtime.jsx)("code", { children: file }),
				", and keeps what else is in there:"
			] }),
			(0, import_jsx_runtime.jsx)(Copyable, {
				name: "The configuration",
				text: snippet
			}),
			(0, import_jsx_runtime.jsx)("p", {
				className: Home_module_default.soft,
				children: "Then ask the agent to “claim the next ticket”. What it does is here at once."
			})
		]
	});
}
function Remote() {
	return (0, import_jsx_runtime.jsxs)("div", {
		className: Home_module_default.form,
		children: [(0, import_jsx_runtime.jsxs)("p", { children: [
			"With a token of ",
			(0, import_jsx_runtime.jsx)("code", { children: "cairn token create" }),
			" in ",
			(0, import_jsx_runtime.jsx)("code", { children: "CAIRN_TOKEN" }),
			":"
		] }), (0, import_jsx_runtime.jsx)(Copyable, {
			name: "The command",
			text: `claude mcp add --transport http cairn ${location.origin}/mcp --header "Authorization: Bearer $CAIRN_TOKEN"`
		})]
	});
}
// src/pages/home/demo.ts
var DEMO_KEY = "DEMO";
var TICKETS = [
	{
		title: "Draw the map of the harbour",
		type: "task",
		status: "completed",
		steps: ["Measure the quay", "Ink it"],
		comment: "The old map was **off by a pier**."
	},
	{
		title: "Choose a lamp",
		type: "task",
		status: "completed",
		labels: ["light"],
		overview: "LED or *acetylene*? See the table.\n\n| lamp | range |\n|---|---|\n| LED | 12 nm |\n| acetylene | 9 nm |"
	},
	{
		title: "Build the tower",
		type: "feature",
		priority: "high",
		status: "in_progress",
		after: [0],
		steps: [
			"Foundation",
			"Stones",
			"Gallery"
		],
		labels: ["tower"]
	},
	{
		title: "Mount the lamp",
		type: "task",
		priority: "high",
		after: [1, 2],
		labels: ["light", "tower"],
		acceptanceCriteria: ["It can be seen from 12 miles"]
	},
	{
		title: "The fog horn sounds in clear weather",
		type: "bug",
		priority: "urgent",
		labels: ["horn"],
		overview: "Since Tuesday. Neighbours have *opinions*."
	},
	{
		title: "Write the log by hand for one more week",
		type: "task",
		priority: "low"
	},
	{
		title: "Let ships ask for the weather",
		type: "feature",
		status: "in_progress",
		labels: ["radio"],
		steps: ["Receive", "Answer"]
	},
	{
		title: "Paint the door",
		type: "task",
		priority: "low",
		after: [2]
	},
	{
		title: "Train the second keeper",
		type: "task",
		after: [3],
		steps: [
			"Trim",
			"Wind",
			"Log"
		]
	},
	{
		title: "Open the light",
		type: "feature",
		priority: "high",
		after: [
			3,
			4,
			8
		],
		acceptanceCriteria: ["The mayor came", "Nobody fell"]
	}
];
var STEPS = {
	in_progress: ["in_progress"],
	completed: ["in_progress", "completed"]
};
async function makeDemo(onProgress) {
	await cairn.createProject({ body: {
		key: DEMO_KEY,
		name: "A lighthouse"
	} });
	const path = { project: DEMO_KEY };
	const items = TICKETS.map(({ steps = [], status: _status, after: _after, comment: _comment, ...ticket }) => ({
		...ticket,
		tasks: steps.map((content) => ({ content }))
	}));
	await cairn.createTickets({
		path,
		body: { items }
	});
	const keys = TICKETS.map((_, at) => `${DEMO_KEY}-${at + 1}`);
	for (const [at, { after = [], status, comment }] of TICKETS.entries()) {
		const ticket = keys[at];
		for (const before of after) await cairn.putLink({ path: {
			ticket: keys[before],
			kind: "blocks",
			other: ticket
		} });
		for (const next of (status && STEPS[status]) ?? []) await cairn.changeTicketStatus({
			path: { ticket },
			body: {
				status: next,
				finishTasks: true
			}
		});
		if (comment) await cairn.addComment({
			path: { ticket },
			body: { content: comment }
		});
		onProgress((at + 1) / TICKETS.length);
	}
}
// src/pages/home/keys.ts
var LENGTH_MAX = 6;
function keyFor(name) {
	const words = name.normalize("NFD").toUpperCase().replaceAll(/[^A-Z0-9 ]/g, "").trim().split(/\s+/);
	return (words.length > 1 ? words.map(([first = ""]) => first).join("") : words[0] ?? "").replace(/^\d+/, "").slice(0, LENGTH_MAX);
}
// src/pages/home/Import.tsx
var PROBLEMS_MAX = 200;
var FORMATS = [
	{
		value: "taskmaster",
		label: "task-master (tasks.json)"
	},
	{
		value: "beads",
		label: "beads (issues.jsonl)"
	},
	{
		value: "cairn",
		label: "Cairn (*.cairn.jsonl)"
	}
];
function formatOf(name) {
	return name.endsWith(".cairn.jsonl") ? "cairn" : name.endsWith(".jsonl") ? "beads" : "taskmaster";
}
async function importInto(file, { format, project, key, name }, onCreated) {
	const body = await file.text();
	const into = project || (await cairn.createProject({ body: {
		key: key ?? keyFor(name),
		name
	} })).key;
	if (!project) onCreated(into);
	const headers = { "Content-Type": file.name.endsWith(".jsonl") ? "application/x-ndjson" : "application/json" };
	return {
		key: into,
		report: await cairn.importFile({
			query: {
				project: into,
				format
			},
			body,
			headers,
			bodySerializer: null
		})
	};
}
function Import({ projects, file: dropped, onClose }) {
	const [file, setFile] = (0, import_react.useState)(dropped);
	const [wanted, setWanted] = (0, import_react.useState)({
		format: formatOf(dropped?.name ?? ""),
		project: "",
		key: void 0,
		name: ""
	});
	const take = useMutation({
		meta: { quiet: true },
		mutationFn: (named) => importInto(named, wanted, (project) => setWanted({
			...wanted,
			project
		}))
	});
	const choose = (chosen) => {
		setFile(chosen);
		setWanted({
			...wanted,
			format: formatOf(chosen.name)
		});
	};
	return (0, import_jsx_runtime.jsx)(Dialog, {
		title: "Import a tracker",
		onClose,
		wide: true,
		children: take.data ? (0, import_jsx_runtime.jsx)(Report, {
			report: take.data.report,
			project: take.data.key,
			onClose
		}) : take.isPending ? (0, import_jsx_runtime.jsxs)("div", {
			className: Home_module_default.form,
			role: "status",
			children: [(0, import_jsx_runtime.jsxs)("p", { children: [
				"Importing ",
				take.variables.name,
				" (",
				Math.ceil(take.variables.size / 1024),
				" KiB)…"
			] }), (0, import_jsx_runtime.jsx)("progress", {
				className: Home_module_default.wait,
				"aria-label": "Import"
			})]
		}) : file ? (0, import_jsx_runtime.jsx)(Choices, {
			file,
			projects,
			wanted,
			onChange: setWanted,
			error: take.error,
			onImport: () => take.mutate(file),
			onClose
		}) : (0, import_jsx_runtime.jsx)(DropZone, { onFile: choose })
	});
}
function DropZone({ onFile }) {
	const [isOver, setOver] = (0, import_react.useState)(false);
	const drop = (event) => {
		event.preventDefault();
		setOver(false);
		const [file] = event.dataTransfer.files;
		if (file) onFile(file);
	};
	return (0, import_jsx_runtime.jsxs)("label", {
		className: classes(Home_module_default.drop, isOver && Home_module_default.dropOver),
		onDragOver: (event) => {
			event.preventDefault();
			setOver(true);
		},
		onDragLeave: () => setOver(false),
		onDrop: drop,
		children: [
			(0, import_jsx_runtime.jsx)(FileUp, {
				size: 22,
				strokeWidth: 1.5,
				"aria-hidden": true
			}),
			(0, import_jsx_runtime.jsxs)("span", { children: [
				"Drop a ",
				(0, import_jsx_runtime.jsx)("code", { children: "tasks.json" }),
				" or ",
				(0, import_jsx_runtime.jsx)("code", { children: "issues.jsonl" }),
				" here, or choose it"
			] }),
			(0, import_jsx_runtime.jsx)("input", {
				type: "file",
				accept: ".json,.jsonl",
				className: "sr-only",
				onChange: ({ target }) => target.files?.[0] && onFile(target.files[0])
			})
		]
	});
}
function Choices({ file, projects, wanted, onChange, error, onImport, onClose }) {
	const { format, project, key, name } = wanted;
	const isListed = projects.some((each) => each.key === project);
	const into = project && !isListed ? [...projects, {
		key: project,
		name
	}] : projects;
	return (0, import_jsx_runtime.jsxs)("form", {
		className: Home_module_default.form,
		onSubmit: (event) => {
			event.preventDefault();
			onImport();
		},
		children: [
			(0, import_jsx_runtime.jsx)("p", { children: (0, import_jsx_runtime.jsx)("strong", { children: file.name }) }),
			(0, import_jsx_runtime.jsx)(Select, {
				label: "Format",
				options: FORMATS,
				value: format,
				onChange: ({ target }) => onChange({
					...wanted,
					format: target.value
				})
			}),
			(0, import_jsx_runtime.jsx)(Select, {
				label: "Into",
				options: [{
					value: "",
					label: "A new project"
				}, ...into.map((each) => ({
					value: each.key,
					label: `${each.name} (${each.key})`
				}))],
				value: project,
				onChange: ({ target }) => onChange({
					...wanted,
					project: target.value
				})
			}),
			!project && (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [(0, import_jsx_runtime.jsx)(Field, {
				label: "Name",
				required: true,
				value: name,
				onChange: ({ target }) => onChange({
					...wanted,
					name: target.value
				})
			}), (0, import_jsx_runtime.jsx)(Field, {
				label: "Key",
				required: true,
				value: key ?? keyFor(name),
				onChange: ({ target }) => onChange({
					...wanted,
					key: target.value.toUpperCase()
				})
			})] }),
			error !== null && (0, import_jsx_runtime.jsx)("p", {
				role: "alert",
				className: Home_module_default.error,
				children: problemOf(error).detail
			}),
			(0, import_jsx_runtime.jsxs)(DialogActions, { children: [(0, import_jsx_runtime.jsx)(Button, {
				onClick: onClose,
				children: "Cancel"
			}), (0, import_jsx_runtime.jsx)(Button, {
				kind: "primary",
				type: "submit",
				children: "Import"
			})] })
		]
	});
}
var PROBLEM_COLUMNS = [
	{
		head: "Where",
		cell: ({ line, path }) => line === void 0 ? path : `Line ${line}`
	},
	{
		head: "What",
		narrow: true,
		cell: ({ code }) => words(code)
	},
	{
		head: "Message",
		cell: ({ message }) => message
	}
];
function Report({ report: { created, updated, unchanged, skipped, problems }, project, onClose }) {
	return (0, import_jsx_runtime.jsxs)("div", {
		className: Home_module_default.form,
		children: [
			(0, import_jsx_runtime.jsxs)("p", {
				role: "status",
				children: [
					(0, import_jsx_runtime.jsxs)("strong", { children: [created, " created"] }),
					", ",
					updated,
					" updated, ",
					unchanged,
					" unchanged, ",
					skipped,
					" skipped.",
					problems.length === 0 ? " Everything was carried over." : ` ${problems.length} things could not be carried over as they were:`
				]
			}),
			problems.length > 0 && (0, import_jsx_runtime.jsx)("div", {
				className: Home_module_default.problems,
				children: (0, import_jsx_runtime.jsx)(Table, {
					name: "Problems",
					columns: PROBLEM_COLUMNS,
					rows: problems.slice(0, PROBLEMS_MAX),
					id: ({ line, path, message }) => `${line} ${path} ${message}`
				})
			}),
			(0, import_jsx_runtime.jsxs)(DialogActions, { children: [(0, import_jsx_runtime.jsx)(Button, {
				onClick: onClose,
				children: "Close"
			}), (0, import_jsx_runtime.jsx)(ButtonLink, {
				to: `/p/${project}/board`,
				children: "See the board"
			})] })
		]
	});
}
// src/pages/home/FirstRun.tsx
function FirstRun({ onProject, onFile, onConnect }) {
	const navigate = useNavigate();
	const [part, setPart] = (0, import_react.useState)(0);
	const demo = useMutation({
		mutationFn: () => makeDemo(setPart),
		onSuccess: () => void navigate(`/p/${DEMO_KEY}/board`)
	});
	return (0, import_jsx_runtime.jsxs)("div", {
		className: Home_module_default.first,
		children: [
			(0, import_jsx_runtime.jsx)(Way, {
				icon: FolderPlus,
				title: "Begin a project",
				text: "It holds tickets, queues, conversations and files.",
				children: (0, import_jsx_runtime.jsx)(Button, {
					kind: "primary",
					onClick: onProject,
					children: "New project"
				})
			}),
			(0, import_jsx_runtime.jsx)(Way, {
				icon: Upload,
				title: "Bring the tracker you have",
				text: "Tickets, tasks, links, labels and comments come along.",
				children: (0, import_jsx_runtime.jsx)(DropZone, { onFile })
			}),
			(0, import_jsx_runtime.jsx)(Way, {
				icon: Plug,
				title: "Connect an agent",
				text: "Claude Code, Cursor, VS Code, Codex, Gemini: each by one command.",
				children: (0, import_jsx_runtime.jsx)(Button, {
					onClick: onConnect,
					children: "Show how"
				})
			}),
			(0, import_jsx_runtime.jsx)(Way, {
				icon: Lightbulb,
				title: "Look around first",
				text: "A small project with work in all states. Delete it whenever you like.",
				children: demo.isPending ? (0, import_jsx_runtime.jsx)("progress", {
					className: Home_module_default.wait,
					value: part,
					"aria-label": "The demo project is made"
				}) : (0, import_jsx_runtime.jsx)(Button, {
					onClick: () => demo.mutate(),
					children: "Make a demo project"
				})
			})
		]
	});
}
function Way({ icon: Icon, title, text, children }) {
	return (0, import_jsx_runtime.jsxs)("section", {
		className: Home_module_default.way,
		children: [
			(0, import_jsx_runtime.jsx)(Icon, {
				size: 22,
				strokeWidth: 1.5,
				"aria-hidden": true
			}),
			(0, import_jsx_runtime.jsx)("h2", { children: title }),
			(0, import_jsx_runtime.jsx)("p", {
				className: Home_module_default.soft,
				children: text
			}),
			(0, import_jsx_runtime.jsx)("div", {
				className: Home_module_default.wayAction,
				children
			})
		]
	});
}
// src/pages/home/Latest.tsx
var READ = 60;
var SHOWN_MAX = 16;
function Latest() {
	const activity = useLiveQuery(cairn.query.listActivity({ query: { limit: READ } }));
	return (0, import_jsx_runtime.jsxs)("section", {
		"aria-labelledby": "latest",
		className: Home_module_default.latest,
		children: [(0, import_jsx_runtime.jsx)("h2", {
			id: "latest",
			children: "What happened last"
		}), (0, import_jsx_runtime.jsx)(Answered, {
			query: activity,
			children: ({ items }) => (0, import_jsx_runtime.jsx)("ol", {
				className: Home_module_default.entries,
				children: items.filter((entry) => !isEcho(entry)).slice(0, SHOWN_MAX).map((entry) => (0, import_jsx_runtime.jsxs)("li", {
					className: Home_module_default.entry,
					children: [(0, import_jsx_runtime.jsx)("span", {
						className: Home_module_default.sentence,
						children: (0, import_jsx_runtime.jsx)(Sentence, {
							of: entry,
							isTitled: true
						})
					}), (0, import_jsx_runtime.jsx)(Time, { at: entry.at })]
				}, entry.seq))
			})
		})]
	});
}
// src/pages/home/NewProject.tsx
function NewProject({ onClose }) {
	const [name, setName] = (0, import_react.useState)("");
	const [key, setKey] = (0, import_react.useState)();
	const navigate = useNavigate();
	const create = useMutation({
		...cairn.mutation.createProject(),
		meta: { quiet: true },
		onSuccess: (project) => void navigate(`/p/${project.key}/board`)
	});
	const submit = (event) => {
		event.preventDefault();
		create.mutate({ body: {
			name,
			key: key ?? keyFor(name)
		} });
	};
	return (0, import_jsx_runtime.jsx)(Dialog, {
		title: "New project",
		onClose,
		children: (0, import_jsx_runtime.jsxs)("form", {
			className: Home_module_default.form,
			onSubmit: submit,
			children: [
				(0, import_jsx_runtime.jsx)(Field, {
					label: "Name",
					required: true,
					value: name,
					onChange: ({ target }) => setName(target.value)
				}),
				(0, import_jsx_runtime.jsx)(Field, {
					label: "Key",
					hint: "Its tickets are called like it: WEB-1, WEB-2",
					required: true,
					value: key ?? keyFor(name),
					error: create.error ? problemOf(create.error).detail : void 0,
					onChange: ({ target }) => setKey(target.value.toUpperCase())
				}),
				(0, import_jsx_runtime.jsxs)(DialogActions, { children: [(0, import_jsx_runtime.jsx)(Button, {
					onClick: onClose,
					children: "Cancel"
				}), (0, import_jsx_runtime.jsx)(Button, {
					kind: "primary",
					type: "submit",
					busy: create.isPending,
					children: "Create"
				})] })
			]
		})
	});
}
// src/pages/home/ProjectCard.tsx
var SHOWN = [
	"open",
	"in_progress",
	"review",
	"blocked",
	"completed"
];
function ProjectCard({ project: { projectId, key, name, tickets, openTasks, queueDepth, lastActivityAt } }) {
	const [isDeleting, setDeleting] = (0, import_react.useState)(false);
	const restore = useMutation(cairn.mutation.restoreProject());
	const remove = useMutation({
		...cairn.mutation.deleteProject(),
		onSuccess: () => {
			setDeleting(false);
			const take = () => restore.mutate({ path: { project: projectId } });
			toast(`${name} was deleted`, { action: {
				name: "Take it back",
				onSelect: take
			} });
		}
	});
	return (0, import_jsx_runtime.jsxs)("article", {
		className: Home_module_default.card,
		children: [
			(0, import_jsx_runtime.jsxs)("header", {
				className: Home_module_default.cardHead,
				children: [
					(0, import_jsx_runtime.jsx)("h2", { children: (0, import_jsx_runtime.jsx)(Link, {
						to: `/p/${key}/board`,
						className: Home_module_default.cardLink,
						children: name
					}) }),
					(0, import_jsx_runtime.jsx)("span", {
						className: Home_module_default.key,
						children: key
					}),
					(0, import_jsx_runtime.jsx)("div", {
						className: Home_module_default.cardMenu,
						children: (0, import_jsx_runtime.jsx)(Menu, {
							align: "end",
							trigger: (0, import_jsx_runtime.jsx)(Button, {
								kind: "quiet",
								icon: Ellipsis,
								iconOnly: true,
								children: `More about ${name}`
							}),
							children: (0, import_jsx_runtime.jsx)(MenuItem, {
								icon: Trash,
								danger: true,
								onSelect: () => setDeleting(true),
								children: "Delete"
							})
						})
					})
				]
			}),
			(0, import_jsx_runtime.jsx)("div", {
				className: Home_module_default.bar,
				"aria-hidden": true,
				children: SHOWN.map((status) => (0, import_jsx_runtime.jsx)("span", { style: {
					flexGrow: tickets[status] ?? 0,
					background: `var(--status-${status})`
				} }, status))
			}),
			(0, import_jsx_runtime.jsx)("dl", {
				className: Home_module_default.counts,
				children: SHOWN.map((status) => (0, import_jsx_runtime.jsxs)("div", { children: [(0, import_jsx_runtime.jsx)("dt", { children: (0, import_jsx_runtime.jsx)(Status, { status }) }), (0, import_jsx_runtime.jsx)("dd", { children: tickets[status] ?? 0 })] }, status))
			}),
			(0, import_jsx_runtime.jsxs)("footer", {
				className: Home_module_default.cardFoot,
				children: [
					(0, import_jsx_runtime.jsxs)("span", { children: [openTasks, " open tasks"] }),
					(0, import_jsx_runtime.jsxs)("span", { children: [queueDepth, " queued"] }),
					lastActivityAt && (0, import_jsx_runtime.jsx)(Time, { at: lastActivityAt })
				]
			}),
			isDeleting && (0, import_jsx_runtime.jsx)(Confirm, {
				title: `Delete ${name}?`,
				action: "Delete the project",
				busy: remove.isPending,
				onConfirm: () => remove.mutate({ path: { project: key } }),
				onClose: () => setDeleting(false),
				children: "Its tickets, queues and conversations go with it. You can take it back right after."
			})
		]
	});
}
// src/pages/home/Home.tsx
function Home() {
	const projects = useLiveQuery(cairn.query.listOverviews({ query: { limit: 200 } }));
	const [open, setOpen] = (0, import_react.useState)();
	const close = () => setOpen(void 0);
	return (0, import_jsx_runtime.jsx)(Answered, {
		query: projects,
		children: ({ items }) => (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [
			items.length === 0 ? (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [(0, import_jsx_runtime.jsx)(PageHead, {
				title: "Welcome to Cairn",
				about: "People and agents work here on the same projects. Nothing is here yet:"
			}), (0, import_jsx_runtime.jsx)(FirstRun, {
				onProject: () => setOpen({ what: "project" }),
				onFile: (file) => setOpen({
					what: "import",
					file
				}),
				onConnect: () => setOpen({ what: "connect" })
			})] }) : (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [(0, import_jsx_runtime.jsxs)(PageHead, {
				title: "Home",
				about: "Your projects, the busiest first, and what happened last.",
				children: [
					(0, import_jsx_runtime.jsx)(Button, {
						icon: Plug,
						onClick: () => setOpen({ what: "connect" }),
						children: "Connect an agent"
					}),
					(0, import_jsx_runtime.jsx)(Button, {
						icon: Upload,
						onClick: () => setOpen({ what: "import" }),
						children: "Import"
					}),
					(0, import_jsx_runtime.jsx)(Button, {
						kind: "primary",
						icon: Plus,
						onClick: () => setOpen({ what: "project" }),
						children: "New project"
					})
				]
			}), (0, import_jsx_runtime.jsxs)("div", {
				className: Home_module_default.home,
				children: [(0, import_jsx_runtime.jsx)("section", {
					"aria-label": "Projects",
					className: Home_module_default.projects,
					children: items.map((project) => (0, import_jsx_runtime.jsx)(ProjectCard, { project }, project.projectId))
				}), (0, import_jsx_runtime.jsx)(Latest, {})]
			})] }),
			open?.what === "project" && (0, import_jsx_runtime.jsx)(NewProject, { onClose: close }),
			open?.what === "connect" && (0, import_jsx_runtime.jsx)(Connect, { onClose: close }),
			open?.what === "import" && (0, import_jsx_runtime.jsx)(Import, {
				projects: items,
				...open.file && { file: open.file },
				onClose: close
			})
		] })
	});
}
export { Home as default };
