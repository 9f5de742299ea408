import { __toESM } from "./rolldown-runtime.js";
import { keepPreviousData, require_jsx_runtime, require_react, useInfiniteQuery, useMutation, useQuery, useQueryClient } from "./vendor.js";
import { Actor, Answered, Badge, Button, Confirm, CopyButton, Dialog, DialogActions, EmptyState, Field, Menu, MenuItem, MenuLine, More, PageHead, Select, Status, Table, Tabs, Time, Toggle, cairn, problemOf, toast, usePlace } from "./ui.js";
import { CairnProblem, useLive, useLiveQuery } from "./api.js";
import { Bot, Ellipsis, KeyRound, Plus, UserPlus, UserRound, Users } from "./icons.js";
import { leavePage } from "./leave.js";
// src/pages/people/accounts.ts
function useAccounts() {
	const { data } = useQuery({
		queryKey: ["accounts"],
		queryFn: async () => {
			try {
				await cairn.register({ body: {
					username: "",
					password: ""
				} });
			} catch (error) {
				if (!(error instanceof CairnProblem) || error.status === 0) throw error;
				return error.code !== "accounts_off";
			}
			return true;
		},
		gcTime: Infinity
	});
	return data;
}
// src/pages/people/People.module.css
var import_react = __toESM(require_react(), 1);
var People_module_default = {
	part: "People_part",
	tools: "People_tools",
	role: "People_role",
	push: "People_push",
	form: "People_form",
	scopes: "People_scopes",
	soft: "People_soft",
	off: "People_off",
	right: "People_right",
	name: "People_name",
	badges: "People_badges",
	secret: "People_secret",
	error: "People_error",
	you: "People_you",
	card: "People_card"
};
// src/pages/people/MembersTab.tsx
var import_jsx_runtime = require_jsx_runtime();
var PAGE$3 = 100;
var CHOICES$1 = 200;
var ROLES = [{
	value: "viewer",
	label: "Viewer: reads"
}, {
	value: "editor",
	label: "Editor: writes and claims"
}];
function MembersTab({ me }) {
	const [place, go] = usePlace();
	const projects = useLiveQuery(cairn.query.listOverviews({ query: { limit: CHOICES$1 } }));
	return (0, import_jsx_runtime.jsx)(Answered, {
		query: projects,
		children: ({ items }) => {
			const chosen = items.find(({ key }) => key === place.get("project")) ?? items[0];
			return chosen ? (0, import_jsx_runtime.jsx)("div", {
				className: People_module_default.part,
				children: (0, import_jsx_runtime.jsx)(Members, {
					project: chosen.key,
					me,
					choice: (0, import_jsx_runtime.jsx)(Select, {
						label: "Project",
						hideLabel: true,
						value: chosen.key,
						options: items.map(({ key, name }) => ({
							value: key,
							label: `${name} (${key})`
						})),
						onChange: ({ target }) => go({ project: target.value })
					})
				}, chosen.key)
			}) : (0, import_jsx_runtime.jsx)(EmptyState, {
				icon: Users,
				title: "There are no projects yet",
				children: "Members are those of a project: make one on the home page."
			});
		}
	});
}
function Members({ project, me, choice }) {
	const path = { project };
	const client = useQueryClient();
	const options = cairn.query.listMembersInfinite({
		path,
		query: { limit: PAGE$3 }
	});
	const members = useInfiniteQuery(options);
	useLive(options.queryKey);
	const [doing, setDoing] = (0, import_react.useState)();
	const [isAdding, setAdding] = (0, import_react.useState)(false);
	const done = () => {
		setDoing(void 0);
		return client.invalidateQueries({ queryKey: options.queryKey });
	};
	const put = useMutation({
		...cairn.mutation.putMember(),
		onSettled: done
	});
	const remove = useMutation({
		...cairn.mutation.removeMember(),
		onSettled: done
	});
	const transfer = useMutation({
		...cairn.mutation.transferProject(),
		onSettled: done
	});
	const rows = members.data?.pages.flatMap(({ items }) => items) ?? [];
	const isOwner = rows.some(({ userId, role }) => userId === me.id && role === "owner");
	const pending = put.isPending ? put.variables : void 0;
	const roleOf = ({ userId, role }) => pending?.path.user === userId ? pending.body.role : role;
	const columns = [
		{
			head: "Name",
			cell: (member) => (0, import_jsx_runtime.jsxs)("span", {
				className: People_module_default.name,
				children: [(0, import_jsx_runtime.jsx)(Actor, { name: member.name }), member.userId === me.id && (0, import_jsx_runtime.jsx)(Badge, {
					tone: "accent",
					children: "you"
				})]
			})
		},
		{
			head: "Is",
			cell: ({ type }) => type === "agent" ? "Agent" : "Person"
		},
		{
			head: "Role",
			cell: (member) => member.role === "owner" || !isOwner ? (0, import_jsx_runtime.jsx)("span", { children: member.role === "owner" ? "Owner: also archives, deletes, and manages members" : ROLES.find(({ value }) => value === member.role)?.label }) : (0, import_jsx_runtime.jsx)("div", {
				className: People_module_default.role,
				children: (0, import_jsx_runtime.jsx)(Select, {
					label: `Role of ${member.name}`,
					hideLabel: true,
					value: roleOf(member),
					options: ROLES,
					onChange: ({ target }) => put.mutate({
						path: {
							project,
							user: member.userId
						},
						body: { role: target.value }
					})
				})
			})
		},
		{
			head: "Since",
			cell: ({ joinedAt }) => (0, import_jsx_runtime.jsx)(Time, { at: joinedAt })
		},
		{
			head: "Actions",
			narrow: true,
			cell: (member) => member.role !== "owner" && (isOwner || member.userId === me.id) && (0, import_jsx_runtime.jsxs)("div", {
				className: People_module_default.right,
				children: [isOwner && member.type === "human" && (0, import_jsx_runtime.jsx)(Button, {
					kind: "quiet",
					onClick: () => setDoing({
						what: "transfer",
						member
					}),
					children: "Make owner"
				}), (0, import_jsx_runtime.jsx)(Button, {
					kind: "quiet",
					onClick: () => setDoing({
						what: "remove",
						member
					}),
					children: member.userId === me.id ? "Leave" : "Remove"
				})]
			})
		}
	];
	return (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [
		(0, import_jsx_runtime.jsxs)("div", {
			className: People_module_default.tools,
			children: [
				choice,
				(0, import_jsx_runtime.jsx)("span", { className: People_module_default.push }),
				isOwner && (0, import_jsx_runtime.jsx)(Button, {
					kind: "primary",
					icon: UserPlus,
					onClick: () => setAdding(true),
					children: "Add a member"
				})
			]
		}),
		(0, import_jsx_runtime.jsx)(Answered, {
			query: members,
			children: () => (0, import_jsx_runtime.jsx)(Table, {
				name: "Members",
				columns,
				rows,
				id: ({ userId }) => userId
			})
		}),
		(0, import_jsx_runtime.jsx)(More, { list: members }),
		isAdding && (0, import_jsx_runtime.jsx)(AddMember, {
			project,
			members: rows,
			onClose: () => setAdding(false),
			onAdded: done
		}),
		doing?.what === "remove" && (0, import_jsx_runtime.jsx)(Confirm, {
			title: `Take ${doing.member.name} out of ${project}`,
			action: "Take out",
			busy: remove.isPending,
			onClose: () => setDoing(void 0),
			onConfirm: () => remove.mutate({ path: {
				project,
				user: doing.member.userId
			} }),
			children: "The project does not exist for them any more. What they have claimed goes back, and their agents leave with them. What they wrote stays."
		}),
		doing?.what === "transfer" && (0, import_jsx_runtime.jsx)(Confirm, {
			title: `Make ${doing.member.name} the owner of ${project}`,
			action: "Make owner",
			busy: transfer.isPending,
			onClose: () => setDoing(void 0),
			onConfirm: () => transfer.mutate({
				path,
				body: { to: doing.member.userId }
			}),
			children: "A project has one owner: you stay in it as an editor, and only they can give it back."
		})
	] });
}
function AddMember({ project, members, onClose, onAdded }) {
	const users = useLiveQuery(cairn.query.listUsers({ query: {
		limit: CHOICES$1,
		sort: "name",
		active: true
	} }));
	const put = useMutation({
		...cairn.mutation.putMember(),
		meta: { quiet: true },
		onSuccess: () => {
			onAdded();
			onClose();
		}
	});
	const said = put.error && problemOf(put.error);
	const there = new Set(members.map(({ userId }) => userId));
	return (0, import_jsx_runtime.jsx)(Dialog, {
		title: `Add a member to ${project}`,
		onClose,
		children: (0, import_jsx_runtime.jsx)(Answered, {
			query: users,
			children: ({ items }) => {
				const others = items.filter(({ id, ownerId }) => !there.has(id) && (ownerId === null || there.has(ownerId)));
				return others.length === 0 ? (0, import_jsx_runtime.jsx)(EmptyState, {
					icon: Users,
					title: "Everybody is in it already",
					children: "New people and agents are made under Everybody."
				}) : (0, import_jsx_runtime.jsxs)("form", {
					className: People_module_default.form,
					onSubmit: (event) => {
						event.preventDefault();
						const form = new FormData(event.currentTarget);
						put.mutate({
							path: {
								project,
								user: String(form.get("user"))
							},
							body: { role: form.get("role") }
						});
					},
					children: [
						(0, import_jsx_runtime.jsx)(Select, {
							label: "Who",
							name: "user",
							options: others.map(({ id, name, type }) => ({
								value: id,
								label: type === "agent" ? `${name} (agent)` : name
							}))
						}),
						(0, import_jsx_runtime.jsx)(Select, {
							label: "Role",
							name: "role",
							defaultValue: "editor",
							options: ROLES,
							error: said ? [said.detail, said.hint].filter(Boolean).join(" ") : void 0
						}),
						(0, import_jsx_runtime.jsxs)(DialogActions, { children: [(0, import_jsx_runtime.jsx)(Button, {
							onClick: onClose,
							children: "Cancel"
						}), (0, import_jsx_runtime.jsx)(Button, {
							kind: "primary",
							type: "submit",
							busy: put.isPending,
							children: "Add"
						})] })
					]
				});
			}
		})
	});
}
// src/pages/people/NewToken.tsx
var DAY_MILLIS = 864e5;
var SCOPES = [
	{
		scope: "read",
		means: "see projects, tickets and files"
	},
	{
		scope: "write",
		means: "change what it sees"
	},
	{
		scope: "claim",
		means: "take work from queues"
	},
	{
		scope: "admin",
		means: "what admins may: settings, all users, metrics"
	}
];
var USUAL = [
	"read",
	"write",
	"claim"
];
var ENDS = [
	{
		value: "30",
		label: "In 30 days"
	},
	{
		value: "90",
		label: "In 90 days"
	},
	{
		value: "365",
		label: "In a year"
	},
	{
		value: "",
		label: "Never"
	}
];
function NewToken({ me, users, projects, onMade, onClose }) {
	const create = useMutation({
		...cairn.mutation.createToken(),
		meta: { quiet: true },
		gcTime: 0,
		onSuccess: onMade
	});
	return create.data ? (0, import_jsx_runtime.jsx)(Made, {
		token: create.data,
		onClose
	}) : (0, import_jsx_runtime.jsx)(Wish, {
		me,
		users,
		projects,
		busy: create.isPending,
		error: create.error,
		onClose,
		onWish: (body) => create.mutate({ body })
	});
}
function Made({ token: { name, token }, onClose }) {
	return (0, import_jsx_runtime.jsxs)(Dialog, {
		title: `The token “${name}”`,
		children: [
			(0, import_jsx_runtime.jsx)("p", { children: "Copy it now: it is shown this once." }),
			(0, import_jsx_runtime.jsx)("code", {
				className: People_module_default.secret,
				"aria-label": "Secret",
				children: token
			}),
			(0, import_jsx_runtime.jsxs)("p", {
				className: People_module_default.off,
				children: [
					"A program sends it as ",
					(0, import_jsx_runtime.jsx)("code", { children: "Authorization: Bearer …" }),
					"; Cairn's own commands take it from ",
					(0, import_jsx_runtime.jsx)("code", { children: "CAIRN_TOKEN" }),
					"."
				]
			}),
			(0, import_jsx_runtime.jsxs)(DialogActions, { children: [(0, import_jsx_runtime.jsx)(CopyButton, {
				kind: "primary",
				text: token,
				children: "Copy"
			}), (0, import_jsx_runtime.jsx)(Button, {
				onClick: onClose,
				children: "I have it"
			})] })
		]
	});
}
function Wish({ me, users, projects, busy, error, onClose, onWish }) {
	const [scopes, setScopes] = (0, import_react.useState)(USUAL);
	const mine = users.filter(({ id, ownerId, deactivatedAt }) => !deactivatedAt && id !== me.id && ownerId === me.id);
	const submit = (event) => {
		event.preventDefault();
		const form = new FormData(event.currentTarget);
		const days = String(form.get("ends"));
		onWish({
			name: String(form.get("name")),
			scopes: [...scopes],
			userId: String(form.get("user")),
			project: String(form.get("project")) || null,
			expiresAt: days ? new Date(Date.now() + Number(days) * DAY_MILLIS).toISOString() : null
		});
	};
	const said = error ? problemOf(error) : void 0;
	return (0, import_jsx_runtime.jsx)(Dialog, {
		title: "New token",
		onClose,
		children: (0, import_jsx_runtime.jsxs)("form", {
			className: People_module_default.form,
			onSubmit: submit,
			children: [
				(0, import_jsx_runtime.jsx)(Field, {
					label: "Name",
					name: "name",
					placeholder: "laptop",
					required: true,
					hint: "By which you know it again"
				}),
				(0, import_jsx_runtime.jsx)(Select, {
					label: "For",
					name: "user",
					options: [{
						value: me.id,
						label: `${me.name} (you)`
					}, ...mine.map(({ id, name }) => ({
						value: id,
						label: `${name} (your agent)`
					}))]
				}),
				(0, import_jsx_runtime.jsxs)("fieldset", {
					className: People_module_default.scopes,
					children: [(0, import_jsx_runtime.jsx)("legend", { children: "It may" }), SCOPES.filter(({ scope }) => scope !== "admin" || me.systemRole === "admin").map(({ scope, means }) => (0, import_jsx_runtime.jsxs)(Toggle, {
						checked: scopes.includes(scope),
						onChange: ({ target }) => setScopes(target.checked ? [...scopes, scope] : scopes.filter((each) => each !== scope)),
						children: [
							(0, import_jsx_runtime.jsx)("strong", { children: scope }),
							": ",
							means
						]
					}, scope))]
				}),
				(0, import_jsx_runtime.jsx)(Select, {
					label: "In",
					name: "project",
					options: [{
						value: "",
						label: "All projects"
					}, ...projects.map(({ key, name }) => ({
						value: key,
						label: `${name} (${key})`
					}))]
				}),
				(0, import_jsx_runtime.jsx)(Select, {
					label: "Ends",
					name: "ends",
					defaultValue: "90",
					options: ENDS
				}),
				said && (0, import_jsx_runtime.jsxs)("p", {
					className: People_module_default.error,
					role: "alert",
					children: [
						said.detail,
						" ",
						said.hint
					]
				}),
				(0, import_jsx_runtime.jsxs)(DialogActions, { children: [(0, import_jsx_runtime.jsx)(Button, {
					onClick: onClose,
					children: "Cancel"
				}), (0, import_jsx_runtime.jsx)(Button, {
					kind: "primary",
					type: "submit",
					busy,
					disabled: busy || scopes.length === 0,
					children: "Make the token"
				})] })
			]
		})
	});
}
// src/pages/people/TokensTab.tsx
var PAGE$2 = 50;
var CHOICES = 200;
function TokensTab({ me }) {
	const client = useQueryClient();
	const options = cairn.query.listTokensInfinite({ query: { limit: PAGE$2 } });
	const tokens = useInfiniteQuery(options);
	useLive(options.queryKey);
	const users = useLiveQuery(cairn.query.listUsers({ query: { limit: CHOICES } })).data?.items ?? [];
	const projects = useLiveQuery(cairn.query.listOverviews({ query: { limit: CHOICES } })).data?.items ?? [];
	const [isNew, setNew] = (0, import_react.useState)(false);
	const [revoked, setRevoked] = (0, import_react.useState)();
	const changed = () => void client.invalidateQueries({ queryKey: options.queryKey });
	const revoke = useMutation({
		...cairn.mutation.revokeToken(),
		onSuccess: () => toast(`${revoked?.name} is revoked.`),
		onSettled: () => {
			setRevoked(void 0);
			changed();
		}
	});
	const columns = [
		{
			head: "Name",
			cell: ({ name, prefix }) => (0, import_jsx_runtime.jsxs)("span", { children: [
				name,
				(0, import_jsx_runtime.jsx)("br", {}),
				(0, import_jsx_runtime.jsx)("span", {
					className: People_module_default.soft,
					children: (0, import_jsx_runtime.jsxs)("code", { children: [prefix, "…"] })
				})
			] })
		},
		{
			head: "Of",
			cell: ({ userId }) => users.find(({ id }) => id === userId)?.name ?? userId
		},
		{
			head: "May",
			cell: ({ scopes }) => (0, import_jsx_runtime.jsx)("span", {
				className: People_module_default.badges,
				children: scopes.map((scope) => (0, import_jsx_runtime.jsx)(Badge, { children: scope }, scope))
			})
		},
		{
			head: "In",
			cell: ({ projectId }) => projectId ? projects.find((project) => project.projectId === projectId)?.key ?? projectId : "All projects"
		},
		{
			head: "Ends",
			cell: (token) => (0, import_jsx_runtime.jsx)(Ends, { token })
		},
		{
			head: "Last used",
			cell: ({ lastUsedAt }) => lastUsedAt ? (0, import_jsx_runtime.jsx)(Time, { at: lastUsedAt }) : "Never"
		},
		{
			head: "Actions",
			narrow: true,
			cell: (token) => (0, import_jsx_runtime.jsx)("div", {
				className: People_module_default.right,
				children: (0, import_jsx_runtime.jsxs)(Button, {
					kind: "quiet",
					onClick: () => setRevoked(token),
					children: ["Revoke", (0, import_jsx_runtime.jsxs)("span", {
						className: "sr-only",
						children: [" ", token.name]
					})]
				})
			})
		}
	];
	return (0, import_jsx_runtime.jsxs)("div", {
		className: People_module_default.part,
		children: [
			(0, import_jsx_runtime.jsxs)("div", {
				className: People_module_default.tools,
				children: [
					(0, import_jsx_runtime.jsx)("p", {
						className: People_module_default.off,
						children: "Keys of programs. A secret is shown once, when it is made, and is kept nowhere."
					}),
					(0, import_jsx_runtime.jsx)("span", { className: People_module_default.push }),
					(0, import_jsx_runtime.jsx)(Button, {
						kind: "primary",
						icon: Plus,
						onClick: () => setNew(true),
						children: "New token"
					})
				]
			}),
			(0, import_jsx_runtime.jsx)(Answered, {
				query: tokens,
				children: ({ pages }) => {
					const rows = pages.flatMap(({ items }) => items);
					return rows.length === 0 ? (0, import_jsx_runtime.jsx)(EmptyState, {
						icon: KeyRound,
						title: "No program has a token yet",
						children: "Make one for each program that works with Cairn, so that each can be revoked alone."
					}) : (0, import_jsx_runtime.jsx)(Table, {
						name: "Tokens",
						columns,
						rows,
						id: ({ id }) => id
					});
				}
			}),
			(0, import_jsx_runtime.jsx)(More, { list: tokens }),
			isNew && (0, import_jsx_runtime.jsx)(NewToken, {
				me,
				users,
				projects,
				onMade: changed,
				onClose: () => setNew(false)
			}),
			revoked && (0, import_jsx_runtime.jsx)(Confirm, {
				title: `Revoke ${revoked.name}`,
				action: "Revoke the token",
				busy: revoke.isPending,
				onClose: () => setRevoked(void 0),
				onConfirm: () => revoke.mutate({ path: { token: revoked.id } }),
				children: "Whatever uses it is refused at once, and what it has claimed goes back when its lease ends. This cannot be taken back."
			})
		]
	});
}
function Ends({ token: { expiresAt } }) {
	if (!expiresAt) return "Never";
	return Date.parse(expiresAt) < Date.now() ? (0, import_jsx_runtime.jsxs)(Badge, {
		tone: "warning",
		children: ["ended ", (0, import_jsx_runtime.jsx)(Time, { at: expiresAt })]
	}) : (0, import_jsx_runtime.jsx)(Time, { at: expiresAt });
}
// src/pages/people/NewUser.tsx
function NewUser({ type, onClose }) {
	const client = useQueryClient();
	const create = useMutation({
		...cairn.mutation.createUser(),
		meta: { quiet: true },
		onSuccess: ({ name }) => {
			toast(type === "agent" ? `${name} is there. Add it to a project, and make a token for it.` : `${name} can log in now.`);
			client.invalidateQueries();
			onClose();
		}
	});
	const submit = (event) => {
		event.preventDefault();
		const form = new FormData(event.currentTarget);
		const text = (name) => String(form.get(name) ?? "").trim();
		const body = type === "agent" ? {
			type,
			name: text("name")
		} : {
			type,
			username: text("username"),
			password: String(form.get("password")),
			...text("name") && { name: text("name") },
			email: text("email") || null
		};
		create.mutate({ body });
	};
	const said = create.error && problemOf(create.error);
	const isOf = (field) => create.error instanceof CairnProblem && create.error.errors[0]?.pointer === `/${field}`;
	const told = (field) => isOf(field) ? said?.detail : void 0;
	const isElsewhere = said && ![
		"name",
		"username",
		"password",
		"email"
	].some(isOf);
	return (0, import_jsx_runtime.jsx)(Dialog, {
		title: type === "agent" ? "New agent" : "New person",
		onClose,
		children: (0, import_jsx_runtime.jsxs)("form", {
			className: People_module_default.form,
			onSubmit: submit,
			children: [
				type === "agent" ? (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [(0, import_jsx_runtime.jsx)("p", {
					className: People_module_default.off,
					children: "A program that works under its own name, such as a coding agent. You answer for it. Agents that answer with a language model are made under Agents."
				}), (0, import_jsx_runtime.jsx)(Field, {
					label: "Name",
					name: "name",
					placeholder: "Claude on my laptop",
					required: true,
					error: told("name")
				})] }) : (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [
					(0, import_jsx_runtime.jsx)(Field, {
						label: "Username",
						name: "username",
						required: true,
						autoCapitalize: "none",
						spellCheck: false,
						hint: "They log in by it",
						error: told("username")
					}),
					(0, import_jsx_runtime.jsx)(Field, {
						label: "Name",
						name: "name",
						hint: "Left empty, the username",
						error: told("name")
					}),
					(0, import_jsx_runtime.jsx)(Field, {
						label: "E-mail",
						name: "email",
						type: "email",
						error: told("email")
					}),
					(0, import_jsx_runtime.jsx)(Field, {
						label: "First password",
						name: "password",
						type: "password",
						autoComplete: "new-password",
						required: true,
						hint: "Tell them; they change it under You",
						error: told("password")
					})
				] }),
				isElsewhere && (0, import_jsx_runtime.jsxs)("p", {
					className: People_module_default.error,
					role: "alert",
					children: [
						said.detail,
						" ",
						said.hint
					]
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
// src/pages/people/UsersTab.tsx
var PAGE$1 = 50;
var KINDS = [
	{
		value: "",
		label: "People and agents"
	},
	{
		value: "human",
		label: "People"
	},
	{
		value: "agent",
		label: "Agents"
	}
];
function UsersTab({ me, accounts }) {
	const [place, go] = usePlace();
	const [isNew, setNew] = (0, import_react.useState)();
	const [doing, setDoing] = (0, import_react.useState)();
	const q = (0, import_react.useDeferredValue)(place.get("q") ?? "").trim();
	const kind = place.get("kind");
	const withFormer = place.get("former") === "yes";
	const options = cairn.query.listUsersInfinite({ query: {
		limit: PAGE$1,
		sort: "name",
		...q && { q },
		...kind && { type: [kind] },
		...!withFormer && { active: true }
	} });
	const users = useInfiniteQuery({
		...options,
		placeholderData: keepPreviousData
	});
	useLive(options.queryKey);
	const close = () => setDoing(void 0);
	const columns = [
		{
			head: "Name",
			cell: (user) => (0, import_jsx_runtime.jsxs)("span", {
				className: People_module_default.name,
				children: [
					(0, import_jsx_runtime.jsx)(Actor, { name: user.name }),
					user.id === me.id && (0, import_jsx_runtime.jsx)(Badge, {
						tone: "accent",
						children: "you"
					}),
					user.email && (0, import_jsx_runtime.jsx)("span", {
						className: People_module_default.soft,
						children: user.email
					})
				]
			})
		},
		{
			head: "Is",
			cell: (user) => (0, import_jsx_runtime.jsx)(Kind, { user })
		},
		{
			head: "State",
			cell: (user) => (0, import_jsx_runtime.jsx)(State, { user })
		},
		{
			head: "Since",
			cell: ({ createdAt }) => (0, import_jsx_runtime.jsx)(Time, { at: createdAt })
		},
		{
			head: "Actions",
			narrow: true,
			cell: (user) => (0, import_jsx_runtime.jsx)(Actions, {
				user,
				me,
				onDo: (what) => setDoing({
					what,
					user
				})
			})
		}
	];
	return (0, import_jsx_runtime.jsxs)("div", {
		className: People_module_default.part,
		children: [
			(0, import_jsx_runtime.jsxs)("div", {
				className: People_module_default.tools,
				children: [
					(0, import_jsx_runtime.jsx)(Field, {
						label: "Find somebody",
						hideLabel: true,
						type: "search",
						placeholder: "Name",
						value: place.get("q") ?? "",
						onChange: ({ target }) => go({ q: target.value }, true)
					}),
					(0, import_jsx_runtime.jsx)(Select, {
						label: "Kind",
						hideLabel: true,
						value: kind ?? "",
						options: KINDS,
						onChange: ({ target }) => go({ kind: target.value })
					}),
					(0, import_jsx_runtime.jsx)(Toggle, {
						checked: withFormer,
						onChange: ({ target }) => go({ former: target.checked ? "yes" : void 0 }),
						children: "Deactivated, too"
					}),
					(0, import_jsx_runtime.jsx)("span", { className: People_module_default.push }),
					accounts && me.systemRole === "admin" && (0, import_jsx_runtime.jsx)(Button, {
						icon: UserPlus,
						onClick: () => setNew("human"),
						children: "New person"
					}),
					(0, import_jsx_runtime.jsx)(Button, {
						kind: "primary",
						icon: Bot,
						onClick: () => setNew("agent"),
						children: "New agent"
					})
				]
			}),
			(0, import_jsx_runtime.jsx)(Answered, {
				query: users,
				children: ({ pages }) => {
					const rows = pages.flatMap(({ items }) => items);
					return rows.length === 0 ? (0, import_jsx_runtime.jsx)(EmptyState, {
						icon: UserRound,
						title: "Nobody is like that",
						children: "Fewer letters of the name find more."
					}) : (0, import_jsx_runtime.jsx)(Table, {
						name: "People and agents",
						columns,
						rows,
						id: ({ id }) => id
					});
				}
			}),
			(0, import_jsx_runtime.jsx)(More, { list: users }),
			isNew && (0, import_jsx_runtime.jsx)(NewUser, {
				type: isNew,
				onClose: () => setNew(void 0)
			}),
			doing?.what === "rename" && (0, import_jsx_runtime.jsx)(Rename, {
				user: doing.user,
				onClose: close
			}),
			doing?.what === "deactivate" && (0, import_jsx_runtime.jsx)(Deactivate, {
				user: doing.user,
				me,
				onClose: close
			})
		]
	});
}
function Kind({ user: { type, systemRole } }) {
	return (0, import_jsx_runtime.jsxs)("span", {
		className: People_module_default.badges,
		children: [type === "agent" ? "Agent" : "Person", systemRole === "admin" && (0, import_jsx_runtime.jsx)(Badge, {
			tone: "accent",
			children: "admin"
		})]
	});
}
function State({ user: { deactivatedAt, presence } }) {
	return deactivatedAt ? (0, import_jsx_runtime.jsxs)("span", { children: ["Deactivated ", (0, import_jsx_runtime.jsx)(Time, { at: deactivatedAt })] }) : (0, import_jsx_runtime.jsx)(Status, {
		status: presence === "offline" ? "active" : presence,
		tone: "completed"
	});
}
function Actions({ user, me, onDo }) {
	const client = useQueryClient();
	const options = {
		headers: { "If-Match": `"${user.version}"` },
		path: { user: user.id }
	};
	const onSuccess = () => void client.invalidateQueries({ predicate: ({ queryKey: [first] }) => first?._id === "listUsers" });
	const role = useMutation({
		...cairn.mutation.changeUserRole(),
		onSuccess
	});
	const reactivate = useMutation({
		...cairn.mutation.reactivateUser(),
		onSuccess
	});
	const isAdmin = me.systemRole === "admin";
	if (!(user.id === me.id || user.ownerId === me.id || isAdmin)) return null;
	const other = user.systemRole === "admin" ? "member" : "admin";
	return (0, import_jsx_runtime.jsx)("div", {
		className: People_module_default.right,
		children: (0, import_jsx_runtime.jsxs)(Menu, {
			align: "end",
			trigger: (0, import_jsx_runtime.jsx)(Button, {
				kind: "quiet",
				icon: Ellipsis,
				iconOnly: true,
				children: `What can be done with ${user.name}`
			}),
			children: [
				(0, import_jsx_runtime.jsx)(MenuItem, {
					onSelect: () => onDo("rename"),
					children: "Change name and address"
				}),
				isAdmin && user.type === "human" && (0, import_jsx_runtime.jsx)(MenuItem, {
					onSelect: () => role.mutate({
						...options,
						body: { systemRole: other }
					}),
					children: other === "admin" ? "Make an admin" : "Make a member"
				}),
				(0, import_jsx_runtime.jsx)(MenuLine, {}),
				user.deactivatedAt ? (0, import_jsx_runtime.jsx)(MenuItem, {
					onSelect: () => reactivate.mutate(options),
					children: "Reactivate"
				}) : (0, import_jsx_runtime.jsx)(MenuItem, {
					danger: true,
					onSelect: () => onDo("deactivate"),
					children: "Deactivate"
				})
			]
		})
	});
}
function Rename({ user, onClose }) {
	const update = useMutation({
		...cairn.mutation.updateUser(),
		meta: { quiet: true },
		onSuccess: onClose
	});
	const said = update.error && problemOf(update.error);
	return (0, import_jsx_runtime.jsx)(Dialog, {
		title: `Change ${user.name}`,
		onClose,
		children: (0, import_jsx_runtime.jsxs)("form", {
			className: People_module_default.form,
			onSubmit: (event) => {
				event.preventDefault();
				const form = new FormData(event.currentTarget);
				const email = String(form.get("email")).trim();
				update.mutate({
					path: { user: user.id },
					headers: { "If-Match": `"${user.version}"` },
					body: {
						name: String(form.get("name")),
						email: email || null
					}
				});
			},
			children: [
				(0, import_jsx_runtime.jsx)(Field, {
					label: "Name",
					name: "name",
					defaultValue: user.name,
					required: true
				}),
				(0, import_jsx_runtime.jsx)(Field, {
					label: "E-mail",
					name: "email",
					type: "email",
					defaultValue: user.email ?? "",
					error: said ? [said.detail, said.hint].filter(Boolean).join(" ") : void 0
				}),
				(0, import_jsx_runtime.jsxs)(DialogActions, { children: [(0, import_jsx_runtime.jsx)(Button, {
					onClick: onClose,
					children: "Cancel"
				}), (0, import_jsx_runtime.jsx)(Button, {
					kind: "primary",
					type: "submit",
					busy: update.isPending,
					children: "Save"
				})] })
			]
		})
	});
}
function Deactivate({ user, me, onClose }) {
	const [archives, setArchives] = (0, import_react.useState)(false);
	const leave = useMutation({
		...cairn.mutation.deactivateUser(),
		meta: { quiet: true },
		onSuccess: onClose
	});
	const said = leave.error && problemOf(leave.error);
	const owns = leave.error instanceof CairnProblem && leave.error.code === "owns_projects";
	const what = user.type === "agent" ? "Its tokens end at once, and what it has claimed goes back." : "Sessions and tokens end at once, and the agents they answer for leave with them.";
	return (0, import_jsx_runtime.jsxs)(Dialog, {
		title: `Deactivate ${user.name}`,
		onClose,
		children: [
			(0, import_jsx_runtime.jsxs)("p", { children: [
				user.id === me.id && (0, import_jsx_runtime.jsx)("strong", { children: "This is you: you will be logged out. " }),
				what,
				" What they wrote stays, and they can be reactivated."
			] }),
			(owns || archives) && (0, import_jsx_runtime.jsx)(Toggle, {
				checked: archives,
				onChange: ({ target }) => setArchives(target.checked),
				hint: "Else make somebody else their owner first, under Members.",
				children: "Archive the projects that they own"
			}),
			said && (0, import_jsx_runtime.jsxs)("p", {
				className: People_module_default.error,
				role: "alert",
				children: [
					said.detail,
					" ",
					said.hint
				]
			}),
			(0, import_jsx_runtime.jsxs)(DialogActions, { children: [(0, import_jsx_runtime.jsx)(Button, {
				onClick: onClose,
				children: "Cancel"
			}), (0, import_jsx_runtime.jsx)(Button, {
				kind: "danger",
				busy: leave.isPending,
				onClick: () => leave.mutate({
					path: { user: user.id },
					headers: { "If-Match": `"${user.version}"` },
					body: { archiveProjects: archives }
				}),
				children: "Deactivate"
			})] })
		]
	});
}
// src/pages/people/YouTab.tsx
var PAGE = 50;
var BROWSERS = [
	"Edg",
	"OPR",
	"Firefox",
	"Chrome",
	"Safari"
];
var NAMES = {
	Edg: "Edge",
	OPR: "Opera"
};
function YouTab({ me, accounts }) {
	return (0, import_jsx_runtime.jsxs)("div", {
		className: People_module_default.you,
		children: [(0, import_jsx_runtime.jsx)(Sessions, {}), (0, import_jsx_runtime.jsxs)("section", {
			className: People_module_default.card,
			"aria-labelledby": "password",
			children: [
				(0, import_jsx_runtime.jsx)("h2", {
					id: "password",
					children: "Your password"
				}),
				accounts && (0, import_jsx_runtime.jsx)(Password, { me }),
				accounts === false && (0, import_jsx_runtime.jsxs)("p", {
					className: People_module_default.off,
					children: [
						"There is none: accounts are off, and the link that ",
						(0, import_jsx_runtime.jsx)("code", { children: "cairn open" }),
						" prints lets you in. Started with ",
						(0, import_jsx_runtime.jsx)("code", { children: "CAIRN_ACCOUNTS=on" }),
						", the server has people register and log in."
					]
				})
			]
		})]
	});
}
function Sessions() {
	const client = useQueryClient();
	const options = cairn.query.listSessionsInfinite({ query: { limit: PAGE } });
	const sessions = useInfiniteQuery(options);
	useLive(options.queryKey);
	const [isLeaving, setLeaving] = (0, import_react.useState)(false);
	const end = useMutation({
		...cairn.mutation.endSession(),
		onSettled: () => void client.invalidateQueries({ queryKey: options.queryKey })
	});
	const endAll = useMutation({
		...cairn.mutation.logOutEverywhere(),
		onSuccess: leavePage
	});
	const columns = [
		{
			head: "Where",
			cell: ({ userAgent, current }) => (0, import_jsx_runtime.jsxs)("span", {
				className: People_module_default.name,
				title: userAgent ?? void 0,
				children: [browser(userAgent), current && (0, import_jsx_runtime.jsx)(Badge, {
					tone: "accent",
					children: "this one"
				})]
			})
		},
		{
			head: "Begun",
			cell: ({ createdAt }) => (0, import_jsx_runtime.jsx)(Time, { at: createdAt })
		},
		{
			head: "Last seen",
			cell: ({ lastSeenAt }) => (0, import_jsx_runtime.jsx)(Time, { at: lastSeenAt })
		},
		{
			head: "Ends",
			cell: ({ expiresAt }) => (0, import_jsx_runtime.jsx)(Time, { at: expiresAt })
		},
		{
			head: "Actions",
			narrow: true,
			cell: ({ id, current }) => !current && (0, import_jsx_runtime.jsx)("div", {
				className: People_module_default.right,
				children: (0, import_jsx_runtime.jsx)(Button, {
					kind: "quiet",
					busy: end.isPending && end.variables.path.session === id,
					onClick: () => end.mutate({ path: { session: id } }),
					children: "End"
				})
			})
		}
	];
	return (0, import_jsx_runtime.jsxs)("section", {
		className: People_module_default.part,
		"aria-labelledby": "sessions",
		children: [
			(0, import_jsx_runtime.jsxs)("div", {
				className: People_module_default.tools,
				children: [
					(0, import_jsx_runtime.jsx)("h2", {
						id: "sessions",
						children: "Your sessions"
					}),
					(0, import_jsx_runtime.jsx)("span", { className: People_module_default.push }),
					(0, import_jsx_runtime.jsx)(Button, {
						onClick: () => setLeaving(true),
						children: "Log out everywhere"
					})
				]
			}),
			(0, import_jsx_runtime.jsx)(Answered, {
				query: sessions,
				children: ({ pages }) => (0, import_jsx_runtime.jsx)(Table, {
					name: "Sessions",
					columns,
					rows: pages.flatMap(({ items }) => items),
					id: ({ id }) => id
				})
			}),
			(0, import_jsx_runtime.jsx)(More, { list: sessions }),
			isLeaving && (0, import_jsx_runtime.jsx)(Confirm, {
				title: "Log out everywhere",
				action: "Log out everywhere",
				busy: endAll.isPending,
				onClose: () => setLeaving(false),
				onConfirm: () => endAll.mutate({}),
				children: "All your sessions end, this one among them. Tokens stay as they are."
			})
		]
	});
}
function browser(userAgent) {
	if (!userAgent) return "Unknown";
	const name = BROWSERS.find((each) => userAgent.includes(`${each}/`));
	const system = /Windows|Android|iPhone|iPad|Mac OS X|CrOS|Linux/.exec(userAgent)?.[0];
	return name ? `${NAMES[name] ?? name}${system ? ` on ${system}` : ""}` : userAgent.slice(0, 40);
}
function Password({ me }) {
	const change = useMutation({
		...cairn.mutation.changePassword(),
		meta: { quiet: true },
		gcTime: 0,
		onSuccess: () => toast("Your password is changed. All other sessions ended.")
	});
	const submit = (event) => {
		event.preventDefault();
		const form = event.currentTarget;
		const data = new FormData(form);
		change.mutate({ body: {
			currentPassword: String(data.get("current")),
			newPassword: String(data.get("new"))
		} }, { onSuccess: () => form.reset() });
	};
	const said = change.error && problemOf(change.error);
	return (0, import_jsx_runtime.jsxs)("form", {
		className: People_module_default.form,
		onSubmit: submit,
		children: [
			(0, import_jsx_runtime.jsx)("input", {
				type: "text",
				autoComplete: "username",
				value: me.name,
				readOnly: true,
				hidden: true,
				"aria-label": "Name"
			}),
			(0, import_jsx_runtime.jsx)(Field, {
				label: "The one you have",
				name: "current",
				type: "password",
				autoComplete: "current-password",
				required: true
			}),
			(0, import_jsx_runtime.jsx)(Field, {
				label: "The new one",
				name: "new",
				type: "password",
				autoComplete: "new-password",
				required: true,
				hint: "All other sessions end",
				error: said ? [said.detail, said.hint].filter(Boolean).join(" ") : void 0
			}),
			(0, import_jsx_runtime.jsx)(Button, {
				kind: "primary",
				type: "submit",
				busy: change.isPending,
				children: "Change it"
			})
		]
	});
}
// src/pages/people/People.tsx
function People() {
	const [place, go] = usePlace();
	const me = useQuery(cairn.query.getMe());
	const accounts = useAccounts();
	return (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [(0, import_jsx_runtime.jsx)(PageHead, {
		title: "People",
		about: accounts === false ? "You are alone here: no accounts, no passwords. Agents and programs get tokens; started with CAIRN_ACCOUNTS=on, the server lets others in." : "Who is here, who takes part in which project, and the tokens of programs."
	}), (0, import_jsx_runtime.jsx)(Answered, {
		query: me,
		children: ({ user }) => (0, import_jsx_runtime.jsx)(Tabs, {
			name: "Parts of the people",
			value: place.get("tab") ?? "users",
			onChange: (tab) => go({ tab: tab === "users" ? void 0 : tab }),
			tabs: [
				{
					id: "users",
					name: "Everybody",
					content: (0, import_jsx_runtime.jsx)(UsersTab, {
						me: user,
						accounts: accounts ?? false
					})
				},
				{
					id: "members",
					name: "Members",
					content: (0, import_jsx_runtime.jsx)(MembersTab, { me: user })
				},
				{
					id: "tokens",
					name: "Tokens",
					content: (0, import_jsx_runtime.jsx)(TokensTab, { me: user })
				},
				{
					id: "you",
					name: "You",
					content: (0, import_jsx_runtime.jsx)(YouTab, {
						me: user,
						accounts
					})
				}
			]
		})
	})] });
}
export { People as default };
