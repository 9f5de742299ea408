import { __toESM } from "./rolldown-runtime.js";
import { Link, keepPreviousData, require_jsx_runtime, require_react, useSearchParams } from "./vendor.js";
import { Search as Search$1 } from "./icons.js";
import { SearchKind, useLiveQuery } from "./api.js";
import { Answered, Badge, EmptyState, Field, PageHead, Select, Snippet, cairn, words } from "./ui.js";
import { placeOf } from "./places.js";
// src/pages/search/Search.module.css
var import_react = __toESM(require_react(), 1);
var Search_module_default = {
	form: "Search_form",
	count: "Search_count",
	hits: "Search_hits",
	hit: "Search_hit",
	head: "Search_head",
	title: "Search_title",
	key: "Search_key"
};
// src/pages/search/Search.tsx
var import_jsx_runtime = require_jsx_runtime();
var HITS_MAX = 100;
var KINDS = Object.values(SearchKind).map((value) => ({
	value,
	label: words(value)
}));
function Search() {
	const [parameters, setParameters] = useSearchParams();
	const q = parameters.get("q") ?? "";
	const kind = parameters.get("kind") ?? "";
	const project = parameters.get("project") ?? "";
	const [typed, setTyped] = (0, import_react.useState)(q);
	const projects = useLiveQuery(cairn.query.listOverviews({ query: { limit: 200 } })).data?.items ?? [];
	const hits = useLiveQuery({
		...cairn.query.search({ query: {
			q,
			limit: HITS_MAX,
			...kind && { kind: [kind] },
			...project && { project }
		} }),
		enabled: q !== "",
		placeholderData: keepPreviousData
	});
	const set = (name, value) => setParameters((before) => {
		const next = new URLSearchParams(before);
		next.set(name, value);
		return next;
	}, { replace: true });
	return (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [
		(0, import_jsx_runtime.jsx)(PageHead, {
			title: "Search",
			about: "Tickets, tasks, comments, messages, prompts and files."
		}),
		(0, import_jsx_runtime.jsxs)("search", {
			className: Search_module_default.form,
			"aria-label": "Everything",
			children: [
				(0, import_jsx_runtime.jsx)(Field, {
					label: "Words",
					hideLabel: true,
					type: "search",
					placeholder: "What do you look for?",
					autoFocus: true,
					value: typed,
					onChange: ({ target }) => {
						setTyped(target.value);
						set("q", target.value.trim());
					}
				}),
				(0, import_jsx_runtime.jsx)(Select, {
					label: "Kind",
					hideLabel: true,
					options: [{
						value: "",
						label: "Of any kind"
					}, ...KINDS],
					value: kind,
					onChange: ({ target }) => set("kind", target.value)
				}),
				(0, import_jsx_runtime.jsx)(Select, {
					label: "Project",
					hideLabel: true,
					options: [{
						value: "",
						label: "In any project"
					}, ...projects.map(({ key, name }) => ({
						value: key,
						label: name
					}))],
					value: project,
					onChange: ({ target }) => set("project", target.value)
				})
			]
		}),
		q === "" ? (0, import_jsx_runtime.jsx)(EmptyState, {
			icon: Search$1,
			title: "Type what you look for"
		}) : (0, import_jsx_runtime.jsx)(Answered, {
			query: hits,
			children: ({ items }) => (0, import_jsx_runtime.jsx)(Hits, {
				hits: items,
				projects
			})
		})
	] });
}
function Hits({ hits, projects }) {
	return (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [(0, import_jsx_runtime.jsx)("p", {
		className: Search_module_default.count,
		role: "status",
		children: hits.length === HITS_MAX ? `The best ${HITS_MAX}` : `${hits.length} found`
	}), (0, import_jsx_runtime.jsx)("ol", {
		className: Search_module_default.hits,
		children: hits.map((hit) => (0, import_jsx_runtime.jsxs)("li", {
			className: Search_module_default.hit,
			children: [(0, import_jsx_runtime.jsxs)("div", {
				className: Search_module_default.head,
				children: [(0, import_jsx_runtime.jsx)(Badge, { children: words(hit.kind) }), (0, import_jsx_runtime.jsx)(Title, {
					hit,
					place: placeOf(hit, projects)
				})]
			}), (0, import_jsx_runtime.jsx)(Snippet, { text: hit.snippet })]
		}, `${hit.kind} ${hit.id}`))
	})] });
}
function Title({ hit: { ticketKey, title }, place }) {
	const text = (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [
		ticketKey && (0, import_jsx_runtime.jsx)("span", {
			className: Search_module_default.key,
			children: ticketKey
		}),
		" ",
		title
	] });
	return place ? (0, import_jsx_runtime.jsx)(Link, {
		to: place,
		className: Search_module_default.title,
		children: text
	}) : (0, import_jsx_runtime.jsx)("span", {
		className: Search_module_default.title,
		children: text
	});
}
export { Search as default };
