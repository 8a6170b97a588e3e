// Symbols: each status has its own shape, so that colour is never the only sign.

import {html} from './html.js';

const PATHS = {
  critical: 'M8 1.6 15 14.2H1Z M8 6v4 M8 12v.4',
  warning: 'M8 1.2 14.8 8 8 14.8 1.2 8Z M8 5v3.6 M8 10.6v.4',
  check: 'M2.5 8.6 6.2 12.3 13.5 4.4',
  late: 'M8 1.8a6.2 6.2 0 1 1 0 12.4a6.2 6.2 0 1 1 0-12.4 M8 4.6V8.2l2.6 1.8',
  cross: 'M3.4 3.4 12.6 12.6 M12.6 3.4 3.4 12.6',
  circle: 'M8 2.4a5.6 5.6 0 1 1 0 11.2a5.6 5.6 0 1 1 0-11.2',
  minus: 'M3 8h10',
  slope: 'M2.5 4.5 13 11.5 M8.6 12.2 13.4 11.8 12.4 7',
  unknown: 'M5.4 5.8c0-3.6 5.4-3.4 5.2-.2c0 1.9-2.6 2.1-2.6 4 M8 12.6v.4',
  replay: 'M4 3.4v9.2L12.2 8Z',
  up: 'M4 10 8 5.6 12 10',
  down: 'M4 6 8 10.4 12 6',
  both: 'M5 6.2 8 3l3 3.2 M5 9.8 8 13l3-3.2',
  link: 'M6.4 9.6 9.6 6.4 M7 4.6l1.6-1.6a3 3 0 0 1 4.3 4.3L11.3 9 M9 11.4l-1.6 1.6a3 3 0 0 1-4.3-4.3L4.7 7',
  silent: 'M2 6h2.6L8 3v10L4.6 10H2Z M10.6 6l3.4 4 M14 6l-3.4 4',
};

/** A symbol that stands beside its word, so it says nothing itself. */
export const icon = (name) => html`<svg class="icon" viewBox="0 0 16 16" aria-hidden="true"><path d=${PATHS[name]}/></svg>`;

/** A state as a word with its shape. tone: ok, info, neutral, warning or critical */
export const badge = (tone, symbol, text) => html`<span class="state ${tone}">${icon(symbol)}${text}</span>`;
