import { __toESM } from "./rolldown-runtime.js";
import { Link, NavLink, generatePath, require_jsx_runtime, require_react, useLocation, useMutation, useNavigate, useParams, useQuery, useSearchParams } from "./vendor.js";
import { Archive, ArchiveArrowUp, ArrowDown, ArrowLeft, CircleExclamationPoint, Copy, Ellipsis, FileSearch, GitFork, Hash, Link2, LogOut, MessageSquare, MessageSquareLock, MessagesSquare, Pencil, Plus, RotateCcw, SendHorizontal, Square, Trash, Undo2, UserMinus, UserPlus, UsersRound, X } from "./icons.js";
import { Actor, Answered, Badge, Button, Confirm, Dialog, DialogActions, EmptyState, ErrorState, Field, Loading, Markdown, Menu, MenuItem, MenuLine, More, Refused, RunDetails, Snippet, Stale, TextField, Time, Transcript, cairn, classes, isLive, problemOf, queries, session, toast, usePaged, whoLooks } from "./ui.js";
import { useLive, useLiveQuery } from "./api.js";
// src/pages/talk/names.ts
var import_react = __toESM(require_react(), 1);
var MEMBERS_READ = 200;
function usePeople({ projectId, participants }, project) {
	const { data } = useQuery({
		...cairn.query.listMembers({
			path: { project: projectId ?? project },
			query: { limit: MEMBERS_READ }
		}),
		enabled: projectId !== null
	});
	const members = data?.items ?? [];
	const others = participants.filter(({ userId }) => !members.some((member) => member.userId === userId));
	return [...members, ...others].map(({ userId, name, type }) => ({
		id: userId,
		name,
		isAgent: type === "agent"
	}));
}
function useNames(conversation, project) {
	const people = usePeople(conversation, project);
	return (user) => people.find(({ id }) => id === user)?.name ?? "An agent";
}
// src/pages/talk/stored.ts
function useStored(of, empty) {
	const name = nameOf(of);
	const [value, setValue] = (0, import_react.useState)(() => read(name, empty));
	return [
		value,
		(0, import_react.useCallback)((next) => setValue((was) => {
			const value = next(was);
			if (JSON.stringify(value) === JSON.stringify(empty)) localStorage.removeItem(name);
			else localStorage.setItem(name, JSON.stringify(value));
			return value;
		}), [name]),
		() => localStorage.removeItem(name)
	];
}
function isStored(of) {
	return localStorage.getItem(nameOf(of)) !== null;
}
function nameOf(of) {
	return `cairn.${whoLooks()}.${of}`;
}
function read(name, empty) {
	const stored = localStorage.getItem(name);
	return stored === null ? empty : JSON.parse(stored);
}
var Composer_module_default = {
	composer: "Composer_composer",
	box: "Composer_box",
	text: "Composer_text",
	hint: "Composer_hint",
	invite: "Composer_invite",
	choices: "Composer_choices",
	choice: "Composer_choice",
	keys: "Composer_keys"
};
// src/pages/talk/Composer.tsx
var import_jsx_runtime = require_jsx_runtime();
var CONTENT_MAX = 1e5;
var CHOICES_MAX = 6;
function Composer({ conversation, project, onSend, onInvite }) {
	const [draft, setDraft] = useStored(`draft.${conversation.id}`, "");
	const [caret, setCaret] = (0, import_react.useState)(0);
	const [chosen, setChosen] = (0, import_react.useState)(0);
	const [dismissed, setDismissed] = (0, import_react.useState)();
	const field = (0, import_react.useRef)(null);
	const id = (0, import_react.useId)();
	const people = usePeople(conversation, project);
	const mention = mentionAt(draft, caret);
	const choices = mention && mention.from !== dismissed ? matching(people, mention.text) : [];
	const current = choices[Math.min(chosen, choices.length - 1)];
	const call = (somebody) => {
		const before = `${draft.slice(0, mention.from)}@${somebody.name} `;
		setDraft(() => before + draft.slice(caret));
		setCaret(before.length);
		requestAnimationFrame(() => field.current?.setSelectionRange(before.length, before.length));
		field.current?.focus();
	};
	const send = (event) => {
		event?.preventDefault();
		if (draft.trim()) {
			onSend(draft.trim());
			setDraft(() => "");
		}
	};
	const onKey = (event) => {
		if (event.nativeEvent.isComposing) return;
		const step = {
			ArrowDown: 1,
			ArrowUp: -1
		}[event.key];
		if (current && step) {
			event.preventDefault();
			setChosen((choices.indexOf(current) + step + choices.length) % choices.length);
		} else if (current && (event.key === "Enter" || event.key === "Tab") && !event.shiftKey) {
			event.preventDefault();
			call(current);
		} else if (current && event.key === "Escape") {
			event.preventDefault();
			setDismissed(mention?.from);
		} else if (event.key === "Enter" && !event.shiftKey) {
			event.preventDefault();
			send();
		}
	};
	const look = ({ selectionStart }) => {
		setCaret(selectionStart);
		setChosen(0);
	};
	return (0, import_jsx_runtime.jsxs)("form", {
		className: Composer_module_default.composer,
		onSubmit: send,
		children: [
			choices.length > 0 && (0, import_jsx_runtime.jsx)("ul", {
				id: `${id}people`,
				role: "listbox",
				"aria-label": "People and agents",
				className: Composer_module_default.choices,
				children: choices.map((each) => (0, import_jsx_runtime.jsxs)("li", {
					id: id + each.id,
					role: "option",
					"aria-selected": each === current,
					className: Composer_module_default.choice,
					onMouseDown: (event) => event.preventDefault(),
					onClick: () => call(each),
					children: [
						(0, import_jsx_runtime.jsx)(Actor, { name: each.name }),
						" ",
						each.isAgent && (0, import_jsx_runtime.jsx)(Badge, {
							tone: "accent",
							children: "agent"
						})
					]
				}, each.id))
			}),
			(0, import_jsx_runtime.jsxs)("div", {
				className: Composer_module_default.box,
				children: [(0, import_jsx_runtime.jsx)("textarea", {
					ref: field,
					className: Composer_module_default.text,
					"aria-label": `Message to ${conversation.title}`,
					"aria-describedby": `${id}hint`,
					"aria-autocomplete": "list",
					"aria-controls": choices.length > 0 ? `${id}people` : void 0,
					"aria-activedescendant": current && id + current.id,
					placeholder: `Message ${conversation.kind === "channel" ? "#" : ""}${conversation.title}`,
					maxLength: CONTENT_MAX,
					rows: 1,
					value: draft,
					onChange: ({ target }) => {
						setDraft(() => target.value);
						setDismissed(void 0);
						look(target);
					},
					onSelect: ({ currentTarget }) => look(currentTarget),
					onKeyDown: onKey
				}), (0, import_jsx_runtime.jsx)(Button, {
					kind: "primary",
					type: "submit",
					icon: SendHorizontal,
					iconOnly: true,
					disabled: !draft.trim(),
					children: "Send"
				})]
			}),
			(0, import_jsx_runtime.jsxs)("p", {
				id: `${id}hint`,
				className: Composer_module_default.hint,
				children: [(0, import_jsx_runtime.jsx)("span", { children: (0, import_jsx_runtime.jsx)(WhoAnswers, {
					conversation,
					people,
					onInvite
				}) }), (0, import_jsx_runtime.jsx)("span", {
					className: Composer_module_default.keys,
					children: "Enter sends, Shift-Enter begins a line. Markdown is understood."
				})]
			})
		]
	});
}
function WhoAnswers({ conversation: { kind, participants }, people, onInvite }) {
	const agents = kind === "channel" ? people.filter(({ isAgent }) => isAgent) : participants.filter(({ type }) => type === "agent");
	const names = agents.slice(0, 3).map(({ name }) => name);
	if (names.length === 0) return (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: ["No agent answers here. ", (0, import_jsx_runtime.jsxs)("button", {
		type: "button",
		className: Composer_module_default.invite,
		onClick: onInvite,
		children: [(0, import_jsx_runtime.jsx)(UserPlus, {
			size: 13,
			"aria-hidden": true
		}), " Take one in"]
	})] });
	const all = new Intl.ListFormat("en", { type: kind === "channel" ? "disjunction" : "conjunction" }).format([...names.map((name) => kind === "channel" ? `@${name}` : name), ...agents.length > 3 ? ["others"] : []]);
	return kind === "channel" ? (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [
		"Call ",
		all,
		" for an answer."
	] }) : (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [
		all,
		" ",
		names.length > 1 ? "answer" : "answers",
		" what you say."
	] });
}
function mentionAt(text, caret) {
	const found = /(?:^|[^\p{L}\p{N}])@([^@\n]{0,60})$/u.exec(text.slice(0, caret));
	return found?.[1] === void 0 ? void 0 : {
		from: caret - found[1].length - 1,
		text: found[1].toLowerCase()
	};
}
function matching(people, text) {
	const fits = people.filter(({ name }) => name.toLowerCase().startsWith(text) || name.toLowerCase().split(/[\s._-]/).some((word) => word.startsWith(text)));
	if (fits.length === 1 && fits[0]?.name.toLowerCase() === text) return [];
	return fits.toSorted((one, other) => Number(other.isAgent) - Number(one.isAgent)).slice(0, CHOICES_MAX);
}
var NewConversation_module_default = {
	form: "NewConversation_form",
	kinds: "NewConversation_kinds",
	legend: "NewConversation_legend",
	kind: "NewConversation_kind",
	about: "NewConversation_about",
	chosen: "NewConversation_chosen"
};
// src/pages/talk/EditConversation.tsx
function EditConversation({ conversation, onClose }) {
	const [{ id, title, description, version: opened }] = (0, import_react.useState)(conversation);
	const [version, setVersion] = (0, import_react.useState)(opened);
	const update = useMutation({
		...cairn.mutation.updateConversation(),
		meta: { quiet: true },
		onSuccess: (shown) => {
			queries.setQueryData(cairn.query.getConversation({ path: { conversation: id } }).queryKey, shown);
			onClose();
		}
	});
	const submit = (event) => {
		event.preventDefault();
		const fields = new FormData(event.currentTarget);
		update.mutate({
			path: { conversation: id },
			headers: { "If-Match": `"${version}"` },
			body: {
				title: String(fields.get("title")),
				description: String(fields.get("description")).trim() || null
			}
		});
	};
	const isStale = version !== conversation.version && !update.isPending;
	return (0, import_jsx_runtime.jsx)(Dialog, {
		title: "Rename, describe",
		onClose,
		children: (0, import_jsx_runtime.jsxs)("form", {
			className: NewConversation_module_default.form,
			onSubmit: submit,
			children: [
				(0, import_jsx_runtime.jsx)(Field, {
					label: "Title",
					name: "title",
					required: true,
					maxLength: 200,
					defaultValue: title,
					autoFocus: true
				}),
				(0, import_jsx_runtime.jsx)(TextField, {
					label: "What it is about",
					name: "description",
					maxLength: 5e3,
					defaultValue: description ?? ""
				}),
				isStale && (0, import_jsx_runtime.jsx)(Stale, {
					what: "conversation",
					onKeep: () => setVersion(conversation.version)
				}),
				(0, import_jsx_runtime.jsx)(Refused, { error: update.error }),
				(0, import_jsx_runtime.jsxs)(DialogActions, { children: [(0, import_jsx_runtime.jsx)(Button, {
					onClick: onClose,
					children: "Cancel"
				}), (0, import_jsx_runtime.jsx)(Button, {
					kind: "primary",
					type: "submit",
					busy: update.isPending,
					disabled: isStale,
					children: "Save"
				})] })
			]
		})
	});
}
// src/pages/talk/path.ts
function pathOf(project, conversation) {
	return generatePath("/p/:project/talk/:conversation?", {
		project,
		conversation: conversation ?? null
	});
}
// src/pages/talk/Fork.tsx
function Fork({ conversation, untilSeq, onClose }) {
	const { project = "" } = useParams();
	const navigate = useNavigate();
	const fork = useMutation({
		...cairn.mutation.forkConversation(),
		meta: { quiet: true },
		onSuccess: ({ id }) => {
			onClose();
			navigate(pathOf(project, id));
		}
	});
	const submit = (event) => {
		event.preventDefault();
		const title = String(new FormData(event.currentTarget).get("title")).trim();
		fork.mutate({
			path: { conversation: conversation.id },
			body: {
				...untilSeq && { untilSeq },
				...title && { title }
			}
		});
	};
	const count = untilSeq ?? conversation.nextSeq - 1;
	return (0, import_jsx_runtime.jsx)(Dialog, {
		title: "Fork into a new chat",
		onClose,
		children: (0, import_jsx_runtime.jsxs)("form", {
			className: NewConversation_module_default.form,
			onSubmit: submit,
			children: [
				(0, import_jsx_runtime.jsxs)("p", { children: [
					"Copies ",
					count === 1 ? "the first message" : `the first ${count} messages`,
					" into a chat of yours, where the talk can take another way. This one stays as it is."
				] }),
				(0, import_jsx_runtime.jsx)(Field, {
					label: "Title of the chat",
					name: "title",
					maxLength: 200,
					placeholder: `${conversation.title} (fork)`,
					autoFocus: true
				}),
				(0, import_jsx_runtime.jsx)(Refused, { error: fork.error }),
				(0, import_jsx_runtime.jsxs)(DialogActions, { children: [(0, import_jsx_runtime.jsx)(Button, {
					onClick: onClose,
					children: "Cancel"
				}), (0, import_jsx_runtime.jsx)(Button, {
					kind: "primary",
					type: "submit",
					busy: fork.isPending,
					children: "Fork"
				})] })
			]
		})
	});
}
// src/pages/talk/blocks.ts
var SIZE = 50;
function blockOf(seq) {
	return Math.floor(Math.max(seq - 1, 0) / SIZE);
}
function blockQuery(conversation, seq) {
	const afterSeq = blockOf(seq) * SIZE;
	return cairn.query.listMessages({
		path: { conversation },
		query: {
			afterSeq,
			beforeSeq: afterSeq + SIZE + 1,
			limit: SIZE
		}
	});
}
function firstOf(block) {
	return block * SIZE + 1;
}
var MessageRow_module_default = {
	row: "MessageRow_row",
	more: "MessageRow_more",
	target: "MessageRow_target",
	face: "MessageRow_face",
	body: "MessageRow_body",
	author: "MessageRow_author",
	when: "MessageRow_when",
	edited: "MessageRow_edited",
	gone: "MessageRow_gone",
	actions: "MessageRow_actions",
	news: "MessageRow_news",
	ending: "MessageRow_ending",
	editing: "MessageRow_editing",
	stale: "MessageRow_stale",
	buttons: "MessageRow_buttons"
};
// src/pages/talk/MessageRow.tsx
function MessageRow({ message, conversation, isMore, isFirstNew, isTarget }) {
	const [doing, setDoing] = (0, import_react.useState)(isStored(editOf(message)) ? "edit" : void 0);
	const close = () => setDoing(void 0);
	const { id, authorName, role, content, createdAt, editedAt, deletedAt } = message;
	const name = authorName ?? "Somebody";
	return (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [
		isFirstNew && (0, import_jsx_runtime.jsx)("p", {
			className: MessageRow_module_default.news,
			children: (0, import_jsx_runtime.jsx)("span", { children: "New" })
		}),
		(0, import_jsx_runtime.jsxs)("article", {
			id: `message-${id}`,
			tabIndex: -1,
			"aria-label": `${name}, message ${message.seq}`,
			className: classes(MessageRow_module_default.row, isMore && MessageRow_module_default.more, isTarget && MessageRow_module_default.target),
			children: [
				(0, import_jsx_runtime.jsx)("span", {
					className: MessageRow_module_default.face,
					children: !isMore && (0, import_jsx_runtime.jsx)(Face, { name })
				}),
				(0, import_jsx_runtime.jsxs)("div", {
					className: MessageRow_module_default.body,
					children: [!isMore && (0, import_jsx_runtime.jsx)(Author, {
						name,
						isAgent: role === "assistant",
						at: createdAt
					}), deletedAt ? (0, import_jsx_runtime.jsx)("p", {
						className: MessageRow_module_default.gone,
						children: "This message was deleted."
					}) : doing === "edit" ? (0, import_jsx_runtime.jsx)(Editing, {
						message,
						onDone: close
					}) : (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [
						(0, import_jsx_runtime.jsx)(Markdown, { text: content }),
						editedAt && (0, import_jsx_runtime.jsxs)("span", {
							className: MessageRow_module_default.edited,
							children: ["edited ", (0, import_jsx_runtime.jsx)(Time, { at: editedAt })]
						}),
						(0, import_jsx_runtime.jsx)(Ending, {
							message,
							conversation
						})
					] })]
				}),
				!deletedAt && doing !== "edit" && (0, import_jsx_runtime.jsx)(Actions, {
					message,
					conversation,
					onDo: setDoing
				})
			]
		}),
		doing === "delete" && (0, import_jsx_runtime.jsx)(Deleting$1, {
			message,
			onClose: close
		}),
		doing === "fork" && (0, import_jsx_runtime.jsx)(Fork, {
			conversation,
			untilSeq: message.seq,
			onClose: close
		}),
		doing === "run" && message.runId && (0, import_jsx_runtime.jsx)(Dialog, {
			title: `How ${name} came to this answer`,
			wide: true,
			onClose: close,
			children: (0, import_jsx_runtime.jsx)(RunDetails, { id: message.runId })
		})
	] });
}
function Face({ name }) {
	return (0, import_jsx_runtime.jsx)("span", {
		"aria-hidden": true,
		children: (0, import_jsx_runtime.jsx)(Actor, {
			name,
			avatarOnly: true
		})
	});
}
function Author({ name, isAgent, at }) {
	return (0, import_jsx_runtime.jsxs)("p", {
		className: MessageRow_module_default.author,
		children: [
			(0, import_jsx_runtime.jsx)("strong", { children: name }),
			isAgent && (0, import_jsx_runtime.jsx)(Badge, {
				tone: "accent",
				children: "agent"
			}),
			at && (0, import_jsx_runtime.jsx)("span", {
				className: MessageRow_module_default.when,
				children: (0, import_jsx_runtime.jsx)(Time, { at })
			})
		]
	});
}
var ENDINGS = {
	length: "The model reached its limit: this is not all.",
	cancelled: "Somebody cancelled it: this is what had come.",
	cut: "The connection ended: this is what had come.",
	failed: "The model failed: this is what had come."
};
function Ending({ message: { finishReason, metadata, authorId, conversationId }, conversation }) {
	const ask = useMutation(cairn.mutation.requestReply());
	const said = finishReason && ENDINGS[finishReason];
	if (!said || !authorId) return null;
	const { code } = metadata ?? {};
	return (0, import_jsx_runtime.jsxs)("div", {
		className: MessageRow_module_default.ending,
		children: [(0, import_jsx_runtime.jsxs)("span", { children: [
			said,
			" ",
			code && (0, import_jsx_runtime.jsx)("code", { children: code })
		] }), !conversation.archivedAt && conversation.role !== "viewer" && (0, import_jsx_runtime.jsx)(Button, {
			icon: RotateCcw,
			busy: ask.isPending,
			onClick: () => ask.mutate({
				path: { conversation: conversationId },
				body: { agentId: authorId }
			}),
			children: "Ask again"
		})]
	});
}
function Actions({ message, conversation, onDo }) {
	const me = useQuery(cairn.query.getMe()).data?.user.id;
	const isOwn = message.authorId === me;
	const isOpen = !conversation.archivedAt && conversation.role !== "viewer";
	const copy = (text, what) => void navigator.clipboard.writeText(text).then(() => toast(`${what} is copied.`), () => toast("The browser does not let this page copy.", { bad: true }));
	return (0, import_jsx_runtime.jsx)("div", {
		className: MessageRow_module_default.actions,
		children: (0, import_jsx_runtime.jsxs)(Menu, {
			align: "end",
			trigger: (0, import_jsx_runtime.jsx)(Button, {
				kind: "quiet",
				icon: Ellipsis,
				iconOnly: true,
				children: `What to do with message ${message.seq}`
			}),
			children: [
				(0, import_jsx_runtime.jsx)(MenuItem, {
					icon: Copy,
					onSelect: () => copy(message.content, "The text"),
					children: "Copy the text"
				}),
				(0, import_jsx_runtime.jsx)(MenuItem, {
					icon: Link2,
					onSelect: () => copy(`${location.origin}${location.pathname}?message=${message.id}`, "The link"),
					children: "Copy a link"
				}),
				message.runId && (0, import_jsx_runtime.jsx)(MenuItem, {
					icon: FileSearch,
					onSelect: () => onDo("run"),
					children: "How it came to this"
				}),
				conversation.role !== "viewer" && (0, import_jsx_runtime.jsx)(MenuItem, {
					icon: GitFork,
					onSelect: () => onDo("fork"),
					children: "Fork up to here"
				}),
				isOpen && (isOwn || conversation.role === "owner") && (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [
					(0, import_jsx_runtime.jsx)(MenuLine, {}),
					isOwn && (0, import_jsx_runtime.jsx)(MenuItem, {
						icon: Pencil,
						onSelect: () => onDo("edit"),
						children: "Edit"
					}),
					(0, import_jsx_runtime.jsx)(MenuItem, {
						icon: Trash,
						danger: true,
						onSelect: () => onDo("delete"),
						children: "Delete"
					})
				] })
			]
		})
	});
}
function change({ conversationId, seq, id }, to) {
	queries.setQueryData(blockQuery(conversationId, seq).queryKey, (was) => was && {
		...was,
		items: was.items.map((each) => each.id === id ? {
			...each,
			...to
		} : each)
	});
}
function editOf({ id }) {
	return `edit.${id}`;
}
function Editing({ message, onDone }) {
	const [draft, setDraft, drop] = useStored(editOf(message), {
		content: message.content,
		version: message.version
	});
	const edit = useMutation({
		...cairn.mutation.editMessage(),
		meta: { quiet: true },
		onMutate: () => change(message, { content: draft.content }),
		onError: () => change(message, { content: message.content }),
		onSuccess: (edited) => {
			change(message, edited);
			leave();
		}
	});
	const leave = () => {
		drop();
		onDone();
	};
	const isStale = message.version !== draft.version;
	const submit = (event) => {
		event?.preventDefault();
		edit.mutate({
			path: { message: message.id },
			body: { content: draft.content },
			headers: { "If-Match": `"${draft.version}"` }
		});
	};
	const onKey = (event) => {
		if (event.key === "Escape") leave();
		else if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) submit();
	};
	const refused = edit.error ? problemOf(edit.error) : void 0;
	return (0, import_jsx_runtime.jsxs)("form", {
		className: MessageRow_module_default.editing,
		onSubmit: submit,
		children: [
			(0, import_jsx_runtime.jsx)(TextField, {
				label: "Edit the message",
				hideLabel: true,
				autoFocus: true,
				required: true,
				maxLength: 1e5,
				value: draft.content,
				onChange: ({ target }) => setDraft((was) => ({
					...was,
					content: target.value
				})),
				onKeyDown: onKey,
				hint: "Ctrl-Enter saves, Escape leaves it as it was",
				error: refused && `${refused.detail} ${refused.hint ?? ""}`
			}),
			isStale && (0, import_jsx_runtime.jsxs)("div", {
				role: "alert",
				className: MessageRow_module_default.stale,
				children: [
					"It was changed meanwhile, to:",
					(0, import_jsx_runtime.jsx)(Markdown, { text: message.content }),
					(0, import_jsx_runtime.jsx)(Button, {
						onClick: () => setDraft((was) => ({
							...was,
							version: message.version
						})),
						children: "Keep mine"
					})
				]
			}),
			(0, import_jsx_runtime.jsxs)("div", {
				className: MessageRow_module_default.buttons,
				children: [(0, import_jsx_runtime.jsx)(Button, {
					kind: "quiet",
					onClick: leave,
					children: "Cancel"
				}), (0, import_jsx_runtime.jsx)(Button, {
					kind: "primary",
					type: "submit",
					busy: edit.isPending,
					disabled: isStale,
					children: "Save"
				})]
			})
		]
	});
}
function Deleting$1({ message, onClose }) {
	const { id, version, content } = message;
	const remove = useMutation({
		...cairn.mutation.deleteMessage(),
		onMutate: () => {
			change(message, { deletedAt: new Date().toISOString() });
			onClose();
		},
		onError: () => change(message, { deletedAt: null })
	});
	return (0, import_jsx_runtime.jsxs)(Confirm, {
		title: "Delete this message?",
		action: "Delete",
		onClose,
		onConfirm: () => remove.mutate({
			path: { message: id },
			headers: { "If-Match": `"${version}"` }
		}),
		children: [
			"Its place stays, and says nothing any more: “",
			content.length > 120 ? `${content.slice(0, 120)}…` : content,
			"”"
		]
	});
}
// src/pages/talk/run.ts
var PAUSE_MILLIS = 1e3;
var NOTHING = {
	parts: [],
	isOver: false
};
function useFollowed(run, isWanted) {
	const [followed, setFollowed] = (0, import_react.useState)(NOTHING);
	(0, import_react.useEffect)(() => {
		if (!isWanted) return;
		const stop = new AbortController();
		follow(run, stop.signal, setFollowed);
		return () => stop.abort();
	}, [run, isWanted]);
	return followed;
}
async function follow(run, signal, tell) {
	let followed = NOTHING;
	let last;
	while (!signal.aborted && !followed.isOver) {
		const { stream } = await cairn.followRun({
			path: { run },
			signal,
			...last && { headers: { "Last-Event-ID": last } },
			sseMaxRetryAttempts: 1,
			onSseEvent: ({ event, data, id }) => {
				last = id ?? last;
				followed = after(followed, event, data);
				if (!signal.aborted) tell(followed);
			}
		});
		for await (const _ of stream);
		if (!followed.isOver) await new Promise((resolve) => setTimeout(resolve, PAUSE_MILLIS));
	}
}
function after(followed, event, data) {
	switch (event) {
		case "delta": return {
			...followed,
			parts: withText(followed.parts, data.text)
		};
		case "tool": return {
			...followed,
			parts: [...followed.parts, data]
		};
		case "restarted": return NOTHING;
		case "done":
		case "failed": return {
			...followed,
			isOver: true
		};
		default: return followed;
	}
}
function withText(parts, text) {
	const last = parts.at(-1);
	return last?.kind === "text" ? [...parts.slice(0, -1), {
		...last,
		text: last.text + text
	}] : [...parts, {
		kind: "text",
		text,
		name: null,
		callId: null
	}];
}
var Answers_module_default = {
	head: "Answers_head",
	state: "Answers_state",
	dots: "Answers_dots",
	breathe: "Answers_breathe",
	cancel: "Answers_cancel",
	vain: "Answers_vain",
	cancelled: "Answers_cancelled",
	why: "Answers_why"
};
// src/pages/talk/Answers.tsx
var RUNS_READ = 30;
var FOLLOWED_MAX = 2;
function Answers({ conversation, project, begun }) {
	const { id, nextSeq } = conversation;
	const { data: runs } = useLiveQuery(cairn.query.listRuns({ query: {
		conversation: id,
		limit: RUNS_READ
	} }));
	const { data: newest } = useLiveQuery(blockQuery(id, nextSeq - 1));
	const [coming, setComing] = (0, import_react.useState)([]);
	const nameOf = useNames(conversation, project);
	const live = [...runs?.items ?? [], ...begun].filter(isLive);
	const isKnown = live.map((run) => run.id).join();
	(0, import_react.useEffect)(() => {
		setComing((was) => [...was, ...live.filter((run, at) => !was.some((each) => each.id === run.id) && live.findIndex((each) => each.id === run.id) === at)]);
	}, [isKnown]);
	const [done, setDone] = (0, import_react.useState)(new Set());
	const over = async (run) => {
		await Promise.all([queries.invalidateQueries({ queryKey: blockQuery(id, nextSeq - 1).queryKey }), queries.invalidateQueries({ queryKey: cairn.query.getConversation({ path: { conversation: id } }).queryKey })]);
		await queries.invalidateQueries({ queryKey: cairn.query.listRuns({ query: {
			conversation: id,
			limit: RUNS_READ
		} }).queryKey });
		setDone((was) => new Set([...was, run.id]));
	};
	const isShown = (run) => done.has(run.id) || newest?.items.some(({ runId }) => runId === run.id) || runs?.items.some((each) => each.id === run.id && !isLive(each) && !each.messageId);
	const ended = runs?.items.filter((run) => !isLive(run)) ?? [];
	const isLast = (run) => runs?.items.find(({ agentId }) => agentId === run.agentId) === run;
	const asked = newest?.items.findLast(({ role }) => role === "user") ?? newest?.items[0];
	const isSince = ({ triggerId }) => !asked || (newest?.items.find(({ id: said }) => said === triggerId)?.seq ?? 0) >= asked.seq;
	const inVain = ended.filter((run) => run.status !== "succeeded" && !run.messageId && isLast(run) && isSince(run));
	return (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [coming.filter((run) => !isShown(run)).map((run, at) => (0, import_jsx_runtime.jsx)(Coming, {
		run,
		isFollowed: at < FOLLOWED_MAX,
		name: nameOf(run.agentId),
		onOver: () => void over(run)
	}, run.id)), inVain.toReversed().map((run) => (0, import_jsx_runtime.jsx)(InVain, {
		run,
		name: nameOf(run.agentId),
		conversation
	}, run.agentId))] });
}
function Coming({ run, isFollowed, name, onOver }) {
	const { parts, isOver } = useFollowed(run.id, isFollowed);
	(0, import_react.useEffect)(() => {
		if (isOver) onOver();
	}, [isOver]);
	const cancel = useMutation(cairn.mutation.cancelRun());
	return (0, import_jsx_runtime.jsxs)("article", {
		className: MessageRow_module_default.row,
		"aria-label": `${name} is answering`,
		"aria-busy": true,
		children: [(0, import_jsx_runtime.jsx)("span", {
			className: MessageRow_module_default.face,
			children: (0, import_jsx_runtime.jsx)(Face, { name })
		}), (0, import_jsx_runtime.jsxs)("div", {
			className: MessageRow_module_default.body,
			children: [(0, import_jsx_runtime.jsxs)("div", {
				className: Answers_module_default.head,
				children: [
					(0, import_jsx_runtime.jsx)(Author, {
						name,
						isAgent: true
					}),
					(0, import_jsx_runtime.jsxs)("span", {
						className: Answers_module_default.state,
						children: [parts.length === 0 ? "is thinking" : "is answering", (0, import_jsx_runtime.jsx)("span", {
							className: Answers_module_default.dots,
							"aria-hidden": true,
							children: "…"
						})]
					}),
					(0, import_jsx_runtime.jsx)(Button, {
						kind: "quiet",
						icon: Square,
						className: classes(Answers_module_default.cancel),
						busy: cancel.isPending,
						disabled: isOver,
						onClick: () => cancel.mutate({ path: { run: run.id } }),
						children: "Cancel"
					})
				]
			}), (0, import_jsx_runtime.jsx)(Transcript, { parts })]
		})]
	});
}
function InVain({ run, name, conversation }) {
	const [isShown, setShown] = (0, import_react.useState)(false);
	const ask = useMutation(cairn.mutation.requestReply());
	const mayAsk = !conversation.archivedAt && conversation.role !== "viewer";
	return (0, import_jsx_runtime.jsxs)("div", {
		role: "alert",
		className: classes(Answers_module_default.vain, run.status === "cancelled" && Answers_module_default.cancelled),
		children: [
			(0, import_jsx_runtime.jsx)(CircleExclamationPoint, {
				size: 16,
				"aria-hidden": true
			}),
			(0, import_jsx_runtime.jsx)("p", {
				className: Answers_module_default.why,
				children: run.status === "cancelled" ? `${name} was stopped before saying anything.` : (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [
					(0, import_jsx_runtime.jsxs)("strong", { children: [name, " could not answer."] }),
					" ",
					run.error?.detail,
					" ",
					run.error && (0, import_jsx_runtime.jsx)("code", { children: run.error.code })
				] })
			}),
			(0, import_jsx_runtime.jsx)(Button, {
				kind: "quiet",
				icon: FileSearch,
				onClick: () => setShown(true),
				children: "Details"
			}),
			mayAsk && (0, import_jsx_runtime.jsx)(Button, {
				icon: RotateCcw,
				busy: ask.isPending,
				onClick: () => ask.mutate({
					path: { conversation: conversation.id },
					body: { agentId: run.agentId }
				}),
				children: "Ask again"
			}),
			isShown && (0, import_jsx_runtime.jsx)(Dialog, {
				title: `Answer of ${name}`,
				wide: true,
				onClose: () => setShown(false),
				children: (0, import_jsx_runtime.jsx)(RunDetails, { id: run.id })
			})
		]
	});
}
var Letters_module_default = {
	sending: "Letters_sending",
	refused: "Letters_refused",
	buttons: "Letters_buttons"
};
// src/pages/talk/Letters.tsx
function Letters({ unsent: { letters, refusals, sendAgain, drop } }) {
	const name = useQuery(cairn.query.getMe()).data?.user.name ?? "You";
	return letters.map((letter) => {
		const refused = refusals[letter.key];
		return (0, import_jsx_runtime.jsxs)("article", {
			className: classes(MessageRow_module_default.row, !refused && Letters_module_default.sending),
			"aria-label": refused ? "Not sent" : "Being sent",
			"aria-busy": !refused,
			children: [(0, import_jsx_runtime.jsx)("span", {
				className: MessageRow_module_default.face,
				children: (0, import_jsx_runtime.jsx)(Face, { name })
			}), (0, import_jsx_runtime.jsxs)("div", {
				className: MessageRow_module_default.body,
				children: [
					(0, import_jsx_runtime.jsx)(Author, {
						name,
						isAgent: false
					}),
					(0, import_jsx_runtime.jsx)(Markdown, { text: letter.content }),
					refused && (0, import_jsx_runtime.jsxs)("div", {
						role: "alert",
						className: Letters_module_default.refused,
						children: [(0, import_jsx_runtime.jsxs)("span", { children: [
							"Not sent: ",
							refused.detail,
							" ",
							refused.hint
						] }), (0, import_jsx_runtime.jsxs)("span", {
							className: Letters_module_default.buttons,
							children: [(0, import_jsx_runtime.jsx)(Button, {
								icon: RotateCcw,
								onClick: () => sendAgain(letter),
								children: "Send again"
							}), (0, import_jsx_runtime.jsx)(Button, {
								kind: "quiet",
								icon: Trash,
								onClick: () => drop(letter),
								children: "Discard"
							})]
						})]
					})
				]
			})]
		}, letter.key);
	});
}
var Messages_module_default = {
	frame: "Messages_frame",
	scroller: "Messages_scroller",
	content: "Messages_content",
	block: "Messages_block",
	later: "Messages_later",
	earlier: "Messages_earlier",
	down: "Messages_down"
};
// src/pages/talk/Messages.tsx
var NEAR_END_PX = 48;
var AHEAD = "800px 0px";
var GROUPED_MILLIS = 3e5;
function Messages({ conversation, project, unsent }) {
	const { nextSeq, title } = conversation;
	const target = useTarget();
	const last = blockOf(nextSeq - 1);
	const [from, setFrom] = (0, import_react.useState)(last);
	const [readUpTo] = (0, import_react.useState)(conversation.lastReadSeq);
	const scroller = (0, import_react.useRef)(null);
	const end = useEnd(scroller, !target.id);
	const first = Math.min(from, target.seq ? blockOf(target.seq) : from);
	useReading(conversation, end.isThere);
	return (0, import_jsx_runtime.jsxs)("div", {
		className: Messages_module_default.frame,
		children: [
			(0, import_jsx_runtime.jsx)("div", {
				ref: scroller,
				className: Messages_module_default.scroller,
				role: "log",
				"aria-live": "off",
				"aria-label": `Messages in ${title}`,
				tabIndex: 0,
				onScroll: end.look,
				children: (0, import_jsx_runtime.jsxs)("div", {
					className: Messages_module_default.content,
					children: [
						first > 0 && (0, import_jsx_runtime.jsx)(Earlier, {
							root: scroller,
							onWanted: () => setFrom(first - 1)
						}, first),
						nextSeq === 1 && unsent.letters.length === 0 && (0, import_jsx_runtime.jsx)(EmptyState, {
							icon: MessagesSquare,
							title: "Nothing was said yet",
							children: "Say something below. Where agents take part, calling one with @ has it answer."
						}),
						nextSeq > 1 && Array.from({ length: last - first + 1 }, (_, at) => first + at).map((block) => (0, import_jsx_runtime.jsx)(Block, {
							block,
							isLast: block === last,
							conversation,
							root: scroller,
							target,
							readUpTo
						}, block)),
						(0, import_jsx_runtime.jsx)(Letters, { unsent }),
						(0, import_jsx_runtime.jsx)(Answers, {
							conversation,
							project,
							begun: unsent.begun
						})
					]
				})
			}),
			!end.isThere && (0, import_jsx_runtime.jsx)(Button, {
				className: Messages_module_default.down,
				icon: ArrowDown,
				onClick: end.go,
				children: conversation.unread > 0 ? `${conversation.unread} new` : "To the end"
			}),
			(0, import_jsx_runtime.jsx)(Announced, { conversation })
		]
	});
}
function useTarget() {
	const [parameters] = useSearchParams();
	const id = parameters.get("message");
	const { data } = useQuery({
		...cairn.query.getMessage({ path: { message: id ?? "" } }),
		enabled: id !== null
	});
	return {
		id,
		seq: data?.seq
	};
}
function useEnd(scroller, fromTheEnd) {
	const [isThere, setThere] = (0, import_react.useState)(fromTheEnd);
	const sticks = (0, import_react.useRef)(fromTheEnd);
	const top = (0, import_react.useRef)(0);
	const go = () => {
		sticks.current = true;
		setThere(true);
		scroller.current?.scrollTo({ top: scroller.current.scrollHeight });
	};
	(0, import_react.useLayoutEffect)(() => {
		const element = scroller.current;
		const grown = new ResizeObserver(() => sticks.current && go());
		grown.observe(element);
		grown.observe(element.firstElementChild);
		return () => grown.disconnect();
	}, []);
	const look = () => {
		const { scrollHeight, scrollTop, clientHeight } = scroller.current;
		if (scrollHeight - scrollTop - clientHeight < NEAR_END_PX) sticks.current = true;
		else if (scrollTop < top.current) sticks.current = false;
		top.current = scrollTop;
		setThere(sticks.current);
	};
	return {
		isThere,
		go,
		look
	};
}
function useReading({ id, nextSeq, lastReadSeq, unread }, isAtEnd) {
	const seq = nextSeq - 1;
	(0, import_react.useEffect)(() => {
		const read = async () => {
			if (isAtEnd && seq > lastReadSeq && document.visibilityState === "visible") {
				const mark = await cairn.markRead({
					path: { conversation: id },
					body: { seq }
				});
				queries.setQueryData(cairn.query.getConversation({ path: { conversation: id } }).queryKey, (was) => was && {
					...was,
					...mark
				});
				queries.invalidateQueries({ predicate: ({ queryKey: [key] }) => ["listConversations", "listAllConversations"].includes(key._id ?? "") });
			}
		};
		const look = () => void read().catch(() => {});
		look();
		document.addEventListener("visibilitychange", look);
		return () => document.removeEventListener("visibilitychange", look);
	}, [
		id,
		seq,
		lastReadSeq,
		unread > 0,
		isAtEnd
	]);
}
function useNear(element, root) {
	const [isNear, setNear] = (0, import_react.useState)(false);
	(0, import_react.useEffect)(() => {
		const observer = new IntersectionObserver((entries) => setNear(entries.some(({ isIntersecting }) => isIntersecting)), {
			root: root.current,
			rootMargin: AHEAD
		});
		observer.observe(element.current);
		return () => observer.disconnect();
	}, []);
	return isNear;
}
function Earlier({ root, onWanted }) {
	const mark = (0, import_react.useRef)(null);
	const isNear = useNear(mark, root);
	(0, import_react.useEffect)(() => {
		if (isNear) onWanted();
	}, [isNear]);
	return (0, import_jsx_runtime.jsx)("div", {
		ref: mark,
		className: Messages_module_default.earlier,
		children: (0, import_jsx_runtime.jsx)(Button, {
			kind: "quiet",
			onClick: onWanted,
			children: "Earlier messages"
		})
	});
}
function Block({ block, isLast, conversation, root, target, readUpTo }) {
	const mark = (0, import_react.useRef)(null);
	const isNear = useNear(mark, root);
	const isTarget = target.seq !== void 0 && blockOf(target.seq) === block;
	const isFollowed = isNear || isLast || isTarget;
	const options = blockQuery(conversation.id, firstOf(block));
	const query = useQuery({
		...options,
		enabled: isFollowed
	});
	const messages = query.data?.items ?? [];
	const isFound = isTarget && messages.some(({ id }) => id === target.id);
	(0, import_react.useEffect)(() => {
		if (isFound) {
			const row = document.getElementById(`message-${target.id}`);
			row?.scrollIntoView({ block: "center" });
			row?.focus({ preventScroll: true });
		}
	}, [isFound, target.id]);
	const me = useQuery(cairn.query.getMe()).data?.user.id;
	const isNews = (seq, authorId) => seq > readUpTo && authorId !== me;
	return (0, import_jsx_runtime.jsxs)("div", {
		ref: mark,
		className: query.data ? Messages_module_default.block : Messages_module_default.later,
		children: [isFollowed && (0, import_jsx_runtime.jsx)(Follow, { options }), (isFollowed || query.data) && (0, import_jsx_runtime.jsx)(Answered, {
			query,
			children: ({ items }) => items.map((message, at) => {
				const before = items[at - 1];
				const isFirstNew = isNews(message.seq, message.authorId) && (before ? before.seq <= readUpTo : message.seq === readUpTo + 1);
				const isMore = !isFirstNew && before?.authorId === message.authorId && before.role === message.role && !message.finishReason && Date.parse(message.createdAt) - Date.parse(before.createdAt) < GROUPED_MILLIS;
				return (0, import_jsx_runtime.jsx)(MessageRow, {
					message,
					conversation,
					isMore,
					isFirstNew: isFirstNew && readUpTo > 0,
					isTarget: message.id === target.id
				}, message.id);
			})
		})]
	});
}
function Follow({ options }) {
	useLive(options.queryKey);
	return null;
}
function Announced({ conversation: { id, nextSeq } }) {
	const [heard] = (0, import_react.useState)(nextSeq);
	const { data } = useLiveQuery(blockQuery(id, nextSeq - 1));
	const me = useQuery(cairn.query.getMe()).data?.user.id;
	const last = data?.items.at(-1);
	const isNew = last !== void 0 && last.seq >= heard && last.authorId !== me;
	return (0, import_jsx_runtime.jsx)("p", {
		role: "status",
		className: "sr-only",
		children: isNew && `${last.authorName ?? "Somebody"}: ${last.content.slice(0, 300)}`
	});
}
var PersonPicker_module_default = {
	picker: "PersonPicker_picker",
	found: "PersonPicker_found",
	choice: "PersonPicker_choice",
	none: "PersonPicker_none"
};
// src/pages/talk/PersonPicker.tsx
var FOUND_MAX = 8;
function PersonPicker({ label, agentsOnly, without, busy, onPick }) {
	const [text, setText] = (0, import_react.useState)("");
	const q = (0, import_react.useDeferredValue)(text.trim());
	const { data } = useQuery(cairn.query.listUsers({ query: {
		active: true,
		limit: FOUND_MAX + without.length,
		...q && { q },
		...agentsOnly && { type: ["agent"] }
	} }));
	const found = data?.items.filter(({ id }) => !without.includes(id)).slice(0, FOUND_MAX) ?? [];
	return (0, import_jsx_runtime.jsxs)("div", {
		className: PersonPicker_module_default.picker,
		children: [
			(0, import_jsx_runtime.jsx)(Field, {
				label,
				type: "search",
				placeholder: "A part of the name",
				value: text,
				onChange: ({ target }) => setText(target.value),
				onKeyDown: (event) => event.key === "Enter" && event.preventDefault()
			}),
			(0, import_jsx_runtime.jsx)("ul", {
				className: PersonPicker_module_default.found,
				"aria-label": "Found",
				children: found.map(({ id, name, type }) => (0, import_jsx_runtime.jsx)("li", { children: (0, import_jsx_runtime.jsxs)("button", {
					type: "button",
					className: PersonPicker_module_default.choice,
					disabled: busy,
					onClick: () => onPick({
						id,
						name,
						isAgent: type === "agent"
					}),
					children: [
						(0, import_jsx_runtime.jsx)(Plus, {
							size: 14,
							"aria-hidden": true
						}),
						" ",
						(0, import_jsx_runtime.jsx)("span", {
							className: "sr-only",
							children: "Add "
						}),
						(0, import_jsx_runtime.jsx)(Actor, { name }),
						" ",
						type === "agent" && (0, import_jsx_runtime.jsx)(Badge, {
							tone: "accent",
							children: "agent"
						})
					]
				}) }, id))
			}),
			data && found.length === 0 && (0, import_jsx_runtime.jsx)("p", {
				className: PersonPicker_module_default.none,
				children: q ? "Nobody else is called so." : agentsOnly ? "There are no other agents: create one on the page Agents." : "There is nobody else."
			})
		]
	});
}
var Participants_module_default = {
	about: "Participants_about",
	people: "Participants_people",
	"do": "Participants_do"
};
// src/pages/talk/Participants.tsx
function Participants({ conversation, project, onClose }) {
	const { id, kind, projectId, participants, role, archivedAt, ownerId } = conversation;
	const { data: me } = useQuery(cairn.query.getMe());
	const members = useLiveQuery({
		...cairn.query.listMembers({
			path: { project: projectId ?? project },
			query: { limit: 200 }
		}),
		enabled: projectId !== null
	});
	const memberIds = members.data?.items.map(({ userId }) => userId) ?? [];
	const reread = () => Promise.all([queries.invalidateQueries({ queryKey: cairn.query.getConversation({ path: { conversation: id } }).queryKey }), members.isEnabled && members.refetch()]);
	const add = useMutation({
		mutationFn: async (somebody) => {
			if (projectId !== null && !memberIds.includes(somebody.id)) await cairn.putMember({
				path: {
					project: projectId,
					user: somebody.id
				},
				body: { role: "editor" }
			});
			return cairn.putParticipant({ path: {
				conversation: id,
				user: somebody.id
			} });
		},
		meta: { quiet: true },
		onSettled: reread
	});
	const mayAdd = role !== "viewer" && !archivedAt;
	const mayRemove = (user) => mayAdd && user !== me?.user.id && user !== ownerId && (kind !== "direct" || ownerId === me?.user.id);
	const ownChat = kind === "chat" && projectId === null;
	return (0, import_jsx_runtime.jsxs)(Dialog, {
		title: "Who is in it",
		onClose,
		children: [
			(0, import_jsx_runtime.jsx)("p", {
				className: Participants_module_default.about,
				children: ABOUT[ownChat ? "own" : kind]
			}),
			(0, import_jsx_runtime.jsx)("ul", {
				className: Participants_module_default.people,
				children: participants.map((each) => (0, import_jsx_runtime.jsx)(Participant, {
					of: each,
					isMe: each.userId === me?.user.id,
					canLeave: kind === "direct" && participants.length > 1,
					mayRemove: mayRemove(each.userId),
					project,
					onChanged: reread
				}, each.userId))
			}),
			mayAdd && (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [(0, import_jsx_runtime.jsx)(PersonPicker, {
				label: ownChat ? "Take an agent in" : "Take somebody in",
				agentsOnly: ownChat,
				without: participants.map(({ userId }) => userId),
				busy: add.isPending,
				onPick: (somebody) => add.mutate(somebody)
			}), projectId !== null && (0, import_jsx_runtime.jsxs)("p", {
				className: Participants_module_default.about,
				children: [
					"Whoever is no member of ",
					project,
					" yet becomes one, with the role editor."
				]
			})] }),
			(0, import_jsx_runtime.jsx)(Refused, { error: add.error })
		]
	});
}
var ABOUT = {
	channel: "All members of the project read a channel. These have said or read something, or answer when they are called with @.",
	chat: "The project’s editors read this chat. The agents in it answer whatever is said.",
	direct: "These read it, and nobody else. The agents among them answer whatever is said.",
	own: "Only you read this chat. The agents in it answer whatever you say."
};
function Participant({ of: { conversationId, userId, name, type }, isMe, canLeave, mayRemove, project, onChanged }) {
	const navigate = useNavigate();
	const remove = useMutation({
		...cairn.mutation.removeParticipant(),
		onSuccess: () => isMe ? void navigate(pathOf(project)) : onChanged()
	});
	const go = () => remove.mutate({ path: {
		conversation: conversationId,
		user: userId
	} });
	return (0, import_jsx_runtime.jsxs)("li", { children: [
		(0, import_jsx_runtime.jsx)(Actor, { name }),
		type === "agent" && (0, import_jsx_runtime.jsx)(Badge, {
			tone: "accent",
			children: "agent"
		}),
		isMe && (0, import_jsx_runtime.jsx)("span", {
			className: Participants_module_default.about,
			children: "you"
		}),
		(0, import_jsx_runtime.jsxs)("span", {
			className: Participants_module_default.do,
			children: [isMe && canLeave && (0, import_jsx_runtime.jsx)(Button, {
				kind: "quiet",
				icon: LogOut,
				busy: remove.isPending,
				onClick: go,
				children: "Leave"
			}), mayRemove && (0, import_jsx_runtime.jsx)(Button, {
				kind: "quiet",
				icon: UserMinus,
				iconOnly: true,
				busy: remove.isPending,
				onClick: go,
				children: `Remove ${name}`
			})]
		})
	] });
}
// src/pages/talk/unsent.ts
var NOT_CONFIRMED = { detail: "The page was left before the server said that it has this." };
function useUnsent(conversation) {
	const [letters, setLetters] = useStored(`unsent.${conversation}`, []);
	const [refusals, setRefusals] = (0, import_react.useState)(() => Object.fromEntries(letters.map(({ key }) => [key, NOT_CONFIRMED])));
	const [begun, setBegun] = (0, import_react.useState)([]);
	const post = (0, import_react.useCallback)(async (letter) => {
		setRefusals(({ [letter.key]: _, ...others }) => others);
		try {
			const { runs, ...message } = await cairn.postMessage({
				path: { conversation },
				body: { content: letter.content },
				headers: { "Idempotency-Key": letter.key }
			});
			setBegun((was) => [...was, ...runs ?? []]);
			show(message);
			setLetters((was) => was.filter(({ key }) => key !== letter.key));
		} catch (error) {
			session.ended(error);
			setRefusals((was) => ({
				...was,
				[letter.key]: problemOf(error)
			}));
		}
	}, [conversation]);
	return {
		letters,
		refusals,
		begun,
		send: (content) => {
			const letter = {
				key: crypto.getRandomValues(new Uint32Array(4)).join("-"),
				content
			};
			setLetters((was) => [...was, letter]);
			post(letter);
		},
		sendAgain: (letter) => void post(letter),
		drop: (letter) => setLetters((was) => was.filter(({ key }) => key !== letter.key))
	};
}
function show(message) {
	const { conversationId, seq } = message;
	queries.setQueryData(blockQuery(conversationId, seq).queryKey, (was) => was && !was.items.some(({ id }) => id === message.id) ? {
		...was,
		items: [...was.items, message]
	} : was);
	queries.setQueryData(cairn.query.getConversation({ path: { conversation: conversationId } }).queryKey, (was) => was && was.nextSeq <= seq ? {
		...was,
		nextSeq: seq + 1,
		lastReadSeq: seq,
		unread: 0
	} : was);
}
var Talk_module_default = {
	talk: "Talk_talk",
	pane: "Talk_pane",
	deleted: "Talk_deleted",
	reads: "Talk_reads"
};
var Conversation_module_default = {
	conversation: "Conversation_conversation",
	head: "Conversation_head",
	back: "Conversation_back",
	what: "Conversation_what",
	title: "Conversation_title",
	about: "Conversation_about",
	readOnly: "Conversation_readOnly"
};
// src/pages/talk/Conversation.tsx
function Conversation({ id, project }) {
	const query = useLiveQuery(cairn.query.getConversation({ path: { conversation: id } }));
	return (0, import_jsx_runtime.jsx)("section", {
		className: `${Talk_module_default.pane} ${Conversation_module_default.conversation}`,
		"aria-label": "Conversation",
		children: (0, import_jsx_runtime.jsx)(Answered, {
			query,
			children: (conversation) => (0, import_jsx_runtime.jsx)(Open, {
				conversation,
				project
			})
		})
	});
}
function Open({ conversation, project }) {
	const { id, title, archivedAt, role } = conversation;
	const [doing, setDoing] = (0, import_react.useState)();
	const unsent = useUnsent(id);
	const unarchive = useChange(conversation, "unarchive");
	const close = () => setDoing(void 0);
	return (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [
		(0, import_jsx_runtime.jsx)("title", { children: `${title} · Talk · Cairn` }),
		(0, import_jsx_runtime.jsx)(Head, {
			conversation,
			project,
			onDo: setDoing
		}),
		(0, import_jsx_runtime.jsx)(Messages, {
			conversation,
			project,
			unsent
		}),
		archivedAt ? (0, import_jsx_runtime.jsxs)("p", {
			className: Conversation_module_default.readOnly,
			children: ["This is archived, and can only be read.", (0, import_jsx_runtime.jsx)(Button, {
				icon: ArchiveArrowUp,
				busy: unarchive.isPending,
				onClick: unarchive.now,
				children: "Bring it back"
			})]
		}) : role === "viewer" ? (0, import_jsx_runtime.jsx)("p", {
			className: Conversation_module_default.readOnly,
			children: "You read along: to write here, ask the project’s owner to make you an editor."
		}) : (0, import_jsx_runtime.jsx)(Composer, {
			conversation,
			project,
			onSend: unsent.send,
			onInvite: () => setDoing("participants")
		}),
		doing === "participants" && (0, import_jsx_runtime.jsx)(Participants, {
			conversation,
			project,
			onClose: close
		}),
		doing === "edit" && (0, import_jsx_runtime.jsx)(EditConversation, {
			conversation,
			onClose: close
		}),
		doing === "fork" && (0, import_jsx_runtime.jsx)(Fork, {
			conversation,
			onClose: close
		}),
		doing === "delete" && (0, import_jsx_runtime.jsx)(Deleting, {
			conversation,
			project,
			onClose: close
		})
	] });
}
function Head({ conversation, project, onDo }) {
	const { kind, title, description, isDefault, archivedAt, participants, role, nextSeq } = conversation;
	const archive = useChange(conversation, "archive");
	const unarchive = useChange(conversation, "unarchive");
	const mayWrite = role !== "viewer";
	return (0, import_jsx_runtime.jsxs)("header", {
		className: Conversation_module_default.head,
		children: [
			(0, import_jsx_runtime.jsx)(Link, {
				to: pathOf(project),
				className: Conversation_module_default.back,
				"aria-label": "All conversations",
				children: (0, import_jsx_runtime.jsx)(ArrowLeft, {
					size: 16,
					"aria-hidden": true
				})
			}),
			(0, import_jsx_runtime.jsxs)("div", {
				className: Conversation_module_default.what,
				children: [(0, import_jsx_runtime.jsxs)("h2", {
					className: Conversation_module_default.title,
					children: [
						kind === "channel" && (0, import_jsx_runtime.jsx)("span", {
							"aria-hidden": true,
							children: "#"
						}),
						title,
						" ",
						archivedAt && (0, import_jsx_runtime.jsx)(Badge, {
							tone: "warning",
							children: "Archived"
						})
					]
				}), description && (0, import_jsx_runtime.jsx)("p", {
					className: Conversation_module_default.about,
					title: description,
					children: description
				})]
			}),
			(0, import_jsx_runtime.jsxs)(Button, {
				kind: "quiet",
				icon: UsersRound,
				onClick: () => onDo("participants"),
				children: [participants.length, (0, import_jsx_runtime.jsx)("span", {
					className: "sr-only",
					children: " take part"
				})]
			}),
			(0, import_jsx_runtime.jsxs)(Menu, {
				align: "end",
				trigger: (0, import_jsx_runtime.jsx)(Button, {
					kind: "quiet",
					icon: Ellipsis,
					iconOnly: true,
					children: "What to do with this conversation"
				}),
				children: [
					mayWrite && !archivedAt && (0, import_jsx_runtime.jsx)(MenuItem, {
						icon: Pencil,
						onSelect: () => onDo("edit"),
						children: "Rename, describe"
					}),
					(0, import_jsx_runtime.jsx)(MenuItem, {
						icon: GitFork,
						disabled: nextSeq < 2 || !mayWrite,
						onSelect: () => onDo("fork"),
						children: "Fork into a new chat"
					}),
					mayWrite && !isDefault && (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [
						(0, import_jsx_runtime.jsx)(MenuLine, {}),
						archivedAt ? (0, import_jsx_runtime.jsx)(MenuItem, {
							icon: ArchiveArrowUp,
							onSelect: unarchive.now,
							children: "Bring back"
						}) : (0, import_jsx_runtime.jsx)(MenuItem, {
							icon: Archive,
							onSelect: archive.now,
							children: "Archive"
						}),
						(0, import_jsx_runtime.jsx)(MenuItem, {
							icon: Trash,
							danger: true,
							onSelect: () => onDo("delete"),
							children: "Delete"
						})
					] })
				]
			})
		]
	});
}
function useChange({ id, version }, what) {
	const options = what === "archive" ? cairn.mutation.archiveConversation() : cairn.mutation.unarchiveConversation();
	const change = useMutation({
		...options,
		onSuccess: (shown) => queries.setQueryData(cairn.query.getConversation({ path: { conversation: id } }).queryKey, shown)
	});
	return {
		isPending: change.isPending,
		now: () => change.mutate({
			path: { conversation: id },
			headers: { "If-Match": `"${version}"` }
		})
	};
}
function Deleting({ conversation: { id, title, version }, project, onClose }) {
	const navigate = useNavigate();
	const remove = useMutation({
		...cairn.mutation.deleteConversation(),
		onSuccess: () => void navigate(pathOf(project), { state: { deleted: {
			id,
			title
		} } })
	});
	return (0, import_jsx_runtime.jsx)(Confirm, {
		title: `Delete “${title}”?`,
		action: "Delete",
		busy: remove.isPending,
		onClose,
		onConfirm: () => remove.mutate({
			path: { conversation: id },
			headers: { "If-Match": `"${version}"` }
		}),
		children: "All that was said in it goes with it, for everybody who takes part."
	});
}
var Conversations_module_default = {
	list: "Conversations_list",
	head: "Conversations_head",
	title: "Conversations_title",
	search: "Conversations_search",
	groups: "Conversations_groups",
	group: "Conversations_group",
	note: "Conversations_note",
	entry: "Conversations_entry",
	hit: "Conversations_hit",
	line: "Conversations_line",
	name: "Conversations_name",
	"new": "Conversations_new",
	when: "Conversations_when",
	last: "Conversations_last",
	where: "Conversations_where",
	unread: "Conversations_unread",
	snippet: "Conversations_snippet"
};
// src/pages/talk/Conversations.tsx
var HITS_MAX = 20;
function Conversations({ project, onNew, children }) {
	const [text, setText] = (0, import_react.useState)("");
	const [isArchived, setArchived] = (0, import_react.useState)(false);
	const q = (0, import_react.useDeferredValue)(text.trim());
	const chosen = {
		archived: isArchived ? "true" : "false",
		...q && { q }
	};
	const channels = usePaged(cairn.query.listConversationsInfinite({
		path: { project },
		query: {
			...chosen,
			kind: ["channel"]
		}
	}));
	const chats = usePaged(cairn.query.listConversationsInfinite({
		path: { project },
		query: {
			...chosen,
			kind: ["chat"]
		}
	}));
	const own = useOutside(chosen);
	const isEmpty = [
		channels,
		chats,
		own
	].every(({ data }) => data?.length === 0);
	return (0, import_jsx_runtime.jsxs)("section", {
		className: Conversations_module_default.list,
		"aria-label": "Conversations",
		children: [
			(0, import_jsx_runtime.jsxs)("header", {
				className: Conversations_module_default.head,
				children: [
					(0, import_jsx_runtime.jsx)("h1", {
						className: Conversations_module_default.title,
						children: "Talk"
					}),
					(0, import_jsx_runtime.jsx)(Button, {
						kind: "quiet",
						icon: Archive,
						iconOnly: true,
						"aria-pressed": isArchived,
						onClick: () => setArchived(!isArchived),
						children: "Archived conversations"
					}),
					(0, import_jsx_runtime.jsx)(Button, {
						icon: Plus,
						onClick: onNew,
						children: "New"
					})
				]
			}),
			(0, import_jsx_runtime.jsx)("div", {
				className: Conversations_module_default.search,
				children: (0, import_jsx_runtime.jsx)(Field, {
					label: "Search in talk",
					hideLabel: true,
					type: "search",
					placeholder: "Titles and messages",
					value: text,
					onChange: ({ target }) => setText(target.value)
				})
			}),
			(0, import_jsx_runtime.jsxs)("nav", {
				"aria-label": "Conversations",
				className: Conversations_module_default.groups,
				children: [
					children,
					isArchived && (0, import_jsx_runtime.jsx)("p", {
						className: Conversations_module_default.note,
						children: "These are archived: they can be read, and brought back."
					}),
					(0, import_jsx_runtime.jsx)(Group, {
						name: "Channels",
						list: channels,
						project
					}),
					(0, import_jsx_runtime.jsx)(Group, {
						name: "Chats",
						list: chats,
						project
					}),
					(0, import_jsx_runtime.jsx)(Group, {
						name: "Direct and your own",
						list: own,
						project
					}),
					isEmpty && (0, import_jsx_runtime.jsx)("p", {
						className: Conversations_module_default.note,
						children: q ? "No conversation is called so." : isArchived ? "Nothing is archived." : "There are no conversations."
					}),
					q && (0, import_jsx_runtime.jsx)(Hits, {
						q,
						project
					})
				]
			})
		]
	});
}
function useOutside(chosen) {
	const list = usePaged(cairn.query.listAllConversationsInfinite({ query: {
		...chosen,
		kind: ["chat", "direct"]
	} }));
	return {
		...list,
		data: list.data?.filter(({ projectId }) => projectId === null)
	};
}
var ICONS = {
	channel: Hash,
	chat: MessageSquare,
	direct: UsersRound
};
function Group({ name, list, project }) {
	if (list.data?.length === 0 && !list.hasNextPage) return null;
	return (0, import_jsx_runtime.jsxs)("section", {
		"aria-label": name,
		children: [
			(0, import_jsx_runtime.jsx)("h2", {
				className: Conversations_module_default.group,
				children: name
			}),
			!list.data && (list.error ? (0, import_jsx_runtime.jsx)(ErrorState, {
				error: list.error,
				onRetry: () => void list.refetch()
			}) : (0, import_jsx_runtime.jsx)(Loading, {})),
			(0, import_jsx_runtime.jsx)("ul", { children: list.data?.map((each) => (0, import_jsx_runtime.jsx)(Entry, {
				of: each,
				project
			}, each.id)) }),
			(0, import_jsx_runtime.jsx)(More, {
				list,
				of: name.toLowerCase()
			})
		]
	});
}
function Entry({ of: { id, kind, projectId, title, lastMessage, lastMessageAt, createdAt, unread }, project }) {
	const Icon = kind === "chat" && projectId === null ? MessageSquareLock : ICONS[kind];
	return (0, import_jsx_runtime.jsx)("li", { children: (0, import_jsx_runtime.jsxs)(NavLink, {
		to: pathOf(project, id),
		className: Conversations_module_default.entry,
		children: [(0, import_jsx_runtime.jsxs)("span", {
			className: Conversations_module_default.line,
			children: [
				(0, import_jsx_runtime.jsx)(Icon, {
					size: 14,
					"aria-hidden": true
				}),
				(0, import_jsx_runtime.jsx)("span", {
					className: unread > 0 ? `${Conversations_module_default.name} ${Conversations_module_default.new}` : Conversations_module_default.name,
					children: title
				}),
				(0, import_jsx_runtime.jsx)("span", {
					className: Conversations_module_default.when,
					children: (0, import_jsx_runtime.jsx)(Time, { at: lastMessageAt ?? createdAt })
				})
			]
		}), (0, import_jsx_runtime.jsxs)("span", {
			className: Conversations_module_default.line,
			children: [(0, import_jsx_runtime.jsx)("span", {
				className: Conversations_module_default.last,
				children: lastMessage ? (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [lastMessage.authorName && `${lastMessage.authorName}: `, plain(lastMessage.content) || "deleted a message"] }) : "Nothing was said yet"
			}), unread > 0 && (0, import_jsx_runtime.jsxs)("span", {
				className: Conversations_module_default.unread,
				children: [unread > 99 ? "99+" : unread, (0, import_jsx_runtime.jsx)("span", {
					className: "sr-only",
					children: " unread"
				})]
			})]
		})]
	}) });
}
function plain(text) {
	return text.replaceAll(/[*_`#>]+/g, "").replaceAll(/\s+/g, " ").trim();
}
function Hits({ q, project }) {
	const here = useHits({
		q,
		project
	});
	const outside = useHits({ q }).hits?.filter(({ projectId }) => projectId === null) ?? [];
	const hits = [...here.hits ?? [], ...outside];
	return (0, import_jsx_runtime.jsxs)("section", {
		"aria-label": "Messages",
		children: [
			(0, import_jsx_runtime.jsx)("h2", {
				className: Conversations_module_default.group,
				children: "Messages"
			}),
			here.error ? (0, import_jsx_runtime.jsx)(ErrorState, { error: here.error }) : !here.hits && (0, import_jsx_runtime.jsx)(Loading, {}),
			(0, import_jsx_runtime.jsx)("p", {
				role: "status",
				className: hits.length === 0 && here.hits ? Conversations_module_default.note : "sr-only",
				children: here.hits && (hits.length === 0 ? "No message holds these words." : `${hits.length} messages found`)
			}),
			(0, import_jsx_runtime.jsx)("ul", { children: hits.map((hit) => (0, import_jsx_runtime.jsx)("li", { children: (0, import_jsx_runtime.jsxs)(NavLink, {
				to: `${pathOf(project, hit.conversationId ?? "")}?message=${hit.id}`,
				className: Conversations_module_default.hit,
				children: [(0, import_jsx_runtime.jsx)("span", {
					className: Conversations_module_default.where,
					children: hit.title
				}), (0, import_jsx_runtime.jsx)("span", {
					className: Conversations_module_default.snippet,
					children: (0, import_jsx_runtime.jsx)(Snippet, { text: hit.snippet })
				})]
			}) }, hit.id)) })
		]
	});
}
function useHits(of) {
	const { data, error } = useQuery(cairn.query.search({ query: {
		...of,
		kind: ["message"],
		limit: HITS_MAX
	} }));
	return {
		hits: data?.items,
		error
	};
}
// src/pages/talk/NewConversation.tsx
var KINDS = [
	{
		id: "channel",
		name: "Channel",
		about: "for everybody in the project"
	},
	{
		id: "chat",
		name: "Chat",
		about: "on one subject, for the project’s editors"
	},
	{
		id: "direct",
		name: "Direct",
		about: "for you and those you choose, nobody else"
	},
	{
		id: "own",
		name: "Your own",
		about: "for you and agents, in no project"
	}
];
function NewConversation({ project, onClose }) {
	const [kind, setKind] = (0, import_react.useState)("channel");
	const [people, setPeople] = (0, import_react.useState)([]);
	const navigate = useNavigate();
	const create = useMutation({
		mutationFn: (title) => begin(project, kind, title, people),
		meta: { quiet: true },
		onSuccess: (id) => {
			onClose();
			navigate(pathOf(project, id));
		}
	});
	const submit = (event) => {
		event.preventDefault();
		create.mutate(String(new FormData(event.currentTarget).get("title") ?? "").trim());
	};
	const chosen = people.filter(({ isAgent }) => isAgent || kind === "direct");
	return (0, import_jsx_runtime.jsx)(Dialog, {
		title: "New conversation",
		onClose,
		children: (0, import_jsx_runtime.jsxs)("form", {
			className: NewConversation_module_default.form,
			onSubmit: submit,
			children: [
				(0, import_jsx_runtime.jsxs)("fieldset", {
					className: NewConversation_module_default.kinds,
					children: [(0, import_jsx_runtime.jsx)("legend", {
						className: NewConversation_module_default.legend,
						children: "Kind"
					}), KINDS.map(({ id, name, about }) => (0, import_jsx_runtime.jsxs)("label", {
						className: NewConversation_module_default.kind,
						children: [(0, import_jsx_runtime.jsx)("input", {
							type: "radio",
							name: "kind",
							checked: kind === id,
							onChange: () => setKind(id),
							autoFocus: id === "channel"
						}), (0, import_jsx_runtime.jsxs)("span", { children: [
							(0, import_jsx_runtime.jsx)("strong", { children: name }),
							" ",
							(0, import_jsx_runtime.jsx)("span", {
								className: NewConversation_module_default.about,
								children: about
							})
						] })]
					}, id))]
				}),
				(0, import_jsx_runtime.jsx)(Field, {
					label: kind === "direct" ? "Title, if it is to have another than their names" : "Title",
					name: "title",
					required: kind !== "direct",
					maxLength: 200
				}),
				kind !== "channel" && (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [chosen.length > 0 && (0, import_jsx_runtime.jsx)("ul", {
					className: NewConversation_module_default.chosen,
					"aria-label": "Who takes part",
					children: chosen.map((each) => (0, import_jsx_runtime.jsxs)("li", { children: [(0, import_jsx_runtime.jsx)(Actor, { name: each.name }), (0, import_jsx_runtime.jsx)(Button, {
						kind: "quiet",
						icon: X,
						iconOnly: true,
						onClick: () => setPeople(people.filter(({ id }) => id !== each.id)),
						children: `Leave ${each.name} out`
					})] }, each.id))
				}), (0, import_jsx_runtime.jsx)(PersonPicker, {
					label: kind === "direct" ? "With whom" : "Agents that answer in it",
					agentsOnly: kind !== "direct",
					without: people.map(({ id }) => id),
					onPick: (somebody) => setPeople([...people, somebody])
				})] }),
				(0, import_jsx_runtime.jsx)(Refused, { error: create.error }),
				(0, import_jsx_runtime.jsxs)(DialogActions, { children: [(0, import_jsx_runtime.jsx)(Button, {
					onClick: onClose,
					children: "Cancel"
				}), (0, import_jsx_runtime.jsx)(Button, {
					kind: "primary",
					type: "submit",
					busy: create.isPending,
					disabled: kind === "direct" && chosen.length === 0,
					children: "Create"
				})] })
			]
		})
	});
}
async function begin(project, kind, title, people) {
	const agents = people.filter(({ isAgent }) => isAgent).map(({ id }) => id);
	if (kind === "direct") return (await cairn.beginConversation({ body: {
		kind,
		participants: people.map(({ id }) => id),
		...title && { title }
	} })).id;
	return kind === "own" ? (await cairn.beginConversation({ body: {
		kind: "chat",
		title,
		participants: agents
	} })).id : (await cairn.createConversation({
		path: { project },
		body: {
			kind,
			title,
			...kind === "chat" && { agents }
		}
	})).id;
}
// src/pages/talk/Talk.tsx
function Talk() {
	const { project = "", conversation } = useParams();
	const [isNew, setNew] = (0, import_react.useState)(false);
	const state = useLocation().state;
	return (0, import_jsx_runtime.jsxs)("div", {
		className: classes(Talk_module_default.talk, conversation && Talk_module_default.reads),
		children: [
			(0, import_jsx_runtime.jsx)(Conversations, {
				project,
				onNew: () => setNew(true),
				children: state?.deleted && (0, import_jsx_runtime.jsx)(Deleted, {
					of: state.deleted,
					project
				}, state.deleted.id)
			}),
			conversation ? (0, import_jsx_runtime.jsx)(Conversation, {
				id: conversation,
				project
			}, conversation) : (0, import_jsx_runtime.jsxs)("section", {
				className: Talk_module_default.pane,
				"aria-label": "Conversation",
				children: [(0, import_jsx_runtime.jsx)("title", { children: `Talk · ${project} · Cairn` }), (0, import_jsx_runtime.jsx)(EmptyState, {
					icon: MessagesSquare,
					title: "Choose a conversation",
					children: "Channels are for everybody in the project, chats for a subject, direct conversations for you and others. Agents answer in all of them."
				})]
			}),
			isNew && (0, import_jsx_runtime.jsx)(NewConversation, {
				project,
				onClose: () => setNew(false)
			})
		]
	});
}
function Deleted({ of: { id, title }, project }) {
	const navigate = useNavigate();
	const restore = useMutation({
		...cairn.mutation.restoreConversation(),
		onSuccess: () => void navigate(pathOf(project, id), { replace: true })
	});
	return (0, import_jsx_runtime.jsxs)("p", {
		role: "status",
		className: Talk_module_default.deleted,
		children: [
			"“",
			title,
			"” is deleted.",
			(0, import_jsx_runtime.jsx)(Button, {
				icon: Undo2,
				busy: restore.isPending,
				onClick: () => restore.mutate({ path: { conversation: id } }),
				children: "Bring it back"
			})
		]
	});
}
export { Talk as default };
