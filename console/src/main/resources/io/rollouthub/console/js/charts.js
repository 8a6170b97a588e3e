// Charts in a page: drawn by Chart.js on a canvas, with a legend, a sentence and a table for those who cannot see it.

import '../vendor/chart.js';
import {Component, html} from './html.js';
import {colour} from './theme.js';

const {Chart} = globalThis;

Object.assign(Chart.defaults, {animation: false, responsive: true, maintainAspectRatio: false});
Chart.defaults.plugins.legend.display = false; // our own says it in words and dashes

/** A vertical line at today, where a chart's options say {plugins: {today: {at: value on the x axis}}}. */
Chart.register({
  id: 'today',
  afterDatasetsDraw({ctx, chartArea, scales}, args, {at}) {
    if (typeof at !== 'number') {
      return;
    }
    const x = scales.x.getPixelForValue(at);
    ctx.save();
    ctx.strokeStyle = colour('chart-today');
    ctx.lineWidth = 1;
    ctx.setLineDash([2, 3]);
    ctx.beginPath();
    ctx.moveTo(x, chartArea.top);
    ctx.lineTo(x, chartArea.bottom);
    ctx.stroke();
    const right = x > (chartArea.left + chartArea.right) / 2;
    ctx.fillStyle = colour('text-quiet');
    ctx.font = '11px Inter, system-ui, sans-serif';
    ctx.textAlign = right ? 'right' : 'left';
    ctx.textBaseline = 'top';
    ctx.fillText('Today', right ? x - 4 : x + 4, chartArea.top + 2);
    ctx.restore();
  },
});

/**
 * @param name what the chart is called
 * @param says a sentence that tells what it shows
 * @param config makes Chart.js's configuration, in the colours of the present scheme
 * @param samples for the legend
 * @param table {columns, rows} the same numbers, for a large one
 */
export const chart = ({name, says, config, samples = [], table, size = 'full'}) => html`<figure class="chart ${size}" key=${name}>
  <figcaption class=${size === 'small' ? 'unseen' : null}><span class="chart-name">${name}</span>${legend(samples)}</figcaption>
  <div class="plot"><${Plot} says="${name}. ${says}" config=${config}/></div>
  ${table && asTable(name, table)}
</figure>`;

/** What the lines are: their samples are drawn as they are in the chart. samples: [{name, sample: its class}] */
export const legend = (samples) => samples.length > 0 && html`<ul class="legend">${samples.map(({name, sample}) => html`<li key=${name}>
  <svg class="swatch ${sample}" viewBox="0 0 24 10"><path d=${SWATCHES[sample] ?? SWATCHES[sample.split(' ')[0]]}/></svg>${name}
</li>`)}</ul>`;

const SWATCHES = {
  line: 'M1 5h22',
  bar: 'M7 1h10v8H7Z',
  mark: 'M12 .8 16.2 5 12 9.2 7.8 5Z',
  'mark lost': 'M8.5 1.5l7 7 M15.5 1.5l-7 7',
};

function asTable(name, {columns, rows}) {
  const head = (column, i) => html`<th scope="col" key=${column} class=${i > 0 ? 'number' : null}>${column}</th>`;
  const cell = (text, i) => (i === 0 ? html`<th scope="row">${text}</th>` : html`<td class="number">${text}</td>`);
  return html`<details class="as-table">
    <summary>As a table</summary>
    <div class="scroll" tabindex="0" role="region" aria-label="${name}, as a table"><table>
      <thead><tr>${columns.map(head)}</tr></thead>
      <tbody>${rows.map((row) => html`<tr key=${row[0]}>${row.map(cell)}</tr>`)}</tbody>
    </table></div>
  </details>`;
}

/** The canvas; drawn on anew when what it is to show has changed. */
class Plot extends Component {
  componentDidMount() {
    this.chart = new Chart(this.base, this.differs());
  }

  componentDidUpdate() {
    const made = this.differs();
    if (made) {
      Object.assign(this.chart, {data: made.data, options: made.options});
      this.chart.update('none');
    }
  }

  componentWillUnmount() {
    this.chart.destroy();
  }

  /** The configuration, if it is another than before. */
  differs() {
    const made = this.props.config();
    const before = this.text;
    this.text = JSON.stringify(made, (key, value) => (typeof value === 'function' ? String(value) : value));
    return this.text === before ? null : made;
  }

  render({says}) {
    return html`<canvas role="img" aria-label=${says}/>`;
  }
}
