// Charts in a page: drawn by Chart.js on a canvas, with a legend, a sentence and a table for those who cannot see it.

import {h} from './view.js';
import {colour} from './theme.js';

Chart.defaults.animation = false;
Chart.defaults.responsive = true;
Chart.defaults.maintainAspectRatio = false;
Chart.defaults.plugins.legend.display = false; // our own says it in words and dashes

/**
 * @param name what the chart is called
 * @param says a sentence that tells what it shows
 * @param config makes Chart.js's configuration, in the colours of the present scheme
 * @param legend [{name, line: 'class of the sample'}]
 * @param table {columns, rows} the same numbers, or null
 */
export function chart({name, says, config, legend: samples = [], table = null, size = 'full'}) {
  return h('figure', {class: `chart ${size}`, key: name},
    h('figcaption', {class: size === 'small' ? 'unseen' : null}, h('span', {class: 'chart-name'}, name), legend(samples)),
    h('div', {class: 'plot'}, h('canvas', {role: 'img', 'aria-label': `${name}. ${says}`, hook: drawing(config)})),
    table && h('details', {class: 'as-table'}, h('summary', null, 'As a table'),
      h('div', {class: 'scroll', tabindex: 0, role: 'region', 'aria-label': `${name}, as a table`}, h('table', null,
        h('thead', null, h('tr', null, table.columns.map((column, i) => h('th', {scope: 'col', key: column, class: i > 0 ? 'number' : null}, column)))),
        h('tbody', null, table.rows.map((row) => h('tr', {key: row[0]}, row.map((cell, i) => h(i === 0 ? 'th' : 'td', {scope: i === 0 ? 'row' : null, class: i > 0 ? 'number' : null}, cell)))))))));
}

/** What the lines are: their samples are drawn as they are in the chart. */
export function legend(samples) {
  return samples.length > 0 && h('ul', {class: 'legend'}, samples.map(({name, sample}) => h('li', {key: name}, swatch(sample), name)));
}

function swatch(sample) {
  return sample.startsWith('mark') || sample.startsWith('bar')
    ? h('svg', {class: `swatch ${sample}`, viewBox: '0 0 24 10'}, h('path', {d: sample.startsWith('bar') ? 'M7 1h10v8H7Z' : sample === 'mark lost' ? 'M8.5 1.5l7 7 M15.5 1.5l-7 7' : 'M12 .8 16.2 5 12 9.2 7.8 5Z'}))
    : h('svg', {class: `swatch ${sample}`, viewBox: '0 0 24 10'}, h('path', {d: 'M1 5h22'}));
}

function drawing(config) {
  const shown = (made) => JSON.stringify(made, (key, value) => (typeof value === 'function' ? String(value) : value));
  return {
    mount(el) {
      const made = config();
      el.chartShown = shown(made);
      el.chart = new Chart(el, made);
    },
    update(el) {
      const made = config();
      const text = shown(made);
      if (text !== el.chartShown) {
        el.chartShown = text;
        el.chart.data = made.data;
        el.chart.options = made.options;
        el.chart.update('none');
      }
    },
    unmount: (el) => el.chart?.destroy(),
  };
}

const FONT = {family: 'Inter, system-ui, sans-serif', size: 11};

/** The look of an axis. */
export function axis(more = {}) {
  const {ticks, grid, title, ...others} = more;
  return {
    border: {display: false},
    grid: {color: colour('chart-grid'), drawTicks: false, ...grid},
    ticks: {color: colour('text-quiet'), font: FONT, padding: 6, maxRotation: 0, autoSkipPadding: 16, ...ticks},
    title: title ? {display: true, text: title, color: colour('text-quiet'), font: FONT} : {display: false},
    ...others,
  };
}

export function tooltip(callbacks = {}) {
  return {
    backgroundColor: colour('tip'),
    titleColor: colour('tip-text'),
    bodyColor: colour('tip-text'),
    titleFont: {...FONT, weight: 600},
    bodyFont: FONT,
    padding: 10,
    cornerRadius: 6,
    boxPadding: 4,
    usePointStyle: true,
    callbacks,
  };
}

/** A line; dash says which one it is where colours cannot. */
export function line(label, data, {stroke, dash = [], width = 2, ...more}) {
  return {
    type: 'line', label, data, borderColor: colour(stroke), backgroundColor: colour(stroke), borderDash: dash, borderWidth: width,
    pointRadius: 0, pointHitRadius: 8, pointHoverRadius: 4, tension: 0, ...more,
  };
}

/** A vertical line at today, where a chart's options say {plugins: {today: {at: value on the x axis}}}. */
Chart.register({
  id: 'today',
  afterDatasetsDraw(drawn, args, {at}) {
    if (typeof at !== 'number') {
      return;
    }
    const {ctx, chartArea, scales} = drawn;
    const x = scales.x.getPixelForValue(at);
    ctx.save();
    ctx.strokeStyle = colour('chart-today');
    ctx.lineWidth = 1;
    ctx.setLineDash([2, 3]);
    ctx.beginPath();
    ctx.moveTo(x, chartArea.top);
    ctx.lineTo(x, chartArea.bottom);
    ctx.stroke();
    ctx.restore();
  },
});
