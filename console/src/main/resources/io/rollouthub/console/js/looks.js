// How charts look: what Chart.js is told about axes, lines and tips, in the colours of the present scheme.

import {colour} from './theme.js';
import {month} from './words.js';

const FONT = {family: 'Inter, system-ui, sans-serif', size: 11};

/** The look of an axis. */
export const axis = ({ticks, grid, title, ...others}) => ({
  border: {display: false},
  grid: {color: colour('chart-grid'), drawTicks: false, ...grid},
  ticks: {color: colour('text-quiet'), font: FONT, padding: 6, maxRotation: 0, autoSkipPadding: 16, ...ticks},
  title: title ? {display: true, text: title, color: colour('text-quiet'), font: FONT} : {display: false},
  ...others,
});

export const tooltip = (callbacks) => ({
  backgroundColor: colour('tip'), titleColor: colour('tip-text'), bodyColor: colour('tip-text'),
  titleFont: {...FONT, weight: 600}, bodyFont: FONT,
  padding: 10, cornerRadius: 6, boxPadding: 4, usePointStyle: true, callbacks,
});

/** Numbers by month. most: how many signs on each axis; counts: what is counted; label: what a tip says of a point */
export const monthly = (months, {most, top, counts, today = null, label}) => ({
  layout: {padding: {top: 8, right: 8}},
  interaction: {mode: 'index', intersect: false},
  scales: {
    x: axis({title: 'Month', grid: {display: false}, ticks: {callback: (value) => month(months[value]), maxTicksLimit: most.x}}),
    y: axis({title: counts, beginAtZero: true, suggestedMax: top, ticks: {precision: 0, maxTicksLimit: most.y}}),
  },
  plugins: {today: {at: today}, tooltip: tooltip({title: ([item]) => month(months[item.dataIndex]), ...label && {label}})},
});

/** A line, or a point where there is one value alone; dash says which one it is where colours cannot. */
export const line = (label, data, {stroke, dash = [], width = 2, ...more}) => ({
  type: 'line', label, data, borderColor: colour(stroke), backgroundColor: colour(stroke), borderDash: dash, borderWidth: width,
  pointRadius: data.filter((one) => one !== null).length === 1 ? 3.5 : 0, pointHitRadius: 8, pointHoverRadius: 4, tension: 0, ...more,
});
