const __vite__mapDeps=(i,m=__vite__mapDeps,d=(m.f||(m.f=["Rendered.js","markdown.js","rolldown-runtime.js","vendor.js"])))=>i.map(i=>d[i]);
import { __toESM } from "./rolldown-runtime.js";
import { Link, MutationCache, QueryCache, QueryClient, require_jsx_runtime, require_react, useInfiniteQuery, useMutation, useSearchParams } from "./vendor.js";
import { CairnProblem, createCairn as createCairn$1, createCairn$1 as createCairn, useLive, useLiveQuery } from "./api.js";
import { Check, CircleExclamationPoint, Copy, Square, Wrench, X } from "./icons.js";
import { DropdownMenu, DropdownMenuContent, DropdownMenuItem, DropdownMenuLabel, DropdownMenuPortal, DropdownMenuSeparator, DropdownMenuTrigger, Tabs as Tabs$1, TabsContent, TabsList, TabsTrigger } from "./widgets.js";
import { diffWordsWithSpace } from "./diff.js";
// src/session/session.ts
var import_jsx_runtime = require_jsx_runtime();
var import_react = __toESM(require_react(), 1);
var LINK = "#token=";
var SessionState = class {
	#isOver = false;
	#listeners = new Set();
	ended(error) {
		const isOver = error instanceof CairnProblem && error.status === 401;
		if (isOver) this.#set(true);
		return isOver;
	}
	begun() {
		this.#set(false);
	}
	listen = (changed) => {
		this.#listeners.add(changed);
		return () => this.#listeners.delete(changed);
	};
	isOver = () => this.#isOver;
	#set(isOver) {
		this.#isOver = isOver;
		this.#listeners.forEach((changed) => changed());
	}
};
var session = new SessionState();
function useSessionIsOver() {
	return (0, import_react.useSyncExternalStore)(session.listen, session.isOver);
}
async function enterByLink() {
	if (!location.hash.startsWith(LINK)) return;
	const token = location.hash.slice(7);
	history.replaceState(null, "", location.pathname);
	try {
		await createCairn({ token }).openBrowserSession();
		return;
	} catch (error) {
		return error instanceof CairnProblem && error.status !== 401 ? error.detail : "This link was used before, or is too old.";
	}
}
// src/ui/classes.ts
function classes(...names) {
	return names.filter(Boolean).join(" ");
}
var Button_module_default = {
	button: "Button_button",
	primary: "Button_primary",
	quiet: "Button_quiet",
	danger: "Button_danger",
	iconOnly: "Button_iconOnly"
};
// src/ui/Button.tsx
function Button({ kind = "plain", icon: Icon, iconOnly, busy, className, children, disabled, ...rest }) {
	return (0, import_jsx_runtime.jsxs)("button", {
		type: "button",
		className: classes(Button_module_default.button, Button_module_default[kind], iconOnly && Button_module_default.iconOnly, className),
		disabled: disabled || busy,
		"aria-busy": busy || void 0,
		title: iconOnly ? String(children) : void 0,
		...rest,
		children: [Icon && (0, import_jsx_runtime.jsx)(Icon, {
			size: 15,
			"aria-hidden": true
		}), (0, import_jsx_runtime.jsx)("span", {
			className: iconOnly ? "sr-only" : void 0,
			children
		})]
	});
}
function ButtonLink({ to, children }) {
	return (0, import_jsx_runtime.jsx)(Link, {
		to,
		className: classes(Button_module_default.button, Button_module_default.primary),
		children
	});
}
// src/ui/problem.ts
function problemOf(error) {
	if (!(error instanceof CairnProblem)) return { detail: error instanceof Error ? error.message : String(error) };
	return {
		detail: error.code === "unreachable" ? "The server does not answer." : error.errors[0]?.message ?? error.detail,
		...error.hint && { hint: error.hint }
	};
}
var Toast_module_default = {
	toasts: "Toast_toasts",
	toast: "Toast_toast",
	bad: "Toast_bad",
	hint: "Toast_hint"
};
// src/ui/Toast.tsx
var SHOWN_MILLIS = 8e3;
var toasts = [];
var newest = 0;
var listeners$1 = new Set();
function set(next) {
	toasts = next;
	listeners$1.forEach((changed) => changed());
}
var close = (id) => set(toasts.filter((each) => each.id !== id));
function toast(text, more = {}) {
	const id = ++newest;
	set([...toasts.filter((each) => each.text !== text), {
		id,
		text,
		...more
	}].slice(-4));
	if (!more.bad) setTimeout(() => close(id), SHOWN_MILLIS);
}
function problemToast(error) {
	const { detail, hint } = problemOf(error);
	toast(detail, {
		bad: true,
		...hint && { hint }
	});
}
function Toasts() {
	const shown = (0, import_react.useSyncExternalStore)((changed) => {
		listeners$1.add(changed);
		return () => listeners$1.delete(changed);
	}, () => toasts);
	const region = (0, import_react.useRef)(null);
	(0, import_react.useEffect)(() => {
		region.current?.hidePopover();
		region.current?.showPopover();
	}, [shown]);
	return (0, import_jsx_runtime.jsx)("div", {
		ref: region,
		popover: "manual",
		className: Toast_module_default.toasts,
		role: "status",
		"aria-live": "polite",
		children: shown.map(({ id, text, hint, bad, action }) => (0, import_jsx_runtime.jsxs)("div", {
			className: bad ? `${Toast_module_default.toast} ${Toast_module_default.bad}` : Toast_module_default.toast,
			children: [
				(0, import_jsx_runtime.jsxs)("div", { children: [(0, import_jsx_runtime.jsx)("div", { children: text }), hint && (0, import_jsx_runtime.jsx)("div", {
					className: Toast_module_default.hint,
					children: hint
				})] }),
				action && (0, import_jsx_runtime.jsx)(Button, {
					kind: "quiet",
					onClick: () => {
						close(id);
						action.onSelect();
					},
					children: action.name
				}),
				(0, import_jsx_runtime.jsx)(Button, {
					kind: "quiet",
					icon: X,
					iconOnly: true,
					onClick: () => close(id),
					children: "Dismiss"
				})
			]
		}, id))
	});
}
// src/cairn.ts
var cairn = createCairn$1();
var queries = new QueryClient({
	defaultOptions: {
		queries: {
			staleTime: Infinity,
			refetchOnWindowFocus: false,
			refetchOnReconnect: false,
			networkMode: "always"
		},
		mutations: { networkMode: "always" }
	},
	queryCache: new QueryCache({ onError: (error) => session.ended(error) }),
	mutationCache: new MutationCache({ onError: (error, _sent, _kept, { meta }) => {
		if (!session.ended(error) && !meta?.quiet) problemToast(error);
	} })
});
function whoLooks() {
	return queries.getQueryData(cairn.query.getMe().queryKey).user.id;
}
// \0vite/preload-helper.js
var scriptRel = (function detectScriptRel() {
	const relList = typeof document !== "undefined" && document.createElement("link").relList;
	return relList && relList.supports && relList.supports("modulepreload") ? "modulepreload" : "preload";
})();
var assetsURL = function(dep) {
	return "/studio/" + dep;
};
var seen = {};
var __vitePreload = function preload(baseModule, deps, importerUrl) {
	let promise = Promise.resolve();
	if (deps && deps.length > 0) {
		const links = document.getElementsByTagName("link");
		const cspNonceMeta = document.querySelector("meta[property=csp-nonce]");
		const cspNonce = cspNonceMeta?.nonce || cspNonceMeta?.getAttribute("nonce");
		function allSettled(promises) {
			return Promise.all(promises.map((p) => Promise.resolve(p).then((value) => ({
				status: "fulfilled",
				value
			}), (reason) => ({
				status: "rejected",
				reason
			}))));
		}
		function importMetaResolve(specifier) {
			if (import.meta.resolve) return import.meta.resolve(specifier);
			return new URL(specifier, import.meta.url).href;
		}
		promise = allSettled(deps.map((dep) => {
			dep = assetsURL(dep, importerUrl);
			dep = importMetaResolve(dep);
			if (dep in seen) return;
			seen[dep] = true;
			const isCss = dep.endsWith(".css");
			for (let i = links.length - 1; i >= 0; i--) {
				const link = links[i];
				if (link.href === dep && (!isCss || link.rel === "stylesheet")) return;
			}
			const link = document.createElement("link");
			link.rel = isCss ? "stylesheet" : scriptRel;
			if (!isCss) link.as = "script";
			link.crossOrigin = "";
			link.href = dep;
			if (cspNonce) link.setAttribute("nonce", cspNonce);
			document.head.appendChild(link);
			if (isCss) return new Promise((res, rej) => {
				link.addEventListener("load", res);
				link.addEventListener("error", () => rej(new Error(`Unable to preload CSS for ${dep}`)));
			});
		}).filter((p) => p !== void 0));
	}
	function handlePreloadError(err) {
		const e = new Event("vite:preloadError", { cancelable: true });
		e.payload = err;
		window.dispatchEvent(e);
		if (!e.defaultPrevented) throw err;
	}
	return promise.then((res) => {
		for (const item of res || []) {
			if (item.status !== "rejected") continue;
			handlePreloadError(item.reason);
		}
		return baseModule().catch(handlePreloadError);
	});
};
var States_module_default = {
	loading: "States_loading",
	pass: "States_pass",
	empty: "States_empty",
	title: "States_title",
	more: "States_more"
};
// src/ui/States.tsx
function Loading() {
	return (0, import_jsx_runtime.jsx)("div", {
		className: States_module_default.loading,
		role: "status",
		children: (0, import_jsx_runtime.jsx)("span", {
			className: "sr-only",
			children: "Loading"
		})
	});
}
function EmptyState({ icon: Icon, title, children }) {
	return (0, import_jsx_runtime.jsxs)("div", {
		className: States_module_default.empty,
		children: [
			Icon && (0, import_jsx_runtime.jsx)(Icon, {
				size: 28,
				strokeWidth: 1.5,
				"aria-hidden": true
			}),
			(0, import_jsx_runtime.jsx)("p", {
				className: States_module_default.title,
				children: title
			}),
			children && (0, import_jsx_runtime.jsx)("div", {
				className: States_module_default.more,
				children
			})
		]
	});
}
function ErrorState({ error, onRetry }) {
	const { detail, hint } = problemOf(error);
	return (0, import_jsx_runtime.jsxs)("div", {
		className: States_module_default.empty,
		role: "alert",
		children: [
			(0, import_jsx_runtime.jsx)(CircleExclamationPoint, {
				size: 28,
				strokeWidth: 1.5,
				"aria-hidden": true
			}),
			(0, import_jsx_runtime.jsx)("p", {
				className: States_module_default.title,
				children: detail
			}),
			hint && (0, import_jsx_runtime.jsx)("p", {
				className: States_module_default.more,
				children: hint
			}),
			onRetry && (0, import_jsx_runtime.jsx)(Button, {
				onClick: onRetry,
				children: "Try again"
			})
		]
	});
}
var GONE = 404;
function Answered({ query, children }) {
	const isGone = query.error instanceof CairnProblem && query.error.status === GONE;
	if (query.data !== void 0 && !isGone) return children(query.data);
	return query.error ? (0, import_jsx_runtime.jsx)(ErrorState, {
		error: query.error,
		onRetry: () => void query.refetch()
	}) : (0, import_jsx_runtime.jsx)(Loading, {});
}
var Field_module_default = {
	field: "Field_field",
	label: "Field_label",
	control: "Field_control",
	text: "Field_text",
	hint: "Field_hint",
	error: "Field_error"
};
// src/ui/Field.tsx
function Labelled({ label, hint, error, hideLabel, children }) {
	const id = (0, import_react.useId)();
	const told = error ?? hint;
	return (0, import_jsx_runtime.jsxs)("div", {
		className: Field_module_default.field,
		children: [
			(0, import_jsx_runtime.jsx)("label", {
				htmlFor: id,
				className: hideLabel ? "sr-only" : Field_module_default.label,
				children: label
			}),
			children({
				id,
				"aria-describedby": told ? `${id}told` : void 0,
				"aria-invalid": error ? true : void 0
			}),
			told && (0, import_jsx_runtime.jsx)("div", {
				id: `${id}told`,
				className: error ? Field_module_default.error : Field_module_default.hint,
				role: error ? "alert" : void 0,
				children: told
			})
		]
	});
}
function Field({ label, hint, error, hideLabel, className, ...rest }) {
	return (0, import_jsx_runtime.jsx)(Labelled, {
		label,
		hint,
		error,
		hideLabel,
		children: (described) => (0, import_jsx_runtime.jsx)("input", {
			className: classes(Field_module_default.control, className),
			autoComplete: "off",
			...rest,
			...described
		})
	});
}
function TextField({ label, hint, error, hideLabel, className, ...rest }) {
	return (0, import_jsx_runtime.jsx)(Labelled, {
		label,
		hint,
		error,
		hideLabel,
		children: (described) => (0, import_jsx_runtime.jsx)("textarea", {
			className: classes(Field_module_default.control, Field_module_default.text, className),
			...rest,
			...described
		})
	});
}
function Select({ label, hint, error, hideLabel, className, options, ...rest }) {
	return (0, import_jsx_runtime.jsx)(Labelled, {
		label,
		hint,
		error,
		hideLabel,
		children: (described) => (0, import_jsx_runtime.jsx)("select", {
			className: classes(Field_module_default.control, className),
			...rest,
			...described,
			children: options.map(({ value, label: text }) => (0, import_jsx_runtime.jsx)("option", {
				value,
				children: text
			}, value))
		})
	});
}
var Dialog_module_default = {
	dialog: "Dialog_dialog",
	wide: "Dialog_wide",
	content: "Dialog_content",
	head: "Dialog_head",
	actions: "Dialog_actions"
};
// src/ui/Dialog.tsx
function Dialog({ title, children, onClose, wide }) {
	const id = (0, import_react.useId)();
	const dialog = (0, import_react.useRef)(null);
	const isPressedBeside = (0, import_react.useRef)(false);
	(0, import_react.useLayoutEffect)(() => {
		const element = dialog.current;
		element.showModal();
		element.querySelector("input, textarea, select")?.focus();
		return () => element.close();
	}, []);
	return (0, import_jsx_runtime.jsx)("dialog", {
		ref: dialog,
		className: wide ? `${Dialog_module_default.dialog} ${Dialog_module_default.wide}` : Dialog_module_default.dialog,
		"aria-labelledby": id,
		closedby: onClose ? "closerequest" : "none",
		onCancel: (event) => {
			if (event.target === dialog.current) {
				event.preventDefault();
				onClose?.();
			}
		},
		onClose: ({ currentTarget }) => !currentTarget.open && (onClose ? onClose() : currentTarget.showModal()),
		onPointerDown: ({ target }) => {
			isPressedBeside.current = target === dialog.current;
		},
		onClick: ({ target }) => target === dialog.current && isPressedBeside.current && onClose?.(),
		children: (0, import_jsx_runtime.jsxs)("div", {
			className: Dialog_module_default.content,
			children: [(0, import_jsx_runtime.jsxs)("header", {
				className: Dialog_module_default.head,
				children: [(0, import_jsx_runtime.jsx)("h2", {
					id,
					children: title
				}), onClose && (0, import_jsx_runtime.jsx)(Button, {
					kind: "quiet",
					icon: X,
					iconOnly: true,
					onClick: onClose,
					children: "Close"
				})]
			}), children]
		})
	});
}
function DialogActions({ children }) {
	return (0, import_jsx_runtime.jsx)("div", {
		className: Dialog_module_default.actions,
		children
	});
}
var Snippet_module_default = { snippet: "Snippet_snippet" };
// src/ui/Snippet.tsx
var ESCAPED = {
	"&lt;": "<",
	"&gt;": ">",
	"&quot;": "\"",
	"&#39;": "'",
	"&amp;": "&"
};
function Snippet({ text }) {
	return (0, import_jsx_runtime.jsx)("span", {
		className: Snippet_module_default.snippet,
		children: text.split(/<mark>(.*?)<\/mark>/s).map((part, at) => {
			const plain = part.replaceAll(/&\S{2,4};/g, (entity) => ESCAPED[entity] ?? entity);
			return at % 2 === 1 ? (0, import_jsx_runtime.jsx)("mark", { children: plain }, at) : plain;
		})
	});
}
var Status_module_default = {
	status: "Status_status",
	dot: "Status_dot",
	open: "Status_open",
	in_progress: "Status_in_progress",
	review: "Status_review",
	blocked: "Status_blocked",
	completed: "Status_completed",
	closed: "Status_closed",
	badge: "Status_badge",
	danger: "Status_danger",
	warning: "Status_warning",
	accent: "Status_accent"
};
// src/ui/Status.tsx
var COLOURS$1 = new Set([
	"open",
	"in_progress",
	"review",
	"blocked",
	"completed",
	"closed"
]);
function words$1(constant) {
	const text = constant.replaceAll("_", " ").replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
	return text.charAt(0).toUpperCase() + text.slice(1);
}
function Status({ status, tone = status }) {
	const colour = COLOURS$1.has(tone) ? tone : "open";
	return (0, import_jsx_runtime.jsxs)("span", {
		className: Status_module_default.status,
		children: [(0, import_jsx_runtime.jsx)("span", {
			className: classes(Status_module_default.dot, Status_module_default[colour]),
			"aria-hidden": true
		}), words$1(status)]
	});
}
function Badge({ children, tone }) {
	return (0, import_jsx_runtime.jsx)("span", {
		className: classes(Status_module_default.badge, tone && Status_module_default[tone]),
		children
	});
}
var Actor_module_default = {
	actor: "Actor_actor",
	avatar: "Actor_avatar",
	name: "Actor_name"
};
// src/ui/Actor.tsx
var HUES = 12;
function Actor({ name, avatarOnly }) {
	const hue = [...name].reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)) % 1164, 7) % HUES;
	const initials = name.split(/[\s._-]+/).filter(Boolean).slice(0, 2).map((word) => [...word][0].toUpperCase()).join("");
	return (0, import_jsx_runtime.jsxs)("span", {
		className: Actor_module_default.actor,
		title: avatarOnly ? name : void 0,
		children: [(0, import_jsx_runtime.jsx)("span", {
			className: Actor_module_default.avatar,
			style: { "--hue": hue * (360 / HUES) },
			"aria-hidden": true,
			children: initials
		}), (0, import_jsx_runtime.jsx)("span", {
			className: avatarOnly ? "sr-only" : Actor_module_default.name,
			children: name
		})]
	});
}
var Menu_module_default = {
	menu: "Menu_menu",
	item: "Menu_item",
	danger: "Menu_danger",
	icon: "Menu_icon",
	label: "Menu_label",
	line: "Menu_line"
};
// src/ui/Menu.tsx
function Menu({ trigger, children, align = "start" }) {
	return (0, import_jsx_runtime.jsxs)(DropdownMenu, {
		modal: false,
		children: [(0, import_jsx_runtime.jsx)(DropdownMenuTrigger, {
			asChild: true,
			children: trigger
		}), (0, import_jsx_runtime.jsx)(DropdownMenuPortal, { children: (0, import_jsx_runtime.jsx)(DropdownMenuContent, {
			className: Menu_module_default.menu,
			align,
			sideOffset: 4,
			collisionPadding: 8,
			loop: true,
			children
		}) })]
	});
}
function MenuItem({ children, icon: Icon, checked, danger, disabled, onSelect }) {
	return (0, import_jsx_runtime.jsxs)(DropdownMenuItem, {
		className: danger ? `${Menu_module_default.item} ${Menu_module_default.danger}` : Menu_module_default.item,
		disabled: disabled ?? false,
		onSelect,
		children: [(0, import_jsx_runtime.jsx)("span", {
			className: Menu_module_default.icon,
			children: checked ? (0, import_jsx_runtime.jsx)(Check, {
				size: 14,
				"aria-label": "Chosen"
			}) : Icon && (0, import_jsx_runtime.jsx)(Icon, {
				size: 14,
				"aria-hidden": true
			})
		}), children]
	});
}
function MenuLabel({ children }) {
	return (0, import_jsx_runtime.jsx)(DropdownMenuLabel, {
		className: Menu_module_default.label,
		children
	});
}
function MenuLine() {
	return (0, import_jsx_runtime.jsx)(DropdownMenuSeparator, { className: Menu_module_default.line });
}
var PageHead_module_default = {
	head: "PageHead_head",
	what: "PageHead_what",
	about: "PageHead_about",
	actions: "PageHead_actions"
};
// src/ui/PageHead.tsx
function PageHead({ title, about, children }) {
	return (0, import_jsx_runtime.jsxs)("header", {
		className: PageHead_module_default.head,
		children: [
			(0, import_jsx_runtime.jsx)("title", { children: `${title} · Cairn` }),
			(0, import_jsx_runtime.jsxs)("div", {
				className: PageHead_module_default.what,
				children: [(0, import_jsx_runtime.jsx)("h1", { children: title }), about && (0, import_jsx_runtime.jsx)("div", {
					className: PageHead_module_default.about,
					children: about
				})]
			}),
			(0, import_jsx_runtime.jsx)("div", {
				className: PageHead_module_default.actions,
				children
			})
		]
	});
}
var KeyLink_module_default = { key: "KeyLink_key" };
// src/ui/KeyLink.tsx
function KeyLink({ ticket }) {
	return (0, import_jsx_runtime.jsx)(Link, {
		to: `/t/${ticket}`,
		className: KeyLink_module_default.key,
		children: ticket
	});
}
// src/ui/Sentence.tsx
var PHRASES = {
	"comment.created": "commented on",
	"comment.deleted": "deleted a comment on",
	"comment.updated": "edited a comment on",
	"project.created": "began the project",
	"project.imported": "imported a file",
	"queue_item.cancelled": "took out of its queue",
	"queue_item.claimed": "claimed",
	"queue_item.completed": "finished",
	"queue_item.enqueued": "queued",
	"queue_item.failed": "failed at",
	"queue_item.ready": "gave back",
	"queue_item.retried": "had retried",
	"queue_item.updated": "moved in its queue",
	"task.created": "added a task to",
	"task.deleted": "deleted a task of",
	"task.updated": "changed a task of",
	"ticket.created": "created",
	"ticket.deleted": "deleted",
	"ticket.updated": "changed"
};
function phrase(type) {
	const [thing = "", verb = ""] = type.split(".");
	return PHRASES[type] ?? `${words$1(verb).toLowerCase()} ${words$1(thing).toLowerCase()}`;
}
function isEcho({ type, before, after }) {
	const isEmpty = (part) => typeof part === "object" && part !== null && Object.keys(part).length === 0;
	return type === "claim.heartbeat" || type === "conversation.read" || type.endsWith(".updated") && isEmpty(before) && isEmpty(after);
}
function Sentence({ of: { type, actorName, data, after, about: item }, isTitled = false }) {
	const { key, ticket, name, from = "", to = "", kind = "", agent, created, updated } = data ?? {};
	const [thing = "", verb = ""] = type.split(".");
	const place = item?.ticketKey ?? (thing === "ticket" ? key : ticket);
	const called = key ?? name ?? (thing === "queue_item" ? "an item" : void 0);
	const about = place ? (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [(0, import_jsx_runtime.jsx)(KeyLink, { ticket: place }), isTitled && item && ` ${item.ticketTitle}`] }) : called && (0, import_jsx_runtime.jsx)("strong", { children: called });
	const actor = (0, import_jsx_runtime.jsx)(Actor, { name: agent ?? actorName });
	if (verb === "status_changed") return (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [
		actor,
		" moved ",
		about,
		" from ",
		words$1(from),
		" to ",
		words$1(to)
	] });
	if (type === "link.created") {
		const end = (ticket) => ticket ? (0, import_jsx_runtime.jsx)(KeyLink, { ticket }) : "a ticket of another project";
		return (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [
			actor,
			" noted that ",
			end(from),
			" ",
			words$1(kind).toLowerCase(),
			" ",
			end(to)
		] });
	}
	const fields = verb === "updated" && typeof after === "object" && after ? Object.keys(after).map((field) => words$1(field).toLowerCase()) : [];
	const imported = created === void 0 ? "" : `: ${created} new, ${updated} changed`;
	return (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [
		actor,
		" ",
		phrase(type),
		about && " ",
		about,
		fields.length > 0 && `: ${fields.join(", ")}`,
		imported
	] });
}
var Differences_module_default = {
	changes: "Differences_changes",
	text: "Differences_text",
	came: "Differences_came",
	went: "Differences_went"
};
// src/ui/Differences.tsx
var EDITS_MAX = 2e3;
var FIELDS_MAX = 30;
var TEXT_MAX = 4e3;
var SHORT_MAX = 60;
var MOMENT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;
var CONSTANT = /^[a-z]+(_[a-z]+)+$/;
var exact$1 = new Intl.DateTimeFormat("en-GB", {
	dateStyle: "medium",
	timeStyle: "medium"
});
function changesOf({ before, after }) {
	const old = fieldsOf(before);
	const now = fieldsOf(after);
	return [...new Set([...Object.keys(old), ...Object.keys(now)])].map((field) => ({
		field,
		before: textOf(old[field]),
		after: textOf(now[field])
	})).filter((change) => change.before !== change.after).slice(0, FIELDS_MAX);
}
function Differences({ changes }) {
	return (0, import_jsx_runtime.jsx)("dl", {
		className: Differences_module_default.changes,
		children: changes.map(({ field, before, after }) => (0, import_jsx_runtime.jsxs)("div", { children: [(0, import_jsx_runtime.jsx)("dt", { children: words$1(field.replaceAll(/([a-z])([A-Z])/g, "$1 $2").toLowerCase()) }), (0, import_jsx_runtime.jsx)("dd", { children: (0, import_jsx_runtime.jsx)(Difference, {
			before: cut(before),
			after: cut(after)
		}) })] }, field))
	});
}
function Difference({ before, after }) {
	const parts = before.length <= SHORT_MAX && after.length <= SHORT_MAX ? void 0 : diffWordsWithSpace(before, after, { maxEditLength: EDITS_MAX });
	if (!parts) return (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [
		before && (0, import_jsx_runtime.jsx)("del", {
			className: Differences_module_default.went,
			children: before
		}),
		before && after && (0, import_jsx_runtime.jsx)("span", {
			"aria-hidden": true,
			children: " → "
		}),
		after && (0, import_jsx_runtime.jsx)("ins", {
			className: Differences_module_default.came,
			children: after
		})
	] });
	return (0, import_jsx_runtime.jsx)("span", {
		className: Differences_module_default.text,
		children: parts.map(({ value, added, removed }, at) => {
			return (0, import_jsx_runtime.jsx)(added ? "ins" : removed ? "del" : "span", {
				className: added ? Differences_module_default.came : removed ? Differences_module_default.went : void 0,
				children: value
			}, at);
		})
	});
}
function cut(text) {
	return text.length > TEXT_MAX ? `${text.slice(0, TEXT_MAX)} …` : text;
}
function fieldsOf(value) {
	return typeof value === "object" && value !== null ? value : {};
}
function textOf(value) {
	if (Array.isArray(value)) return value.map(textOf).join(", ");
	if (typeof value === "string") return MOMENT.test(value) ? exact$1.format(Date.parse(value)) : CONSTANT.test(value) ? words$1(value) : value;
	return value === null || value === void 0 ? "" : JSON.stringify(value, null, 1);
}
var Tabs_module_default = {
	tabs: "Tabs_tabs",
	list: "Tabs_list",
	tab: "Tabs_tab"
};
// src/ui/Tabs.tsx
function Tabs({ name, tabs, value, onChange }) {
	return (0, import_jsx_runtime.jsxs)(Tabs$1, {
		value,
		onValueChange: onChange,
		className: Tabs_module_default.tabs,
		children: [(0, import_jsx_runtime.jsx)(TabsList, {
			className: Tabs_module_default.list,
			"aria-label": name,
			children: tabs.map((tab) => (0, import_jsx_runtime.jsx)(TabsTrigger, {
				value: tab.id,
				className: Tabs_module_default.tab,
				children: tab.name
			}, tab.id))
		}), tabs.map((tab) => (0, import_jsx_runtime.jsx)(TabsContent, {
			value: tab.id,
			children: tab.content
		}, tab.id))]
	});
}
// src/ui/Confirm.tsx
function Confirm({ title, children, action, busy, onConfirm, onClose }) {
	return (0, import_jsx_runtime.jsxs)(Dialog, {
		title,
		onClose,
		children: [(0, import_jsx_runtime.jsx)("div", { children }), (0, import_jsx_runtime.jsxs)(DialogActions, { children: [(0, import_jsx_runtime.jsx)(Button, {
			onClick: onClose,
			children: "Cancel"
		}), (0, import_jsx_runtime.jsx)(Button, {
			kind: "danger",
			busy: busy ?? false,
			onClick: onConfirm,
			children: action
		})] })]
	});
}
var Refused_module_default = {
	refused: "Refused_refused",
	hint: "Refused_hint"
};
// src/ui/Refused.tsx
function Refused({ error }) {
	if (!error) return null;
	const { detail, hint } = problemOf(error);
	return (0, import_jsx_runtime.jsxs)("div", {
		role: "alert",
		className: Refused_module_default.refused,
		children: [(0, import_jsx_runtime.jsx)("p", { children: detail }), hint && (0, import_jsx_runtime.jsx)("p", {
			className: Refused_module_default.hint,
			children: hint
		})]
	});
}
var Stale_module_default = { stale: "Stale_stale" };
// src/ui/Stale.tsx
function Stale({ what, onKeep }) {
	return (0, import_jsx_runtime.jsxs)("div", {
		role: "alert",
		className: Stale_module_default.stale,
		children: [
			"This ",
			what,
			" was changed meanwhile. What you typed is still here; saving puts it over the other change.",
			(0, import_jsx_runtime.jsx)(Button, {
				onClick: onKeep,
				children: "Keep mine"
			})
		]
	});
}
var Markdown_module_default = {
	markdown: "Markdown_markdown",
	plain: "Markdown_plain"
};
// src/ui/Markdown.tsx
var Rendered = (0, import_react.lazy)(() => __vitePreload(() => import("./Rendered.js"), __vite__mapDeps([0,1,2,3])));
function Markdown({ text }) {
	return (0, import_jsx_runtime.jsx)("div", {
		className: Markdown_module_default.markdown,
		children: (0, import_jsx_runtime.jsx)(import_react.Suspense, {
			fallback: (0, import_jsx_runtime.jsx)("p", {
				className: Markdown_module_default.plain,
				children: text
			}),
			children: (0, import_jsx_runtime.jsx)(Rendered, { text })
		})
	});
}
var More_module_default = { more: "More_more" };
// src/ui/More.tsx
function More({ list: { hasNextPage, isFetchingNextPage, fetchNextPage }, of }) {
	return hasNextPage && (0, import_jsx_runtime.jsx)("div", {
		className: More_module_default.more,
		children: (0, import_jsx_runtime.jsx)(Button, {
			busy: isFetchingNextPage,
			onClick: () => void fetchNextPage(),
			children: of ? `More ${of}` : "Show more"
		})
	});
}
// src/ui/paged.ts
function usePaged(options) {
	const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(options);
	useLive(options.queryKey);
	return {
		data: data?.pages.flatMap(({ items }) => items),
		error,
		refetch,
		hasNextPage,
		isFetchingNextPage,
		fetchNextPage
	};
}
// src/ui/Time.tsx
var TICK_MILLIS$1 = 3e4;
var STEPS$1 = [
	["day", 86400],
	["hour", 3600],
	["minute", 60]
];
var DAYS_MAX = 14;
var relative = new Intl.RelativeTimeFormat("en", {
	numeric: "auto",
	style: "narrow"
});
var exact = new Intl.DateTimeFormat("en-GB", {
	dateStyle: "medium",
	timeStyle: "medium"
});
var day = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium" });
function ago(at, now) {
	const seconds = Math.round((at - now) / 1e3);
	for (const [unit, length] of STEPS$1) if (Math.abs(seconds) >= length) {
		const count = Math.trunc(seconds / length);
		return unit === "day" && Math.abs(count) > DAYS_MAX ? day.format(at) : relative.format(count, unit);
	}
	return "just now";
}
function Time({ at }) {
	const [now, setNow] = (0, import_react.useState)(Date.now);
	(0, import_react.useEffect)(() => {
		const timer = setInterval(() => setNow(Date.now()), TICK_MILLIS$1);
		return () => clearInterval(timer);
	}, []);
	const millis = Date.parse(at);
	return (0, import_jsx_runtime.jsx)("time", {
		dateTime: at,
		title: exact.format(millis),
		children: ago(millis, Math.max(now, Date.now()))
	});
}
var Transcript_module_default = {
	transcript: "Transcript_transcript",
	call: "Transcript_call",
	state: "Transcript_state",
	label: "Transcript_label"
};
// src/ui/Transcript.tsx
function Transcript({ parts }) {
	return (0, import_jsx_runtime.jsx)("div", {
		className: Transcript_module_default.transcript,
		children: parts.map((part, at) => part.kind === "text" ? (0, import_jsx_runtime.jsx)(Markdown, { text: part.text }, at) : part.kind === "call" ? (0, import_jsx_runtime.jsx)(Call, {
			call: part,
			result: resultOf(part, parts.slice(at + 1))
		}, at) : null)
	});
}
function resultOf(call, later) {
	return later.find(({ kind, callId }) => kind === "result" && callId === call.callId);
}
function Call({ call, result }) {
	return (0, import_jsx_runtime.jsxs)("details", {
		className: Transcript_module_default.call,
		children: [
			(0, import_jsx_runtime.jsxs)("summary", { children: [
				(0, import_jsx_runtime.jsx)(Wrench, {
					size: 13,
					"aria-hidden": true
				}),
				" ",
				(0, import_jsx_runtime.jsx)("code", { children: call.name }),
				" ",
				(0, import_jsx_runtime.jsx)("span", {
					className: Transcript_module_default.state,
					children: result ? "answered" : "called"
				})
			] }),
			(0, import_jsx_runtime.jsx)("p", {
				className: Transcript_module_default.label,
				children: "Asked"
			}),
			(0, import_jsx_runtime.jsx)("pre", {
				tabIndex: 0,
				"aria-label": "What it asked",
				children: readable(call.text)
			}),
			result && (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [(0, import_jsx_runtime.jsx)("p", {
				className: Transcript_module_default.label,
				children: "Answered"
			}), (0, import_jsx_runtime.jsx)("pre", {
				tabIndex: 0,
				"aria-label": "What it was answered",
				children: readable(result.text)
			})] })
		]
	});
}
function readable(text) {
	try {
		return JSON.stringify(JSON.parse(text), null, 2);
	} catch {
		return text;
	}
}
var RunDetails_module_default = {
	run: "RunDetails_run",
	facts: "RunDetails_facts",
	error: "RunDetails_error",
	nothing: "RunDetails_nothing"
};
// src/ui/RunDetails.tsx
var COLOURS = {
	queued: "open",
	running: "in_progress",
	succeeded: "completed",
	failed: "blocked",
	cancelled: "closed"
};
var MICROS = 1e6;
function RunState({ status }) {
	return (0, import_jsx_runtime.jsx)(Status, {
		status,
		tone: COLOURS[status] ?? "open"
	});
}
var isLive = ({ status }) => status === "queued" || status === "running";
function tokens(count) {
	return count.toLocaleString("en");
}
function money(micros) {
	return (micros / MICROS).toLocaleString("en", {
		minimumFractionDigits: 2,
		maximumFractionDigits: 4
	});
}
function usageText({ inputTokens, outputTokens, estimated, costMicros }) {
	const cost = costMicros === null ? "" : `, cost ${money(costMicros)}`;
	return `${estimated ? "about " : ""}${tokens(inputTokens)} tokens in, ${tokens(outputTokens)} out${cost}`;
}
function RunDetails({ id }) {
	const query = useLiveQuery(cairn.query.getRun({ path: { run: id } }));
	const cancel = useMutation({
		...cairn.mutation.cancelRun(),
		onSettled: () => void queries.invalidateQueries({ queryKey: cairn.query.getRun({ path: { run: id } }).queryKey })
	});
	return (0, import_jsx_runtime.jsx)(Answered, {
		query,
		children: (run) => (0, import_jsx_runtime.jsxs)("div", {
			className: RunDetails_module_default.run,
			children: [
				(0, import_jsx_runtime.jsxs)("dl", {
					className: RunDetails_module_default.facts,
					children: [
						(0, import_jsx_runtime.jsx)(Fact, {
							name: "Status",
							children: (0, import_jsx_runtime.jsx)(RunState, { status: run.status })
						}),
						(0, import_jsx_runtime.jsx)(Fact, {
							name: "Began",
							children: (0, import_jsx_runtime.jsx)(Time, { at: run.createdAt })
						}),
						run.startedAt && run.finishedAt && (0, import_jsx_runtime.jsx)(Fact, {
							name: "Took",
							children: seconds(run.startedAt, run.finishedAt)
						}),
						run.model && (0, import_jsx_runtime.jsx)(Fact, {
							name: "Model",
							children: (0, import_jsx_runtime.jsx)("code", { children: run.model })
						}),
						run.usage && (0, import_jsx_runtime.jsx)(Fact, {
							name: "Usage",
							children: usageText(run.usage)
						}),
						run.finishReason && run.finishReason !== "stop" && (0, import_jsx_runtime.jsx)(Fact, {
							name: "Ended",
							children: (0, import_jsx_runtime.jsx)(Badge, {
								tone: "warning",
								children: words$1(run.finishReason)
							})
						}),
						run.attempt > 1 && (0, import_jsx_runtime.jsx)(Fact, {
							name: "Attempt",
							children: run.attempt
						})
					]
				}),
				run.error && (0, import_jsx_runtime.jsxs)("p", {
					role: "alert",
					className: RunDetails_module_default.error,
					children: [
						(0, import_jsx_runtime.jsx)("code", { children: run.error.code }),
						" ",
						run.error.detail
					]
				}),
				isLive(run) && (0, import_jsx_runtime.jsx)("div", { children: (0, import_jsx_runtime.jsx)(Button, {
					icon: Square,
					busy: cancel.isPending,
					onClick: () => cancel.mutate({ path: { run: id } }),
					children: "Cancel this answer"
				}) }),
				run.transcript.parts.length > 0 ? (0, import_jsx_runtime.jsx)(Transcript, { parts: run.transcript.parts }) : (0, import_jsx_runtime.jsxs)("p", {
					className: RunDetails_module_default.nothing,
					children: [
						"It has said nothing",
						isLive(run) ? " yet" : "",
						"."
					]
				})
			]
		})
	});
}
function seconds(from, to) {
	return `${((Date.parse(to) - Date.parse(from)) / 1e3).toFixed(1)} s`;
}
function Fact({ name, children }) {
	return (0, import_jsx_runtime.jsxs)("div", { children: [(0, import_jsx_runtime.jsx)("dt", { children: name }), (0, import_jsx_runtime.jsx)("dd", { children })] });
}
var Table_module_default = {
	wide: "Table_wide",
	table: "Table_table",
	number: "Table_number",
	narrow: "Table_narrow"
};
// src/ui/Table.tsx
function Table({ name, columns, rows, id }) {
	const side = ({ number, narrow }) => classes(number && Table_module_default.number, narrow && Table_module_default.narrow);
	return (0, import_jsx_runtime.jsx)("div", {
		className: Table_module_default.wide,
		tabIndex: 0,
		role: "region",
		"aria-label": name,
		children: (0, import_jsx_runtime.jsxs)("table", {
			className: Table_module_default.table,
			children: [(0, import_jsx_runtime.jsx)("thead", { children: (0, import_jsx_runtime.jsx)("tr", { children: columns.map((column) => (0, import_jsx_runtime.jsx)("th", {
				scope: "col",
				className: side(column),
				children: column.head
			}, column.head)) }) }), (0, import_jsx_runtime.jsx)("tbody", { children: rows.map((row) => (0, import_jsx_runtime.jsx)("tr", { children: columns.map((column) => (0, import_jsx_runtime.jsx)("td", {
				className: side(column),
				children: column.cell(row)
			}, column.head)) }, id(row))) })]
		})
	});
}
// src/ui/useDraft.ts
function useDraft(key, initial) {
	const stored = nameOf(key);
	const read = () => {
		const kept = sessionStorage.getItem(stored);
		return kept === null ? initial : JSON.parse(kept);
	};
	const [value, setValue] = (0, import_react.useState)(read);
	const change = (next) => {
		const changed = typeof next === "function" ? next(read()) : next;
		sessionStorage.setItem(stored, JSON.stringify(changed));
		setValue(changed);
	};
	const drop = (sent) => {
		const kept = sessionStorage.getItem(stored);
		if (sent !== void 0 && kept !== null && kept !== JSON.stringify(sent)) return false;
		sessionStorage.removeItem(stored);
		setValue(initial);
		return true;
	};
	return [
		value,
		change,
		drop
	];
}
function hasDraft(key) {
	return sessionStorage.getItem(nameOf(key)) !== null;
}
function keepDraft(key, value) {
	sessionStorage.setItem(nameOf(key), JSON.stringify(value));
}
function nameOf(key) {
	return `cairn.draft ${whoLooks()} ${key}`;
}
// src/ui/announcements.ts
function announcements(nameOf, placeOf) {
	return {
		onDragStart: ({ active }) => `${nameOf(active)} is picked up.`,
		onDragOver: ({ active, over }) => over ? `${nameOf(active)} is over ${placeOf(over)}.` : void 0,
		onDragEnd: ({ active, over }) => over ? `${nameOf(active)} is put where ${placeOf(over)} is.` : `${nameOf(active)} stays where it is.`,
		onDragCancel: ({ active }) => `${nameOf(active)} stays where it is.`
	};
}
function instructions(keys) {
	return { draggable: `To move it, press Space, choose a place with the arrow keys ${keys}, and press Space again. Escape leaves it where it is.` };
}
var Progress_module_default = {
	progress: "Progress_progress",
	bar: "Progress_bar",
	count: "Progress_count"
};
// src/ui/Progress.tsx
function Progress({ done, of, label }) {
	return (0, import_jsx_runtime.jsxs)("span", {
		className: Progress_module_default.progress,
		children: [(0, import_jsx_runtime.jsx)("progress", {
			className: Progress_module_default.bar,
			value: done,
			max: Math.max(of, 1),
			"aria-label": label
		}), (0, import_jsx_runtime.jsxs)("span", {
			className: Progress_module_default.count,
			children: [
				done,
				"/",
				of
			]
		})]
	});
}
// src/ui/usePlace.ts
function usePlace() {
	const [params, setParams] = useSearchParams();
	return [params, (0, import_react.useCallback)((changes, passing = false) => setParams((before) => {
		const next = new URLSearchParams(before);
		Object.entries(changes).forEach(([name, value]) => value ? next.set(name, value) : next.delete(name));
		return next;
	}, {
		replace: passing,
		preventScrollReset: true
	}), [setParams])];
}
// src/ui/figures.ts
var plain = new Intl.NumberFormat("en");
var UNITS = [
	"B",
	"KB",
	"MB",
	"GB"
];
var STEP = 1e3;
function count(number) {
	return plain.format(number);
}
function counted(number, one, many = `${one}s`) {
	return `${count(number)} ${number === 1 ? one : many}`;
}
function bytes(size) {
	const power = Math.min(size < STEP ? 0 : Math.floor(Math.log10(size) / 3), UNITS.length - 1);
	const value = size / STEP ** power;
	return `${power > 0 && value < 10 ? value.toFixed(1) : Math.round(value)} ${UNITS[power]}`;
}
var Toggle_module_default = {
	toggle: "Toggle_toggle",
	box: "Toggle_box",
	words: "Toggle_words",
	hint: "Toggle_hint"
};
// src/ui/Toggle.tsx
function Toggle({ children, hint, className, type = "checkbox", ...rest }) {
	return (0, import_jsx_runtime.jsxs)("label", {
		className: classes(Toggle_module_default.toggle, className),
		children: [(0, import_jsx_runtime.jsx)("input", {
			type,
			className: Toggle_module_default.box,
			...rest
		}), (0, import_jsx_runtime.jsxs)("span", {
			className: Toggle_module_default.words,
			children: [children, hint && (0, import_jsx_runtime.jsx)("span", {
				className: Toggle_module_default.hint,
				children: hint
			})]
		})]
	});
}
// src/ui/CopyButton.tsx
var DONE_MILLIS = 2e3;
function CopyButton({ text, children, kind = "plain" }) {
	const [isDone, setDone] = (0, import_react.useState)(false);
	(0, import_react.useEffect)(() => {
		const timer = isDone ? setTimeout(() => setDone(false), DONE_MILLIS) : void 0;
		return () => clearTimeout(timer);
	}, [isDone]);
	const copy = async () => {
		try {
			await navigator.clipboard.writeText(text);
			setDone(true);
		} catch {
			toast("The browser keeps the clipboard from this page: select the text, and copy it with Ctrl-C.");
		}
	};
	return (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [(0, import_jsx_runtime.jsx)(Button, {
		kind,
		icon: isDone ? Check : Copy,
		disabled: text === "",
		onClick: () => void copy(),
		children: isDone ? "Copied" : children
	}), (0, import_jsx_runtime.jsx)("span", {
		className: "sr-only",
		role: "status",
		children: isDone && "Copied"
	})] });
}
// src/ui/useNow.ts
var TICK_MILLIS = 1e3;
var now = Date.now();
var timer;
var listeners = new Set();
function listen(changed) {
	listeners.add(changed);
	if (!timer) {
		now = Date.now();
		timer = setInterval(() => {
			now = Date.now();
			listeners.forEach((each) => each());
		}, TICK_MILLIS);
	}
	return () => {
		listeners.delete(changed);
		if (listeners.size === 0) {
			clearInterval(timer);
			timer = void 0;
		}
	};
}
function useNow() {
	return (0, import_react.useSyncExternalStore)(listen, () => now);
}
// src/ui/duration.ts
var STEPS = [
	["d", 86400],
	["h", 3600],
	["min", 60],
	["s", 1]
];
function duration(millis) {
	const seconds = Math.max(0, Math.round(millis / 1e3));
	const first = STEPS.findIndex(([, length]) => seconds >= length);
	if (first < 0) return millis > 0 ? "< 1 s" : "0 s";
	let rest = seconds;
	return STEPS.slice(first, first + 2).map(([unit, length]) => {
		const count = Math.floor(rest / length);
		rest -= count * length;
		return count > 0 ? `${count} ${unit}` : "";
	}).filter(Boolean).join(" ");
}
function countdown(millis) {
	const seconds = Math.max(0, Math.ceil(millis / 1e3));
	const parts = [Math.floor(seconds / 60) % 60, seconds % 60].map((part) => String(part).padStart(2, "0"));
	const hours = Math.floor(seconds / 3600);
	return (hours > 0 ? [hours, ...parts] : parts).join(":");
}
var Copyable_module_default = { copyable: "Copyable_copyable" };
// src/ui/Copyable.tsx
function Copyable({ name, text }) {
	const shown = (0, import_react.useRef)(null);
	const copy = async () => {
		try {
			await navigator.clipboard.writeText(text);
			toast(`${name} is copied`);
		} catch {
			getSelection()?.selectAllChildren(shown.current);
			toast("It is selected: copy it with Ctrl-C");
		}
	};
	return (0, import_jsx_runtime.jsxs)("div", {
		className: Copyable_module_default.copyable,
		children: [(0, import_jsx_runtime.jsx)("pre", {
			ref: shown,
			tabIndex: 0,
			role: "group",
			"aria-label": name,
			children: text
		}), (0, import_jsx_runtime.jsx)(Button, {
			kind: "quiet",
			icon: Copy,
			iconOnly: true,
			onClick: () => void copy(),
			children: `Copy ${name.toLowerCase()}`
		})]
	});
}
export { Actor, Answered, Badge, Button, ButtonLink, Confirm, CopyButton, Copyable, Dialog, DialogActions, Difference, Differences, EmptyState, ErrorState, Field, KeyLink, Loading, Markdown, Menu, MenuItem, MenuLabel, MenuLine, More, PageHead, Progress, Refused, RunDetails, RunState, Select, Sentence, Snippet, Stale, Status, Table, Tabs, TextField, Time, Toasts, Toggle, Transcript, __vitePreload, announcements, bytes, cairn, changesOf, classes, count, countdown, counted, duration, enterByLink, hasDraft, instructions, isEcho, isLive, keepDraft, money, phrase, problemOf, problemToast, queries, session, toast, tokens, useDraft, useNow, usePaged, usePlace, useSessionIsOver, whoLooks, words$1 as words };
