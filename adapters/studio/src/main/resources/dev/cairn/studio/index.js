const __vite__mapDeps=(i,m=__vite__mapDeps,d=(m.f||(m.f=["Home.js","rolldown-runtime.js","vendor.js","icons.js","api.js","ui.js","widgets.js","diff.js","ui.css","Home.css","Fleet.js","items.js","items.css","Fleet.css","Agents.js","charts.js","charts.css","Agents.css","People.js","leave.js","People.css","System.js","System.css","Board.js","drag.js","tickets.js","tickets.css","virtual.js","Board.css","Ready.js","Ready.css","Queues.js","Queues.css","Talk.js","Talk.css","Context.js","Context.css","Progress.js","Progress.css","Activity.js","Activity.css","Ticket.js","Ticket.css","Search.js","places.js","Search.css"])))=>i.map(i=>d[i]);
import { __toESM } from "./rolldown-runtime.js";
import { NavLink, Navigate, Outlet, QueryClientProvider, RouterProvider, ScrollRestoration, createBrowserRouter, generatePath, keepPreviousData, require_client, require_jsx_runtime, require_react, useLocation, useMutation, useNavigate, useQuery, useQueryClient, useRouteError } from "./vendor.js";
import { Actor, Button, Dialog, EmptyState, ErrorState, Field, Loading, Menu, MenuItem, MenuLabel, MenuLine, Snippet, Toasts, __vitePreload, cairn, classes, enterByLink, problemOf, problemToast, queries, session, useSessionIsOver, whoLooks, words } from "./ui.js";
import { Bot, ChartLine, ChevronsUpDown, CircleCheck, FolderTree, House, Layers, LogOut, Menu as Menu$1, MessagesSquare, Monitor, Moon, Radar, RotateCcwClock, Search, ServerCog, SquareKanban, Sun, Users } from "./icons.js";
import { useConnected, useLiveQuery } from "./api.js";
import { placeOf } from "./places.js";
import { applyTheme, leavePage, theme } from "./leave.js";
// src/base.css
var import_react = __toESM(require_react(), 1);
var import_client = require_client();
// src/pages.ts
var pages = [
	{
		path: "/",
		name: "Home",
		icon: House,
		load: () => __vitePreload(() => import("./Home.js"), __vite__mapDeps([0,1,2,3,4,5,6,7,8,9]))
	},
	{
		path: "/queues",
		name: "Fleet",
		icon: Radar,
		load: () => __vitePreload(() => import("./Fleet.js"), __vite__mapDeps([10,1,2,4,3,11,5,6,7,8,12,13]))
	},
	{
		path: "/agents",
		name: "Agents",
		icon: Bot,
		load: () => __vitePreload(() => import("./Agents.js"), __vite__mapDeps([14,1,2,5,4,3,6,7,8,15,11,12,16,17]))
	},
	{
		path: "/people",
		name: "People",
		icon: Users,
		load: () => __vitePreload(() => import("./People.js"), __vite__mapDeps([18,1,2,5,4,3,6,7,8,19,20]))
	},
	{
		path: "/system",
		name: "System",
		icon: ServerCog,
		load: () => __vitePreload(() => import("./System.js"), __vite__mapDeps([21,1,2,3,5,4,6,7,8,22]))
	},
	{
		path: "/p/:project/board",
		name: "Board",
		icon: SquareKanban,
		load: () => __vitePreload(() => import("./Board.js"), __vite__mapDeps([23,1,2,24,3,25,4,5,6,7,8,26,27,28]))
	},
	{
		path: "/p/:project/ready",
		name: "Ready",
		icon: CircleCheck,
		load: () => __vitePreload(() => import("./Ready.js"), __vite__mapDeps([29,1,2,3,4,5,6,7,8,25,26,30]))
	},
	{
		path: "/p/:project/queues",
		name: "Queues",
		icon: Layers,
		load: () => __vitePreload(() => import("./Queues.js"), __vite__mapDeps([31,1,2,3,4,11,5,6,7,8,12,15,16,24,32]))
	},
	{
		path: "/p/:project/talk/:conversation?",
		name: "Talk",
		icon: MessagesSquare,
		load: () => __vitePreload(() => import("./Talk.js"), __vite__mapDeps([33,1,2,3,5,4,6,7,8,34]))
	},
	{
		path: "/p/:project/context",
		name: "Context",
		icon: FolderTree,
		load: () => __vitePreload(() => import("./Context.js"), __vite__mapDeps([35,1,2,4,5,3,6,7,8,27,36]))
	},
	{
		path: "/p/:project/progress",
		name: "Progress",
		icon: ChartLine,
		load: () => __vitePreload(() => import("./Progress.js"), __vite__mapDeps([37,4,1,2,11,5,3,6,7,8,12,15,16,38]))
	},
	{
		path: "/p/:project/activity",
		name: "Activity",
		icon: RotateCcwClock,
		load: () => __vitePreload(() => import("./Activity.js"), __vite__mapDeps([39,1,2,3,4,5,6,7,8,11,12,40]))
	},
	{
		path: "/t/:ticket",
		name: "Ticket",
		load: () => __vitePreload(() => import("./Ticket.js"), __vite__mapDeps([41,1,2,4,5,3,6,7,8,25,26,24,42]))
	},
	{
		path: "/search",
		name: "Search",
		load: () => __vitePreload(() => import("./Search.js"), __vite__mapDeps([43,1,2,3,4,5,6,7,8,44,45]))
	}
];
var Entrance_module_default = {
	entrance: "Entrance_entrance",
	name: "Entrance_name",
	form: "Entrance_form"
};
// src/session/Login.tsx
var import_jsx_runtime = require_jsx_runtime();
function Login({ onDone }) {
	const logIn = useMutation({
		...cairn.mutation.logIn(),
		meta: { quiet: true },
		onSuccess: () => {
			session.begun();
			onDone();
		}
	});
	const submit = (event) => {
		event.preventDefault();
		const form = new FormData(event.currentTarget);
		logIn.mutate({ body: {
			username: String(form.get("username")),
			password: String(form.get("password")),
			browser: true
		} });
	};
	return (0, import_jsx_runtime.jsxs)("form", {
		onSubmit: submit,
		className: Entrance_module_default.form,
		children: [
			(0, import_jsx_runtime.jsx)(Field, {
				label: "Username",
				name: "username",
				autoComplete: "username",
				required: true
			}),
			(0, import_jsx_runtime.jsx)(Field, {
				label: "Password",
				name: "password",
				type: "password",
				autoComplete: "current-password",
				required: true,
				error: logIn.error ? problemOf(logIn.error).detail : void 0
			}),
			(0, import_jsx_runtime.jsx)(Button, {
				kind: "primary",
				type: "submit",
				busy: logIn.isPending,
				children: "Log in"
			})
		]
	});
}
// src/session/Entrance.tsx
function Entrance({ problem, refused }) {
	const client = useQueryClient();
	const index = useQuery(cairn.query.getIndex());
	if (problem.status !== 401) return (0, import_jsx_runtime.jsx)(Frame, { children: (0, import_jsx_runtime.jsx)(ErrorState, {
		error: problem,
		onRetry: () => void client.resetQueries()
	}) });
	return (0, import_jsx_runtime.jsxs)(Frame, { children: [
		refused && (0, import_jsx_runtime.jsx)("p", {
			role: "alert",
			children: refused
		}),
		index.isPending && (0, import_jsx_runtime.jsx)(Loading, {}),
		index.data?.accounts === false ? (0, import_jsx_runtime.jsxs)("p", { children: [
			"On the machine of the server, ",
			(0, import_jsx_runtime.jsx)("code", { children: "cairn open" }),
			" prints a link that lets this browser in."
		] }) : !index.isPending && (0, import_jsx_runtime.jsx)(Login, { onDone: () => void client.resetQueries() })
	] });
}
function Frame({ children }) {
	return (0, import_jsx_runtime.jsxs)("main", {
		className: Entrance_module_default.entrance,
		children: [(0, import_jsx_runtime.jsxs)("h1", {
			className: Entrance_module_default.name,
			children: [(0, import_jsx_runtime.jsx)("img", {
				src: `/studio/icon.svg`,
				alt: "",
				width: "28",
				height: "28"
			}), " Cairn"]
		}), children]
	});
}
// src/reload.ts
var RELOADED = "cairn.reloaded";
function reload() {
	cairn.getIndex().then(() => location.reload(), problemToast);
}
function reloadWhenUpdated() {
	const wasReloaded = sessionStorage.getItem(RELOADED) !== null;
	sessionStorage.removeItem(RELOADED);
	addEventListener("vite:preloadError", () => {
		if (!wasReloaded) cairn.getIndex().then(() => {
			sessionStorage.setItem(RELOADED, "true");
			location.reload();
		}, () => {});
	});
}
// src/session/SessionDialog.tsx
var ASK_MILLIS = 3e3;
function SessionDialog() {
	const isConnected = useConnected(cairn);
	(0, import_react.useEffect)(() => {
		if (isConnected) return;
		const timer = setInterval(() => void cairn.getMe().catch((error) => session.ended(error)), ASK_MILLIS);
		return () => clearInterval(timer);
	}, [isConnected]);
	return useSessionIsOver() && (0, import_jsx_runtime.jsx)(Renewal, {});
}
function Renewal() {
	const client = useQueryClient();
	const hasAccounts = useQuery(cairn.query.getIndex()).data?.accounts ?? false;
	const look = async () => {
		const { user } = await cairn.getMe();
		if (user.id !== whoLooks()) {
			location.reload();
			return;
		}
		session.begun();
		await client.invalidateQueries();
	};
	const lookAgain = () => void look().catch(() => {});
	(0, import_react.useEffect)(() => {
		addEventListener("focus", lookAgain);
		return () => removeEventListener("focus", lookAgain);
	}, []);
	return (0, import_jsx_runtime.jsxs)(Dialog, {
		title: "Your session has ended",
		children: [
			(0, import_jsx_runtime.jsxs)("p", { children: ["Nothing is lost: what you typed is still here. ", hasAccounts ? "Log in to go on." : (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [
				"Open the link that ",
				(0, import_jsx_runtime.jsx)("code", { children: "cairn open" }),
				" prints in another tab, and come back."
			] })] }),
			hasAccounts && (0, import_jsx_runtime.jsx)(Login, { onDone: lookAgain }),
			(0, import_jsx_runtime.jsx)(Button, {
				kind: "quiet",
				onClick: lookAgain,
				children: "Look again"
			})
		]
	});
}
var LiveStatus_module_default = {
	live: "LiveStatus_live",
	away: "LiveStatus_away"
};
// src/shell/LiveStatus.tsx
var PATIENCE_MILLIS = 1500;
function LiveStatus() {
	const isConnected = useConnected(cairn);
	const [isLate, setLate] = (0, import_react.useState)(false);
	(0, import_react.useEffect)(() => {
		if (isConnected) {
			setLate(false);
			return;
		}
		const timer = setTimeout(() => setLate(true), PATIENCE_MILLIS);
		return () => clearTimeout(timer);
	}, [isConnected]);
	return (0, import_jsx_runtime.jsx)("span", {
		role: "status",
		className: isLate ? `${LiveStatus_module_default.live} ${LiveStatus_module_default.away}` : LiveStatus_module_default.live,
		title: isLate ? "The server is not heard; what is shown may be old" : "What is shown is new",
		children: isLate ? "Offline" : "Live"
	});
}
// src/shell/project.ts
var STORED = "cairn.project";
function useProject() {
	const { pathname } = useLocation();
	const named = projectIn(pathname);
	if (named) localStorage.setItem(STORED, named);
	return named ?? localStorage.getItem(STORED) ?? void 0;
}
function projectIn(pathname) {
	const [, kind, name = ""] = pathname.split("/");
	if (kind === "p") return decodeURIComponent(name);
	return kind === "t" ? /^(.+)-\d+$/.exec(decodeURIComponent(name))?.[1] : void 0;
}
var Palette_module_default = {
	input: "Palette_input",
	choices: "Palette_choices",
	choice: "Palette_choice",
	kind: "Palette_kind",
	snippet: "Palette_snippet",
	title: "Palette_title"
};
// src/shell/Palette.tsx
var HITS_MAX = 12;
var PROJECTS_MAX = 5;
function Palette({ onClose }) {
	const [text, setText] = (0, import_react.useState)("");
	const [chosen, setChosen] = (0, import_react.useState)(0);
	const navigate = useNavigate();
	const choices = useChoices(text.trim());
	const current = choices[Math.min(chosen, choices.length - 1)];
	const go = ({ to }) => {
		onClose();
		navigate(to);
	};
	const onKey = (event) => {
		const step = {
			ArrowDown: 1,
			ArrowUp: -1
		}[event.key];
		if (step && choices.length > 0) {
			event.preventDefault();
			setChosen((Math.min(chosen, choices.length - 1) + step + choices.length) % choices.length);
		} else if (event.key === "Enter" && current) go(current);
	};
	return (0, import_jsx_runtime.jsxs)(Dialog, {
		title: "Search",
		onClose,
		children: [
			(0, import_jsx_runtime.jsx)("input", {
				className: Palette_module_default.input,
				role: "combobox",
				"aria-label": "Search everything",
				"aria-expanded": choices.length > 0,
				"aria-controls": "choices",
				"aria-activedescendant": current && `choice-${current.id}`,
				placeholder: "Tickets, comments, pages…",
				value: text,
				onChange: ({ target }) => {
					setText(target.value);
					setChosen(0);
				},
				onKeyDown: onKey
			}),
			(0, import_jsx_runtime.jsx)("ul", {
				id: "choices",
				role: "listbox",
				"aria-label": "Found",
				className: Palette_module_default.choices,
				children: choices.map((choice) => (0, import_jsx_runtime.jsxs)("li", {
					id: `choice-${choice.id}`,
					role: "option",
					"aria-selected": choice === current,
					className: Palette_module_default.choice,
					onClick: () => go(choice),
					children: [
						(0, import_jsx_runtime.jsx)("span", {
							className: Palette_module_default.kind,
							children: choice.kind
						}),
						(0, import_jsx_runtime.jsx)("span", {
							className: Palette_module_default.title,
							children: choice.title
						}),
						choice.snippet && (0, import_jsx_runtime.jsx)("span", {
							className: Palette_module_default.snippet,
							children: (0, import_jsx_runtime.jsx)(Snippet, { text: choice.snippet })
						})
					]
				}, choice.id))
			}),
			(0, import_jsx_runtime.jsxs)("p", {
				className: "sr-only",
				role: "status",
				children: [choices.length, " found"]
			})
		]
	});
}
function useChoices(text) {
	const project = useProject();
	const words = (0, import_react.useDeferredValue)(text);
	const projects = useLiveQuery(cairn.query.listOverviews({ query: { limit: 200 } })).data?.items ?? [];
	const { data } = useQuery({
		...cairn.query.search({ query: {
			q: words,
			limit: HITS_MAX
		} }),
		gcTime: 0,
		staleTime: 0,
		enabled: words !== "",
		placeholderData: keepPreviousData
	});
	const matches = (name) => name.toLowerCase().includes(text.toLowerCase());
	const ofPages = pages.filter(({ icon, path, name }) => icon && (project || !path.includes(":project")) && matches(name)).map(({ path, name }) => ({
		id: path.replaceAll(/\W/g, "-"),
		kind: "Page",
		title: name,
		to: generatePath(path, { project: project ?? "" })
	}));
	const ofProjects = projects.filter(({ key, name }) => matches(`${key} ${name}`)).slice(0, PROJECTS_MAX).map(({ projectId, key, name }) => ({
		id: projectId,
		kind: "Project",
		title: `${key} ${name}`,
		to: `/p/${key}/board`
	}));
	const found = (text === "" ? [] : data?.items ?? []).flatMap((hit) => choiceOf(hit, projects));
	const all = text === "" ? [] : [{
		id: "all",
		kind: "Search",
		title: `All that holds “${text}”`,
		to: `/search?q=${encodeURIComponent(text)}`
	}];
	return [
		...found,
		...ofPages,
		...ofProjects,
		...all
	];
}
function choiceOf(hit, projects) {
	const to = placeOf(hit, projects);
	return to ? [{
		id: hit.id,
		kind: words(hit.kind),
		title: [hit.ticketKey, hit.title].filter(Boolean).join(" "),
		snippet: hit.snippet,
		to
	}] : [];
}
var Sidebar_module_default = {
	sidebar: "Sidebar_sidebar",
	brand: "Sidebar_brand",
	search: "Sidebar_search",
	project: "Sidebar_project",
	account: "Sidebar_account",
	links: "Sidebar_links",
	link: "Sidebar_link",
	projectName: "Sidebar_projectName",
	projectKey: "Sidebar_projectKey",
	foot: "Sidebar_foot",
	isOpen: "Sidebar_isOpen"
};
// src/shell/Sidebar.tsx
var OF_PROJECT = "/p/:project/";
var inNavigation = pages.filter(({ icon }) => icon);
var ofProject = inNavigation.filter(({ path }) => path.startsWith(OF_PROJECT));
var ofAll = inNavigation.filter(({ path }) => !path.startsWith(OF_PROJECT));
function Sidebar({ isOpen, onSearch }) {
	const project = useProject();
	return (0, import_jsx_runtime.jsxs)("nav", {
		id: "navigation",
		"aria-label": "Cairn",
		className: classes(Sidebar_module_default.sidebar, isOpen && Sidebar_module_default.isOpen),
		children: [
			(0, import_jsx_runtime.jsxs)("div", {
				className: Sidebar_module_default.brand,
				children: [
					(0, import_jsx_runtime.jsx)("img", {
						src: `/studio/icon.svg`,
						alt: "",
						width: "22",
						height: "22"
					}),
					(0, import_jsx_runtime.jsx)("strong", { children: "Cairn" }),
					(0, import_jsx_runtime.jsx)(LiveStatus, {})
				]
			}),
			(0, import_jsx_runtime.jsxs)("button", {
				type: "button",
				className: Sidebar_module_default.search,
				onClick: onSearch,
				children: [
					(0, import_jsx_runtime.jsx)(Search, {
						size: 14,
						"aria-hidden": true
					}),
					" Search ",
					(0, import_jsx_runtime.jsx)("kbd", { children: "Ctrl K" })
				]
			}),
			(0, import_jsx_runtime.jsx)(Links, { of: ofAll }),
			(0, import_jsx_runtime.jsx)(ProjectSwitcher, { project }),
			project && (0, import_jsx_runtime.jsx)(Links, {
				of: ofProject,
				project
			}),
			(0, import_jsx_runtime.jsx)("div", {
				className: Sidebar_module_default.foot,
				children: (0, import_jsx_runtime.jsx)(Account, {})
			})
		]
	});
}
function Links({ of, project }) {
	return (0, import_jsx_runtime.jsx)("ul", {
		className: Sidebar_module_default.links,
		children: of.map(({ path, name, icon: Icon }) => (0, import_jsx_runtime.jsx)("li", { children: (0, import_jsx_runtime.jsxs)(NavLink, {
			to: project ? generatePath(path, { project }) : path,
			end: path === "/",
			className: Sidebar_module_default.link,
			children: [
				Icon && (0, import_jsx_runtime.jsx)(Icon, {
					size: 15,
					"aria-hidden": true
				}),
				" ",
				name
			]
		}) }, path))
	});
}
function ProjectSwitcher({ project }) {
	const navigate = useNavigate();
	const { data } = useLiveQuery(cairn.query.listOverviews({ query: { limit: 200 } }));
	const [first] = ofProject;
	if (!first || !data || data.items.length === 0) return null;
	const current = data.items.find(({ key }) => key === project);
	return (0, import_jsx_runtime.jsxs)(Menu, {
		trigger: (0, import_jsx_runtime.jsxs)("button", {
			type: "button",
			className: Sidebar_module_default.project,
			children: [
				(0, import_jsx_runtime.jsx)("span", {
					className: Sidebar_module_default.projectName,
					children: current ? current.name : "Choose a project"
				}),
				current && (0, import_jsx_runtime.jsx)("span", {
					className: Sidebar_module_default.projectKey,
					children: current.key
				}),
				(0, import_jsx_runtime.jsx)(ChevronsUpDown, {
					size: 14,
					"aria-hidden": true
				})
			]
		}),
		children: [(0, import_jsx_runtime.jsx)(MenuLabel, { children: "Projects" }), data.items.map(({ key, name }) => (0, import_jsx_runtime.jsxs)(MenuItem, {
			checked: key === project,
			onSelect: () => void navigate(generatePath(first.path, { project: key })),
			children: [
				(0, import_jsx_runtime.jsx)("span", {
					className: Sidebar_module_default.projectName,
					children: name
				}),
				" ",
				(0, import_jsx_runtime.jsx)("span", {
					className: Sidebar_module_default.projectKey,
					children: key
				})
			]
		}, key))]
	});
}
var THEMES = [
	{
		theme: "system",
		name: "As the system",
		icon: Monitor
	},
	{
		theme: "light",
		name: "Light",
		icon: Sun
	},
	{
		theme: "dark",
		name: "Dark",
		icon: Moon
	}
];
function Account() {
	const { data: me } = useQuery(cairn.query.getMe());
	const leave = useMutation({
		...cairn.mutation.endBrowserSession(),
		onSuccess: leavePage
	});
	return (0, import_jsx_runtime.jsxs)(Menu, {
		trigger: (0, import_jsx_runtime.jsx)("button", {
			type: "button",
			className: Sidebar_module_default.account,
			children: (0, import_jsx_runtime.jsx)(Actor, { name: me?.user.name ?? "" })
		}),
		children: [
			(0, import_jsx_runtime.jsx)(MenuLabel, { children: "Colours" }),
			THEMES.map((each) => (0, import_jsx_runtime.jsx)(MenuItem, {
				icon: each.icon,
				checked: theme() === each.theme,
				onSelect: () => applyTheme(each.theme),
				children: each.name
			}, each.theme)),
			(0, import_jsx_runtime.jsx)(MenuLine, {}),
			(0, import_jsx_runtime.jsx)(MenuItem, {
				icon: LogOut,
				onSelect: () => leave.mutate({}),
				children: "Log out"
			})
		]
	});
}
var Shell_module_default = {
	shell: "Shell_shell",
	skip: "Shell_skip",
	bar: "Shell_bar",
	main: "Shell_main"
};
// src/shell/Shell.tsx
function Shell() {
	const { pathname } = useLocation();
	const main = (0, import_react.useRef)(null);
	const shown = (0, import_react.useRef)(pathname);
	const [isSearching, setSearching] = (0, import_react.useState)(false);
	const [isOpen, setOpen] = (0, import_react.useState)(false);
	(0, import_react.useEffect)(() => {
		if (shown.current !== pathname) {
			shown.current = pathname;
			setOpen(false);
			main.current?.focus({ preventScroll: true });
		}
	}, [pathname]);
	(0, import_react.useEffect)(() => {
		const onKey = (event) => {
			if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
				event.preventDefault();
				setSearching((was) => !was);
			}
		};
		addEventListener("keydown", onKey);
		return () => removeEventListener("keydown", onKey);
	}, []);
	return (0, import_jsx_runtime.jsxs)("div", {
		className: Shell_module_default.shell,
		children: [
			(0, import_jsx_runtime.jsx)("a", {
				className: Shell_module_default.skip,
				href: "#main",
				children: "Skip to the page"
			}),
			(0, import_jsx_runtime.jsxs)("header", {
				className: Shell_module_default.bar,
				children: [
					(0, import_jsx_runtime.jsx)(Button, {
						kind: "quiet",
						icon: Menu$1,
						iconOnly: true,
						"aria-expanded": isOpen,
						"aria-controls": "navigation",
						onClick: () => setOpen(!isOpen),
						children: "Navigation"
					}),
					(0, import_jsx_runtime.jsx)("strong", { children: "Cairn" }),
					(0, import_jsx_runtime.jsx)(LiveStatus, {}),
					(0, import_jsx_runtime.jsx)(Button, {
						kind: "quiet",
						icon: Search,
						iconOnly: true,
						onClick: () => setSearching(true),
						children: "Search"
					})
				]
			}),
			(0, import_jsx_runtime.jsx)(Sidebar, {
				isOpen,
				onSearch: () => setSearching(true)
			}),
			(0, import_jsx_runtime.jsx)("main", {
				id: "main",
				ref: main,
				className: Shell_module_default.main,
				tabIndex: -1,
				children: (0, import_jsx_runtime.jsx)(Outlet, {})
			}),
			isSearching && (0, import_jsx_runtime.jsx)(Palette, { onClose: () => setSearching(false) }),
			(0, import_jsx_runtime.jsx)(SessionDialog, {}),
			(0, import_jsx_runtime.jsx)(ScrollRestoration, {})
		]
	});
}
function Broken() {
	return (0, import_jsx_runtime.jsx)(NotLoaded, { error: useRouteError() });
}
function NotLoaded({ error }) {
	return (0, import_jsx_runtime.jsx)(ErrorState, {
		error,
		onRetry: reload
	});
}
function NoSuchPage() {
	return (0, import_jsx_runtime.jsx)(EmptyState, {
		icon: Search,
		title: "There is no such page",
		children: "The address may be misspelled. Ctrl-K finds what there is."
	});
}
// src/App.tsx
var router = createBrowserRouter([{
	element: (0, import_jsx_runtime.jsx)(Shell, {}),
	errorElement: (0, import_jsx_runtime.jsx)(Broken, {}),
	hydrateFallbackElement: (0, import_jsx_runtime.jsx)(Loading, {}),
	children: [
		...pages.map(({ path, load }) => ({
			path,
			errorElement: (0, import_jsx_runtime.jsx)(Broken, {}),
			lazy: () => load().then(({ default: Component }) => ({ Component }), (error) => ({ element: (0, import_jsx_runtime.jsx)(NotLoaded, { error }) }))
		})),
		{
			path: "/p/:project",
			element: (0, import_jsx_runtime.jsx)(Navigate, {
				to: "board",
				replace: true
			})
		},
		{
			path: "*",
			element: (0, import_jsx_runtime.jsx)(NoSuchPage, {})
		}
	]
}]);
function App({ refused }) {
	const me = useQuery(cairn.query.getMe());
	if (me.isPending) return (0, import_jsx_runtime.jsx)(Loading, {});
	return (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [me.data ? (0, import_jsx_runtime.jsx)(RouterProvider, { router }) : (0, import_jsx_runtime.jsx)(Entrance, {
		problem: me.error,
		refused
	}), (0, import_jsx_runtime.jsx)(Toasts, {})] });
}
// src/main.tsx
applyTheme();
reloadWhenUpdated();
var refused = await enterByLink();
(0, import_client.createRoot)(document.getElementById("root")).render((0, import_jsx_runtime.jsx)(import_react.StrictMode, { children: (0, import_jsx_runtime.jsx)(QueryClientProvider, {
	client: queries,
	children: (0, import_jsx_runtime.jsx)(App, { refused })
}) }));
