import "./rolldown-runtime.js";
import { require_jsx_runtime, require_react, useMutation, useNavigate } from "./vendor.js";
import { CairnProblem, Priority as Priority$1, TicketStatus, TicketType } from "./api.js";
import { Button, Dialog, DialogActions, Field, Select, TextField, cairn, problemOf, problemToast, toast, useDraft, words } from "./ui.js";
import { ChevronDown, ChevronUp, ChevronsUp, Equal } from "./icons.js";
require_react();
var STATUSES = Object.values(TicketStatus);
var choices = (constants) => Object.values(constants).map((value) => ({
	value,
	label: words(value)
}));
var STATUS_CHOICES = choices(TicketStatus);
var TYPE_CHOICES = choices(TicketType);
var PRIORITY_CHOICES = choices(Priority$1).reverse();
function labelsOf(text) {
	return [...new Set(text.split(",").map((label) => label.trim()).filter(Boolean))];
}
var NewTicket_module_default = {
	form: "NewTicket_form",
	row: "NewTicket_row"
};
// src/tickets/NewTicket.tsx
var import_jsx_runtime = require_jsx_runtime();
var NOTHING = {
	title: "",
	overview: "",
	type: "task",
	priority: "normal",
	labels: ""
};
function NewTicket({ project, onClose }) {
	const [draft, change, drop] = useDraft(`ticket in ${project}`, NOTHING);
	const navigate = useNavigate();
	const create = useMutation({
		...cairn.mutation.createTicket(),
		meta: { quiet: true },
		onSuccess: ({ key }) => {
			drop();
			onClose();
			toast(`${key} was created`, { action: {
				name: "Open it",
				onSelect: () => void navigate(`/t/${key}`)
			} });
		}
	});
	const field = (name) => ({
		value: draft[name],
		onChange: ({ target }) => change({
			...draft,
			[name]: target.value
		})
	});
	const submit = (event) => {
		event.preventDefault();
		const { title, overview, labels } = draft;
		const body = {
			title,
			overview,
			labels: labelsOf(labels),
			type: draft.type,
			priority: draft.priority
		};
		create.mutate({
			path: { project },
			body
		});
	};
	return (0, import_jsx_runtime.jsx)(Dialog, {
		title: `New ticket in ${project}`,
		onClose,
		children: (0, import_jsx_runtime.jsxs)("form", {
			className: NewTicket_module_default.form,
			onSubmit: submit,
			children: [
				(0, import_jsx_runtime.jsx)(Field, {
					label: "Title",
					required: true,
					error: create.error ? problemOf(create.error).detail : void 0,
					...field("title")
				}),
				(0, import_jsx_runtime.jsx)(TextField, {
					label: "Text",
					hint: "Markdown",
					...field("overview")
				}),
				(0, import_jsx_runtime.jsxs)("div", {
					className: NewTicket_module_default.row,
					children: [(0, import_jsx_runtime.jsx)(Select, {
						label: "Type",
						options: TYPE_CHOICES,
						...field("type")
					}), (0, import_jsx_runtime.jsx)(Select, {
						label: "Priority",
						options: PRIORITY_CHOICES,
						...field("priority")
					})]
				}),
				(0, import_jsx_runtime.jsx)(Field, {
					label: "Labels",
					hint: "Separated by commas",
					...field("labels")
				}),
				(0, import_jsx_runtime.jsxs)(DialogActions, { children: [(0, import_jsx_runtime.jsx)(Button, {
					onClick: onClose,
					children: "Later"
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
var Priority_module_default = {
	priority: "Priority_priority",
	urgent: "Priority_urgent",
	high: "Priority_high"
};
// src/tickets/Priority.tsx
var ICONS = {
	urgent: ChevronsUp,
	high: ChevronUp,
	normal: Equal,
	low: ChevronDown
};
function Priority({ priority, iconOnly }) {
	const Icon = ICONS[priority];
	return (0, import_jsx_runtime.jsxs)("span", {
		className: `${Priority_module_default.priority} ${Priority_module_default[priority]}`,
		title: iconOnly ? `${words(priority)} priority` : void 0,
		children: [(0, import_jsx_runtime.jsx)(Icon, {
			size: 14,
			"aria-hidden": true
		}), (0, import_jsx_runtime.jsxs)("span", {
			className: iconOnly ? "sr-only" : void 0,
			children: [words(priority), iconOnly && " priority"]
		})]
	});
}
// src/tickets/explainRefusal.ts
var WISHES = {
	tasks_open: {
		name: "Finish them too",
		wish: { finishTasks: true }
	},
	blocked: {
		name: "Start it all the same",
		wish: { despiteBlockers: true }
	}
};
function explainRefusal(error, again) {
	const offer = error instanceof CairnProblem ? WISHES[error.code] : void 0;
	if (error instanceof CairnProblem && offer) toast(error.detail, {
		bad: true,
		action: {
			name: offer.name,
			onSelect: () => again(offer.wish)
		}
	});
	else problemToast(error);
}
export { NewTicket, PRIORITY_CHOICES, Priority, STATUSES, STATUS_CHOICES, TYPE_CHOICES, explainRefusal, labelsOf };
