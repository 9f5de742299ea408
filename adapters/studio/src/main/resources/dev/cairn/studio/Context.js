import { __toESM } from "./rolldown-runtime.js";
import { keepPreviousData, require_jsx_runtime, require_react, useInfiniteQuery, useMutation, useParams, useQuery, useQueryClient } from "./vendor.js";
import { CairnProblem, useLive, useLiveQuery } from "./api.js";
import { Answered, Badge, Button, CopyButton, Dialog, DialogActions, EmptyState, Field, KeyLink, Markdown, Menu, MenuItem, MenuLine, More, PageHead, Progress, Select, Status, Tabs, TextField, Time, Toggle, bytes, cairn, classes, count as count$1, counted, keepDraft, problemOf, useDraft, usePlace, words } from "./ui.js";
import { ArrowLeft, Check, ChevronDown, ChevronRight, Download, Ellipsis, File, FileText, Folder, FolderInput, FolderTree, ListChecks, MessagesSquare, Minus, PackageOpen, Plus, RefreshCw, ScrollText, Target, Ticket, Trash, Upload, X } from "./icons.js";
import { useVirtualizer } from "./virtual.js";
// src/pages/context/tree.ts
var import_react = __toESM(require_react(), 1);
var byName = new Intl.Collator("en", { numeric: true }).compare;
function treeOf(files) {
	const root = {
		path: "",
		name: "",
		folders: new Map(),
		files: []
	};
	for (const file of files) {
		const names = file.path.split("/").slice(0, -1);
		let folder = root;
		for (const name of names) {
			let next = folder.folders.get(name);
			if (!next) {
				next = {
					path: folder.path ? `${folder.path}/${name}` : name,
					name,
					folders: new Map(),
					files: []
				};
				folder.folders.set(name, next);
			}
			folder = next;
		}
		folder.files.push(file);
	}
	return root;
}
function filesIn({ folders, files }) {
	return [...[...folders.values()].flatMap(filesIn), ...files];
}
function rowsOf(root, isOpen) {
	const rows = [];
	const add = (parent, depth) => {
		const folders = [...parent.folders.values()].sort((a, b) => byName(a.name, b.name));
		const files = parent.files.toSorted((a, b) => byName(a.name, b.name));
		const siblings = folders.length + files.length;
		folders.forEach((first, index) => {
			const [folder, name] = joined(first);
			const open = isOpen(folder.path);
			rows.push({
				id: folder.path,
				name,
				depth,
				position: index + 1,
				siblings,
				folder,
				isOpen: open
			});
			if (open) add(folder, depth + 1);
		});
		files.forEach((file, index) => rows.push({
			id: file.id,
			name: file.name,
			depth,
			position: folders.length + index + 1,
			siblings,
			file
		}));
	};
	add(root, 0);
	return rows;
}
function joined(folder) {
	const [only] = folder.folders.values();
	if (folder.files.length > 0 || folder.folders.size !== 1 || !only) return [folder, folder.name];
	const [last, name] = joined(only);
	return [last, `${folder.name}/${name}`];
}
var FileTree_module_default = {
	scroll: "FileTree_scroll",
	tree: "FileTree_tree",
	row: "FileTree_row",
	shown: "FileTree_shown",
	current: "FileTree_current",
	box: "FileTree_box",
	ticked: "FileTree_ticked",
	name: "FileTree_name",
	count: "FileTree_count"
};
// src/pages/context/FileTree.tsx
var import_jsx_runtime = require_jsx_runtime();
var ROW_PX = 28;
var PAGE_ROWS = 15;
function FileTree({ files, allOpen, shown, selection, onShow }) {
	const [opened, setOpened] = (0, import_react.useState)(new Set());
	const [current, setCurrent] = (0, import_react.useState)(0);
	const tree = (0, import_react.useMemo)(() => treeOf(files), [files]);
	const rows = (0, import_react.useMemo)(() => rowsOf(tree, (path) => allOpen !== opened.has(path)), [
		tree,
		opened,
		allOpen
	]);
	const scroll = (0, import_react.useRef)(null);
	const virtual = useVirtualizer({
		count: rows.length,
		getScrollElement: () => scroll.current,
		estimateSize: () => ROW_PX,
		overscan: 12
	});
	const at = Math.min(current, rows.length - 1);
	(0, import_react.useEffect)(() => setOpened(new Set()), [allOpen]);
	const go = (index) => {
		const next = Math.max(0, Math.min(index, rows.length - 1));
		setCurrent(next);
		virtual.scrollToIndex(next);
	};
	const turn = (path) => setOpened((before) => new Set(before.has(path) ? [...before].filter((each) => each !== path) : [...before, path]));
	const tick = (row) => {
		const inside = row.file ? [row.file] : filesIn(row.folder);
		selection.change(inside, ticked(row, selection) !== true);
	};
	const enter = (row) => row.file ? onShow(row.file) : turn(row.id);
	const onKey = (event) => {
		const row = rows[at];
		if (!row || event.ctrlKey || event.metaKey || event.altKey) return;
		const act = {
			ArrowDown: () => go(at + 1),
			ArrowUp: () => go(at - 1),
			PageDown: () => go(at + PAGE_ROWS),
			PageUp: () => go(at - PAGE_ROWS),
			Home: () => go(0),
			End: () => go(rows.length - 1),
			ArrowRight: () => row.folder && !row.isOpen ? turn(row.id) : go(at + 1),
			ArrowLeft: () => row.folder && row.isOpen ? turn(row.id) : go(parentOf(rows, at)),
			Enter: () => enter(row),
			" ": () => tick(row)
		}[event.key];
		if (act) {
			event.preventDefault();
			act();
		}
	};
	return (0, import_jsx_runtime.jsx)("div", {
		ref: scroll,
		className: FileTree_module_default.scroll,
		children: (0, import_jsx_runtime.jsx)("div", {
			role: "tree",
			"aria-label": "Files",
			"aria-multiselectable": true,
			tabIndex: 0,
			"aria-activedescendant": rows[at] && `file-${at}`,
			className: FileTree_module_default.tree,
			style: { height: virtual.getTotalSize() },
			onKeyDown: onKey,
			children: virtual.getVirtualItems().map(({ index, start }) => {
				const row = rows[index];
				const isTicked = ticked(row, selection);
				return (0, import_jsx_runtime.jsxs)("div", {
					id: `file-${index}`,
					role: "treeitem",
					"aria-level": row.depth + 1,
					"aria-posinset": row.position,
					"aria-setsize": row.siblings,
					"aria-expanded": row.isOpen,
					"aria-checked": isTicked,
					className: classes(FileTree_module_default.row, index === at && FileTree_module_default.current, row.id === shown && FileTree_module_default.shown),
					style: {
						transform: `translateY(${start}px)`,
						"--depth": row.depth
					},
					onClick: () => {
						setCurrent(index);
						enter(row);
					},
					children: [
						(0, import_jsx_runtime.jsx)("span", {
							className: classes(FileTree_module_default.box, isTicked && FileTree_module_default.ticked),
							onClick: (event) => {
								event.stopPropagation();
								setCurrent(index);
								tick(row);
							},
							children: isTicked === "mixed" ? (0, import_jsx_runtime.jsx)(Minus, {
								size: 12,
								"aria-hidden": true
							}) : isTicked && (0, import_jsx_runtime.jsx)(Check, {
								size: 12,
								"aria-hidden": true
							})
						}),
						row.folder && (row.isOpen ? (0, import_jsx_runtime.jsx)(ChevronDown, {
							size: 13,
							"aria-hidden": true
						}) : (0, import_jsx_runtime.jsx)(ChevronRight, {
							size: 13,
							"aria-hidden": true
						})),
						row.folder ? (0, import_jsx_runtime.jsx)(Folder, {
							size: 14,
							"aria-hidden": true
						}) : (0, import_jsx_runtime.jsx)(File, {
							size: 14,
							"aria-hidden": true
						}),
						(0, import_jsx_runtime.jsx)("span", {
							className: FileTree_module_default.name,
							title: row.file?.path ?? row.folder?.path,
							children: row.name
						}),
						row.folder && (0, import_jsx_runtime.jsx)("span", {
							className: FileTree_module_default.count,
							children: count$1(filesIn(row.folder).length)
						})
					]
				}, row.id);
			})
		})
	});
}
function ticked(row, { has }) {
	if (row.file) return has(row.file.id);
	const inside = filesIn(row.folder);
	const some = inside.filter(({ id }) => has(id)).length;
	return some === inside.length || some > 0 && "mixed";
}
function parentOf(rows, index) {
	const depth = rows[index]?.depth ?? 0;
	return Math.max(0, rows.findLastIndex((row, at) => at < index && row.depth < depth));
}
// src/pages/context/indexed.ts
function useIndexed(project) {
	const { data } = useLiveQuery(cairn.query.listActivity({ query: {
		project,
		types: "project.indexed",
		limit: 1
	} }));
	return data && (data.items[0] ?? null);
}
function useAnew(queryKey, mark) {
	const client = useQueryClient();
	const known = (0, import_react.useRef)(mark);
	(0, import_react.useEffect)(() => {
		if (known.current !== void 0 && known.current !== mark) client.invalidateQueries({
			queryKey,
			exact: true
		});
		known.current = mark;
	}, [mark]);
}
var FileView_module_default = {
	file: "FileView_file",
	back: "FileView_back",
	head: "FileView_head",
	what: "FileView_what",
	path: "FileView_path",
	edge: "FileView_edge",
	facts: "FileView_facts",
	summary: "FileView_summary",
	soft: "FileView_soft",
	edges: "FileView_edges",
	edgeList: "FileView_edgeList",
	changed: "FileView_changed",
	code: "FileView_code",
	numbers: "FileView_numbers",
	parts: "FileView_parts"
};
// src/pages/context/FileView.tsx
var LINES = 1e3;
var EDGES_SHOWN = 12;
function FileView({ id, selection, onShow, onFolder, onClose }) {
	const file = useLiveQuery(cairn.query.getFile({ path: { file: id } }));
	return (0, import_jsx_runtime.jsxs)("div", {
		className: FileView_module_default.file,
		children: [(0, import_jsx_runtime.jsx)(Button, {
			kind: "quiet",
			icon: ArrowLeft,
			className: FileView_module_default.back,
			onClick: onClose,
			children: "All files"
		}), (0, import_jsx_runtime.jsx)(Answered, {
			query: file,
			children: (shown) => (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [
				(0, import_jsx_runtime.jsx)(Head, {
					file: shown,
					selection,
					onFolder
				}),
				shown.summary && (0, import_jsx_runtime.jsxs)("p", {
					className: FileView_module_default.summary,
					children: [shown.summary, shown.summaryModel && (0, import_jsx_runtime.jsxs)("small", { children: [" by ", shown.summaryModel] })]
				}),
				(0, import_jsx_runtime.jsx)(Edges, {
					file: shown,
					onShow
				}),
				(0, import_jsx_runtime.jsx)(Content, { file: shown })
			] })
		})]
	});
}
function Head({ file, selection, onFolder }) {
	const folder = file.path.slice(0, -file.name.length - 1);
	const isChosen = selection.has(file.id);
	return (0, import_jsx_runtime.jsxs)("header", {
		className: FileView_module_default.head,
		children: [(0, import_jsx_runtime.jsxs)("div", {
			className: FileView_module_default.what,
			children: [
				(0, import_jsx_runtime.jsx)("h2", { children: file.name }),
				(0, import_jsx_runtime.jsx)("div", {
					className: FileView_module_default.path,
					children: folder ? (0, import_jsx_runtime.jsx)("button", {
						type: "button",
						title: "Show this folder only",
						onClick: () => onFolder(folder),
						children: folder
					}) : "In the folder itself"
				}),
				(0, import_jsx_runtime.jsxs)("div", {
					className: FileView_module_default.facts,
					children: [
						(0, import_jsx_runtime.jsx)(Badge, { children: file.language ?? file.contentType }),
						(0, import_jsx_runtime.jsx)("span", { children: bytes(file.size) }),
						(0, import_jsx_runtime.jsxs)("span", { children: ["changed ", (0, import_jsx_runtime.jsx)(Time, { at: file.modifiedAt })] })
					]
				})
			]
		}), (0, import_jsx_runtime.jsx)(Button, {
			kind: isChosen ? "plain" : "primary",
			icon: isChosen ? Check : Plus,
			"aria-pressed": isChosen,
			onClick: () => selection.change([file], !isChosen),
			children: isChosen ? "Selected" : "Select"
		})]
	});
}
function Edges({ file, onShow }) {
	const path = { file: file.id };
	const imports = cairn.query.listFileImports({ path });
	const importers = cairn.query.listFileImporters({ path });
	useAnew(imports.queryKey, file.indexedAt);
	useAnew(importers.queryKey, file.indexedAt);
	const out = useQuery(imports).data?.items ?? [];
	const back = useQuery(importers).data?.items ?? [];
	return (out.length > 0 || back.length > 0) && (0, import_jsx_runtime.jsxs)("div", {
		className: FileView_module_default.edges,
		children: [(0, import_jsx_runtime.jsx)(EdgeList, {
			name: "Imports",
			edges: out,
			onShow
		}), (0, import_jsx_runtime.jsx)(EdgeList, {
			name: "Imported by",
			edges: back,
			onShow
		})]
	});
}
function EdgeList({ name, edges, onShow }) {
	const [isWhole, setWhole] = (0, import_react.useState)(false);
	const own = edges.filter(({ file }) => file);
	const others = edges.length - own.length;
	return (0, import_jsx_runtime.jsxs)("section", {
		className: FileView_module_default.edgeList,
		"aria-label": name,
		children: [
			(0, import_jsx_runtime.jsxs)("h3", { children: [
				name,
				" ",
				(0, import_jsx_runtime.jsx)("span", {
					className: FileView_module_default.soft,
					children: count$1(edges.length)
				})
			] }),
			(0, import_jsx_runtime.jsx)("ul", { children: own.slice(0, isWhole ? own.length : EDGES_SHOWN).map(({ target, file }) => (0, import_jsx_runtime.jsx)("li", { children: (0, import_jsx_runtime.jsx)("button", {
				type: "button",
				className: FileView_module_default.edge,
				title: file.path,
				onClick: () => onShow(file.id),
				children: file.name
			}) }, `${target} ${file.id}`)) }),
			own.length > EDGES_SHOWN && !isWhole && (0, import_jsx_runtime.jsxs)(Button, {
				kind: "quiet",
				onClick: () => setWhole(true),
				children: ["Show all ", count$1(own.length)]
			}),
			others > 0 && (0, import_jsx_runtime.jsxs)("p", {
				className: FileView_module_default.soft,
				children: [count$1(others), " of no file of the project"]
			}),
			edges.length === 0 && (0, import_jsx_runtime.jsx)("p", {
				className: FileView_module_default.soft,
				children: "None"
			})
		]
	});
}
function Content({ file }) {
	const [from, setFrom] = (0, import_react.useState)(1);
	const asked = {
		path: { file: file.id },
		query: { lines: `${from}-${from + LINES - 1}` }
	};
	const options = cairn.query.getFileContent(asked);
	const content = useQuery({
		queryKey: [...options.queryKey, file.sha256],
		queryFn: ({ signal }) => cairn.getFileContent({
			...asked,
			signal
		})
	});
	return (0, import_jsx_runtime.jsx)(Answered, {
		query: content,
		children: (text) => (0, import_jsx_runtime.jsx)(Lines, {
			text,
			onFrom: setFrom,
			onAgain: () => void content.refetch()
		})
	});
}
function Lines({ text: { text, firstLine, lastLine, totalLines, truncated, changed }, onFrom, onAgain }) {
	const isPart = totalLines > lastLine - firstLine + 1 || truncated;
	const numbers = Array.from({ length: Math.max(lastLine - firstLine + 1, 0) }, (_, index) => firstLine + index).join("\n");
	return (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [
		changed && (0, import_jsx_runtime.jsxs)("div", {
			className: FileView_module_default.changed,
			role: "status",
			children: ["It was changed since it was indexed; this is as it is on the disk now. ", (0, import_jsx_runtime.jsx)(Button, {
				kind: "quiet",
				onClick: onAgain,
				children: "Read again"
			})]
		}),
		(0, import_jsx_runtime.jsxs)("div", {
			className: FileView_module_default.code,
			tabIndex: 0,
			role: "region",
			"aria-label": "Contents",
			children: [(0, import_jsx_runtime.jsx)("pre", {
				className: FileView_module_default.numbers,
				"aria-hidden": true,
				children: numbers
			}), (0, import_jsx_runtime.jsx)("pre", { children: text })]
		}),
		isPart && (0, import_jsx_runtime.jsxs)("nav", {
			className: FileView_module_default.parts,
			"aria-label": "Lines",
			children: [
				(0, import_jsx_runtime.jsxs)("span", {
					className: FileView_module_default.soft,
					children: [
						"Lines ",
						count$1(firstLine),
						" to ",
						count$1(lastLine),
						" of ",
						count$1(totalLines)
					]
				}),
				(0, import_jsx_runtime.jsx)(Button, {
					disabled: firstLine === 1,
					onClick: () => onFrom(Math.max(1, firstLine - LINES)),
					children: "Lines before"
				}),
				(0, import_jsx_runtime.jsx)(Button, {
					disabled: lastLine >= totalLines,
					onClick: () => onFrom(lastLine + 1),
					children: "Lines after"
				})
			]
		})
	] });
}
// src/pages/context/selection.ts
function useSelection(project) {
	const client = useQueryClient();
	const options = cairn.query.getSelection({ path: { project } });
	const { data } = useQuery(options);
	useAnew(options.queryKey, useIndexed(project)?.seq);
	const mutationKey = ["selection", project];
	const change = useMutation({
		mutationKey,
		scope: { id: mutationKey.join(" ") },
		mutationFn: ({ files, chosen }) => {
			const named = {
				path: { project },
				body: { files: files.map(({ id }) => id) }
			};
			return chosen ? cairn.addToSelection(named) : cairn.removeFromSelection(named);
		},
		onMutate: async ({ files, chosen }) => {
			await client.cancelQueries({
				queryKey: options.queryKey,
				exact: true
			});
			const before = client.getQueryData(options.queryKey)?.items ?? [];
			const ids = new Set(files.map(({ id }) => id));
			const kept = before.filter(({ file }) => !ids.has(file.id));
			client.setQueryData(options.queryKey, { items: chosen ? [...kept, ...files.map((file) => ({
				file,
				reason: null
			}))] : kept });
		},
		onSuccess: (answer) => {
			if (client.isMutating({ mutationKey }) === 1) client.setQueryData(options.queryKey, answer);
		},
		onError: () => void client.invalidateQueries({
			queryKey: options.queryKey,
			exact: true
		})
	});
	const files = (data?.items ?? []).map(({ file }) => file);
	const ids = new Set(files.map(({ id }) => id));
	return {
		files,
		has: (id) => ids.has(id),
		change: (chosenFiles, chosen) => change.mutate({
			files: chosenFiles,
			chosen
		})
	};
}
var FilesTab_module_default = {
	files: "FilesTab_files",
	side: "FilesTab_side",
	view: "FilesTab_view",
	filters: "FilesTab_filters",
	tree: "FilesTab_tree",
	foot: "FilesTab_foot",
	said: "FilesTab_said",
	tooMany: "FilesTab_tooMany",
	withFile: "FilesTab_withFile"
};
// src/pages/context/FilesTab.tsx
var PAGE$1 = 200;
var READ_MAX = 4e3;
function FilesTab({ project, selection }) {
	const [place, go] = usePlace();
	const file = place.get("file") ?? void 0;
	const q = (0, import_react.useDeferredValue)(place.get("q") ?? "").trim();
	const folder = place.get("folder") ?? "";
	const options = cairn.query.listFilesInfinite({
		path: { project },
		query: {
			limit: PAGE$1,
			...q && { q },
			...folder && { path: folder }
		}
	});
	const pages = useInfiniteQuery({
		...options,
		placeholderData: keepPreviousData
	});
	const indexed = useIndexed(project);
	useAnew(options.queryKey, indexed === void 0 ? void 0 : indexed?.seq ?? 0);
	const files = pages.data?.pages.flatMap(({ items }) => items) ?? [];
	const { hasNextPage, isFetching, fetchNextPage } = pages;
	const readOn = hasNextPage && !isFetching && files.length < READ_MAX;
	(0, import_react.useEffect)(() => {
		if (readOn) fetchNextPage();
	}, [readOn, fetchNextPage]);
	const chosen = selection.files.length;
	return (0, import_jsx_runtime.jsxs)("div", {
		className: classes(FilesTab_module_default.files, file && FilesTab_module_default.withFile),
		children: [(0, import_jsx_runtime.jsxs)("section", {
			"aria-label": "Files of the project",
			className: FilesTab_module_default.side,
			children: [
				(0, import_jsx_runtime.jsxs)("div", {
					className: FilesTab_module_default.filters,
					children: [(0, import_jsx_runtime.jsx)(Field, {
						label: "Find files",
						hideLabel: true,
						type: "search",
						placeholder: "Words in paths and contents",
						value: place.get("q") ?? "",
						onChange: ({ target }) => go({ q: target.value }, true)
					}), folder && (0, import_jsx_runtime.jsxs)(Button, {
						icon: X,
						onClick: () => go({ folder: void 0 }),
						children: ["Only ", folder]
					})]
				}),
				(0, import_jsx_runtime.jsx)(Answered, {
					query: pages,
					children: () => files.length === 0 ? (0, import_jsx_runtime.jsx)(EmptyState, {
						icon: FolderTree,
						title: q || folder ? "No file has these words" : "No files are indexed",
						children: q || folder ? "The last word counts as a beginning. Fewer words find more." : "Have the folder indexed: the button is above."
					}) : (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [(0, import_jsx_runtime.jsx)("div", {
						className: FilesTab_module_default.tree,
						children: (0, import_jsx_runtime.jsx)(FileTree, {
							files,
							allOpen: q !== "",
							shown: file,
							selection,
							onShow: ({ id }) => go({ file: id })
						})
					}), !readOn && (0, import_jsx_runtime.jsx)(More, { list: pages })] })
				}),
				(0, import_jsx_runtime.jsxs)("footer", {
					className: FilesTab_module_default.foot,
					children: [(0, import_jsx_runtime.jsxs)("div", {
						className: FilesTab_module_default.said,
						role: "status",
						children: [(0, import_jsx_runtime.jsxs)("span", { children: [
							count$1(files.length),
							hasNextPage ? "+" : "",
							" ",
							files.length === 1 ? "file" : "files",
							readOn && ", reading more"
						] }), (0, import_jsx_runtime.jsxs)("span", {
							className: classes(chosen > 500 && FilesTab_module_default.tooMany),
							children: [
								count$1(chosen),
								" of at most ",
								500,
								" selected"
							]
						})]
					}), chosen > 0 && (0, import_jsx_runtime.jsx)(Button, {
						kind: "quiet",
						onClick: () => selection.change(selection.files, false),
						children: "Clear"
					})]
				})
			]
		}), (0, import_jsx_runtime.jsx)("section", {
			"aria-label": "File",
			className: FilesTab_module_default.view,
			children: file ? (0, import_jsx_runtime.jsx)(FileView, {
				id: file,
				selection,
				onShow: (id) => go({ file: id }),
				onFolder: (path) => go({ folder: path }),
				onClose: () => go({ file: void 0 })
			}, file) : (0, import_jsx_runtime.jsxs)(EmptyState, {
				icon: FolderTree,
				title: "Choose a file to read it",
				children: [
					"Tick files and folders to select them, ",
					counted(500, "file"),
					" at most. What you select goes into your packs, and your agents see it in their context."
				]
			})
		})]
	});
}
var IndexPanel_module_default = {
	panel: "IndexPanel_panel",
	line: "IndexPanel_line",
	running: "IndexPanel_running",
	actions: "IndexPanel_actions",
	what: "IndexPanel_what",
	soft: "IndexPanel_soft",
	report: "IndexPanel_report",
	said: "IndexPanel_said",
	problems: "IndexPanel_problems",
	form: "IndexPanel_form"
};
// src/pages/context/IndexPanel.tsx
var LOOK_MILLIS = 400;
var PROBLEMS_SHOWN$1 = 50;
var isLive = (job) => job?.status === "ready" || job?.status === "running";
function IndexPanel({ project }) {
	const client = useQueryClient();
	const stored = `cairn.index ${project.id}`;
	const [id, setId] = (0, import_react.useState)(() => sessionStorage.getItem(stored));
	const [isChoosing, setChoosing] = (0, import_react.useState)(false);
	const indexed = useIndexed(project.key);
	const options = cairn.query.getJob({ path: { job: id ?? "" } });
	const { data: job } = useQuery({
		...options,
		enabled: id !== null,
		refetchInterval: ({ state }) => isLive(state.data) ? LOOK_MILLIS : false
	});
	const follow = (started) => {
		client.setQueryData(cairn.query.getJob({ path: { job: started.id } }).queryKey, started);
		sessionStorage.setItem(stored, started.id);
		setId(started.id);
	};
	const start = useMutation({
		...cairn.mutation.startIndex(),
		onSuccess: follow
	});
	const cancel = useMutation({
		...cairn.mutation.cancelJob(),
		onSuccess: (ended) => client.setQueryData(options.queryKey, ended)
	});
	const index = (full = false) => start.mutate({
		path: { project: project.key },
		body: { full }
	});
	const settings = useLiveQuery(cairn.query.getProjectSettings({ path: { project: project.key } }));
	const summaries = useMutation({
		...cairn.mutation.changeProjectSettings(),
		onSuccess: () => void settings.refetch()
	});
	const byModel = settings.data?.modelSummaries ?? false;
	return (0, import_jsx_runtime.jsxs)("section", {
		"aria-label": "Folder",
		className: IndexPanel_module_default.panel,
		children: [
			(0, import_jsx_runtime.jsxs)("div", {
				className: IndexPanel_module_default.line,
				children: [(0, import_jsx_runtime.jsxs)("div", {
					className: IndexPanel_module_default.what,
					children: [project.localPath ? (0, import_jsx_runtime.jsx)("code", { children: project.localPath }) : (0, import_jsx_runtime.jsx)("span", {
						className: IndexPanel_module_default.soft,
						children: "No folder yet: agents and packs know no files of this project."
					}), project.localPath && !isLive(job) && (0, import_jsx_runtime.jsx)(Last, { entry: indexed })]
				}), job && isLive(job) ? (0, import_jsx_runtime.jsxs)("div", {
					className: IndexPanel_module_default.running,
					children: [(0, import_jsx_runtime.jsx)(Progress, {
						done: job.report.done,
						of: job.report.total,
						label: "Files indexed"
					}), (0, import_jsx_runtime.jsx)(Button, {
						icon: X,
						busy: cancel.isPending,
						onClick: () => cancel.mutate({ path: { job: job.id } }),
						children: "Cancel"
					})]
				}) : project.localPath ? (0, import_jsx_runtime.jsxs)("div", {
					className: IndexPanel_module_default.actions,
					children: [(0, import_jsx_runtime.jsx)(Button, {
						icon: RefreshCw,
						busy: start.isPending,
						onClick: () => index(),
						children: "Index"
					}), (0, import_jsx_runtime.jsxs)(Menu, {
						align: "end",
						trigger: (0, import_jsx_runtime.jsx)(Button, {
							icon: Ellipsis,
							iconOnly: true,
							children: "More of the folder"
						}),
						children: [
							(0, import_jsx_runtime.jsx)(MenuItem, {
								icon: RefreshCw,
								onSelect: () => index(true),
								children: "Read every file again"
							}),
							(0, import_jsx_runtime.jsx)(MenuItem, {
								icon: FolderInput,
								onSelect: () => setChoosing(true),
								children: "Choose another folder"
							}),
							(0, import_jsx_runtime.jsx)(MenuLine, {}),
							(0, import_jsx_runtime.jsx)(MenuItem, {
								checked: byModel,
								onSelect: () => summaries.mutate({
									path: { project: project.key },
									body: { modelSummaries: !byModel }
								}),
								children: "Let a model write summaries"
							})
						]
					})]
				}) : (0, import_jsx_runtime.jsx)(Button, {
					kind: "primary",
					icon: FolderInput,
					onClick: () => setChoosing(true),
					children: "Choose the folder"
				})]
			}),
			job && !isLive(job) && (0, import_jsx_runtime.jsx)(Report, {
				job,
				onClose: () => {
					sessionStorage.removeItem(stored);
					setId(null);
				}
			}),
			isChoosing && (0, import_jsx_runtime.jsx)(FolderDialog, {
				project,
				onClose: () => setChoosing(false),
				onStarted: follow
			})
		]
	});
}
function Last({ entry }) {
	if (entry === void 0) return null;
	return (0, import_jsx_runtime.jsx)("span", {
		className: IndexPanel_module_default.soft,
		children: entry ? (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [
			"Last changes found ",
			(0, import_jsx_runtime.jsx)(Time, { at: entry.at }),
			": ",
			changed$1(entry.data)
		] }) : "Never indexed"
	});
}
var CHANGES = {
	created: "new",
	updated: "updated",
	moved: "moved",
	deleted: "deleted"
};
function changed$1(counts) {
	return Object.keys(CHANGES).flatMap((name) => counts[name] > 0 ? [`${count$1(counts[name])} ${CHANGES[name]}`] : []).join(", ") || "nothing new";
}
function Report({ job: { status, error, report }, onClose }) {
	const out = {
		"too large": report.tooLarge,
		"no text": report.binary,
		"secret by their names": report.secret
	};
	const left = Object.entries(out).flatMap(([why, number]) => number > 0 ? [`${count$1(number)} ${why}`] : []);
	return (0, import_jsx_runtime.jsxs)("div", {
		className: IndexPanel_module_default.report,
		role: "status",
		children: [(0, import_jsx_runtime.jsxs)("div", {
			className: IndexPanel_module_default.line,
			children: [(0, import_jsx_runtime.jsxs)("span", {
				className: IndexPanel_module_default.said,
				children: [(0, import_jsx_runtime.jsx)(Status, {
					status,
					tone: status === "failed" ? "blocked" : status === "completed" ? "completed" : "closed"
				}), (0, import_jsx_runtime.jsxs)("span", { children: [error ?? `${counted(report.done, "file")} looked at: ${changed$1(report)}, ${count$1(report.unchanged)} unchanged.`, left.length > 0 && ` Left out: ${left.join(", ")}.`] })]
			}), (0, import_jsx_runtime.jsx)(Button, {
				kind: "quiet",
				icon: X,
				iconOnly: true,
				onClick: onClose,
				children: "Dismiss"
			})]
		}), report.problemCount > 0 && (0, import_jsx_runtime.jsxs)("details", { children: [(0, import_jsx_runtime.jsxs)("summary", { children: [counted(report.problemCount, "file"), " could not be read"] }), (0, import_jsx_runtime.jsx)("ul", {
			className: IndexPanel_module_default.problems,
			children: report.problems.slice(0, PROBLEMS_SHOWN$1).map(({ path, kind }) => (0, import_jsx_runtime.jsxs)("li", { children: [
				(0, import_jsx_runtime.jsx)("code", { children: path }),
				" ",
				words(kind).toLowerCase()
			] }, path))
		})] })]
	});
}
function FolderDialog({ project, onClose, onStarted }) {
	const path = { project: project.key };
	const stored = (0, import_react.useRef)(project.version);
	const choose = useMutation({
		mutationFn: async (localPath) => {
			const version = Math.max(project.version, stored.current);
			stored.current = (await cairn.updateProject({
				path,
				headers: { "If-Match": `"${version}"` },
				body: { localPath }
			})).version;
			return cairn.startIndex({
				path,
				body: {}
			});
		},
		meta: { quiet: true },
		onSuccess: (job) => {
			onStarted(job);
			onClose();
		}
	});
	const submit = (event) => {
		event.preventDefault();
		choose.mutate(String(new FormData(event.currentTarget).get("folder")));
	};
	const problem = choose.error && problemOf(choose.error);
	const isStale = choose.error instanceof CairnProblem && choose.error.status === 412;
	return (0, import_jsx_runtime.jsx)(Dialog, {
		title: "The folder of the project",
		onClose,
		children: (0, import_jsx_runtime.jsxs)("form", {
			className: IndexPanel_module_default.form,
			onSubmit: submit,
			children: [(0, import_jsx_runtime.jsx)(Field, {
				label: "Folder on the server's machine",
				name: "folder",
				placeholder: "/home/ada/shop",
				defaultValue: project.localPath ?? "",
				required: true,
				hint: "Its whole path. What git ignores, secrets and large files are left out; contents stay on the disk.",
				error: problem ? [problem.detail, isStale ? "Somebody changed the project: try again." : problem.hint].filter(Boolean).join(" ") : void 0
			}), (0, import_jsx_runtime.jsxs)(DialogActions, { children: [(0, import_jsx_runtime.jsx)(Button, {
				onClick: onClose,
				children: "Cancel"
			}), (0, import_jsx_runtime.jsx)(Button, {
				kind: "primary",
				type: "submit",
				busy: choose.isPending,
				children: "Index this folder"
			})] })]
		})
	});
}
var PackMade_module_default = {
	pack: "PackMade_pack",
	old: "PackMade_old",
	meter: "PackMade_meter",
	parts: "PackMade_parts",
	preview: "PackMade_preview",
	figures: "PackMade_figures",
	free: "PackMade_free",
	bar: "PackMade_bar",
	ticket: "PackMade_ticket",
	prompt: "PackMade_prompt",
	conversation: "PackMade_conversation",
	file: "PackMade_file",
	legend: "PackMade_legend",
	dot: "PackMade_dot",
	soft: "PackMade_soft",
	actions: "PackMade_actions",
	list: "PackMade_list",
	part: "PackMade_part",
	name: "PackMade_name",
	tokens: "PackMade_tokens",
	out: "PackMade_out",
	previewHead: "PackMade_previewHead",
	text: "PackMade_text"
};
// src/pages/context/PackMade.tsx
var TEXT_SHOWN = 2e5;
var RENDERED_SHOWN = 4e4;
var KINDS = {
	ticket: {
		name: "Tickets",
		icon: Ticket
	},
	prompt: {
		name: "Prompts",
		icon: ScrollText
	},
	conversation: {
		name: "Conversations",
		icon: MessagesSquare
	},
	file: {
		name: "Files",
		icon: FileText
	}
};
var WHY = {
	budget: "does not fit",
	unreadable: "is gone, or no text",
	unread: "was not read any more"
};
function PackMade({ pack, isOld }) {
	return (0, import_jsx_runtime.jsxs)("div", {
		className: classes(PackMade_module_default.pack, isOld && PackMade_module_default.old),
		"aria-busy": isOld,
		children: [
			(0, import_jsx_runtime.jsx)(Meter, { pack }),
			(0, import_jsx_runtime.jsxs)("div", {
				className: PackMade_module_default.actions,
				children: [(0, import_jsx_runtime.jsx)(CopyButton, {
					kind: "primary",
					text: pack.text,
					children: "Copy the text"
				}), (0, import_jsx_runtime.jsx)(Button, {
					icon: Download,
					onClick: () => download(pack),
					children: "Download"
				})]
			}),
			(0, import_jsx_runtime.jsx)(Parts$1, { pack }),
			(0, import_jsx_runtime.jsx)(Preview, { pack })
		]
	});
}
function Meter({ pack: { tokens, budgetTokens, parts } }) {
	const kinds = Object.entries(KINDS).map(([kind, { name }]) => ({
		kind,
		name,
		tokens: parts.filter((part) => part.kind === kind).reduce((sum, part) => sum + part.tokens, 0)
	}));
	return (0, import_jsx_runtime.jsxs)("div", {
		className: PackMade_module_default.meter,
		children: [
			(0, import_jsx_runtime.jsxs)("div", {
				className: PackMade_module_default.figures,
				children: [
					(0, import_jsx_runtime.jsx)("strong", { children: count$1(tokens) }),
					" of ",
					count$1(budgetTokens),
					" tokens",
					(0, import_jsx_runtime.jsxs)("span", {
						className: PackMade_module_default.free,
						children: [count$1(budgetTokens - tokens), " free"]
					})
				]
			}),
			(0, import_jsx_runtime.jsx)("div", {
				className: PackMade_module_default.bar,
				role: "meter",
				"aria-label": "Tokens of the pack",
				"aria-valuemin": 0,
				"aria-valuemax": budgetTokens,
				"aria-valuenow": tokens,
				children: kinds.map(({ kind, tokens: used }) => (0, import_jsx_runtime.jsx)("span", {
					className: PackMade_module_default[kind],
					style: { width: `${100 * used / budgetTokens}%` }
				}, kind))
			}),
			(0, import_jsx_runtime.jsx)("ul", {
				className: PackMade_module_default.legend,
				children: kinds.filter(({ tokens: used }) => used > 0).map(({ kind, name, tokens: used }) => (0, import_jsx_runtime.jsxs)("li", { children: [
					(0, import_jsx_runtime.jsx)("span", {
						className: classes(PackMade_module_default.dot, PackMade_module_default[kind]),
						"aria-hidden": true
					}),
					" ",
					name,
					" ",
					(0, import_jsx_runtime.jsx)("span", {
						className: PackMade_module_default.soft,
						children: count$1(used)
					})
				] }, kind))
			})
		]
	});
}
function Parts$1({ pack: { parts, leftOut } }) {
	return (0, import_jsx_runtime.jsxs)("div", {
		className: PackMade_module_default.parts,
		children: [(0, import_jsx_runtime.jsx)("div", {
			className: PackMade_module_default.list,
			tabIndex: 0,
			role: "region",
			"aria-label": "Parts",
			children: (0, import_jsx_runtime.jsx)("ul", {
				"aria-label": "What is in it",
				children: parts.map((part) => (0, import_jsx_runtime.jsx)(Part, { part }, `${part.kind} ${part.name}`))
			})
		}), leftOut.length > 0 && (0, import_jsx_runtime.jsxs)("details", {
			className: PackMade_module_default.out,
			children: [(0, import_jsx_runtime.jsxs)("summary", { children: [counted(leftOut.length, "part"), " left out"] }), (0, import_jsx_runtime.jsx)("div", {
				className: PackMade_module_default.list,
				tabIndex: 0,
				role: "region",
				"aria-label": "Parts left out",
				children: (0, import_jsx_runtime.jsx)("ul", {
					"aria-label": "What is left out",
					children: leftOut.map((part) => (0, import_jsx_runtime.jsxs)("li", {
						className: PackMade_module_default.part,
						children: [
							(0, import_jsx_runtime.jsx)("span", {
								className: PackMade_module_default.name,
								children: nameOf(part)
							}),
							(0, import_jsx_runtime.jsx)("span", {
								className: PackMade_module_default.soft,
								children: WHY[part.reason]
							}),
							(0, import_jsx_runtime.jsx)("span", {
								className: PackMade_module_default.tokens,
								children: part.tokens === null ? "" : count$1(part.tokens)
							})
						]
					}, `${part.kind} ${part.name}`))
				})
			})]
		})]
	});
}
function Part({ part }) {
	const { icon: Icon } = KINDS[part.kind];
	return (0, import_jsx_runtime.jsxs)("li", {
		className: PackMade_module_default.part,
		children: [
			(0, import_jsx_runtime.jsx)(Icon, {
				size: 14,
				"aria-hidden": true
			}),
			(0, import_jsx_runtime.jsx)("span", {
				className: PackMade_module_default.name,
				children: nameOf(part)
			}),
			part.lines < part.linesInAll && (0, import_jsx_runtime.jsxs)(Badge, {
				tone: "warning",
				children: [
					"cut: ",
					count$1(part.lines),
					" of ",
					counted(part.linesInAll, "line")
				]
			}),
			(0, import_jsx_runtime.jsx)("span", {
				className: PackMade_module_default.tokens,
				children: count$1(part.tokens)
			})
		]
	});
}
function nameOf({ kind, name, title }) {
	return kind === "ticket" ? `${name} ${title}` : title || name;
}
function Preview({ pack: { text, format } }) {
	const [isRendered, setRendered] = (0, import_react.useState)(false);
	const rendered = isRendered && format === "markdown";
	const length = rendered ? RENDERED_SHOWN : TEXT_SHOWN;
	return (0, import_jsx_runtime.jsxs)("section", {
		className: PackMade_module_default.preview,
		"aria-label": "Preview",
		children: [
			(0, import_jsx_runtime.jsxs)("header", {
				className: PackMade_module_default.previewHead,
				children: [(0, import_jsx_runtime.jsx)("h2", { children: "Preview" }), format === "markdown" && (0, import_jsx_runtime.jsxs)("div", {
					role: "group",
					"aria-label": "How it is shown",
					children: [(0, import_jsx_runtime.jsx)(Button, {
						kind: rendered ? "quiet" : "plain",
						"aria-pressed": !rendered,
						onClick: () => setRendered(false),
						children: "Text"
					}), (0, import_jsx_runtime.jsx)(Button, {
						kind: rendered ? "plain" : "quiet",
						"aria-pressed": rendered,
						onClick: () => setRendered(true),
						children: "Rendered"
					})]
				})]
			}),
			(0, import_jsx_runtime.jsx)("div", {
				className: PackMade_module_default.text,
				tabIndex: 0,
				role: "region",
				"aria-label": "Text of the pack",
				children: rendered ? (0, import_jsx_runtime.jsx)(Markdown, { text: text.slice(0, length) }) : (0, import_jsx_runtime.jsx)("pre", { children: text.slice(0, length) })
			}),
			text.length > length && (0, import_jsx_runtime.jsxs)("p", {
				className: PackMade_module_default.soft,
				children: [
					"The first ",
					count$1(length),
					" of ",
					count$1(text.length),
					" characters. Copy and download have all of them."
				]
			})
		]
	});
}
function download({ project, text, format }) {
	const isJson = format === "json";
	const url = URL.createObjectURL(new Blob([text], { type: isJson ? "application/json" : "text/markdown" }));
	Object.assign(document.createElement("a"), {
		href: url,
		download: `${project}-pack.${isJson ? "json" : "md"}`
	}).click();
	URL.revokeObjectURL(url);
}
var TicketPicker_module_default = {
	picker: "TicketPicker_picker",
	found: "TicketPicker_found",
	ticket: "TicketPicker_ticket",
	key: "TicketPicker_key"
};
// src/pages/context/TicketPicker.tsx
var FOUND_MAX = 8;
function TicketPicker({ project, label, onPick }) {
	const id = (0, import_react.useId)();
	const [text, setText] = (0, import_react.useState)("");
	const [isOpen, setOpen] = (0, import_react.useState)(false);
	const [chosen, setChosen] = (0, import_react.useState)(0);
	const q = (0, import_react.useDeferredValue)(text).trim();
	const key = /^(?:[A-Z][A-Z0-9]*-)?(\d+)$/i.exec(q)?.[1];
	const named = useQuery({
		...cairn.query.getTicket({ path: { ticket: `${project}-${key}` } }),
		enabled: isOpen && key !== void 0,
		retry: false
	});
	const { data } = useQuery({
		...cairn.query.listTickets({
			path: { project },
			query: {
				limit: FOUND_MAX,
				sort: "-updatedAt",
				...q && { q }
			}
		}),
		enabled: isOpen,
		staleTime: 0,
		placeholderData: keepPreviousData
	});
	const found = key && named.data ? [named.data] : data?.items ?? [];
	const at = Math.min(chosen, found.length - 1);
	const pick = (ticket) => {
		if (ticket) {
			onPick(ticket);
			setText("");
			setOpen(false);
		}
	};
	const onKey = (event) => {
		const step = {
			ArrowDown: 1,
			ArrowUp: -1
		}[event.key];
		if (step && found.length > 0) {
			event.preventDefault();
			setOpen(true);
			setChosen((at + step + found.length) % found.length);
		} else if (event.key === "Enter" && isOpen) {
			event.preventDefault();
			pick(found[at]);
		} else if (event.key === "Escape") setOpen(false);
	};
	const isShown = isOpen && found.length > 0;
	return (0, import_jsx_runtime.jsxs)("div", {
		className: TicketPicker_module_default.picker,
		onBlur: ({ currentTarget, relatedTarget }) => currentTarget.contains(relatedTarget) || setOpen(false),
		children: [(0, import_jsx_runtime.jsx)(Field, {
			label,
			role: "combobox",
			"aria-expanded": isShown,
			"aria-controls": `${id}found`,
			"aria-activedescendant": isShown && at >= 0 ? `${id}${at}` : void 0,
			"aria-autocomplete": "list",
			placeholder: `${project}-12, or words of it`,
			value: text,
			onFocus: () => setOpen(true),
			onChange: ({ target }) => {
				setText(target.value);
				setChosen(0);
				setOpen(true);
			},
			onKeyDown: onKey
		}), (0, import_jsx_runtime.jsx)("ul", {
			id: `${id}found`,
			role: "listbox",
			"aria-label": "Tickets",
			className: TicketPicker_module_default.found,
			hidden: !isShown,
			tabIndex: -1,
			children: found.map((ticket, index) => (0, import_jsx_runtime.jsxs)("li", {
				id: `${id}${index}`,
				role: "option",
				"aria-selected": index === at,
				className: TicketPicker_module_default.ticket,
				onClick: () => pick(ticket),
				children: [
					(0, import_jsx_runtime.jsx)("span", {
						className: TicketPicker_module_default.key,
						children: ticket.key
					}),
					" ",
					ticket.title
				]
			}, ticket.id))
		})]
	});
}
var PackTab_module_default = {
	pack: "PackTab_pack",
	wanted: "PackTab_wanted",
	made: "PackTab_made",
	group: "PackTab_group",
	choices: "PackTab_choices",
	chips: "PackTab_chips",
	chip: "PackTab_chip",
	older: "PackTab_older"
};
// src/pages/context/PackTab.tsx
var BUDGETS = [
	8e3,
	32e3,
	1e5,
	2e5
];
var BUDGET_MIN = 100;
var BUDGET_MAX = 1e6;
var RELEVANT_MAX = 100;
var CHOICES = 100;
var SETTLED_MILLIS = 300;
var INGREDIENTS = "ticket.updated,ticket.status_changed,task.created,task.updated,task.deleted,comment.created,comment.updated,comment.deleted,prompt.updated,message.created,message.updated,project.indexed";
var NOTHING = {
	tickets: [],
	prompts: [],
	conversations: [],
	files: true,
	relevant: 10,
	budget: 32e3,
	format: "markdown"
};
function PackTab({ project, selected }) {
	const [wanted, setWanted] = useDraft(`pack ${project}`, NOTHING);
	const change = (part) => setWanted({
		...wanted,
		...part
	});
	const hasAny = wanted.tickets.length + wanted.prompts.length + wanted.conversations.length > 0 || wanted.files && selected.length > 0;
	return (0, import_jsx_runtime.jsxs)("div", {
		className: PackTab_module_default.pack,
		children: [(0, import_jsx_runtime.jsxs)("section", {
			"aria-label": "What goes in",
			className: PackTab_module_default.wanted,
			children: [
				(0, import_jsx_runtime.jsx)(Tickets, {
					project,
					tickets: wanted.tickets,
					onChange: (tickets) => change({ tickets })
				}),
				(0, import_jsx_runtime.jsxs)("fieldset", {
					className: PackTab_module_default.group,
					children: [
						(0, import_jsx_runtime.jsx)("legend", { children: "Files" }),
						(0, import_jsx_runtime.jsxs)(Toggle, {
							checked: wanted.files,
							onChange: ({ target }) => change({ files: target.checked }),
							children: ["My selection, ", count$1(selected.length)]
						}),
						(0, import_jsx_runtime.jsx)(Field, {
							label: "Files that matter to the tickets",
							hint: `So many of the best ranked come behind, 0 to ${RELEVANT_MAX}`,
							type: "number",
							min: 0,
							max: RELEVANT_MAX,
							value: wanted.relevant,
							onChange: ({ target }) => change({ relevant: within(target.valueAsNumber, 0, RELEVANT_MAX) })
						})
					]
				}),
				(0, import_jsx_runtime.jsx)(Prompts, {
					project,
					chosen: wanted.prompts,
					onChange: (prompts) => change({ prompts })
				}),
				(0, import_jsx_runtime.jsx)(Conversations, {
					project,
					chosen: wanted.conversations,
					onChange: (conversations) => change({ conversations })
				}),
				(0, import_jsx_runtime.jsxs)("fieldset", {
					className: PackTab_module_default.group,
					children: [
						(0, import_jsx_runtime.jsx)("legend", { children: "Budget" }),
						(0, import_jsx_runtime.jsx)(Budget, {
							value: wanted.budget,
							onChange: (budget) => change({ budget })
						}),
						(0, import_jsx_runtime.jsx)(Select, {
							label: "Format",
							value: wanted.format,
							options: [{
								value: "markdown",
								label: "Markdown"
							}, {
								value: "json",
								label: "JSON"
							}],
							onChange: ({ target }) => change({ format: target.value })
						})
					]
				})
			]
		}), (0, import_jsx_runtime.jsx)("section", {
			"aria-label": "The pack",
			className: PackTab_module_default.made,
			children: hasAny ? (0, import_jsx_runtime.jsx)(Made, {
				project,
				wanted,
				files: wanted.files ? selected.map(({ id }) => id) : []
			}) : (0, import_jsx_runtime.jsx)(EmptyState, {
				icon: PackageOpen,
				title: "Nothing is in the pack yet",
				children: "Choose tickets, prompts or files. They become one text that never has more tokens than you allow, and that says what it left away."
			})
		})]
	});
}
function within(number, min, max) {
	return Math.max(min, Math.min(Number.isFinite(number) ? Math.round(number) : min, max));
}
function Tickets({ project, tickets, onChange }) {
	return (0, import_jsx_runtime.jsxs)("fieldset", {
		className: PackTab_module_default.group,
		children: [
			(0, import_jsx_runtime.jsx)("legend", { children: "Tickets" }),
			(0, import_jsx_runtime.jsx)(TicketPicker, {
				project,
				label: "Add a ticket",
				onPick: ({ key }) => onChange([...new Set([...tickets, key])])
			}),
			(0, import_jsx_runtime.jsx)(Chips, {
				name: "Tickets in the pack",
				of: tickets,
				onRemove: (key) => onChange(tickets.filter((each) => each !== key))
			})
		]
	});
}
function Chips({ name, of, onRemove }) {
	return of.length > 0 && (0, import_jsx_runtime.jsx)("ul", {
		className: PackTab_module_default.chips,
		"aria-label": name,
		children: of.map((each) => (0, import_jsx_runtime.jsxs)("li", {
			className: PackTab_module_default.chip,
			children: [each, (0, import_jsx_runtime.jsx)("button", {
				type: "button",
				"aria-label": `Leave ${each} out`,
				onClick: () => onRemove(each),
				children: (0, import_jsx_runtime.jsx)(X, {
					size: 12,
					"aria-hidden": true
				})
			})]
		}, each))
	});
}
function Budget({ value, onChange }) {
	const [typed, setTyped] = (0, import_react.useState)(String(value));
	(0, import_react.useEffect)(() => setTyped(String(value)), [value]);
	return (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [(0, import_jsx_runtime.jsx)(Field, {
		label: "Tokens at most",
		type: "number",
		min: BUDGET_MIN,
		max: BUDGET_MAX,
		step: 100,
		value: typed,
		onChange: ({ target }) => {
			setTyped(target.value);
			if (target.validity.valid || target.validity.stepMismatch) onChange(within(target.valueAsNumber, BUDGET_MIN, BUDGET_MAX));
		},
		onBlur: () => setTyped(String(value))
	}), (0, import_jsx_runtime.jsx)("div", {
		className: PackTab_module_default.chips,
		children: BUDGETS.map((budget) => (0, import_jsx_runtime.jsxs)(Button, {
			kind: budget === value ? "plain" : "quiet",
			"aria-pressed": budget === value,
			onClick: () => onChange(budget),
			children: [budget / 1e3, "k"]
		}, budget))
	})] });
}
function Prompts({ project, ...rest }) {
	const ofProject = useLiveQuery(cairn.query.listPromptsInProject({
		path: { project },
		query: {
			limit: CHOICES,
			sort: "title"
		}
	}));
	const ofNone = useLiveQuery(cairn.query.listPrompts({ query: {
		limit: CHOICES,
		sort: "title"
	} }));
	const choices = ofProject.data && ofNone.data && [...ofProject.data.items, ...ofNone.data.items];
	return (0, import_jsx_runtime.jsx)(Choices, {
		legend: "Prompts",
		choices: choices?.map(({ id, title }) => ({
			id,
			name: title
		})),
		...rest
	});
}
function Conversations({ project, ...rest }) {
	const { data } = useLiveQuery(cairn.query.listConversations({
		path: { project },
		query: { limit: CHOICES }
	}));
	return (0, import_jsx_runtime.jsx)(Choices, {
		legend: "Conversations",
		choices: data?.items.map(({ id, title }) => ({
			id,
			name: title ?? "Without a title"
		})),
		...rest
	});
}
function Choices({ legend, choices, chosen, onChange }) {
	const unlisted = chosen.filter((each) => !choices?.some(({ id }) => id === each));
	return choices && choices.length + unlisted.length > 0 && (0, import_jsx_runtime.jsxs)("fieldset", {
		className: PackTab_module_default.group,
		children: [
			(0, import_jsx_runtime.jsx)("legend", { children: legend }),
			(0, import_jsx_runtime.jsx)("div", {
				className: PackTab_module_default.choices,
				children: choices.map(({ id, name }) => (0, import_jsx_runtime.jsx)(Toggle, {
					checked: chosen.includes(id),
					onChange: ({ target }) => onChange(target.checked ? [...chosen, id] : chosen.filter((each) => each !== id)),
					children: name
				}, id))
			}),
			(0, import_jsx_runtime.jsx)(Chips, {
				name: `${legend} that are not listed`,
				of: unlisted,
				onRemove: (id) => onChange(chosen.filter((each) => each !== id))
			})
		]
	});
}
function Made({ project, wanted, files }) {
	const request = useSettled({
		tickets: wanted.tickets,
		prompts: wanted.prompts,
		conversations: wanted.conversations,
		files,
		relevantFiles: wanted.tickets.length > 0 ? wanted.relevant : 0,
		budgetTokens: wanted.budget,
		format: wanted.format
	});
	const { data: log } = useLiveQuery(cairn.query.listActivity({ query: {
		project,
		types: INGREDIENTS,
		limit: 1
	} }));
	const newest = log && (log.items[0]?.seq ?? 0);
	const known = (0, import_react.useRef)(newest);
	known.current = newest;
	const { data, error, isFetching, isPlaceholderData, refetch } = useQuery({
		queryKey: [
			"pack",
			project,
			request
		],
		queryFn: async ({ signal }) => {
			return {
				since: known.current ?? 0,
				pack: await cairn.makePack({
					path: { project },
					body: request,
					signal
				})
			};
		},
		enabled: newest !== void 0,
		placeholderData: keepPreviousData,
		retry: false,
		gcTime: 0
	});
	const isOlder = data !== void 0 && !isPlaceholderData && newest !== void 0 && newest > data.since;
	const shown = (0, import_react.useDeferredValue)(error && !isFetching ? void 0 : data?.pack);
	return (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [isOlder && (0, import_jsx_runtime.jsxs)("div", {
		className: PackTab_module_default.older,
		role: "status",
		children: ["Something in the project changed since this was made. ", (0, import_jsx_runtime.jsx)(Button, {
			icon: RefreshCw,
			busy: isFetching,
			onClick: () => void refetch(),
			children: "Make it again"
		})]
	}), (0, import_jsx_runtime.jsx)(Answered, {
		query: {
			data: shown,
			error,
			refetch
		},
		children: (pack) => (0, import_jsx_runtime.jsx)(PackMade, {
			pack,
			isOld: isPlaceholderData
		})
	})] });
}
function useSettled(value) {
	const [settled, setSettled] = (0, import_react.useState)(value);
	const text = JSON.stringify(value);
	(0, import_react.useEffect)(() => {
		const timer = setTimeout(() => setSettled(value), SETTLED_MILLIS);
		return () => clearTimeout(timer);
	}, [text]);
	return settled;
}
var PromptEditor_module_default = {
	form: "PromptEditor_form",
	back: "PromptEditor_back",
	textHead: "PromptEditor_textHead",
	text: "PromptEditor_text",
	preview: "PromptEditor_preview",
	error: "PromptEditor_error",
	actions: "PromptEditor_actions",
	soft: "PromptEditor_soft",
	newer: "PromptEditor_newer",
	theirs: "PromptEditor_theirs"
};
var EMPTY = {
	title: "",
	description: "",
	labels: "",
	content: "",
	version: -1
};
var draftOf = (id) => `prompt ${id}`;
function PromptEditor({ id, project, onDeleted }) {
	return id === "new" ? (0, import_jsx_runtime.jsx)(Create, { project }) : (0, import_jsx_runtime.jsx)(Edit, {
		id,
		onDeleted
	});
}
function textOf({ title, description, labels, content, version }) {
	return {
		title,
		description: description ?? "",
		labels: labels.join(", "),
		content,
		version
	};
}
function fieldsOf({ title, description, labels, content }) {
	const names = labels.split(",").map((label) => label.trim()).filter(Boolean);
	return {
		title,
		description: description.trim() || null,
		labels: [...new Set(names)],
		content
	};
}
function Create({ project }) {
	const [, go] = usePlace();
	const [text, setText, drop] = useDraft(`prompt of ${project ?? "none"}`, EMPTY);
	const create = useMutation({
		mutationFn: (wanted) => project ? cairn.createPromptInProject({
			path: { project },
			body: fieldsOf(wanted)
		}) : cairn.createPrompt({ body: fieldsOf(wanted) }),
		meta: { quiet: true },
		onSuccess: ({ id, version }, wanted) => {
			if (!drop(wanted)) {
				keepDraft(draftOf(id), {
					...text,
					version
				});
				drop();
			}
			go({ prompt: id });
		}
	});
	return (0, import_jsx_runtime.jsx)(Form, {
		text,
		onChange: setText,
		onSave: () => create.mutate(text),
		save: "Create",
		busy: create.isPending,
		error: create.error
	});
}
function Edit({ id, onDeleted }) {
	const prompt = useLiveQuery(cairn.query.getPrompt({ path: { prompt: id } }));
	return (0, import_jsx_runtime.jsx)(Answered, {
		query: prompt,
		children: (stored) => (0, import_jsx_runtime.jsx)(Editing, {
			prompt: stored,
			onDeleted
		})
	});
}
function Editing({ prompt, onDeleted }) {
	const client = useQueryClient();
	const [, go] = usePlace();
	const path = { prompt: prompt.id };
	const { queryKey } = cairn.query.getPrompt({ path });
	const [draft, setDraft, drop] = useDraft(draftOf(prompt.id), null);
	const text = draft ?? textOf(prompt);
	const isOlder = draft !== null && draft.version < prompt.version;
	const change = useMutation({
		mutationFn: (wanted) => cairn.updatePrompt({
			path,
			headers: { "If-Match": `"${wanted.version}"` },
			body: fieldsOf(wanted)
		}),
		meta: { quiet: true },
		onSuccess: (stored, wanted) => {
			client.setQueryData(queryKey, stored);
			if (!drop(wanted)) setDraft((was) => was && {
				...was,
				version: stored.version
			});
		},
		onError: (error) => error instanceof CairnProblem && error.status === 412 && void client.invalidateQueries({ queryKey })
	});
	const remove = useMutation({
		...cairn.mutation.deletePrompt(),
		onSuccess: () => {
			drop();
			onDeleted(prompt);
			go({ prompt: void 0 });
		}
	});
	return (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [isOlder && (0, import_jsx_runtime.jsx)(Newer, {
		theirs: prompt,
		onKeep: () => setDraft({
			...text,
			version: prompt.version
		}),
		onTake: () => drop()
	}), (0, import_jsx_runtime.jsxs)(Form, {
		text,
		onChange: setDraft,
		onSave: () => change.mutate(text),
		save: draft ? "Save" : "Saved",
		canSave: draft !== null && !isOlder,
		busy: change.isPending,
		error: isOlder ? void 0 : change.error,
		children: [
			draft && (0, import_jsx_runtime.jsx)(Button, {
				onClick: () => drop(),
				children: "Discard changes"
			}),
			(0, import_jsx_runtime.jsx)(Button, {
				kind: "quiet",
				icon: Trash,
				busy: remove.isPending,
				onClick: () => remove.mutate({ path }),
				children: "Delete"
			}),
			(0, import_jsx_runtime.jsxs)("span", {
				className: PromptEditor_module_default.soft,
				children: ["Changed ", (0, import_jsx_runtime.jsx)(Time, { at: prompt.updatedAt })]
			})
		]
	})] });
}
function Newer({ theirs, onKeep, onTake }) {
	return (0, import_jsx_runtime.jsxs)("div", {
		className: PromptEditor_module_default.newer,
		role: "alert",
		children: [
			(0, import_jsx_runtime.jsxs)("p", { children: [
				"Somebody changed this prompt ",
				(0, import_jsx_runtime.jsx)(Time, { at: theirs.updatedAt }),
				". Theirs is this; yours is below, and is not saved yet."
			] }),
			(0, import_jsx_runtime.jsx)("pre", {
				className: PromptEditor_module_default.theirs,
				tabIndex: 0,
				"aria-label": "Their text",
				children: `${theirs.title}\n\n${theirs.content}`
			}),
			(0, import_jsx_runtime.jsxs)("div", {
				className: PromptEditor_module_default.actions,
				children: [(0, import_jsx_runtime.jsx)(Button, {
					onClick: onKeep,
					children: "Go on with mine"
				}), (0, import_jsx_runtime.jsx)(Button, {
					onClick: onTake,
					children: "Take theirs"
				})]
			})
		]
	});
}
function Form({ text, onChange, onSave, save, canSave = true, busy, error, children }) {
	const [, go] = usePlace();
	const [isShown, setShown] = (0, import_react.useState)(false);
	const submit = (event) => {
		event.preventDefault();
		onSave();
	};
	const said = error ? problemOf(error) : void 0;
	const field = (name) => ({
		value: text[name],
		onChange: ({ target }) => onChange({
			...text,
			[name]: target.value
		})
	});
	return (0, import_jsx_runtime.jsxs)("form", {
		className: PromptEditor_module_default.form,
		onSubmit: submit,
		onKeyDown: (event) => {
			if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && canSave) event.currentTarget.requestSubmit();
		},
		children: [
			(0, import_jsx_runtime.jsx)(Button, {
				kind: "quiet",
				icon: ArrowLeft,
				className: PromptEditor_module_default.back,
				onClick: () => go({ prompt: void 0 }),
				children: "All prompts"
			}),
			(0, import_jsx_runtime.jsx)(Field, {
				label: "Title",
				required: true,
				...field("title")
			}),
			(0, import_jsx_runtime.jsx)(Field, {
				label: "Description",
				...field("description")
			}),
			(0, import_jsx_runtime.jsx)(Field, {
				label: "Labels",
				hint: "Separated by commas",
				...field("labels")
			}),
			(0, import_jsx_runtime.jsxs)("div", {
				className: PromptEditor_module_default.textHead,
				children: [(0, import_jsx_runtime.jsxs)("div", {
					role: "group",
					"aria-label": "How it is shown",
					children: [(0, import_jsx_runtime.jsx)(Button, {
						kind: isShown ? "quiet" : "plain",
						"aria-pressed": !isShown,
						onClick: () => setShown(false),
						children: "Write"
					}), (0, import_jsx_runtime.jsx)(Button, {
						kind: isShown ? "plain" : "quiet",
						"aria-pressed": isShown,
						onClick: () => setShown(true),
						children: "Preview"
					})]
				}), (0, import_jsx_runtime.jsx)(CopyButton, {
					text: text.content,
					children: "Copy"
				})]
			}),
			isShown ? (0, import_jsx_runtime.jsx)("div", {
				className: PromptEditor_module_default.preview,
				children: (0, import_jsx_runtime.jsx)(Markdown, { text: text.content })
			}) : (0, import_jsx_runtime.jsx)(TextField, {
				label: "Text",
				hideLabel: true,
				className: PromptEditor_module_default.text,
				required: true,
				spellCheck: true,
				...field("content")
			}),
			said && (0, import_jsx_runtime.jsxs)("p", {
				className: PromptEditor_module_default.error,
				role: "alert",
				children: [
					said.detail,
					" ",
					said.hint
				]
			}),
			(0, import_jsx_runtime.jsxs)("div", {
				className: PromptEditor_module_default.actions,
				children: [(0, import_jsx_runtime.jsx)(Button, {
					kind: "primary",
					type: "submit",
					busy,
					disabled: !canSave || busy,
					children: save
				}), children]
			})
		]
	});
}
var PromptsTab_module_default = {
	prompts: "PromptsTab_prompts",
	over: "PromptsTab_over",
	tools: "PromptsTab_tools",
	said: "PromptsTab_said",
	problems: "PromptsTab_problems",
	columns: "PromptsTab_columns",
	list: "PromptsTab_list",
	editor: "PromptsTab_editor",
	filters: "PromptsTab_filters",
	item: "PromptsTab_item",
	shown: "PromptsTab_shown",
	open: "PromptsTab_open",
	label: "PromptsTab_label",
	title: "PromptsTab_title",
	soft: "PromptsTab_soft",
	labels: "PromptsTab_labels",
	withPrompt: "PromptsTab_withPrompt"
};
// src/pages/context/PromptsTab.tsx
var PAGE = 50;
var PROBLEMS_SHOWN = 20;
function PromptsTab({ project }) {
	const [place, go] = usePlace();
	const isOfNone = place.get("of") === "none";
	const scope = isOfNone ? void 0 : project;
	const shown = place.get("prompt");
	const [isOver, setOver] = (0, import_react.useState)(false);
	const [deleted, setDeleted] = (0, import_react.useState)();
	const input = (0, import_react.useRef)(null);
	const load = useImport(scope);
	const restore = useMutation({
		...cairn.mutation.restorePrompt(),
		onSuccess: ({ id }) => {
			setDeleted(void 0);
			go({ prompt: id });
		}
	});
	const take = (files) => files && files.length > 0 && load.mutate([...files]);
	const over = (event) => {
		event.preventDefault();
		setOver(true);
	};
	return (0, import_jsx_runtime.jsxs)("div", {
		className: classes(PromptsTab_module_default.prompts, Boolean(shown) && PromptsTab_module_default.withPrompt, isOver && PromptsTab_module_default.over),
		onDragOver: over,
		onDragLeave: ({ currentTarget, relatedTarget }) => currentTarget.contains(relatedTarget) || setOver(false),
		onDrop: (event) => {
			event.preventDefault();
			setOver(false);
			take(event.dataTransfer.files);
		},
		children: [
			(0, import_jsx_runtime.jsxs)("div", {
				className: PromptsTab_module_default.tools,
				children: [
					(0, import_jsx_runtime.jsx)(Select, {
						label: "Whose prompts",
						hideLabel: true,
						value: isOfNone ? "none" : "project",
						options: [{
							value: "project",
							label: "Of this project"
						}, {
							value: "none",
							label: "Of no project"
						}],
						onChange: ({ target }) => go({
							of: target.value === "none" ? "none" : void 0,
							prompt: void 0
						})
					}),
					(0, import_jsx_runtime.jsx)(Button, {
						kind: "primary",
						icon: Plus,
						onClick: () => go({ prompt: "new" }),
						children: "New prompt"
					}),
					(0, import_jsx_runtime.jsx)(Button, {
						icon: Upload,
						busy: load.isPending,
						onClick: () => input.current?.click(),
						children: "Import"
					}),
					(0, import_jsx_runtime.jsx)("input", {
						ref: input,
						type: "file",
						multiple: true,
						hidden: true,
						accept: ".md,.markdown,.txt,.zip",
						"aria-label": "Files of prompts",
						onChange: ({ target }) => {
							take(target.files);
							target.value = "";
						}
					}),
					(0, import_jsx_runtime.jsxs)(Menu, {
						align: "end",
						trigger: (0, import_jsx_runtime.jsx)(Button, {
							icon: Download,
							children: "Export"
						}),
						children: [(0, import_jsx_runtime.jsx)(MenuItem, {
							onSelect: () => location.assign(exportOf(scope, "markdown")),
							children: "One Markdown file"
						}), (0, import_jsx_runtime.jsx)(MenuItem, {
							onSelect: () => location.assign(exportOf(scope, "zip")),
							children: "A ZIP, one file each"
						})]
					})
				]
			}),
			load.data && (0, import_jsx_runtime.jsx)(Imported, {
				reports: load.data,
				onClose: load.reset
			}),
			deleted && (0, import_jsx_runtime.jsxs)("div", {
				className: PromptsTab_module_default.said,
				role: "status",
				children: [
					"“",
					deleted.title,
					"” is deleted.",
					(0, import_jsx_runtime.jsxs)("span", { children: [(0, import_jsx_runtime.jsx)(Button, {
						busy: restore.isPending,
						onClick: () => restore.mutate({ path: { prompt: deleted.id } }),
						children: "Restore it"
					}), (0, import_jsx_runtime.jsx)(Button, {
						kind: "quiet",
						icon: X,
						iconOnly: true,
						onClick: () => setDeleted(void 0),
						children: "Dismiss"
					})] })
				]
			}),
			(0, import_jsx_runtime.jsxs)("div", {
				className: PromptsTab_module_default.columns,
				children: [(0, import_jsx_runtime.jsx)("section", {
					"aria-label": "Prompts",
					className: PromptsTab_module_default.list,
					children: scope ? (0, import_jsx_runtime.jsx)(OfProject, { project: scope }) : (0, import_jsx_runtime.jsx)(OfNone, {})
				}), (0, import_jsx_runtime.jsx)("section", {
					"aria-label": "Prompt",
					className: PromptsTab_module_default.editor,
					children: shown ? (0, import_jsx_runtime.jsx)(PromptEditor, {
						id: shown,
						project: scope,
						onDeleted: setDeleted
					}, `${scope} ${shown}`) : (0, import_jsx_runtime.jsx)(EmptyState, {
						icon: ScrollText,
						title: "Choose a prompt to read and edit it",
						children: "Or drop Markdown files and ZIPs anywhere here to import them."
					})
				})]
			})
		]
	});
}
function exportOf(project, format) {
	return `${cairn.url}/api/v1/prompts/export?${new URLSearchParams({
		...project && { project },
		format
	})}`;
}
function useImport(project) {
	return useMutation({ mutationFn: async (files) => {
		const reports = [];
		for (const file of files) {
			const isZip = /\.zip$/i.test(file.name);
			try {
				const report = await cairn.importPrompts({
					query: {
						...project && { project },
						name: file.name,
						format: isZip ? "zip" : "markdown"
					},
					body: file,
					headers: { "Content-Type": isZip ? "application/zip" : "text/markdown" },
					bodySerializer: null
				});
				reports.push({
					name: file.name,
					report
				});
			} catch (error) {
				reports.push({
					name: file.name,
					problem: problemOf(error).detail
				});
			}
		}
		return reports;
	} });
}
function Imported({ reports, onClose }) {
	const sum = (field) => reports.reduce((all, { report }) => all + (report?.[field] ?? 0), 0);
	const problems = reports.flatMap(({ name, report, problem }) => [...problem ? [`${name}: ${problem}`] : [], ...(report?.problems ?? []).map(({ path, line, message }) => `${path ?? name}${line ? `, line ${line}` : ""}: ${message}`)]);
	return (0, import_jsx_runtime.jsxs)("div", {
		className: PromptsTab_module_default.said,
		role: "status",
		children: [(0, import_jsx_runtime.jsxs)("div", { children: [
			counted(reports.length, "file"),
			" imported: ",
			sum("created"),
			" new, ",
			sum("updated"),
			" updated, ",
			sum("unchanged"),
			" unchanged.",
			problems.length > 0 && (0, import_jsx_runtime.jsx)("ul", {
				className: PromptsTab_module_default.problems,
				children: problems.slice(0, PROBLEMS_SHOWN).map((problem) => (0, import_jsx_runtime.jsx)("li", { children: problem }, problem))
			})
		] }), (0, import_jsx_runtime.jsx)(Button, {
			kind: "quiet",
			icon: X,
			iconOnly: true,
			onClick: onClose,
			children: "Dismiss"
		})]
	});
}
function useWanted() {
	const [place] = usePlace();
	const q = (0, import_react.useDeferredValue)(place.get("words") ?? "").trim();
	const label = place.get("label");
	return {
		limit: PAGE,
		sort: "title",
		...q && { q },
		...label && { label }
	};
}
function OfProject({ project }) {
	const options = cairn.query.listPromptsInProjectInfinite({
		path: { project },
		query: useWanted()
	});
	useLive(options.queryKey);
	return (0, import_jsx_runtime.jsx)(List, { query: useInfiniteQuery(options) });
}
function OfNone() {
	const options = cairn.query.listPromptsInfinite({ query: useWanted() });
	useLive(options.queryKey);
	return (0, import_jsx_runtime.jsx)(List, { query: useInfiniteQuery(options) });
}
function List({ query }) {
	const [place, go] = usePlace();
	const label = place.get("label");
	const words = place.get("words") ?? "";
	const shown = place.get("prompt");
	return (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [
		(0, import_jsx_runtime.jsxs)("div", {
			className: PromptsTab_module_default.filters,
			children: [(0, import_jsx_runtime.jsx)(Field, {
				label: "Find prompts",
				hideLabel: true,
				type: "search",
				placeholder: "Words of titles and texts",
				value: words,
				onChange: ({ target }) => go({ words: target.value }, true)
			}), label && (0, import_jsx_runtime.jsxs)(Button, {
				icon: X,
				onClick: () => go({ label: void 0 }),
				children: ["Label ", label]
			})]
		}),
		(0, import_jsx_runtime.jsx)(Answered, {
			query,
			children: ({ pages }) => {
				const prompts = pages.flatMap(({ items }) => items);
				return prompts.length === 0 ? (0, import_jsx_runtime.jsx)(EmptyState, {
					icon: ScrollText,
					title: words || label ? "No prompt is like that" : "There are no prompts yet",
					children: words || label ? "Fewer words find more." : "Write one, or drop Markdown files or a ZIP here."
				}) : (0, import_jsx_runtime.jsx)("ul", { children: prompts.map((prompt) => (0, import_jsx_runtime.jsxs)("li", {
					className: classes(PromptsTab_module_default.item, prompt.id === shown && PromptsTab_module_default.shown),
					children: [(0, import_jsx_runtime.jsxs)("button", {
						type: "button",
						className: PromptsTab_module_default.open,
						"aria-current": prompt.id === shown || void 0,
						onClick: () => go({ prompt: prompt.id }),
						children: [(0, import_jsx_runtime.jsx)("span", {
							className: PromptsTab_module_default.title,
							children: prompt.title
						}), prompt.description && (0, import_jsx_runtime.jsx)("span", {
							className: PromptsTab_module_default.soft,
							children: prompt.description
						})]
					}), (0, import_jsx_runtime.jsxs)("span", {
						className: PromptsTab_module_default.labels,
						children: [prompt.labels.map((each) => (0, import_jsx_runtime.jsx)("button", {
							type: "button",
							className: PromptsTab_module_default.label,
							"aria-label": `Only label ${each}`,
							onClick: () => go({ label: each }),
							children: (0, import_jsx_runtime.jsx)(Badge, { children: each })
						}, each)), (0, import_jsx_runtime.jsx)("span", {
							className: PromptsTab_module_default.soft,
							children: (0, import_jsx_runtime.jsx)(Time, { at: prompt.updatedAt })
						})]
					})]
				}, prompt.id)) });
			}
		}),
		(0, import_jsx_runtime.jsx)(More, { list: query })
	] });
}
var RelevantTab_module_default = {
	relevant: "RelevantTab_relevant",
	picker: "RelevantTab_picker",
	head: "RelevantTab_head",
	legend: "RelevantTab_legend",
	soft: "RelevantTab_soft",
	dot: "RelevantTab_dot",
	suggested: "RelevantTab_suggested",
	text: "RelevantTab_text",
	changed: "RelevantTab_changed",
	imports: "RelevantTab_imports",
	path: "RelevantTab_path",
	files: "RelevantTab_files",
	file: "RelevantTab_file",
	tick: "RelevantTab_tick",
	what: "RelevantTab_what",
	name: "RelevantTab_name",
	why: "RelevantTab_why",
	bar: "RelevantTab_bar",
	score: "RelevantTab_score"
};
// src/pages/context/RelevantTab.tsx
var SHOWN = 20;
var BEST = 10;
var PARTS = [
	{
		part: "suggested",
		name: "Suggested",
		means: "the ticket names the file"
	},
	{
		part: "text",
		name: "Words",
		means: "words of the ticket in its name, path, summary, declarations and contents; rare ones count most"
	},
	{
		part: "changed",
		name: "Recent",
		means: "how late it was changed among all files"
	},
	{
		part: "imports",
		name: "Imports",
		means: "it imports one of the five best, or they import it"
	},
	{
		part: "path",
		name: "Path",
		means: "how much of the ticket its path says"
	}
];
function RelevantTab({ project, selection }) {
	const [place, go] = usePlace();
	const ticket = place.get("ticket");
	return (0, import_jsx_runtime.jsxs)("div", {
		className: RelevantTab_module_default.relevant,
		children: [(0, import_jsx_runtime.jsx)("div", {
			className: RelevantTab_module_default.picker,
			children: (0, import_jsx_runtime.jsx)(TicketPicker, {
				project,
				label: "Files that matter to a ticket",
				onPick: ({ key }) => go({ ticket: key })
			})
		}), ticket ? (0, import_jsx_runtime.jsx)(Ranking, {
			ticket,
			project,
			selection
		}, ticket) : (0, import_jsx_runtime.jsx)(EmptyState, {
			icon: Target,
			title: "Choose a ticket",
			children: "The files of the index are ranked by how much they matter to it, with the reasons. No model is asked, and an equal ticket gives an equal order."
		})]
	});
}
function Ranking({ ticket: key, project, selection }) {
	const ticket = useLiveQuery(cairn.query.getTicket({ path: { ticket: key } }));
	const options = cairn.query.listRelevantFiles({
		path: { ticket: key },
		query: { limit: SHOWN }
	});
	const ranked = useQuery(options);
	useAnew(options.queryKey, ticket.data?.version);
	useAnew(options.queryKey, useIndexed(project)?.seq);
	return (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [ticket.data && (0, import_jsx_runtime.jsxs)("h2", { children: [
		(0, import_jsx_runtime.jsx)(KeyLink, { ticket: ticket.data.key }),
		" ",
		ticket.data.title
	] }), (0, import_jsx_runtime.jsx)(Answered, {
		query: ranked,
		children: (found) => found.items.length === 0 ? (0, import_jsx_runtime.jsx)(EmptyState, {
			icon: Target,
			title: "No file matters to it",
			children: "The folder may not be indexed yet, or no file has a word of the ticket."
		}) : (0, import_jsx_runtime.jsx)(Files, {
			found,
			selection
		})
	})] });
}
function Files({ found: { items, weights }, selection }) {
	const best = items.slice(0, BEST).map(({ file }) => file);
	const top = Math.max(...items.map(({ score }) => score));
	return (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [(0, import_jsx_runtime.jsxs)("div", {
		className: RelevantTab_module_default.head,
		children: [(0, import_jsx_runtime.jsx)("ul", {
			className: RelevantTab_module_default.legend,
			"aria-label": "What a score is made of",
			children: PARTS.map(({ part, name, means }) => (0, import_jsx_runtime.jsxs)("li", {
				title: means,
				children: [
					(0, import_jsx_runtime.jsx)("span", {
						className: classes(RelevantTab_module_default.dot, RelevantTab_module_default[part]),
						"aria-hidden": true
					}),
					" ",
					name,
					" ",
					(0, import_jsx_runtime.jsxs)("span", {
						className: RelevantTab_module_default.soft,
						children: ["× ", weights[part]]
					})
				]
			}, part))
		}), (0, import_jsx_runtime.jsxs)(Button, {
			icon: ListChecks,
			disabled: best.every(({ id }) => selection.has(id)),
			onClick: () => selection.change(best, true),
			children: ["Select the best ", best.length]
		})]
	}), (0, import_jsx_runtime.jsx)("ol", {
		className: RelevantTab_module_default.files,
		children: items.map((item) => (0, import_jsx_runtime.jsx)(Ranked, {
			item,
			weights,
			top,
			selection
		}, item.file.id))
	})] });
}
function Ranked({ item: { file, score, why }, weights, top, selection }) {
	const [, go] = usePlace();
	const shares = PARTS.map((each) => ({
		...each,
		value: why[each.part],
		points: why[each.part] * weights[each.part]
	})).filter(({ points }) => points > 0);
	return (0, import_jsx_runtime.jsxs)("li", {
		className: RelevantTab_module_default.file,
		children: [
			(0, import_jsx_runtime.jsx)(Toggle, {
				className: RelevantTab_module_default.tick,
				checked: selection.has(file.id),
				"aria-label": `Select ${file.path}`,
				onChange: ({ target }) => selection.change([file], target.checked),
				children: null
			}),
			(0, import_jsx_runtime.jsxs)("div", {
				className: RelevantTab_module_default.what,
				children: [(0, import_jsx_runtime.jsx)("button", {
					type: "button",
					className: RelevantTab_module_default.name,
					onClick: () => go({
						tab: void 0,
						file: file.id
					}),
					children: file.path
				}), (0, import_jsx_runtime.jsx)("span", {
					className: RelevantTab_module_default.why,
					children: shares.map(({ part, name, value }) => (0, import_jsx_runtime.jsxs)("span", { children: [
						name,
						" ",
						value.toFixed(2),
						part === "path" && why.words.length > 0 && `: ${why.words.join(", ")}`,
						part === "imports" && why.importsWith.length > 0 && `: ${why.importsWith.map((path) => path.slice(path.lastIndexOf("/") + 1)).join(", ")}`
					] }, part))
				})]
			}),
			(0, import_jsx_runtime.jsx)("span", {
				className: RelevantTab_module_default.bar,
				"aria-hidden": true,
				children: shares.map(({ part, points }) => (0, import_jsx_runtime.jsx)("span", {
					className: RelevantTab_module_default[part],
					style: { width: `${100 * points / top}%` }
				}, part))
			}),
			(0, import_jsx_runtime.jsxs)("span", {
				className: RelevantTab_module_default.score,
				children: [(0, import_jsx_runtime.jsx)("span", {
					className: "sr-only",
					children: "Score "
				}), score.toFixed(2)]
			})
		]
	});
}
// src/pages/context/Context.tsx
function Context() {
	const { project: key = "" } = useParams();
	const project = useLiveQuery(cairn.query.getProject({ path: { project: key } }));
	return (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [(0, import_jsx_runtime.jsx)(PageHead, {
		title: "Context",
		about: "What a model is given to read: files, prompts, and packs of both."
	}), (0, import_jsx_runtime.jsx)(Answered, {
		query: project,
		children: (shown) => (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [(0, import_jsx_runtime.jsx)(IndexPanel, { project: shown }, shown.id), (0, import_jsx_runtime.jsx)(Parts, { project: shown.key }, `${shown.id} parts`)] })
	})] });
}
function Parts({ project }) {
	const [place, go] = usePlace();
	const selection = useSelection(project);
	return (0, import_jsx_runtime.jsx)(Tabs, {
		name: "Parts of the context",
		value: place.get("tab") ?? "files",
		onChange: (tab) => go({ tab: tab === "files" ? void 0 : tab }),
		tabs: [
			{
				id: "files",
				name: "Files",
				content: (0, import_jsx_runtime.jsx)(FilesTab, {
					project,
					selection
				})
			},
			{
				id: "relevant",
				name: "For a ticket",
				content: (0, import_jsx_runtime.jsx)(RelevantTab, {
					project,
					selection
				})
			},
			{
				id: "pack",
				name: "Pack",
				content: (0, import_jsx_runtime.jsx)(PackTab, {
					project,
					selected: selection.files
				})
			},
			{
				id: "prompts",
				name: "Prompts",
				content: (0, import_jsx_runtime.jsx)(PromptsTab, { project })
			}
		]
	});
}
export { Context as default };
