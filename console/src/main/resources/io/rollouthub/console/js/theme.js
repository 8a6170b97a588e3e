// Colours for what a style sheet does not reach: the charts.

const dark = window.matchMedia('(prefers-color-scheme: dark)');

/** The value of a custom property of the style sheet, in the present scheme. */
export function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
}

export function isDark() {
  return dark.matches;
}

export function onThemeChange(redraw) {
  dark.addEventListener('change', redraw);
}
