// Colours for what a style sheet does not reach: the charts.

/** The value of a custom property of the style sheet, in the present scheme. */
export const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

export const onThemeChange = (redraw) => window.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', redraw);
