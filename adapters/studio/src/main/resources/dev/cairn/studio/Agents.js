import { __toESM } from "./rolldown-runtime.js";
import { Link, require_jsx_runtime, require_react, useMutation, useNavigate, useQuery, useSearchParams } from "./vendor.js";
import { Actor, Answered, Badge, Button, Confirm, Dialog, DialogActions, EmptyState, Field, Markdown, Menu, MenuItem, MenuLine, More, PageHead, Refused, RunDetails, RunState, Select, Stale, Status, Table, Tabs, TextField, Time, cairn, classes, money, problemOf, queries, toast, tokens, usePaged, words } from "./ui.js";
import { useLiveQuery } from "./api.js";
import { ArrowLeft, Bot, Brain, ChartNoAxesColumn, CircleCheck, CircleX, Ellipsis, KeyRound, MessagesSquare, Pencil, Plug, Plus, Power, PowerOff, Scissors, Star, Trash } from "./icons.js";
import { UsageChart } from "./charts.js";
// src/pages/agents/Agents.module.css
var import_react = __toESM(require_react(), 1);
var Agents_module_default = {
	part: "Agents_part",
	bar: "Agents_bar",
	back: "Agents_back",
	about: "Agents_about",
	first: "Agents_first",
	name: "Agents_name",
	link: "Agents_link",
	soft: "Agents_soft",
	secret: "Agents_secret",
	warn: "Agents_warn",
	good: "Agents_good",
	form: "Agents_form",
	settings: "Agents_settings",
	pair: "Agents_pair",
	group: "Agents_group",
	check: "Agents_check",
	providers: "Agents_providers",
	provider: "Agents_provider",
	off: "Agents_off",
	what: "Agents_what",
	"do": "Agents_do",
	prompt: "Agents_prompt",
	turn: "Agents_turn",
	tools: "Agents_tools",
	budgets: "Agents_budgets",
	budget: "Agents_budget",
	meter: "Agents_meter",
	over: "Agents_over"
};
// src/pages/agents/AgentForm.tsx
var import_jsx_runtime = require_jsx_runtime();
var TOKENS_MAX = 1e9;
var SCOPES = [{
	id: "write",
	name: "Write",
	about: "change tickets, comments and files by its tools"
}, {
	id: "claim",
	name: "Claim",
	about: "take work from queues and finish it"
}];
function AgentForm({ agent, onDone, onCancel }) {
	const [version, setVersion] = (0, import_react.useState)(agent?.version);
	const { data: providers } = useLiveQuery(cairn.query.listProviders({ query: { limit: 100 } }));
	const save = useMutation({
		mutationFn: ({ name, fields }) => agent ? cairn.updateAgent({
			path: { agent: agent.id },
			body: fields,
			headers: { "If-Match": `"${version}"` }
		}) : cairn.createAgent({ body: {
			...fields,
			name,
			role: fields.role ?? ""
		} }),
		meta: { quiet: true },
		onSuccess: (saved) => {
			setVersion(saved.version);
			queries.setQueryData(cairn.query.getAgent({ path: { agent: saved.id } }).queryKey, saved);
			onDone(saved);
		}
	});
	const submit = (event) => {
		event.preventDefault();
		const form = new FormData(event.currentTarget);
		save.mutate({
			name: text(form, "name"),
			fields: fieldsOf(form, agent)
		});
	};
	const isStale = agent !== void 0 && version !== agent.version && !save.isPending;
	const options = [{
		value: "",
		label: defaultOf(providers?.items.find(({ isDefault }) => isDefault)?.name)
	}, ...providers?.items.filter(({ id, deactivatedAt }) => !deactivatedAt || id === agent?.providerId).map(({ id, name, defaultModel }) => ({
		value: id,
		label: `${name} (${defaultModel})`
	})) ?? []];
	return (0, import_jsx_runtime.jsxs)("form", {
		className: Agents_module_default.form,
		onSubmit: submit,
		children: [
			(0, import_jsx_runtime.jsxs)("div", {
				className: Agents_module_default.pair,
				children: [!agent && (0, import_jsx_runtime.jsx)(Field, {
					label: "Name",
					name: "name",
					required: true,
					maxLength: 100,
					hint: "As it is called with @",
					autoFocus: true
				}), (0, import_jsx_runtime.jsx)(Field, {
					label: "Role",
					name: "role",
					required: true,
					maxLength: 100,
					defaultValue: agent?.role,
					placeholder: "Reviewer"
				})]
			}),
			(0, import_jsx_runtime.jsx)(TextField, {
				label: "Goal",
				name: "goal",
				maxLength: 5e3,
				defaultValue: agent?.goal,
				rows: 2
			}),
			(0, import_jsx_runtime.jsx)(TextField, {
				label: "Backstory",
				name: "backstory",
				maxLength: 1e4,
				defaultValue: agent?.backstory,
				rows: 2
			}),
			(0, import_jsx_runtime.jsx)(TextField, {
				label: "Instructions",
				name: "instructions",
				maxLength: 5e4,
				defaultValue: agent?.instructions ?? "",
				rows: 3,
				hint: "What it is told besides, in every conversation"
			}),
			(0, import_jsx_runtime.jsxs)("fieldset", {
				className: Agents_module_default.group,
				children: [
					(0, import_jsx_runtime.jsx)("legend", { children: "Model" }),
					(0, import_jsx_runtime.jsxs)("div", {
						className: Agents_module_default.pair,
						children: [(0, import_jsx_runtime.jsx)(Select, {
							label: "Provider",
							name: "providerId",
							options,
							defaultValue: agent?.providerId ?? ""
						}), (0, import_jsx_runtime.jsx)(Field, {
							label: "Model",
							name: "model",
							maxLength: 200,
							defaultValue: agent?.modelConfig.model ?? "",
							placeholder: "As the provider’s"
						})]
					}),
					(0, import_jsx_runtime.jsxs)("div", {
						className: Agents_module_default.pair,
						children: [
							(0, import_jsx_runtime.jsx)(Field, {
								label: "Temperature",
								name: "temperature",
								type: "number",
								min: 0,
								max: 2,
								step: "any",
								defaultValue: agent?.modelConfig.temperature ?? "",
								placeholder: "As the provider’s"
							}),
							(0, import_jsx_runtime.jsx)(Field, {
								label: "Top p",
								name: "topP",
								type: "number",
								min: 0,
								max: 1,
								step: "any",
								defaultValue: agent?.modelConfig.topP ?? "",
								placeholder: "As the provider’s"
							}),
							(0, import_jsx_runtime.jsx)(Field, {
								label: "Longest answer, in tokens",
								name: "maxTokens",
								type: "number",
								min: 1,
								max: 1e6,
								defaultValue: agent?.modelConfig.maxTokens ?? "",
								placeholder: "As long as it likes"
							})
						]
					})
				]
			}),
			(0, import_jsx_runtime.jsxs)("fieldset", {
				className: Agents_module_default.group,
				children: [
					(0, import_jsx_runtime.jsx)("legend", { children: "What it may do by tools" }),
					(0, import_jsx_runtime.jsx)("p", {
						className: Agents_module_default.soft,
						children: "It always may read, in the project of the conversation."
					}),
					SCOPES.map(({ id, name, about }) => (0, import_jsx_runtime.jsxs)("label", {
						className: Agents_module_default.check,
						children: [
							(0, import_jsx_runtime.jsx)("input", {
								type: "checkbox",
								name: "scopes",
								value: id,
								defaultChecked: agent?.scopes.includes(id)
							}),
							" ",
							(0, import_jsx_runtime.jsxs)("span", { children: [
								(0, import_jsx_runtime.jsx)("strong", { children: name }),
								" ",
								(0, import_jsx_runtime.jsx)("span", {
									className: Agents_module_default.soft,
									children: about
								})
							] })
						]
					}, id))
				]
			}),
			(0, import_jsx_runtime.jsxs)("fieldset", {
				className: Agents_module_default.group,
				children: [(0, import_jsx_runtime.jsx)("legend", { children: "Budget" }), (0, import_jsx_runtime.jsxs)("div", {
					className: Agents_module_default.pair,
					children: [
						(0, import_jsx_runtime.jsx)(Field, {
							label: "Tokens for one answer",
							name: "tokensPerRun",
							type: "number",
							min: 1,
							max: TOKENS_MAX,
							defaultValue: agent?.tokensPerRun ?? "",
							placeholder: "Any number"
						}),
						(0, import_jsx_runtime.jsx)(Field, {
							label: "Tokens in a day",
							name: "tokensPerDay",
							type: "number",
							min: 1,
							max: TOKENS_MAX,
							defaultValue: agent?.tokensPerDay ?? "",
							placeholder: "Any number"
						}),
						(0, import_jsx_runtime.jsx)(Field, {
							label: "Cost in a day",
							name: "costPerDay",
							type: "number",
							min: 0,
							max: 1e6,
							step: "any",
							defaultValue: agent?.costPerDay ?? "",
							placeholder: "Anything",
							hint: "In the money of the prices"
						})
					]
				})]
			}),
			isStale && (0, import_jsx_runtime.jsx)(Stale, {
				what: "agent",
				onKeep: () => setVersion(agent.version)
			}),
			(0, import_jsx_runtime.jsx)(Refused, { error: save.error }),
			(0, import_jsx_runtime.jsxs)(DialogActions, { children: [onCancel && (0, import_jsx_runtime.jsx)(Button, {
				onClick: onCancel,
				children: "Cancel"
			}), (0, import_jsx_runtime.jsx)(Button, {
				kind: "primary",
				type: "submit",
				busy: save.isPending,
				disabled: isStale,
				children: agent ? "Save" : "Create"
			})] })
		]
	}, providers ? "known" : "unknown");
}
function defaultOf(name) {
	return name ? `Your default: ${name}` : "Your default (there is none)";
}
function fieldsOf(form, agent) {
	return {
		role: text(form, "role"),
		goal: text(form, "goal"),
		backstory: text(form, "backstory"),
		instructions: text(form, "instructions") || null,
		providerId: text(form, "providerId") || null,
		modelConfig: {
			model: text(form, "model") || null,
			temperature: number(form, "temperature"),
			topP: number(form, "topP"),
			maxTokens: number(form, "maxTokens"),
			price: agent?.modelConfig.price ?? null
		},
		scopes: ["read", ...SCOPES.map(({ id }) => id).filter((id) => form.getAll("scopes").includes(id))],
		tokensPerRun: number(form, "tokensPerRun"),
		tokensPerDay: number(form, "tokensPerDay"),
		costPerDay: number(form, "costPerDay")
	};
}
function text(form, name) {
	return String(form.get(name) ?? "").trim();
}
function number(form, name) {
	const value = text(form, name);
	return value === "" ? null : Number(value);
}
// src/pages/agents/Availability.tsx
var COLOURS = {
	active: "completed",
	busy: "in_progress",
	inactive: "closed"
};
function Availability({ of }) {
	return (0, import_jsx_runtime.jsx)(Status, {
		status: of,
		tone: COLOURS[of]
	});
}
var Memories_module_default = {
	search: "Memories_search",
	memories: "Memories_memories",
	memory: "Memories_memory",
	content: "Memories_content",
	summary: "Memories_summary",
	facts: "Memories_facts",
	"do": "Memories_do",
	why: "Memories_why",
	prunable: "Memories_prunable",
	score: "Memories_score"
};
// src/pages/agents/Prune.tsx
var OLDEST_READ = 200;
var SHOWN_MAX = 10;
function Prune({ agent, name, onClose }) {
	const dry = useQuery({
		queryKey: ["pruneMemories", agent],
		queryFn: ({ signal }) => cairn.pruneMemories({
			body: {
				agentId: agent,
				dryRun: true
			},
			signal
		}),
		gcTime: 0,
		retry: false
	});
	const { data: oldest } = useQuery(cairn.query.listMemories({ query: {
		agent,
		sort: "createdAt",
		limit: OLDEST_READ
	} }));
	const prune = useMutation({
		...cairn.mutation.pruneMemories(),
		meta: { quiet: true },
		onSuccess: ({ memories }) => {
			toast(`${count(memories.length)} archived.`);
			onClose();
		}
	});
	return (0, import_jsx_runtime.jsxs)(Dialog, {
		title: `Prune what ${name} remembers`,
		onClose,
		children: [(0, import_jsx_runtime.jsx)("p", { children: "Archives memories that are older than 90 days and whose score is under 0.3, never critical ones." }), (0, import_jsx_runtime.jsx)(Answered, {
			query: dry,
			children: ({ memories, more }) => {
				const shown = oldest?.items.filter(({ id }) => memories.includes(id)).slice(0, SHOWN_MAX) ?? [];
				return (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [
					(0, import_jsx_runtime.jsx)("p", {
						role: "status",
						children: memories.length === 0 ? "Nothing would be archived now." : (0, import_jsx_runtime.jsxs)("strong", { children: [
							count(memories.length),
							more && " and more",
							" would be archived",
							shown.length < memories.length ? ", among them:" : ":"
						] })
					}),
					shown.length > 0 && (0, import_jsx_runtime.jsx)("ul", {
						className: Memories_module_default.prunable,
						children: shown.map(({ id, summary, content, score }) => (0, import_jsx_runtime.jsxs)("li", { children: [
							(0, import_jsx_runtime.jsx)("span", { children: summary ?? content }),
							" ",
							(0, import_jsx_runtime.jsx)("span", {
								className: Memories_module_default.score,
								children: score.toFixed(2)
							})
						] }, id))
					}),
					(0, import_jsx_runtime.jsx)(Refused, { error: prune.error }),
					(0, import_jsx_runtime.jsxs)(DialogActions, { children: [(0, import_jsx_runtime.jsx)(Button, {
						onClick: onClose,
						children: memories.length === 0 ? "Close" : "Keep them"
					}), memories.length > 0 && (0, import_jsx_runtime.jsxs)(Button, {
						kind: "danger",
						busy: prune.isPending,
						onClick: () => prune.mutate({ body: {
							agentId: agent,
							dryRun: false
						} }),
						children: ["Archive ", count(memories.length)]
					})] })
				] });
			}
		})]
	});
}
function count(memories) {
	return memories === 1 ? "one memory" : `${memories} memories`;
}
// src/pages/agents/Why.tsx
var PARTS = [
	{
		of: "score",
		name: "score"
	},
	{
		of: "recency",
		name: "how new"
	},
	{
		of: "accesses",
		name: "how often read"
	},
	{
		of: "conversation",
		name: "same conversation"
	},
	{
		of: "words",
		name: "words"
	}
];
function Why({ of }) {
	return (0, import_jsx_runtime.jsxs)("dl", {
		className: Memories_module_default.why,
		"aria-label": "Why it stands here",
		children: [(0, import_jsx_runtime.jsxs)("div", { children: [(0, import_jsx_runtime.jsx)("dt", { children: "Total" }), (0, import_jsx_runtime.jsx)("dd", { children: (0, import_jsx_runtime.jsx)("strong", { children: of.total.toFixed(2) }) })] }), PARTS.map((part) => (0, import_jsx_runtime.jsxs)("div", { children: [(0, import_jsx_runtime.jsx)("dt", { children: part.name }), (0, import_jsx_runtime.jsxs)("dd", { children: [
			(0, import_jsx_runtime.jsx)("meter", {
				min: 0,
				max: 1,
				value: of[part.of],
				"aria-label": part.name
			}),
			" ",
			of[part.of].toFixed(2)
		] })] }, part.of))]
	});
}
// src/pages/agents/Memories.tsx
var RELEVANT_MAX = 50;
var TYPES$1 = [
	"conversation",
	"preference",
	"learning",
	"context",
	"fact"
];
var IMPORTANCES = [
	"low",
	"medium",
	"high",
	"critical"
];
function Memories({ agent, name }) {
	const [text, setText] = (0, import_react.useState)("");
	const [archived, setArchived] = (0, import_react.useState)("false");
	const [doing, setDoing] = (0, import_react.useState)();
	const q = (0, import_react.useDeferredValue)(text.trim());
	return (0, import_jsx_runtime.jsxs)("div", {
		className: Agents_module_default.part,
		children: [
			(0, import_jsx_runtime.jsxs)("div", {
				className: Agents_module_default.bar,
				children: [
					(0, import_jsx_runtime.jsx)("div", {
						className: Memories_module_default.search,
						children: (0, import_jsx_runtime.jsx)(Field, {
							label: "What would matter for these words",
							hideLabel: true,
							type: "search",
							placeholder: "What would matter for these words?",
							maxLength: 200,
							value: text,
							onChange: ({ target }) => setText(target.value)
						})
					}),
					(0, import_jsx_runtime.jsx)(Select, {
						label: "Which",
						hideLabel: true,
						value: archived,
						onChange: ({ target }) => setArchived(target.value),
						disabled: q !== "",
						options: [{
							value: "false",
							label: "In use"
						}, {
							value: "true",
							label: "Archived"
						}]
					}),
					(0, import_jsx_runtime.jsx)(Button, {
						icon: Scissors,
						onClick: () => setDoing("prune"),
						children: "Prune"
					}),
					(0, import_jsx_runtime.jsx)(Button, {
						kind: "primary",
						icon: Plus,
						onClick: () => setDoing("new"),
						children: "New memory"
					})
				]
			}),
			q ? (0, import_jsx_runtime.jsx)(Relevant, {
				agent,
				q
			}) : (0, import_jsx_runtime.jsx)(All, {
				agent,
				archived
			}),
			doing === "new" && (0, import_jsx_runtime.jsx)(Dialog, {
				title: `Something for ${name} to remember`,
				onClose: () => setDoing(void 0),
				children: (0, import_jsx_runtime.jsx)(MemoryForm, {
					agent,
					onDone: () => setDoing(void 0)
				})
			}),
			doing === "prune" && (0, import_jsx_runtime.jsx)(Prune, {
				agent,
				name,
				onClose: () => setDoing(void 0)
			})
		]
	});
}
function All({ agent, archived }) {
	const memories = usePaged(cairn.query.listMemoriesInfinite({ query: {
		agent,
		archived
	} }));
	return (0, import_jsx_runtime.jsx)(Answered, {
		query: memories,
		children: (items) => items.length === 0 ? (0, import_jsx_runtime.jsx)(EmptyState, {
			icon: Brain,
			title: archived === "true" ? "Nothing is archived" : "It remembers nothing yet",
			children: archived === "false" && "It keeps what it learns by its tool “remember”; you can write memories, too."
		}) : (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [(0, import_jsx_runtime.jsx)("ul", {
			className: Memories_module_default.memories,
			children: items.map((memory) => (0, import_jsx_runtime.jsx)(Remembered, { memory }, memory.id))
		}), (0, import_jsx_runtime.jsx)(More, {
			list: memories,
			of: "memories"
		})] })
	});
}
function Relevant({ agent, q }) {
	const query = useLiveQuery(cairn.query.listRelevantMemories({ query: {
		agent,
		q,
		limit: RELEVANT_MAX
	} }));
	return (0, import_jsx_runtime.jsx)(Answered, {
		query,
		children: ({ items }) => items.length === 0 ? (0, import_jsx_runtime.jsx)(EmptyState, {
			icon: Brain,
			title: "It remembers nothing yet"
		}) : (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [(0, import_jsx_runtime.jsxs)("p", {
			className: Agents_module_default.soft,
			children: [
				"In the order in which ",
				items.length === 1 ? "it is" : "they are",
				" told to the model, what matters most first."
			]
		}), (0, import_jsx_runtime.jsx)("ol", {
			className: Memories_module_default.memories,
			children: items.map((memory) => (0, import_jsx_runtime.jsx)(Remembered, {
				memory,
				why: (0, import_jsx_runtime.jsx)(Why, { of: memory.why })
			}, memory.id))
		})] })
	});
}
function Remembered({ memory, why }) {
	const [doing, setDoing] = (0, import_react.useState)();
	const close = () => setDoing(void 0);
	const remove = useMutation({
		...cairn.mutation.deleteMemory(),
		onSuccess: close
	});
	const { id, content, summary, type, importance, score, keywords, accessCount, createdAt, agentId, version } = memory;
	return (0, import_jsx_runtime.jsxs)("li", {
		className: Memories_module_default.memory,
		children: [
			(0, import_jsx_runtime.jsxs)("div", {
				className: Memories_module_default.content,
				children: [
					summary && (0, import_jsx_runtime.jsx)("p", {
						className: Memories_module_default.summary,
						children: summary
					}),
					(0, import_jsx_runtime.jsx)(Markdown, { text: content }),
					(0, import_jsx_runtime.jsxs)("p", {
						className: Memories_module_default.facts,
						children: [
							(0, import_jsx_runtime.jsx)(Badge, { children: words(type) }),
							(0, import_jsx_runtime.jsx)(Badge, {
								tone: importance === "critical" ? "danger" : importance === "high" ? "warning" : void 0,
								children: words(importance)
							}),
							keywords.map((word) => (0, import_jsx_runtime.jsx)(Badge, {
								tone: "accent",
								children: word
							}, word)),
							(0, import_jsx_runtime.jsxs)("span", { children: ["score ", score.toFixed(2)] }),
							(0, import_jsx_runtime.jsx)("span", { children: accessCount === 0 ? "never read" : accessCount === 1 ? "read once" : `read ${accessCount} times` }),
							(0, import_jsx_runtime.jsx)(Time, { at: createdAt })
						]
					}),
					why
				]
			}),
			(0, import_jsx_runtime.jsxs)("div", {
				className: Memories_module_default.do,
				children: [(0, import_jsx_runtime.jsx)(Button, {
					kind: "quiet",
					icon: Pencil,
					iconOnly: true,
					onClick: () => setDoing("edit"),
					children: "Edit this memory"
				}), (0, import_jsx_runtime.jsx)(Button, {
					kind: "quiet",
					icon: Trash,
					iconOnly: true,
					onClick: () => setDoing("delete"),
					children: "Delete this memory"
				})]
			}),
			doing === "edit" && (0, import_jsx_runtime.jsx)(Dialog, {
				title: "Edit the memory",
				onClose: close,
				children: (0, import_jsx_runtime.jsx)(MemoryForm, {
					agent: agentId ?? "",
					memory,
					onDone: close
				})
			}),
			doing === "delete" && (0, import_jsx_runtime.jsx)(Confirm, {
				title: "Delete this memory?",
				action: "Delete",
				busy: remove.isPending,
				onClose: close,
				onConfirm: () => remove.mutate({
					path: { memory: id },
					headers: { "If-Match": `"${version}"` }
				}),
				children: summary ?? content.slice(0, 200)
			})
		]
	});
}
function MemoryForm({ agent, memory: shown, onDone }) {
	const [memory] = (0, import_react.useState)(shown);
	const [version, setVersion] = (0, import_react.useState)(shown?.version);
	const save = useMutation({
		mutationFn: (fields) => memory ? cairn.updateMemory({
			path: { memory: memory.id },
			body: fields,
			headers: { "If-Match": `"${version}"` }
		}) : cairn.createMemory({ body: {
			...fields,
			agentId: agent
		} }),
		meta: { quiet: true },
		onSuccess: onDone
	});
	const submit = (event) => {
		event.preventDefault();
		const form = new FormData(event.currentTarget);
		const text = (name) => String(form.get(name)).trim();
		save.mutate({
			content: text("content"),
			summary: text("summary") || null,
			type: text("type"),
			importance: text("importance"),
			score: Number(text("score")),
			keywords: text("keywords").split(",").map((word) => word.trim()).filter(Boolean)
		});
	};
	const isStale = shown !== void 0 && version !== shown.version && !save.isPending;
	const options = (constants) => constants.map((value) => ({
		value,
		label: words(value)
	}));
	return (0, import_jsx_runtime.jsxs)("form", {
		className: Agents_module_default.form,
		onSubmit: submit,
		children: [
			(0, import_jsx_runtime.jsx)(TextField, {
				label: "What",
				name: "content",
				required: true,
				maxLength: 1e4,
				defaultValue: memory?.content,
				autoFocus: true
			}),
			(0, import_jsx_runtime.jsx)(Field, {
				label: "In short",
				name: "summary",
				maxLength: 500,
				defaultValue: memory?.summary ?? ""
			}),
			(0, import_jsx_runtime.jsxs)("div", {
				className: Agents_module_default.pair,
				children: [
					(0, import_jsx_runtime.jsx)(Select, {
						label: "Type",
						name: "type",
						options: options(TYPES$1),
						defaultValue: memory?.type ?? "fact"
					}),
					(0, import_jsx_runtime.jsx)(Select, {
						label: "Importance",
						name: "importance",
						options: options(IMPORTANCES),
						defaultValue: memory?.importance ?? "medium"
					}),
					(0, import_jsx_runtime.jsx)(Field, {
						label: "Score",
						name: "score",
						type: "number",
						min: 0,
						max: 1,
						step: "any",
						required: true,
						defaultValue: memory?.score ?? .5,
						hint: "0 to 1: how much it counts"
					})
				]
			}),
			(0, import_jsx_runtime.jsx)(Field, {
				label: "Keywords",
				name: "keywords",
				defaultValue: memory?.keywords.join(", "),
				hint: "Separated by commas"
			}),
			isStale && (0, import_jsx_runtime.jsx)(Stale, {
				what: "memory",
				onKeep: () => setVersion(shown.version)
			}),
			(0, import_jsx_runtime.jsx)(Refused, { error: save.error }),
			(0, import_jsx_runtime.jsxs)(DialogActions, { children: [(0, import_jsx_runtime.jsx)(Button, {
				onClick: onDone,
				children: "Cancel"
			}), (0, import_jsx_runtime.jsx)(Button, {
				kind: "primary",
				type: "submit",
				busy: save.isPending,
				disabled: isStale,
				children: memory ? "Save" : "Remember"
			})] })
		]
	});
}
// src/pages/agents/Preview.tsx
var CONVERSATIONS_READ = 100;
function Preview({ agent }) {
	const [conversation, setConversation] = (0, import_react.useState)("");
	const { data: conversations } = useQuery(cairn.query.listAllConversations({ query: { limit: CONVERSATIONS_READ } }));
	const query = useQuery({
		queryKey: [
			"previewAgent",
			agent,
			conversation
		],
		queryFn: ({ signal }) => cairn.previewAgent({
			path: { agent },
			body: { ...conversation && { conversationId: conversation } },
			signal
		}),
		gcTime: 0,
		retry: false
	});
	const options = [{
		value: "",
		label: "In no conversation"
	}, ...(conversations?.items ?? []).map(({ id, title, kind }) => ({
		value: id,
		label: `${kind === "channel" ? "#" : ""}${title}`
	}))];
	return (0, import_jsx_runtime.jsxs)("div", {
		className: Agents_module_default.part,
		children: [(0, import_jsx_runtime.jsxs)("div", {
			className: Agents_module_default.bar,
			children: [(0, import_jsx_runtime.jsx)(Select, {
				label: "Conversation",
				options,
				value: conversation,
				onChange: ({ target }) => setConversation(target.value)
			}), (0, import_jsx_runtime.jsx)(Button, {
				busy: query.isFetching,
				onClick: () => void query.refetch(),
				children: "Look again"
			})]
		}), (0, import_jsx_runtime.jsx)(Answered, {
			query,
			children: ({ model, instructions, turns, tools }) => (0, import_jsx_runtime.jsxs)("div", {
				className: Agents_module_default.prompt,
				children: [
					(0, import_jsx_runtime.jsx)("h2", { children: "Model" }),
					(0, import_jsx_runtime.jsx)("p", { children: model ?? "the provider’s default" }),
					(0, import_jsx_runtime.jsx)("h2", { children: "Instructions" }),
					(0, import_jsx_runtime.jsx)("pre", {
						tabIndex: 0,
						"aria-label": "Instructions",
						children: instructions ?? "(none)"
					}),
					(0, import_jsx_runtime.jsxs)("h2", { children: ["What was said ", (0, import_jsx_runtime.jsx)("span", {
						className: Agents_module_default.soft,
						children: turns.length
					})] }),
					turns.length === 0 && (0, import_jsx_runtime.jsx)("p", {
						className: Agents_module_default.soft,
						children: "Nothing: choose a conversation."
					}),
					(0, import_jsx_runtime.jsx)("ol", { children: turns.map(({ role, text }, at) => (0, import_jsx_runtime.jsxs)("li", {
						className: Agents_module_default.turn,
						children: [(0, import_jsx_runtime.jsx)(Badge, {
							tone: role === "assistant" ? "accent" : void 0,
							children: role
						}), (0, import_jsx_runtime.jsx)("span", { children: text })]
					}, at)) }),
					(0, import_jsx_runtime.jsxs)("h2", { children: ["Tools ", (0, import_jsx_runtime.jsx)("span", {
						className: Agents_module_default.soft,
						children: tools.length
					})] }),
					(0, import_jsx_runtime.jsx)("p", {
						className: Agents_module_default.tools,
						children: tools.map((tool) => (0, import_jsx_runtime.jsx)("code", { children: tool }, tool))
					})
				]
			})
		})]
	});
}
// src/pages/agents/path.ts
function pathOf(agent, more = {}) {
	return `/agents?${new URLSearchParams({
		agent,
		...more
	})}`;
}
// src/pages/agents/Runs.tsx
var ANY = [{
	value: "",
	label: "Any status"
}, ...[
	"running",
	"queued",
	"succeeded",
	"failed",
	"cancelled"
].map((value) => ({
	value,
	label: words(value)
}))];
function Runs({ agent }) {
	const [status, setStatus] = (0, import_react.useState)("");
	const [parameters, setParameters] = useSearchParams();
	const run = parameters.get("run");
	const runs = usePaged(cairn.query.listAgentRunsInfinite({
		path: { agent },
		query: { ...status && { status: [status] } }
	}));
	const { data: projects } = useLiveQuery(cairn.query.listOverviews({ query: { limit: 200 } }));
	const keyOf = (id) => projects?.items.find(({ projectId }) => projectId === id)?.key;
	return (0, import_jsx_runtime.jsxs)("div", {
		className: Agents_module_default.part,
		children: [
			(0, import_jsx_runtime.jsx)("div", {
				className: Agents_module_default.bar,
				children: (0, import_jsx_runtime.jsx)(Select, {
					label: "Status",
					hideLabel: true,
					options: ANY,
					value: status,
					onChange: ({ target }) => setStatus(target.value)
				})
			}),
			(0, import_jsx_runtime.jsx)(Answered, {
				query: runs,
				children: (items) => items.length === 0 ? (0, import_jsx_runtime.jsx)(EmptyState, {
					icon: MessagesSquare,
					title: status ? "There is none of this status" : "It has answered nobody yet",
					children: !status && "Take it into a project, and call it with @ in a channel."
				}) : (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [(0, import_jsx_runtime.jsx)(Table, {
					name: "Answers",
					rows: items,
					id: ({ id }) => id,
					columns: [
						{
							head: "Began",
							cell: ({ id, createdAt }) => (0, import_jsx_runtime.jsxs)(Link, {
								to: pathOf(agent, { run: id }),
								preventScrollReset: true,
								className: Agents_module_default.name,
								children: [(0, import_jsx_runtime.jsx)(Time, { at: createdAt }), (0, import_jsx_runtime.jsx)("span", {
									className: "sr-only",
									children: ": transcript"
								})]
							})
						},
						{
							head: "Status",
							cell: ({ status: is }) => (0, import_jsx_runtime.jsx)(RunState, { status: is })
						},
						{
							head: "Ended",
							cell: (each) => (0, import_jsx_runtime.jsx)(Ended, { of: each })
						},
						{
							head: "Model",
							cell: ({ model }) => model ?? ""
						},
						{
							head: "Tokens",
							number: true,
							cell: ({ usage }) => usage && `${usage.estimated ? "≈ " : ""}${tokens(usage.inputTokens + usage.outputTokens)}`
						},
						{
							head: "Where",
							cell: ({ projectId, conversationId }) => (0, import_jsx_runtime.jsx)(Where, {
								project: keyOf(projectId),
								conversation: conversationId
							})
						}
					]
				}), (0, import_jsx_runtime.jsx)(More, {
					list: runs,
					of: "answers"
				})] })
			}),
			run && (0, import_jsx_runtime.jsx)(Dialog, {
				title: "Transcript",
				wide: true,
				onClose: () => setParameters({ agent }, {
					replace: true,
					preventScrollReset: true
				}),
				children: (0, import_jsx_runtime.jsx)(RunDetails, { id: run })
			})
		]
	});
}
function Ended({ of: { error, finishReason } }) {
	return error ? (0, import_jsx_runtime.jsx)("span", {
		className: Agents_module_default.warn,
		title: error.detail,
		children: error.code
	}) : finishReason ? words(finishReason) : null;
}
function Where({ project, conversation }) {
	return project ? (0, import_jsx_runtime.jsx)(Link, {
		to: `/p/${project}/talk/${conversation}`,
		className: Agents_module_default.link,
		children: project
	}) : (0, import_jsx_runtime.jsx)("span", {
		className: Agents_module_default.soft,
		children: "in no project"
	});
}
// src/pages/agents/Agent.tsx
function Agent({ id }) {
	const query = useLiveQuery(cairn.query.getAgent({ path: { agent: id } }));
	return (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [(0, import_jsx_runtime.jsxs)(Link, {
		to: "/agents",
		className: Agents_module_default.back,
		children: [(0, import_jsx_runtime.jsx)(ArrowLeft, {
			size: 14,
			"aria-hidden": true
		}), " All agents"]
	}), (0, import_jsx_runtime.jsx)(Answered, {
		query,
		children: (agent) => (0, import_jsx_runtime.jsx)(Shown, { agent })
	})] });
}
function Shown({ agent }) {
	const [parameters, setParameters] = useSearchParams();
	const { id, name, role, availability } = agent;
	return (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [(0, import_jsx_runtime.jsx)(PageHead, {
		title: name,
		about: (0, import_jsx_runtime.jsxs)("span", {
			className: Agents_module_default.about,
			children: [
				role,
				" ",
				(0, import_jsx_runtime.jsx)(Availability, { of: availability })
			]
		}),
		children: (0, import_jsx_runtime.jsx)(Doing, { agent })
	}), (0, import_jsx_runtime.jsx)(Tabs, {
		name,
		value: parameters.get("tab") ?? "runs",
		onChange: (tab) => setParameters({
			agent: id,
			...tab !== "runs" && { tab }
		}, { replace: true }),
		tabs: [
			{
				id: "runs",
				name: "Answers",
				content: (0, import_jsx_runtime.jsx)(Runs, { agent: id })
			},
			{
				id: "memories",
				name: "Memories",
				content: (0, import_jsx_runtime.jsx)(Memories, {
					agent: id,
					name
				})
			},
			{
				id: "preview",
				name: "What it is told",
				content: (0, import_jsx_runtime.jsx)(Preview, { agent: id })
			},
			{
				id: "settings",
				name: "Settings",
				content: (0, import_jsx_runtime.jsx)("div", {
					className: Agents_module_default.settings,
					children: (0, import_jsx_runtime.jsx)(AgentForm, {
						agent,
						onDone: () => toast(`${name} is saved.`)
					})
				})
			}
		]
	})] });
}
function Doing({ agent: { id, name, availability, version } }) {
	const [isDeleting, setDeleting] = (0, import_react.useState)(false);
	const navigate = useNavigate();
	const isOff = availability === "inactive";
	const onSuccess = (changed) => queries.setQueryData(cairn.query.getAgent({ path: { agent: id } }).queryKey, changed);
	const activate = useMutation({
		...cairn.mutation.activateAgent(),
		onSuccess
	});
	const deactivate = useMutation({
		...cairn.mutation.deactivateAgent(),
		onSuccess
	});
	const remove = useMutation({
		...cairn.mutation.deleteAgent(),
		onSuccess: () => {
			toast(`${name} is deleted; what it said stays.`);
			navigate("/agents");
		}
	});
	const which = {
		path: { agent: id },
		headers: { "If-Match": `"${version}"` }
	};
	return (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [
		isOff ? (0, import_jsx_runtime.jsx)(Button, {
			icon: Power,
			busy: activate.isPending,
			onClick: () => activate.mutate(which),
			children: "Activate"
		}) : (0, import_jsx_runtime.jsx)(Button, {
			icon: PowerOff,
			busy: deactivate.isPending,
			onClick: () => deactivate.mutate(which),
			children: "Deactivate"
		}),
		(0, import_jsx_runtime.jsx)(Button, {
			kind: "danger",
			icon: Trash,
			onClick: () => setDeleting(true),
			children: "Delete"
		}),
		isDeleting && (0, import_jsx_runtime.jsx)(Confirm, {
			title: `Delete ${name}?`,
			action: "Delete the agent",
			busy: remove.isPending,
			onClose: () => setDeleting(false),
			onConfirm: () => remove.mutate(which),
			children: "It answers nobody any more, and what it is answering ends. What it said stays, under its name."
		})
	] });
}
// src/pages/agents/AgentList.tsx
function AgentList() {
	const agents = usePaged(cairn.query.listAgentsInfinite({}));
	const { data: providers } = useLiveQuery(cairn.query.listProviders({ query: { limit: 100 } }));
	const [isNew, setNew] = (0, import_react.useState)(false);
	const navigate = useNavigate();
	const create = (0, import_jsx_runtime.jsx)(Button, {
		kind: "primary",
		icon: Plus,
		onClick: () => setNew(true),
		children: "New agent"
	});
	return (0, import_jsx_runtime.jsxs)("div", {
		className: Agents_module_default.part,
		children: [(0, import_jsx_runtime.jsx)(Answered, {
			query: agents,
			children: (items) => items.length === 0 ? (0, import_jsx_runtime.jsxs)(EmptyState, {
				icon: Bot,
				title: "You have no agents yet",
				children: [(0, import_jsx_runtime.jsx)("p", { children: "An agent answers in talk, as far as it is a member of the project. It needs somebody who provides its model: create one under Providers first." }), (0, import_jsx_runtime.jsx)("p", {
					className: Agents_module_default.first,
					children: create
				})]
			}) : (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [
				(0, import_jsx_runtime.jsx)("div", {
					className: Agents_module_default.bar,
					children: create
				}),
				(0, import_jsx_runtime.jsx)(Table, {
					name: "Your agents",
					rows: items,
					id: ({ id }) => id,
					columns: [
						{
							head: "Agent",
							cell: (agent) => (0, import_jsx_runtime.jsx)(Link, {
								to: pathOf(agent.id),
								className: Agents_module_default.name,
								children: (0, import_jsx_runtime.jsx)(Actor, { name: agent.name })
							})
						},
						{
							head: "Role",
							cell: ({ role }) => role
						},
						{
							head: "State",
							cell: ({ availability }) => (0, import_jsx_runtime.jsx)(Availability, { of: availability })
						},
						{
							head: "Model",
							cell: (agent) => modelOf(agent, providers?.items)
						},
						{
							head: "May",
							cell: ({ scopes }) => scopes.join(", ") || "read"
						}
					]
				}),
				(0, import_jsx_runtime.jsx)(More, {
					list: agents,
					of: "agents"
				})
			] })
		}), isNew && (0, import_jsx_runtime.jsx)(Dialog, {
			title: "New agent",
			wide: true,
			onClose: () => setNew(false),
			children: (0, import_jsx_runtime.jsx)(AgentForm, {
				onDone: ({ id }) => void navigate(pathOf(id)),
				onCancel: () => setNew(false)
			})
		})]
	});
}
function modelOf({ providerId, modelConfig: { model } }, providers) {
	const provider = providers?.find(({ id, isDefault }) => providerId ? id === providerId : isDefault);
	if (!provider) return (0, import_jsx_runtime.jsx)("span", {
		className: Agents_module_default.warn,
		children: providers && "Nobody provides one"
	});
	return (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [
		model ?? provider.defaultModel,
		" ",
		(0, import_jsx_runtime.jsxs)("span", {
			className: Agents_module_default.soft,
			children: [provider.name, !providerId && ", the default"]
		})
	] });
}
// src/pages/agents/ProviderForm.tsx
var TYPES = [
	{
		value: "openai",
		label: "OpenAI",
		url: "https://api.openai.com/v1"
	},
	{
		value: "anthropic",
		label: "Anthropic",
		url: "https://api.anthropic.com/v1"
	},
	{
		value: "google",
		label: "Google",
		url: "https://generativelanguage.googleapis.com/v1beta/openai"
	},
	{
		value: "deepseek",
		label: "DeepSeek",
		url: "https://api.deepseek.com/v1"
	},
	{
		value: "ollama",
		label: "Ollama",
		url: "http://127.0.0.1:11434"
	},
	{
		value: "custom",
		label: "Custom, as OpenAI speaks",
		url: "http://127.0.0.1:4748/v1"
	}
];
function ProviderForm({ provider: shown, onDone, onCancel }) {
	const [provider] = (0, import_react.useState)(shown);
	const [version, setVersion] = (0, import_react.useState)(shown?.version);
	const [type, setType] = (0, import_react.useState)(provider?.type ?? "openai");
	const hasKey = Boolean(provider?.keyHint ?? provider?.secretEnv);
	const [key, setKey] = (0, import_react.useState)(hasKey ? "same" : provider ? "none" : "secret");
	const { data: me } = useQuery(cairn.query.getMe());
	const save = useMutation({
		mutationFn: (fields) => provider ? cairn.updateProvider({
			path: { provider: provider.id },
			body: fields,
			headers: { "If-Match": `"${version}"` }
		}) : cairn.createProvider({ body: fields }),
		meta: { quiet: true },
		gcTime: 0,
		onSuccess: ({ name }) => {
			toast(`${name} is saved. Test it, to know whether it answers.`);
			onDone();
		}
	});
	const submit = (event) => {
		event.preventDefault();
		const form = new FormData(event.currentTarget);
		const text = (name) => String(form.get(name) ?? "").trim();
		const [input, output] = [text("input"), text("output")];
		save.mutate({
			name: text("name"),
			type,
			defaultModel: text("defaultModel"),
			baseUrl: text("baseUrl") || null,
			price: input || output ? {
				input: Number(input),
				output: Number(output)
			} : null,
			...key !== "same" && {
				secret: key === "secret" ? text("secret") : null,
				secretEnv: key === "env" ? text("secretEnv") : null
			}
		});
	};
	const isStale = shown !== void 0 && version !== shown.version && !save.isPending;
	const keys = [
		...hasKey ? [{
			value: "same",
			label: provider?.secretEnv ? `As it is: the variable ${provider.secretEnv}` : `As it is: the key that ends in ${provider?.keyHint}`
		}] : [],
		{
			value: "secret",
			label: hasKey ? "Another key" : "A key"
		},
		...me?.user.systemRole === "admin" ? [{
			value: "env",
			label: "A variable of the server’s environment"
		}] : [],
		{
			value: "none",
			label: "None"
		}
	];
	return (0, import_jsx_runtime.jsxs)("form", {
		className: Agents_module_default.form,
		onSubmit: submit,
		children: [
			(0, import_jsx_runtime.jsxs)("div", {
				className: Agents_module_default.pair,
				children: [(0, import_jsx_runtime.jsx)(Select, {
					label: "Type",
					options: TYPES,
					value: type,
					onChange: ({ target }) => setType(target.value),
					autoFocus: true
				}), (0, import_jsx_runtime.jsx)(Field, {
					label: "Name",
					name: "name",
					required: true,
					maxLength: 100,
					defaultValue: provider?.name
				})]
			}),
			(0, import_jsx_runtime.jsx)(Field, {
				label: "Default model",
				name: "defaultModel",
				required: true,
				maxLength: 200,
				defaultValue: provider?.defaultModel,
				hint: "For agents that name none"
			}),
			(0, import_jsx_runtime.jsx)(Field, {
				label: "Address",
				name: "baseUrl",
				type: "url",
				maxLength: 1e3,
				required: type === "custom",
				defaultValue: provider?.baseUrl ?? "",
				placeholder: TYPES.find(({ value }) => value === type)?.url,
				hint: type === "custom" ? "Where it is" : "Left empty, the one of its type"
			}),
			(0, import_jsx_runtime.jsxs)("div", {
				className: Agents_module_default.pair,
				children: [
					(0, import_jsx_runtime.jsx)(Select, {
						label: "Key",
						options: keys,
						value: key,
						onChange: ({ target }) => setKey(target.value)
					}),
					key === "secret" && (0, import_jsx_runtime.jsx)(Field, {
						label: "The key itself",
						name: "secret",
						type: "password",
						required: true,
						maxLength: 2e3,
						autoComplete: "new-password",
						spellCheck: false,
						hint: "It is sealed, and never shown again"
					}),
					key === "env" && (0, import_jsx_runtime.jsx)(Field, {
						label: "Name of the variable",
						name: "secretEnv",
						required: true,
						maxLength: 100,
						placeholder: "OPENAI_API_KEY",
						spellCheck: false,
						defaultValue: provider?.secretEnv ?? ""
					})
				]
			}),
			(0, import_jsx_runtime.jsxs)("fieldset", {
				className: Agents_module_default.group,
				children: [(0, import_jsx_runtime.jsxs)("legend", { children: ["Price of a million tokens ", (0, import_jsx_runtime.jsx)("span", {
					className: Agents_module_default.soft,
					children: "in the money that you count in; left empty, no cost is counted"
				})] }), (0, import_jsx_runtime.jsxs)("div", {
					className: Agents_module_default.pair,
					children: [(0, import_jsx_runtime.jsx)(Field, {
						label: "In",
						name: "input",
						type: "number",
						min: 0,
						step: "any",
						defaultValue: provider?.price?.input ?? ""
					}), (0, import_jsx_runtime.jsx)(Field, {
						label: "Out",
						name: "output",
						type: "number",
						min: 0,
						step: "any",
						defaultValue: provider?.price?.output ?? ""
					})]
				})]
			}),
			isStale && (0, import_jsx_runtime.jsx)(Stale, {
				what: "provider",
				onKeep: () => setVersion(shown.version)
			}),
			(0, import_jsx_runtime.jsx)(Refused, { error: save.error }),
			(0, import_jsx_runtime.jsxs)(DialogActions, { children: [(0, import_jsx_runtime.jsx)(Button, {
				onClick: onCancel,
				children: "Cancel"
			}), (0, import_jsx_runtime.jsx)(Button, {
				kind: "primary",
				type: "submit",
				busy: save.isPending,
				disabled: isStale,
				children: provider ? "Save" : "Create"
			})] })
		]
	});
}
// src/pages/agents/Providers.tsx
var LIST = cairn.query.listProvidersInfinite({ query: { sort: "name" } });
function Providers() {
	const providers = usePaged(LIST);
	const [isNew, setNew] = (0, import_react.useState)(false);
	const create = (0, import_jsx_runtime.jsx)(Button, {
		kind: "primary",
		icon: Plus,
		onClick: () => setNew(true),
		children: "New provider"
	});
	return (0, import_jsx_runtime.jsxs)("div", {
		className: Agents_module_default.part,
		children: [(0, import_jsx_runtime.jsx)(Answered, {
			query: providers,
			children: (items) => items.length === 0 ? (0, import_jsx_runtime.jsxs)(EmptyState, {
				icon: Plug,
				title: "You have no providers yet",
				children: [
					(0, import_jsx_runtime.jsx)("p", { children: "A provider answers for agents: OpenAI, Anthropic, Google, DeepSeek, an Ollama on this machine, or anybody who speaks as OpenAI does." }),
					(0, import_jsx_runtime.jsxs)("p", { children: [
						"Without a key, ",
						(0, import_jsx_runtime.jsx)("code", { children: "cairn dev fake-model" }),
						" pretends: its type is custom, its address ",
						(0, import_jsx_runtime.jsx)("code", { children: "http://127.0.0.1:4748/v1" }),
						", its model ",
						(0, import_jsx_runtime.jsx)("code", { children: "fake" }),
						"."
					] }),
					(0, import_jsx_runtime.jsx)("p", {
						className: Agents_module_default.first,
						children: create
					})
				]
			}) : (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [
				(0, import_jsx_runtime.jsx)("div", {
					className: Agents_module_default.bar,
					children: create
				}),
				(0, import_jsx_runtime.jsx)("ul", {
					className: Agents_module_default.providers,
					children: items.map((provider) => (0, import_jsx_runtime.jsx)(Provider, { provider }, provider.id))
				}),
				(0, import_jsx_runtime.jsx)(More, {
					list: providers,
					of: "providers"
				})
			] })
		}), isNew && (0, import_jsx_runtime.jsx)(Dialog, {
			title: "New provider",
			onClose: () => setNew(false),
			children: (0, import_jsx_runtime.jsx)(ProviderForm, {
				onDone: () => setNew(false),
				onCancel: () => setNew(false)
			})
		})]
	});
}
function Provider({ provider }) {
	const { id, name, type, baseUrl, defaultModel, isDefault, deactivatedAt, version } = provider;
	const [doing, setDoing] = (0, import_react.useState)();
	const close = () => setDoing(void 0);
	const test = useMutation({
		...cairn.mutation.testProvider(),
		meta: { quiet: true }
	});
	const makeDefault = useMutation({
		...cairn.mutation.makeDefaultProvider(),
		onSuccess: () => toast(`${name} answers for agents that name no provider.`)
	});
	const activate = useMutation(cairn.mutation.activateProvider());
	const deactivate = useMutation(cairn.mutation.deactivateProvider());
	const remove = useMutation({
		...cairn.mutation.deleteProvider(),
		onSuccess: () => {
			close();
			queries.invalidateQueries({ queryKey: LIST.queryKey });
		}
	});
	const which = {
		path: { provider: id },
		headers: { "If-Match": `"${version}"` }
	};
	return (0, import_jsx_runtime.jsxs)("li", {
		className: classes(Agents_module_default.provider, deactivatedAt !== null && Agents_module_default.off),
		children: [
			(0, import_jsx_runtime.jsxs)("div", {
				className: Agents_module_default.what,
				children: [
					(0, import_jsx_runtime.jsxs)("h2", { children: [
						name,
						" ",
						isDefault && (0, import_jsx_runtime.jsx)(Badge, {
							tone: "accent",
							children: "default"
						}),
						" ",
						deactivatedAt && (0, import_jsx_runtime.jsx)(Badge, { children: "inactive" })
					] }),
					(0, import_jsx_runtime.jsxs)("p", {
						className: Agents_module_default.soft,
						children: [
							words(type),
							" · ",
							(0, import_jsx_runtime.jsx)("code", { children: defaultModel }),
							baseUrl && (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [" · ", (0, import_jsx_runtime.jsx)("code", { children: baseUrl })] })
						]
					}),
					(0, import_jsx_runtime.jsx)(Secret, { of: provider }),
					(0, import_jsx_runtime.jsx)("div", {
						"aria-live": "polite",
						children: test.isPending ? (0, import_jsx_runtime.jsx)("p", {
							className: Agents_module_default.soft,
							children: "Asking the model for one token…"
						}) : test.data ? (0, import_jsx_runtime.jsx)(Probed, { result: test.data }) : test.error && (0, import_jsx_runtime.jsxs)("p", {
							className: Agents_module_default.warn,
							children: [
								problemOf(test.error).detail,
								" ",
								problemOf(test.error).hint
							]
						})
					})
				]
			}),
			(0, import_jsx_runtime.jsxs)("div", {
				className: Agents_module_default.do,
				children: [(0, import_jsx_runtime.jsxs)(Button, {
					icon: Plug,
					busy: test.isPending,
					onClick: () => test.mutate({ path: { provider: id } }),
					children: ["Test", (0, import_jsx_runtime.jsxs)("span", {
						className: "sr-only",
						children: [" ", name]
					})]
				}), (0, import_jsx_runtime.jsxs)(Menu, {
					align: "end",
					trigger: (0, import_jsx_runtime.jsx)(Button, {
						kind: "quiet",
						icon: Ellipsis,
						iconOnly: true,
						children: `What to do with ${name}`
					}),
					children: [
						(0, import_jsx_runtime.jsx)(MenuItem, {
							icon: Pencil,
							onSelect: () => setDoing("edit"),
							children: "Edit"
						}),
						(0, import_jsx_runtime.jsx)(MenuItem, {
							icon: Star,
							disabled: isDefault || deactivatedAt !== null,
							onSelect: () => makeDefault.mutate(which),
							children: "Make it the default"
						}),
						(0, import_jsx_runtime.jsx)(MenuLine, {}),
						deactivatedAt ? (0, import_jsx_runtime.jsx)(MenuItem, {
							icon: Power,
							onSelect: () => activate.mutate(which),
							children: "Activate"
						}) : (0, import_jsx_runtime.jsx)(MenuItem, {
							icon: PowerOff,
							onSelect: () => deactivate.mutate(which),
							children: "Deactivate"
						}),
						(0, import_jsx_runtime.jsx)(MenuItem, {
							icon: Trash,
							danger: true,
							onSelect: () => setDoing("delete"),
							children: "Delete"
						})
					]
				})]
			}),
			doing === "edit" && (0, import_jsx_runtime.jsx)(Dialog, {
				title: `Edit ${name}`,
				onClose: close,
				children: (0, import_jsx_runtime.jsx)(ProviderForm, {
					provider,
					onDone: close,
					onCancel: close
				})
			}),
			doing === "delete" && (0, import_jsx_runtime.jsx)(Confirm, {
				title: `Delete ${name}?`,
				action: "Delete the provider",
				busy: remove.isPending,
				onClose: close,
				onConfirm: () => remove.mutate(which, { onError: close }),
				children: "Its secret goes with it, and cannot be had back."
			})
		]
	});
}
function Secret({ of: { keyHint, secretEnv } }) {
	return (0, import_jsx_runtime.jsxs)("p", {
		className: Agents_module_default.secret,
		children: [(0, import_jsx_runtime.jsx)(KeyRound, {
			size: 13,
			"aria-hidden": true
		}), secretEnv ? (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: ["the server’s variable ", (0, import_jsx_runtime.jsx)("code", { children: secretEnv })] }) : keyHint ? (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: ["a key that ends in ", (0, import_jsx_runtime.jsx)("code", { children: keyHint })] }) : "no key"]
	});
}
function Probed({ result: { ok, latencyMs, kind, message } }) {
	return ok ? (0, import_jsx_runtime.jsxs)("p", {
		className: Agents_module_default.good,
		children: [
			(0, import_jsx_runtime.jsx)(CircleCheck, {
				size: 14,
				"aria-hidden": true
			}),
			" It answered within ",
			latencyMs,
			" ms."
		]
	}) : (0, import_jsx_runtime.jsxs)("p", {
		className: Agents_module_default.warn,
		children: [
			(0, import_jsx_runtime.jsx)(CircleX, {
				size: 14,
				"aria-hidden": true
			}),
			" ",
			kind && (0, import_jsx_runtime.jsx)("code", { children: kind }),
			" ",
			message
		]
	});
}
// src/pages/agents/Usage.tsx
var DAY_MILLIS = 864e5;
var AGENTS_READ = 200;
var CHART_DAYS_MIN = 14;
var DAYS = [
	{
		value: "1",
		label: "Today (UTC)"
	},
	{
		value: "7",
		label: "The last 7 days"
	},
	{
		value: "30",
		label: "The last 30 days"
	}
];
function Usage() {
	const [days, setDays] = (0, import_react.useState)("1");
	const since = new Date(new Date().setUTCHours(0, 0, 0, 0) - (Number(days) - 1) * DAY_MILLIS).toISOString();
	const usage = useLiveQuery(cairn.query.listUsage({ query: { since } }));
	const agents = useLiveQuery(cairn.query.listAgents({ query: { limit: AGENTS_READ } }));
	const { data: projects } = useLiveQuery(cairn.query.listOverviews({ query: { limit: 200 } }));
	const agentOf = (id) => agents.data?.items.find((agent) => agent.id === id);
	return (0, import_jsx_runtime.jsxs)("div", {
		className: Agents_module_default.part,
		children: [(0, import_jsx_runtime.jsx)("div", {
			className: Agents_module_default.bar,
			children: (0, import_jsx_runtime.jsx)(Select, {
				label: "Time",
				hideLabel: true,
				options: DAYS,
				value: days,
				onChange: ({ target }) => setDays(target.value)
			})
		}), (0, import_jsx_runtime.jsx)(Answered, {
			query: usage,
			children: ({ items }) => (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [
				days === "1" && (0, import_jsx_runtime.jsx)(Budgets, {
					agents: agents.data?.items ?? [],
					usage: items
				}),
				items.length === 0 ? (0, import_jsx_runtime.jsx)(EmptyState, {
					icon: ChartNoAxesColumn,
					title: "No agent of yours answered in this time",
					children: "Tokens and cost are counted by agent and project as soon as one does."
				}) : (0, import_jsx_runtime.jsx)(Table, {
					name: "Usage",
					rows: items,
					id: ({ agentId, projectId }) => `${agentId} ${projectId}`,
					columns: [
						{
							head: "Agent",
							cell: ({ agentId }) => agentId ? (0, import_jsx_runtime.jsx)(Link, {
								to: pathOf(agentId),
								className: Agents_module_default.name,
								children: (0, import_jsx_runtime.jsx)(Actor, { name: agentOf(agentId)?.name ?? "A deleted agent" })
							}) : "Summaries of files"
						},
						{
							head: "Project",
							cell: ({ projectId }) => projects?.items.find((each) => each.projectId === projectId)?.key ?? (0, import_jsx_runtime.jsx)("span", {
								className: Agents_module_default.soft,
								children: "in none"
							})
						},
						{
							head: "Answers",
							number: true,
							cell: ({ runs }) => tokens(runs)
						},
						{
							head: "Tokens in",
							number: true,
							cell: ({ inputTokens, estimated }) => `${estimated ? "≈ " : ""}${tokens(inputTokens)}`
						},
						{
							head: "Tokens out",
							number: true,
							cell: ({ outputTokens, estimated }) => `${estimated ? "≈ " : ""}${tokens(outputTokens)}`
						},
						{
							head: "Cost",
							number: true,
							cell: ({ costMicros }) => costMicros ? money(costMicros) : (0, import_jsx_runtime.jsx)("span", {
								className: Agents_module_default.soft,
								children: "no price"
							})
						}
					]
				}),
				(0, import_jsx_runtime.jsx)(UsageChart, {
					days: Math.max(Number(days), CHART_DAYS_MIN),
					hasTotals: false
				})
			] })
		})]
	});
}
function Budgets({ agents, usage }) {
	const bounded = agents.filter(({ tokensPerDay, costPerDay }) => tokensPerDay !== null || costPerDay !== null);
	if (bounded.length === 0) return null;
	return (0, import_jsx_runtime.jsx)("section", {
		"aria-label": "Budgets of today",
		className: Agents_module_default.budgets,
		children: bounded.map(({ id, name, tokensPerDay, costPerDay }) => {
			const own = usage.filter(({ agentId }) => agentId === id);
			const used = own.reduce((sum, { inputTokens, outputTokens }) => sum + inputTokens + outputTokens, 0);
			const cost = own.reduce((sum, { costMicros }) => sum + costMicros, 0);
			return (0, import_jsx_runtime.jsxs)("div", {
				className: Agents_module_default.budget,
				children: [
					(0, import_jsx_runtime.jsx)(Link, {
						to: pathOf(id, { tab: "settings" }),
						children: (0, import_jsx_runtime.jsx)(Actor, { name })
					}),
					tokensPerDay !== null && (0, import_jsx_runtime.jsx)(Meter, {
						of: `${name}: tokens of the day`,
						used,
						most: tokensPerDay,
						text: `${tokens(used)} of ${tokens(tokensPerDay)} tokens`
					}),
					costPerDay !== null && (0, import_jsx_runtime.jsx)(Meter, {
						of: `${name}: cost of the day`,
						used: cost,
						most: costPerDay * 1e6,
						text: `${money(cost)} of ${money(costPerDay * 1e6)}`
					})
				]
			}, id);
		})
	});
}
function Meter({ of, used, most, text }) {
	const isOver = used >= most;
	return (0, import_jsx_runtime.jsxs)("span", {
		className: isOver ? `${Agents_module_default.meter} ${Agents_module_default.over}` : Agents_module_default.meter,
		children: [(0, import_jsx_runtime.jsx)("meter", {
			"aria-label": of,
			min: 0,
			max: Math.max(most, 1),
			value: Math.min(used, most)
		}), (0, import_jsx_runtime.jsxs)("span", { children: [text, isOver && ": used up, answers wait for tomorrow"] })]
	});
}
// src/pages/agents/Agents.tsx
function Agents() {
	const [parameters, setParameters] = useSearchParams();
	const agent = parameters.get("agent");
	if (agent) return (0, import_jsx_runtime.jsx)(Agent, { id: agent }, agent);
	return (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [(0, import_jsx_runtime.jsx)(PageHead, {
		title: "Agents",
		about: "Users that answer with a language model: yours, and what they take."
	}), (0, import_jsx_runtime.jsx)(Tabs, {
		name: "Agents",
		value: parameters.get("tab") ?? "agents",
		onChange: (tab) => setParameters(tab === "agents" ? {} : { tab }, { replace: true }),
		tabs: [
			{
				id: "agents",
				name: "Agents",
				content: (0, import_jsx_runtime.jsx)(AgentList, {})
			},
			{
				id: "providers",
				name: "Providers",
				content: (0, import_jsx_runtime.jsx)(Providers, {})
			},
			{
				id: "usage",
				name: "Usage",
				content: (0, import_jsx_runtime.jsx)(Usage, {})
			}
		]
	})] });
}
export { Agents as default };
