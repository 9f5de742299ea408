// src/shell/theme.ts
var STORED = "cairn.theme";
function theme() {
	const stored = localStorage.getItem(STORED);
	return stored === "light" || stored === "dark" ? stored : "system";
}
function applyTheme(chosen = theme()) {
	if (chosen === "system") {
		localStorage.removeItem(STORED);
		delete document.documentElement.dataset.theme;
	} else {
		localStorage.setItem(STORED, chosen);
		document.documentElement.dataset.theme = chosen;
	}
}
// src/shell/leave.ts
function leavePage() {
	const colours = theme();
	sessionStorage.clear();
	localStorage.clear();
	applyTheme(colours);
	location.assign("/");
}
export { applyTheme, leavePage, theme };
